import type { Says } from '../../words/problem.ts';
import type { ValidatedFigure, ValidatedInterval, Validation } from '../fit/validate.ts';
import { fixed, type Language } from './numerals.ts';
import { both, capital, percent, pointsIn, type Say, sayIn } from './said.ts';

/**
 * What simulated and recorded days differ by, in words: neighbouring intervals that go astray the
 * same way are one finding, with a reason where records show one, and none where they do not.
 */

/** Which way a figure goes where a centre has more to do: waits and losses up, level down. */
const PRESSED: Readonly<Record<ValidatedFigure, -1 | 0 | 1>> = {
  offered: 0,
  level: -1,
  abandons: 1,
  waitS: 1,
};
const TOLD = ['waitS', 'abandons', 'level'] as const;

/** Simulated too pressed: 1; too quiet: -1. */
type Way = -1 | 1;

interface Astray {
  readonly from: number;
  readonly to: number;
  readonly way: Way;
  /** The volume itself, or what became of it. */
  readonly isVolume: boolean;
  /** How many half-bands apart, added up: the clearest is told first. */
  readonly weight: number;
}

/** How far a figure lies off its band's middle, in half-bands. */
function halvesOff({ figures }: ValidatedInterval, key: ValidatedFigure): number {
  const { high, low, off, recorded, simulated } = figures[key];
  if (off === 0 || high === null || low === null) return 0;
  const half = Math.max((high - low) / 2, 1e-9);
  return Math.abs((recorded as number) - (simulated as number)) / half;
}

/** Which way an interval goes astray, by one figure or by those of waiting together. */
function wayOf(
  one: ValidatedInterval,
  keys: readonly ValidatedFigure[],
  isVolume: boolean,
): number {
  const sum = keys.reduce(
    (all, key) => all + one.figures[key].off * (isVolume ? 1 : PRESSED[key]),
    0,
  );
  return Math.sign(sum);
}

