import type { Says } from '../../words/problem.ts';
import type { ApartDay } from '../fit/day-kinds.ts';
import type { Fit } from '../fit/fitted.ts';
import { HOLDS, type Reliability } from '../fit/reliability.ts';
import { fixed, type Language, short } from './numerals.ts';
import type { Rows } from './study-tables.ts';

/** A fit in sentences, the same on the page and on the command line. */

/** A sentence made for each language. */
export const both = (sentence: (language: Language) => string): Says => ({
  fr: sentence('fr'),
  en: sentence('en'),
});

export const percent = (share: number, digits: number, language: Language): string =>
  `${fixed(100 * share, digits, language)}${language === 'fr' ? ' %' : '%'}`;

const LIST = 8;
/** So many names, and how many more there are. */
const listed = (names: readonly string[]): string =>
  `${names.slice(0, LIST).join(', ')}${names.length > LIST ? `… (+${names.length - LIST})` : ''}`;

const namesOf = (apart: readonly ApartDay[], why: ApartDay['why']): string[] =>
  apart.filter((one) => one.why === why).map(({ name }) => name);

/** Which days are set apart, and by what rule. */
export function apartSays({ apart, counts }: Pick<Fit, 'apart' | 'counts'>): Says {
  const total = counts.days.length;
  if (apart.length === 0)
    return {
      fr: `Aucun des ${total} jours n’est mis à part : tous restent à moins d’un quart, ou de quatre écarts robustes, de la médiane de leur jour de semaine.`,
      en: `None of the ${total} days is set apart: all lie within a quarter, or four robust spreads, of the median of their weekday.`,
    };
  const parts = (words: Record<ApartDay['why'], string>): string =>
    (['closed', 'quiet', 'busy'] as const)
      .map((why) => ({ names: namesOf(apart, why), word: words[why] }))
      .filter(({ names }) => names.length > 0)
      .map(({ names, word }) => `${word} ${listed(names)}`)
      .join(' ; ');
  return {
    fr: `${apart.length} jours sur ${total} sont mis à part, à plus d’un quart et de quatre écarts robustes de la médiane des neuf jours de semaine les plus proches : ${parts({ closed: 'fermés', quiet: 'creux (fériés ?)', busy: 'très chargés' })}.`,
    en: `${apart.length} of ${total} days are set apart, more than a quarter and four robust spreads off the median of the nine nearest of their weekday: ${parts({ closed: 'closed', quiet: 'quiet (holidays?)', busy: 'very busy' })}.`,
  };
}

/** How much days and intervals vary, beyond the chance of single calls. */
export function arrivalsSays({ arrivals, counts }: Pick<Fit, 'arrivals' | 'counts'>): Says {
  const { byDayAlone, dayCv, intervalCv, neighbours, profiles } = arrivals;
  const width = counts.widthS / 60;
  const calls = profiles.reduce((sum, { days, total }) => sum + days * total, 0);
  const days = profiles.reduce((sum, one) => sum + one.days, 0);
  const clings = neighbours - byDayAlone > 0.15;
  return both((language) => {
    const [mean, day, own] = [short(calls / days, 0, language), percent(dayCv, 1, language), ''];
    const each = percent(intervalCv, 1, language);
    const near = fixed(neighbours, 2, language);
    const alone = fixed(byDayAlone, 2, language);
    const said =
      language === 'fr'
        ? `${mean} appels par jour en moyenne ; au-delà du hasard des appels, un jour varie de ${day} autour de son profil, chaque tranche de ${width} min de ${each} encore.`
        : `${mean} calls a day on average; beyond the chance of single calls a day varies by ${day} around its profile, and each ${width} minutes by ${each} more.`;
    if (Number.isNaN(neighbours)) return said + own;
    const tail =
      language === 'fr'
        ? clings
          ? ` Deux tranches voisines s’écartent ensemble (corrélation ${near}, contre ${alone} par le seul facteur du jour) : un excès dure plus d’une tranche, ce que le modèle ne dit pas.`
          : ` Deux tranches voisines s’écartent ensemble comme le modèle le dit (corrélation ${near}, contre ${alone}).`
        : clings
          ? ` Neighbouring intervals go astray together (correlation ${near}, against ${alone} by the day’s factor alone): a surplus outlasts its interval, which the model does not say.`
          : ` Neighbouring intervals go astray together as the model says (correlation ${near}, against ${alone}).`;
    return said + tail;
  });
}

const bandsIn = ({ bands }: Reliability, language: Language): string =>
  bands
    .map(({ margin, nominal, share }) => {
      const around = margin === null ? '' : ` ± ${fixed(100 * margin, 1, language)}`;
      const [name, got] = [percent(nominal, 0, language), fixed(100 * share, 1, language)];
      return language === 'fr'
        ? `${name} en tient ${got}${around}`
        : `${name} holds ${got}${around}`;
    })
    .join(', ');

