import type { Says } from '../../words/problem.ts';
import type { ApartDay } from '../fit/day-kinds.ts';
import type { Fit } from '../fit/fitted.ts';
import { type Coverage, HOLDS, type Later, type Reliability } from '../fit/reliability.ts';
import { fixed, type Language } from './numerals.ts';
import { both, daysIn, percent, type Say, sayIn, several } from './said.ts';
import type { Rows } from './study-tables.ts';

/** Arrivals in sentences, and how far they can be trusted. */

const LIST = 8;
/** So many names, and how many more there are. */
const listed = (names: readonly string[]): string =>
  `${names.slice(0, LIST).join(', ')}${names.length > LIST ? `… (+${names.length - LIST})` : ''}`;

function apartList(apart: readonly ApartDay[], say: Say): string {
  const words = {
    closed: say('fermés', 'closed'),
    quiet: say('creux, peut-être fériés', 'quiet, perhaps holidays'),
    busy: say('très chargés', 'very busy'),
  };
  return (['closed', 'quiet', 'busy'] as const)
    .map((why) => ({ why, names: apart.filter((one) => one.why === why) }))
    .filter(({ names }) => names.length > 0)
    .map(({ names, why }) => `${words[why]}, ${listed(names.map(({ name }) => name))}`)
    .join(say(' ; ', '; '));
}

/** Which days are set apart, and by what rule. */
export function apartSays({ apart, counts }: Pick<Fit, 'apart' | 'counts'>): Says {
  return both((say, language) => {
    const all = daysIn(counts.days.length, language);
    const rule = say(
      'plus d’un quart et quatre écarts robustes de la médiane des neuf mêmes jours de la semaine les plus proches',
      'more than a quarter and four robust spreads off the median of the nine nearest of their weekday',
    );
    if (apart.length === 0)
      return say(`${all}, aucun à part (à ${rule}).`, `${all}, none set apart (${rule}).`);
    const some = several(
      apart.length,
      say('mis à part', 'set apart'),
      say('mis à part', 'set apart'),
      language,
    );
    const list = apartList(apart, say);
    return say(`${all}, dont ${some}, à ${rule} : ${list}.`, `${all}, ${some}, ${rule}: ${list}.`);
  });
}

/** A correlation this far beyond what the day’s factor gives is worth telling. */
const CLINGS = 0.15;

/** How much days and intervals vary, beyond the chance of single calls. */
export function arrivalsSays({ arrivals, counts }: Pick<Fit, 'arrivals' | 'counts'>): Says {
  const { byDayAlone, dayCv, intervalCv, neighbours, profiles } = arrivals;
  const width = counts.widthS / 60;
  const calls = profiles.reduce((sum, { days, total }) => sum + days * total, 0);
  const days = profiles.reduce((sum, one) => sum + one.days, 0);
  return both((say, language) => {
    if (calls === 0) return say('aucun appel.', 'no calls.');
    const mean = several(
      Math.round(calls / days),
      say('appel', 'call'),
      say('appels', 'calls'),
      language,
    );
    const level = say(`${mean} par jour en moyenne`, `${mean} a day on average`);
    if (profiles.every((one) => one.days < 2))
      return say(
        `${level} ; aucun jour de semaine n’est là deux fois, rien ne dit combien ils varient.`,
        `${level}; no weekday is there twice, and nothing tells how much they vary.`,
      );
    const [day, each] = [percent(dayCv, 1, language), percent(intervalCv, 1, language)];
    const said = say(
      `${level} ; au-delà du hasard des appels, un jour varie de ${day} autour de son profil, et chaque tranche de ${width} min de ${each} encore.`,
      `${level}; beyond the chance of single calls a day varies by ${day} around its profile, and each ${width} minutes by ${each} more.`,
    );
    if (Number.isNaN(neighbours)) return said;
    const [near, alone] = [fixed(neighbours, 2, language), fixed(byDayAlone, 2, language)];
    const tail =
      neighbours - byDayAlone > CLINGS
        ? say(
            `Deux tranches voisines s’écartent ensemble (corrélation ${near}, contre ${alone} par le seul facteur du jour) : un excès dure plus d’une tranche, ce que le modèle ne dit pas.`,
            `Neighbouring intervals go astray together (correlation ${near}, against ${alone} by the day’s factor alone): a surplus outlasts its interval, which the model does not say.`,
          )
        : say(
            `Deux tranches voisines s’écartent ensemble comme le modèle le dit (corrélation ${near}, contre ${alone}).`,
            `Neighbouring intervals go astray together as the model says (correlation ${near}, against ${alone}).`,
          );
    return `${said} ${tail}`;
  });
}

/** 80.1 ± 1.2 */
function shareIn({ margin, share }: Coverage, language: Language): string {
  if (Number.isNaN(share)) return '–';
  const around = margin === null ? '' : ` ± ${fixed(100 * margin, 1, language)}`;
  return `${fixed(100 * share, 1, language)}${around}`;
}

const bandOf = ({ bands }: Reliability): Coverage =>
  bands.find(({ nominal }) => nominal === HOLDS.band) as Coverage;

