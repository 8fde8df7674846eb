import { isProblem, type Says } from '../../words/problem.ts';
import type { Fit } from '../fit/fitted.ts';
import type { HandlingFit } from '../fit/handling.ts';
import type { LawFit, LawName } from '../fit/law-fit.ts';
import type { PatienceFit } from '../fit/patience.ts';
import type { ReturnCurve, ReturnsFit } from '../fit/returns.ts';
import type { TypicalDay } from '../fit/typical.ts';
import { fixed, type Language, short } from './numerals.ts';
import { both, daysIn, percent, pointsIn, sayIn } from './said.ts';
import type { Rows } from './study-tables.ts';

/** The laws of a fit in sentences: what each is, and how good it is. */

const LAWS: Readonly<Record<LawName, Says>> = {
  lognormal: { fr: 'log-normale', en: 'lognormal' },
  gamma: { fr: 'gamma', en: 'gamma' },
  hyperexponential: { fr: 'mélange de deux exponentielles', en: 'mixture of two exponentials' },
  empirical: { fr: 'table des durées', en: 'table of the durations' },
};

function triedIn({ tried }: LawFit, language: Language): string {
  return tried
    .map(({ distance, name }) => `${LAWS[name][language]} ${fixed(100 * distance, 1, language)}`)
    .join(', ');
}

/** How long calls of one kind take, and how far the law lies from what was recorded. */
export function lawSays(fit: LawFit): Says {
  return both((say, language) => {
    const mean = short(fit.meanS, 0, language);
    const cv = fixed(fit.cv, 2, language);
    const n = fixed(fit.n, 0, language);
    const off = pointsIn(fit.distance, language);
    const law = LAWS[fit.name][language];
    const kept = say(
      `${mean} s en moyenne (coefficient de variation ${cv}, ${n} appels) ; loi retenue : ${law}, de même moyenne, à ${off} au plus du relevé quelle que soit la durée.`,
      `${mean} s on average (coefficient of variation ${cv}, ${n} calls); law kept: ${law}, of the same mean, within ${off} of the records at every duration.`,
    );
    const tried = triedIn(fit, language);
    return `${kept} ${say(`Essayées, écart en points : ${tried}.`, `Tried, distance in points: ${tried}.`)}`;
  });
}

/** Hours with fewer calls are not told of. */
const HOUR_CALLS = 100;

/** How handling moves through the day. */
export function hoursSays({ hours }: HandlingFit): Says | null {
  const told = hours.filter(({ n }) => n >= HOUR_CALLS);
  if (told.length < 3) return null;
  const by = [...told].sort((a, b) => a.ratio - b.ratio);
  const [low, high] = [by[0] as (typeof by)[number], by[by.length - 1] as (typeof by)[number]];
  const moves = high.ratio - high.ratioMargin > low.ratio + low.ratioMargin;
  return both((say) => {
    const at = (one: typeof low): string =>
      say(
        `${fixed(one.ratio, 2, 'fr')} ± ${fixed(one.ratioMargin, 2, 'fr')} à ${one.hour} h`,
        `${fixed(one.ratio, 2, 'en')} ± ${fixed(one.ratioMargin, 2, 'en')} at ${one.hour}:00`,
      );
    return moves
      ? say(
          `les types étant les mêmes, les entretiens durent de ${at(low)} à ${at(high)} fois la moyenne du jour ; le scénario suit l’heure d’autant que ce n’est pas du hasard.`,
          `types being equal, talks last from ${at(low)} to ${at(high)} times the day’s mean; the scenario follows the hour as far as that is no chance.`,
        )
      : say(
          `les types étant les mêmes, les entretiens durent autant à toute heure, au hasard près (de ${at(low)} à ${at(high)}).`,
          `types being equal, talks last as long at every hour, up to chance (from ${at(low)} to ${at(high)}).`,
        );
  });
}

export function agentsSays({ agents }: HandlingFit): Says | null {
  if (agents === null) return null;
  return both((say, language) => {
    const [a, b] = [fixed(agents.p10, 2, language), fixed(agents.p90, 2, language)];
    const cv = percent(agents.cv, 0, language);
    return say(
      `sur ${agents.agents} conseillers, un sur dix met moins de ${a} fois et un sur dix plus de ${b} fois le temps usuel de ses appels ; l’écart entre conseillers est de ${cv} au-delà du hasard. Le scénario les suppose égaux.`,
      `of ${agents.agents} agents one in ten takes less than ${a} and one in ten more than ${b} times the usual time of such calls; they differ by ${cv} beyond chance. The scenario supposes them alike.`,
    );
  });
}

export function afterCallSaid({ afterCall }: HandlingFit): Says {
  if (afterCall === null)
    return {
      fr: 'aucune n’est écrite ni visible entre deux appels : le scénario n’en a pas.',
      en: 'none is written, nor seen between calls: the scenario has none.',
    };
  const { from, meanS, n } = afterCall;
  return both((say, language) => {
    const [mean, many] = [short(meanS, 1, language), fixed(n, 0, language)];
    return from === 'rows'
      ? say(
          `${mean} s en moyenne, écrite dans ${many} lignes ; table de leurs durées.`,
          `${mean} s on average, written in ${many} rows; a table of their durations.`,
        )
      : say(
          `${mean} s en moyenne, vue dans ${many} silences d’un conseiller pendant qu’un client attendait ; table de leurs durées.`,
          `${mean} s on average, seen in ${many} silences of an agent while a caller waited; a table of their durations.`,
        );
  });
}

/** Waits at which patience is told. */
const TOLD_S = [10, 60, 300];

