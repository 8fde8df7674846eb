import type { Says } from '../../words/problem.ts';
import { short } from '../report/numerals.ts';
import type { HourHandling } from './handling.ts';

/**
 * Handling by the hour as a scenario has it (RULES A10): where hours differ by more than the chance
 * of their calls, each its own ratio, drawn towards 1 as far as chance explains it. The spread
 * between hours is that of DerSimonian and Laird 1986; it is told from none by Cochran's Q.
 */

/** An hour with fewer calls tells nothing. */
const HOUR_CALLS = 30;
/** From a half-width of 95 % to a standard error. */
const NORMAL_95 = 1.96;

const square = (x: number): number => x * x;
const thousandth = (x: number): number => Math.round(x * 1_000) / 1_000;

/** How many times the usual handling each hour has; empty where hours are alike. */
function hourRatios(hours: readonly HourHandling[]): Map<number, number> {
  const told = hours
    .filter(({ n, ratioMargin }) => n >= HOUR_CALLS && ratioMargin > 0)
    .map((one) => ({ ...one, variance: square(one.ratioMargin / NORMAL_95) }));
  const sum = (of: (one: (typeof told)[number]) => number): number =>
    told.reduce((all, one) => all + of(one), 0);
  const weight = sum(({ variance }) => 1 / variance);
  const mean = sum(({ ratio, variance }) => ratio / variance) / weight;
  const q = sum(({ ratio, variance }) => square(ratio - mean) / variance);
  const free = told.length - 1;
  // Beyond the mean of chance by two of its standard deviations.
  if (free < 1 || q < free + 2 * Math.sqrt(2 * free)) return new Map();
  const between = (q - free) / (weight - sum(({ variance }) => 1 / square(variance)) / weight);
  const drawn = told.map((one) => {
    const own = between / (between + one.variance);
    return { ...one, ratio: 1 + own * (one.ratio - 1) };
  });
  const calls = drawn.reduce((all, { n }) => all + n, 0);
  const level = drawn.reduce((all, { n, ratio }) => all + n * ratio, 0) / calls;
  return new Map(drawn.map(({ hour, ratio }) => [hour, ratio / level]));
}

/**
 * The same for the intervals of a day; undefined where hours are alike.
 * @param fromS opening, seconds after midnight
 */
export function hourFactors(
  hours: readonly HourHandling[],
  fromS: number,
  widthS: number,
  intervals: number,
): number[] | undefined {
  const ratios = hourRatios(hours);
  if (ratios.size === 0) return undefined;
  const factors = Array.from({ length: intervals }, (_, i) =>
    thousandth(ratios.get(Math.floor((fromS + (i + 0.5) * widthS) / 3_600)) ?? 1),
  );
  return factors.every((one) => one === 1) ? undefined : factors;
}

/** What is said of a day whose handling follows the hour. */
export function hoursNote(factors: readonly number[] | undefined): Says[] {
  if (factors === undefined) return [];
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  return [
    {
      fr: `Le traitement suit l’heure : de ${short(least, 2, 'fr')} à ${short(most, 2, 'fr')} fois l’ordinaire, part du hasard déduite.`,
      en: `Handling follows the hour: from ${short(least, 2, 'en')} to ${short(most, 2, 'en')} times the usual, chance taken out.`,
    },
  ];
}
