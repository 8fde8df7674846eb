import type { Says } from '../../words/problem.ts';
import {
  COMPARED,
  type Compared,
  type ValidatedFigure,
  type ValidatedInterval,
  type Validation,
} from '../fit/validate.ts';
import { both, percent } from './fit-words.ts';
import { fixed, type Language, short } from './numerals.ts';
import type { Rows } from './study-tables.ts';

/** A validation in words: the verdict, what differs and when, and why as far as records show it. */

export const clockAt = (minutes: number): string => {
  const whole = Math.round(minutes) % 1_440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

const NAMES: Readonly<Record<ValidatedFigure, Says>> = {
  offered: { fr: 'appels', en: 'calls' },
  level: { fr: 'répondus à temps', en: 'answered in time' },
  abandons: { fr: 'abandons', en: 'abandoned' },
  waitS: { fr: 'attente', en: 'wait' },
};

/** A figure as it is printed, in the unit of its head. */
export function validatedFigure(
  key: ValidatedFigure,
  value: number | null,
  language: Language,
): string {
  if (value === null) return '–';
  return fixed(key === 'level' || key === 'abandons' ? 100 * value : value, 1, language);
}

/** Neighbouring intervals in which one figure lies outside its band on the same side. */
interface Run {
  readonly key: ValidatedFigure;
  readonly off: -1 | 1;
  readonly from: number;
  readonly to: number;
  /** Recorded and simulated over the run, weighed by calls. */
  readonly recorded: number;
  readonly simulated: number;
  /** How many half-bands apart, added up. */
  readonly weight: number;
}

function runOf(
  key: ValidatedFigure,
  intervals: readonly ValidatedInterval[],
  from: number,
  to: number,
): Run {
  let [recorded, simulated, calls, weight] = [0, 0, 0, 0];
  const off = intervals[from]?.figures[key].off as -1 | 1;
  for (const { figures } of intervals.slice(from, to)) {
    const own = figures[key];
    const n = key === 'offered' ? 1 : (figures.offered.recorded ?? 1);
    recorded += n * (own.recorded ?? 0);
    simulated += n * (own.simulated ?? 0);
    calls += n;
    const half = ((own.high ?? 0) - (own.low ?? 0)) / 2;
    weight += Math.abs((own.recorded ?? 0) - (own.simulated ?? 0)) / Math.max(half, 1e-9);
  }
  return { key, off, from, to, recorded: recorded / calls, simulated: simulated / calls, weight };
}

function runsOf({ intervals }: Validation): Run[] {
  const runs: Run[] = [];
  for (const [key] of COMPARED) {
    const offAt = (i: number): Compared['off'] => intervals[i]?.figures[key].off ?? 0;
    for (let from = 0; from < intervals.length; ) {
      let to = from + 1;
      if (offAt(from) !== 0) {
        while (to < intervals.length && offAt(to) === offAt(from)) to += 1;
        runs.push(runOf(key, intervals, from, to));
      }
      from = to;
    }
  }
  return runs.sort((a, b) => b.weight - a.weight);
}

function differs({ key, off, recorded, simulated }: Run, language: Language): string {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const by = percent(Math.abs(simulated / recorded - 1), 0, language);
  const points = fixed(100 * Math.abs(simulated - recorded), 1, language);
  const ratio = recorded > 0 && Math.abs(simulated / recorded - 1) < 2;
  const more = off > 0;
  switch (key) {
    case 'offered':
      return say(
        `il arrive ${by} d’appels ${more ? 'de trop' : 'de moins'}`,
        `${by} too ${more ? 'many' : 'few'} calls arrive`,
      );
    case 'waitS': {
      const size = ratio ? by : `${fixed(Math.abs(simulated - recorded), 0, language)} s`;
      return say(
        `les attentes sortent ${size} trop ${more ? 'longues' : 'courtes'}`,
        `waits come out ${size} too ${more ? 'long' : 'short'}`,
      );
    }
    case 'level':
      return say(
        `les répondus à temps sortent ${points} points trop ${more ? 'haut' : 'bas'}`,
        `the share answered in time comes out ${points} points too ${more ? 'high' : 'low'}`,
      );
    case 'abandons':
      return say(
        `les abandons sortent ${points} points trop ${more ? 'haut' : 'bas'}`,
        `abandonments come out ${points} points too ${more ? 'high' : 'low'}`,
      );
  }
}

/** Which way a figure goes when the centre has more to do than it should: waits and losses up. */
const HARDER: Readonly<Record<ValidatedFigure, number>> = {
  offered: 0,
  level: -1,
  abandons: 1,
  waitS: 1,
};
/** A cause smaller than this is none. */
const SOME = 0.03;

/** What records show that pulls a figure that way; null where they show nothing. */
function reasonOf({ intervals }: Validation, { from, key, off, to }: Run): Says | null {
  if (key === 'offered') return null;
  const harder = off * HARDER[key];
  const own = intervals.slice(from, to);
  const calls = own.reduce((sum, { figures }) => sum + (figures.offered.recorded ?? 0), 0);
  const mean = (of: (one: ValidatedInterval) => number): number =>
    own.reduce((sum, one) => sum + (one.figures.offered.recorded ?? 0) * of(one), 0) / calls;
  // Simulated talks are those of all day: where the real ones are shorter, too much is simulated.
  const known = own.every(({ handling }) => handling !== null);
  const talk = known ? mean(({ handling }) => handling?.ratio ?? 1) - 1 : 0;
  const margin = known ? mean(({ handling }) => handling?.margin ?? 1) : 1;
  if (Math.abs(talk) > Math.max(SOME, margin) && Math.sign(-talk) === harder)
    return both((language) => {
      const by = percent(Math.abs(talk), 0, language);
      return language === 'fr'
        ? `les entretiens y sont ${by} plus ${talk < 0 ? 'courts' : 'longs'} que dans la journée entière, dont la loi a la moyenne`
        : `talks are ${by} ${talk < 0 ? 'shorter' : 'longer'} there than over the whole day, whose mean the law has`;
    });
  const seen = own.every((one) => one.seen !== null);
  const there = seen ? mean((one) => one.seen?.mean ?? 0) : 0;
  const plan = mean(({ scheduled }) => scheduled);
  const apart = there > 0 ? plan / there - 1 : 0;
  if (Math.abs(apart) > SOME && Math.sign(-apart) === harder)
    return both((language) => {
      const [n, m] = [fixed(plan, 1, language), fixed(there, 1, language)];
      return language === 'fr'
        ? `le scénario y met ${n} conseillers, on y en a vu ${m}`
        : `the scenario has ${n} agents there, ${m} were seen`;
    });
  const volume =
    mean(({ figures }) => (figures.offered.simulated ?? 0) / (figures.offered.recorded ?? 1)) - 1;
  if (
    Math.abs(volume) > SOME &&
    own.some(({ figures }) => figures.offered.off === Math.sign(volume)) &&
    Math.sign(volume) === harder
  )
    return both((language) => {
      const by = percent(Math.abs(volume), 0, language);
      return language === 'fr'
        ? `il y arrive ${by} d’appels ${volume > 0 ? 'de trop' : 'de moins'}`
        : `${by} too ${volume > 0 ? 'many' : 'few'} calls arrive there`;
    });
  return variedOf(own, harder);
}

/** Staff that varies between days makes waits longer than its mean does. */
function variedOf(own: readonly ValidatedInterval[], harder: number): Says | null {
  if (harder !== -1) return null;
  const seen = own.flatMap((one) => one.seen ?? []);
  if (seen.length < own.length) return null;
  const least = seen.reduce((sum, one) => sum + one.least, 0) / seen.length;
  const most = seen.reduce((sum, one) => sum + one.most, 0) / seen.length;
  const mean = seen.reduce((sum, one) => sum + one.mean, 0) / seen.length;
  if (most - least < 0.3 * mean) return null;
  return both((language) => {
    const [a, b] = [fixed(least, 1, language), fixed(most, 1, language)];
    return language === 'fr'
      ? `les présents ont varié de ${a} à ${b} selon le jour, et le scénario n’en a que la moyenne`
      : `those at work varied from ${a} to ${b} between days, and the scenario has their mean`;
  });
}

/** Findings that are told in words. */
const MOST = 8;

/** What differs, when, and why: the clearest first. */
export function findings(validation: Validation): Says[] {
  const { intervals } = validation;
  const width = (intervals[1]?.beginsMin ?? 0) - (intervals[0]?.beginsMin ?? 0);
  return runsOf(validation)
    .slice(0, MOST)
    .map((run) => {
      const begins = clockAt(intervals[run.from]?.beginsMin ?? 0);
      const ends = clockAt((intervals[run.to - 1]?.beginsMin ?? 0) + width);
      const reason = reasonOf(validation, run);
      return both((language) => {
        const what = differs(run, language);
        const when =
          language === 'fr' ? `entre ${begins} et ${ends}` : `between ${begins} and ${ends}`;
        const why =
          reason === null
            ? language === 'fr'
              ? ' ; les données ne disent pas pourquoi'
              : '; the records do not tell why'
            : language === 'fr'
              ? `, car ${reason.fr}`
              : `, because ${reason.en}`;
        const text = `${what} ${when}${why}.`;
        return text.charAt(0).toUpperCase() + text.slice(1);
      });
    });
}

/** How many figures lie outside, and how many would by chance. */
export function validationSays({ compared, days, outside, played }: Validation): Says {
  const chance = 0.05 * compared;
  const enough = outside <= chance + 2 * Math.sqrt(0.95 * chance);
  return both((language) => {
    const [out, all] = [fixed(outside, 0, language), fixed(compared, 0, language)];
    const luck = short(chance, 0, language);
    const many = fixed(played, 0, language);
    if (compared === 0)
      return language === 'fr'
        ? 'Rien ne peut être comparé : le relevé ne dit ni attentes ni abandons, ou tous les jours simulés se ressemblent.'
        : 'Nothing can be compared: the records tell neither waits nor abandonments, or all simulated days are alike.';
    return language === 'fr'
      ? `${out} chiffres sur ${all} sortent de la bande à 95 % de ${many} journées simulées (${days} jours relevés) ; le hasard seul en sortirait ${luck} : ${enough ? 'le scénario rend ces jours' : 'le scénario ne rend pas tout de ces jours'}.`
      : `${out} of ${all} figures lie outside the 95% band of ${many} simulated days (${days} recorded); chance alone would put ${luck} there: ${enough ? 'the scenario gives these days back' : 'the scenario does not give all of these days back'}.`;
  });
}

const cellOf = (key: ValidatedFigure, one: Compared, language: Language): [string, string] => [
  validatedFigure(key, one.recorded, language),
  `${validatedFigure(key, one.simulated, language)}${one.off === 0 ? ' ' : one.off > 0 ? '+' : '-'}`,
];

/** Interval by interval, recorded and simulated side by side. */
export function validationTable(validation: Validation, language: Language): Rows {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const target = short(validation.targetS, 1, language);
  const row = (name: string, of: ValidatedInterval['figures']): [string, ...string[]] => [
    name,
    ...COMPARED.flatMap(([key]) => cellOf(key, of[key], language)),
  ];
  return {
    title: say(
      `Relevé et simulé par intervalle d’arrivée : appels offerts, % répondus en ${target} s, % d’abandons, attente des répondus en s ; + simulé trop haut, - trop bas (bande à 95 %)`,
      `Recorded and simulated by interval of arrival: calls offered, % answered within ${target} s, % abandoned, wait of those answered in s; + simulated too high, - too low (95% band)`,
    ),
    columns: COMPARED.flatMap(([key]) => [
      { head: NAMES[key][language].split(' ')[0] as string, width: 10 },
      { head: say('simulé', 'simul.'), width: 8 },
    ]),
    rows: [
      ...validation.intervals.map(({ beginsMin, figures }) => row(clockAt(beginsMin), figures)),
      row(say('jour', 'day'), validation.day),
    ],
    below: [],
  };
}