function astrayIn({ intervals }: Validation): Astray[] {
  const found: Astray[] = [];
  for (const isVolume of [true, false]) {
    const keys: readonly ValidatedFigure[] = isVolume ? ['offered'] : TOLD;
    const ways = intervals.map((one) => wayOf(one, keys, isVolume));
    for (let from = 0; from < ways.length; ) {
      let to = from + 1;
      while (to < ways.length && ways[to] === ways[from]) to += 1;
      const way = ways[from] as number;
      if (way !== 0) {
        const weight = intervals
          .slice(from, to)
          .reduce((sum, one) => sum + keys.reduce((all, key) => all + halvesOff(one, key), 0), 0);
        found.push({ from, to, way: way as Way, isVolume, weight });
      }
      from = to;
    }
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/** Means over intervals, weighed by their recorded calls. */
function meanOf(
  own: readonly ValidatedInterval[],
  of: (one: ValidatedInterval) => number | null,
): number {
  let [sum, calls] = [0, 0];
  for (const one of own) {
    const value = of(one);
    if (value === null) continue;
    const n = one.figures.offered.recorded ?? 0;
    sum += n * value;
    calls += n;
  }
  return calls > 0 ? sum / calls : Number.NaN;
}

/** The sum over intervals. */
const sumOf: typeof meanOf = (own, of) => own.reduce((sum, one) => sum + (of(one) ?? 0), 0);

/** A change above this is told in seconds, or calls: 1,200 % too long says nothing. */
const TOO_MUCH = 2;

/** What one figure comes to over a stretch; null where it stays in its band all along. */
function differs(
  own: readonly ValidatedInterval[],
  key: ValidatedFigure,
  language: Language,
): string | null {
  if (own.every(({ figures }) => figures[key].off === 0)) return null;
  const say = sayIn(language);
  // Calls are counted together; of what became of them, the mean over calls.
  const mean = key === 'offered' ? sumOf : meanOf;
  const recorded = mean(own, ({ figures }) => figures[key].recorded);
  const simulated = mean(own, ({ figures }) => figures[key].simulated);
  const more = simulated > recorded;
  const ratio = Math.abs(simulated / recorded - 1);
  const by = percent(ratio, 0, language);
  const points = pointsIn(Math.abs(simulated - recorded), language);
  if (key === 'offered' && !(ratio < TOO_MUCH)) {
    const calls = fixed(Math.abs(simulated - recorded), 0, language);
    return more
      ? say(`il arrive ${calls} appels de trop`, `${calls} calls too many arrive`)
      : say(`il manque ${calls} appels`, `${calls} calls are missing`);
  }
  if (key === 'offered')
    return more
      ? say(`il arrive ${by} d’appels de trop`, `${by} too many calls arrive`)
      : say(`il manque ${by} d’appels`, `${by} of calls are missing`);
  if (key === 'waitS') {
    const size = ratio < TOO_MUCH ? by : `${fixed(Math.abs(simulated - recorded), 0, language)} s`;
    return more
      ? say(`les attentes sortent ${size} trop longues`, `waits come out ${size} too long`)
      : say(`les attentes sortent ${size} trop courtes`, `waits come out ${size} too short`);
  }
  const side = more ? say('trop haut', 'too high') : say('trop bas', 'too low');
  return key === 'level'
    ? say(
        `la part répondue à temps sort ${points} ${side}`,
        `the share answered in time comes out ${points} ${side}`,
      )
    : say(`les abandons sortent ${points} ${side}`, `abandonments come out ${points} ${side}`);
}

/** A cause smaller than this is none. */
const SOME = 0.03;

/** Talks of these hours against the scenario's. */
function talksReason(own: readonly ValidatedInterval[], way: Way): Says | null {
  if (own.some(({ handling }) => handling === null)) return null;
  const talk = meanOf(own, ({ handling }) => handling?.ratio ?? null) - 1;
  const margin = meanOf(own, ({ handling }) => handling?.margin ?? null);
  if (Math.abs(talk) <= Math.max(SOME, margin) || Math.sign(-talk) !== way) return null;
  return both((say, language) => {
    const by = percent(Math.abs(talk), 0, language);
    return talk < 0
      ? say(
          `les entretiens y sont ${by} plus courts que le scénario ne les fait`,
          `talks there are ${by} shorter than the scenario has them`,
        )
      : say(
          `les entretiens y sont ${by} plus longs que le scénario ne les fait`,
          `talks there are ${by} longer than the scenario has them`,
        );
  });
}

/** Staff of the scenario against those who were seen. */
function staffReason(own: readonly ValidatedInterval[], way: Way): Says | null {
  if (own.some(({ seen }) => seen === null)) return null;
  const there = meanOf(own, ({ seen }) => seen?.mean ?? null);
  const plan = meanOf(own, ({ scheduled }) => scheduled);
  const apart = plan / there - 1;
  if (Math.abs(apart) > SOME && Math.sign(-apart) === way)
    return both((say, language) => {
      const [n, m] = [fixed(plan, 1, language), fixed(there, 1, language)];
      return say(
        `le scénario y met ${n} conseillers et l’on en a vu ${m}`,
        `the scenario has ${n} agents there and ${m} were seen`,
      );
    });
  const [least, most] = [
    meanOf(own, ({ seen }) => seen?.least ?? null),
    meanOf(own, ({ seen }) => seen?.most ?? null),
  ];
  // A staff that varies makes callers wait longer than its mean does.
  if (way !== -1 || most - least < 0.3 * there) return null;
  return both((say, language) => {
    const [a, b] = [fixed(least, 1, language), fixed(most, 1, language)];
    return say(
      `les présents ont varié de ${a} à ${b} selon le jour, et le scénario n’en a que la moyenne`,
      `those at work varied from ${a} to ${b} between days, and the scenario has only their mean`,
    );
  });
}

function volumeReason(own: readonly ValidatedInterval[], way: Way): Says | null {
  // Where the volume itself is off, what becomes of it follows.
  if (own.filter(({ figures }) => figures.offered.off === way).length * 2 < own.length) return null;
  return both((_say, language) => differs(own, 'offered', language) ?? '');
}

function why(
  own: readonly ValidatedInterval[],
  { isVolume, way }: Astray,
  say: Say,
  language: Language,
) {
  const reason = isVolume
    ? null
    : (volumeReason(own, way) ?? talksReason(own, way) ?? staffReason(own, way));
  return reason === null
    ? say(' ; le relevé ne dit pas pourquoi', '; the records do not tell why')
    : say(`, car ${reason.fr}`, `, because ${reason[language]}`);
}

/** 13:00 of so many minutes after midnight. */
export const clockAt = (minutes: number): string => {
  const whole = Math.round(minutes) % 1_440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** Findings that are told in words. */
const MOST = 8;

/** What differs, when, and why: the clearest first. */
export function findings(validation: Validation): Says[] {
  const { intervals } = validation;
  const width = (intervals[1]?.beginsMin ?? 0) - (intervals[0]?.beginsMin ?? 0);
  return astrayIn(validation)
    .slice(0, MOST)
    .map((stretch) => {
      const own = intervals.slice(stretch.from, stretch.to);
      const begins = clockAt(own[0]?.beginsMin ?? 0);
      const ends = clockAt((own[own.length - 1]?.beginsMin ?? 0) + width);
      return both((say, language) => {
        const keys = stretch.isVolume ? (['offered'] as const) : TOLD;
        const parts = keys.flatMap((key) => differs(own, key, language) ?? []);
        const last = parts.pop() ?? '';
        const what = parts.length > 0 ? `${parts.join(', ')}${say(' et ', ' and ')}${last}` : last;
        const when = say(
          `entre ${begins} et ${ends}, ${what}`,
          `${what} between ${begins} and ${ends}`,
        );
        return `${capital(when)}${why(own, stretch, say, language)}.`;
      });
    });
}