/** What a band that does not hold means, and for whom. */
function meaning(weeks: Reliability, say: Say): string {
  const [least, most] = [100 * HOLDS.least, 100 * HOLDS.most];
  if (weeks.verdict === 'holds')
    return say(
      `l’ajustement tient (80 attendus, ${least} à ${most} admis)`,
      `the fit holds (80 expected, ${least} to ${most} allowed)`,
    );
  return weeks.verdict === 'narrow'
    ? say(
        'l’ajustement ne tient pas : les vrais jours sortent plus souvent de la bande qu’il ne le dit, et un effectif calculé avec lui sera débordé plus souvent que promis',
        'the fit does not hold: real days leave the band more often than it says, and staffing based on it will fall short more often than promised',
      )
    : say(
        'l’ajustement ne tient pas, mais du côté prudent : les vrais jours varient moins qu’il ne le dit, et un effectif calculé avec lui sera plus large que nécessaire',
        'the fit does not hold, though on the safe side: real days vary less than it says, and staffing based on it will be more than is needed',
      );
}

/** So few days that they could be on either side of what is allowed. */
export function isDoubtful(weeks: Reliability): boolean {
  const { margin, share } = bandOf(weeks);
  if (margin === null) return true;
  const [low, high] = [share - margin, share + margin];
  return weeks.verdict === 'holds'
    ? low < HOLDS.least - 0.02 || high > HOLDS.most + 0.02
    : low < HOLDS.most && high > HOLDS.least;
}

/** Does the fit hold on days it has not seen, and what follows for a staffing. */
export function reliabilitySays(weeks: Reliability): Says {
  return both((say, language) => {
    const days = daysIn(weeks.predicted, language);
    if (weeks.verdict === 'unknown')
      return say(
        `Trop peu de jours pour éprouver l’ajustement (${days} à prédire) ; il en faut quelques semaines.`,
        `Too few days to test the fit (${days} to predict); it takes some weeks.`,
      );
    const shares = weeks.bands
      .map((band) => {
        const [name, got] = [percent(band.nominal, 0, language), shareIn(band, language)];
        return say(`${got} dans celle à ${name}`, `${got} in that of ${name}`);
      })
      .join(', ');
    const n = fixed(weeks.intervals, 0, language);
    const doubt = isDoubtful(weeks)
      ? say(' ; si peu de jours laissent un doute', '; so few days leave a doubt')
      : '';
    return say(
      `Des ${n} intervalles de ${days} non ajustés (une semaine sur deux prédit l’autre), la part dans chaque bande, en % : ${shares}. Donc ${meaning(weeks, say)}${doubt}.`,
      `Of ${n} intervals of ${days} that were not fitted (every other week predicts the rest), the share in each band, in %: ${shares}. So ${meaning(weeks, say)}${doubt}.`,
    );
  });
}

/** How the level went, and whether chance alone may have brought that. */
function levelSays({ level, levelMargin }: Later, say: Say, language: Language): string {
  const moved = level - 1;
  if (Math.abs(moved) < 0.02) return say('le niveau n’a guère bougé', 'the level has hardly moved');
  const by = percent(Math.abs(moved), 1, language);
  const chance =
    levelMargin === null || Math.abs(moved) > levelMargin
      ? ''
      : say(', ce que le hasard peut expliquer', ', which may be chance');
  return moved > 0
    ? say(`il est venu ${by} d’appels de plus qu’attendu`, `${by} more calls came than expected`) +
        chance
    : say(
        `il est venu ${by} d’appels de moins qu’attendu`,
        `${by} fewer calls came than expected`,
      ) + chance;
}

/** The harder test: a level that moves. */
export function laterSays(later: Later): Says | null {
  if (later.verdict === 'unknown') return null;
  return both((say, language) => {
    const share = shareIn(bandOf(later), language);
    const way = levelSays(later, say, language);
    const holds =
      later.verdict === 'holds'
        ? say('elle tient', 'it holds')
        : isDoubtful(later)
          ? say(
              'c’est trop peu de jours pour dire si elle tient',
              'these are too few days to tell whether it holds',
            )
          : say('elle ne tient pas', 'it does not hold');
    return say(
      `Plus dur, la première moitié du relevé prédit la seconde : ${share} % dans la bande à 80 %, ${holds} ; ${way}.`,
      `Harder, the first half of the records predicts the second: ${share}% in the band of 80%, ${holds}; ${way}.`,
    );
  });
}

/** What setting days apart owes to hindsight. */
export function withApartSays({ apart, reliability }: Fit): Says | null {
  const { weeks, withApart } = reliability;
  if (apart.length === 0 || weeks.verdict === 'unknown') return null;
  return both((say, language) => {
    const share = shareIn(bandOf(withApart), language);
    return say(
      `Avec les jours mis à part, qu’il faut connaître d’avance, ${share} % dans la bande à 80 %.`,
      `With the days set apart, which one has to know beforehand, ${share}% in the band of 80%.`,
    );
  });
}

/** Bands and the share of unseen intervals in each: every other week, with days apart, later. */
export function reliabilityTable(
  { later, weeks, withApart }: Fit['reliability'],
  language: Language,
): Rows {
  const say = sayIn(language);
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
      ...[weeks, withApart, later].map(({ bands }) => shareIn(bands[i] as Coverage, language)),
    ]),
    below: [],
  };
}