export function patienceSays({ distance, knots, lost, n }: PatienceFit): Says {
  // Beyond the last of those who still waited nothing is known.
  const known = knots.at(-1)?.atS ?? 0;
  const shares = TOLD_S.filter((s) => s <= known).flatMap((s) => {
    const before = knots.findLast(({ atS }) => atS <= s);
    return before === undefined ? [] : [{ s, share: before.data }];
  });
  return both((say, language) => {
    const told = shares
      .map(({ s, share }) => `${percent(share, 1, language)} ${say('en', 'within')} ${s} s`)
      .join(', ');
    const off = pointsIn(distance, language);
    return say(
      `sans réponse, auraient raccroché ${told} (Kaplan-Meier : ${fixed(lost, 0, 'fr')} l’ont fait sur ${fixed(n, 0, 'fr')}, les autres ont été servis avant) ; la table ne s’en écarte pas de plus de ${off}.`,
      `unanswered, ${told} would have given up (Kaplan-Meier: ${fixed(lost, 0, 'en')} did of ${fixed(n, 0, 'en')}, the others were served first); the table is within ${off} of it.`,
    );
  });
}

function curveIn(curve: ReturnCurve | null, language: Language): string {
  if (curve === null) return '–';
  const say = sayIn(language);
  const names: Readonly<Record<number, string>> = {
    900: '15 min',
    3600: '1 h',
    86400: '24 h',
    604800: say('7 j', '7 d'),
  };
  return curve.within
    .map(({ s, share }) => `${percent(share, 1, language)} ${say('en', 'within')} ${names[s]}`)
    .join(', ');
}

export function returnsSays(returns: ReturnsFit): Says {
  const { afterLost, afterServed, identified } = returns;
  return both((say) => {
    return say(
      `ont rappelé, après un abandon : ${curveIn(afterLost, 'fr')} ; après un service : ${curveIn(afterServed, 'fr')}. Clients identifiés seulement (${percent(identified, 0, 'fr')} des appels) ; la fin du relevé est prise en compte (censure).`,
      `called again, after giving up: ${curveIn(afterLost, 'en')}; after service: ${curveIn(afterServed, 'en')}. Identified customers only (${percent(identified, 0, 'en')} of calls); that records end is allowed for (censoring).`,
    );
  });
}

/** Share calling back within an hour, by how long they had been served; with what it is not. */
export function returnsTable({ byService, byServiceType }: ReturnsFit, language: Language): Rows {
  const say = sayIn(language);
  const of = byServiceType === '' ? '' : ` (${byServiceType})`;
  return {
    title: say(
      `Rappellent dans l’heure, selon la durée du service${of}`,
      `Calling again within an hour, by time of service${of}`,
    ),
    columns: [
      { head: say('appels', 'calls'), width: 9 },
      { head: say('rappellent', 'call again'), width: 12 },
    ],
    rows: byService.map(({ fromS, n, share, toS }): [string, ...string[]] => [
      toS === null ? `≥ ${fromS} s` : `${fromS}–${toS} s`,
      fixed(n, 0, language),
      percent(share, 1, language),
    ]),
    below: [
      say(
        'À lire avec prudence : c’est une observation, pas une cause ; seuls les clients identifiés comptent, et ils ont attendu plus que d’autres.',
        'Read with care: this is observed, not a cause; only identified customers count, who waited more than others.',
      ),
      say(
        'Sous 10 s, ce sont souvent des conseillers qui raccrochent (Brown et al. 2005) ; les longs appels sont de plus durs problèmes.',
        'Below 10 s agents often hang up on callers (Brown et al. 2005); long calls are harder problems.',
      ),
    ],
  };
}

export function staffSays({ staff }: TypicalDay): Says | null {
  if (staff.length === 0) return null;
  const peak = staff.reduce((a, b) => (b.mean > a.mean ? b : a));
  const hours = staff.reduce((sum, { mean }) => sum + mean, 0);
  const busy = staff.reduce((sum, one) => sum + one.busy, 0);
  return both((say, language) => {
    const [mean, least, most] = [peak.mean, peak.least, peak.most].map((x) =>
      fixed(x, 1, language),
    );
    const share = percent(busy / hours, 0, language);
    return say(
      `jusqu’à ${mean} conseillers à leur poste en moyenne (de ${least} à ${most} selon le jour), d’après les appels pris ; ils y sont en ligne ${share} du temps.`,
      `up to ${mean} agents at their desks on average (${least} to ${most} by day), from the calls they took; they are on a call ${share} of that time.`,
    );
  });
}

export function typicalSays(typical: Fit['typical']): Says {
  if (typical === null)
    return {
      fr: 'personne n’est servi ces jours-là : aucune journée ne peut en être faite.',
      en: 'nobody is served on these days: no day can be made of them.',
    };
  if (isProblem(typical)) return typical.says;
  const { days, growth, label, volume } = typical;
  return both((say, language) => {
    const [mean, low, high] = [volume.mean, volume.p10, volume.p90].map((x) =>
      fixed(x, 0, language),
    );
    const grown =
      growth === 1
        ? ''
        : say(`, volume × ${short(growth, 3, 'fr')}`, `, volume × ${short(growth, 3, 'en')}`);
    return say(
      `${label.fr}, moyenne de ${daysIn(days.length, 'fr')}${grown} : ${mean} appels ; un jour sur dix en a moins de ${low}, un sur dix plus de ${high}.`,
      `${label.en}, mean of ${daysIn(days.length, 'en')}${grown}: ${mean} calls; one day in ten has fewer than ${low}, one in ten more than ${high}.`,
    );
  });
}