/** Does the fit hold on days it has not seen, and what follows for a staffing. */
export function reliabilitySays(weeks: Reliability): Says {
  return both((language) => {
    const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
    const { intervals, predicted, verdict } = weeks;
    if (verdict === 'unknown')
      return say(
        `Trop peu de jours pour éprouver l’ajustement : ${predicted} jours pourraient être prédits sans avoir servi ; il en faut quelques semaines.`,
        `Too few days to test the fit: ${predicted} days could be predicted without being used; it takes some weeks.`,
      );
    const seen = say(
      `Sur ${fixed(intervals, 0, 'fr')} intervalles de ${predicted} jours non ajustés (une semaine sur deux prédit l’autre), il s’en trouve, en %, dans la bande ${bandsIn(weeks, 'fr')}`,
      `Of ${fixed(intervals, 0, 'en')} intervals of ${predicted} days that were not fitted (every other week predicts the rest), so many % lie in a band: ${bandsIn(weeks, 'en')}`,
    );
    const [least, most] = [
      fixed(100 * HOLDS.least, 0, language),
      fixed(100 * HOLDS.most, 0, language),
    ];
    const words = {
      holds: say(
        `l’ajustement tient (80 % attendus, ${least} à ${most} admis)`,
        `the fit holds (80% expected, ${least} to ${most} allowed)`,
      ),
      narrow: say(
        'l’ajustement ne tient pas : les vrais jours sortent plus souvent de la bande qu’il ne le dit, et un effectif calculé avec lui sera débordé plus souvent que promis',
        'the fit does not hold: real days leave the band more often than it says, and a staffing found with it will be overrun more often than promised',
      ),
      wide: say(
        'l’ajustement ne tient pas : les vrais jours varient moins qu’il ne le dit, et un effectif calculé avec lui sera plus large que nécessaire',
        'the fit does not hold: real days vary less than it says, and a staffing found with it will be larger than needed',
      ),
    };
    return `${seen}${say(' : ', ': ')}${words[verdict]}.`;
  });
}

/** The harder test: a level that moves. */
export function laterSays(later: Reliability): Says | null {
  if (later.verdict === 'unknown') return null;
  return both((language) => {
    const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
    const band = later.bands.find(({ nominal }) => nominal === HOLDS.band);
    const share = percent(band?.share ?? Number.NaN, 1, language);
    const moved = later.level - 1;
    const level = percent(Math.abs(moved), 1, language);
    const way =
      Math.abs(moved) < 0.02
        ? say('le niveau n’a guère bougé', 'the level has hardly moved')
        : moved > 0
          ? say(`il en est venu ${level} de plus`, `${level} more came`)
          : say(`il en est venu ${level} de moins`, `${level} fewer came`);
    const verdict =
      later.verdict === 'holds' ? say('tient', 'holds') : say('ne tient pas', 'does not hold');
    return say(
      `Plus dur, la première moitié prédit la seconde : la bande à 80 % en tient ${share} et ${verdict} ; ${way} que le profil n’en attendait.`,
      `Harder, the first half predicts the second: the band of 80% has ${share} and ${verdict}; ${way} than the profile expected.`,
    );
  });
}

/** What setting days apart owes to hindsight. */
export function withApartSays({ apart, reliability }: Fit): Says | null {
  const { weeks, withApart } = reliability;
  if (apart.length === 0 || weeks.verdict === 'unknown') return null;
  return both((language) => {
    const share = percent(
      withApart.bands.find(({ nominal }) => nominal === HOLDS.band)?.share ?? Number.NaN,
      1,
      language,
    );
    return language === 'fr'
      ? `Avec les jours mis à part, qu’il faut connaître d’avance, la bande à 80 % en tient ${share}.`
      : `With the days set apart, which one has to know beforehand, the band of 80% has ${share}.`;
  });
}

/** Bands and the share of unseen intervals in each: every other week, with days apart, later. */
export function reliabilityTable(
  { later, weeks, withApart }: Fit['reliability'],
  language: Language,
): Rows {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const cell = (of: Reliability, i: number): string => {
    const { margin = null, share = Number.NaN } = of.bands[i] ?? {};
    if (Number.isNaN(share)) return '–';
    const around = margin === null ? '' : ` ± ${fixed(100 * margin, 1, language)}`;
    return `${fixed(100 * share, 1, language)}${around}`;
  };
  return {
    title: say(
      'Fiabilité : part, en %, des intervalles non ajustés que contient chaque bande',
      'Reliability: share, in %, of the intervals not fitted that each band holds',
    ),
    columns: [
      { head: say('une semaine sur deux', 'every other week'), width: 22 },
      { head: say('et jours à part', 'and days apart'), width: 20 },
      { head: say('seconde moitié', 'second half'), width: 20 },
    ],
    rows: weeks.bands.map(({ nominal }, i): [string, ...string[]] => [
      percent(nominal, 0, language),
      ...[weeks, withApart, later].map((one) => cell(one, i)),
    ]),
    below: [],
  };
}
