import type { HourHandling } from './handling.ts';

/** How many times as long as their law talks last, hour by hour, as far as that is no chance. */

const Z = 1.96;

const errorOf = ({ ratioMargin }: HourHandling): number => ratioMargin / Z;

/** Cochran's Q: whether hours differ by less than two spreads beyond what chance alone makes. */
function areAlike(hours: readonly HourHandling[], centre: number): boolean {
  const known = hours.filter((one) => errorOf(one) > 0);
  const q = known.reduce((sum, one) => {
    const off = (one.ratio - centre) / errorOf(one);
    return sum + off * off;
  }, 0);
  const free = known.length - 1;
  return q < free + 2 * Math.sqrt(2 * free);
}

/**
 * Factors by hour, each drawn towards 1 by as much as its own chance asks (empirical Bayes, Efron
 * and Morris 1975), their mean over calls being 1: the load of the day is that of the law. Empty
 * where hours differ by no more than chance.
 */
export function hourFactors(hours: readonly HourHandling[]): Map<number, number> {
  const told = hours.filter(({ ratioMargin }) => Number.isFinite(ratioMargin));
  const calls = told.reduce((sum, { n }) => sum + n, 0);
  const mean = (of: (one: HourHandling) => number): number =>
    told.reduce((sum, one) => sum + one.n * of(one), 0) / calls;
  const centre = mean(({ ratio }) => ratio);
  const between =
    mean(({ ratio }) => (ratio - centre) * (ratio - centre)) -
    mean((one) => errorOf(one) * errorOf(one));
  if (told.length < 3 || !(between > 0) || areAlike(told, centre)) return new Map();
  const drawn = told.map((one) => {
    const weight = between / (between + errorOf(one) * errorOf(one));
    return { hour: one.hour, n: one.n, factor: 1 + weight * (one.ratio - 1) };
  });
  const level = drawn.reduce((sum, { factor, n }) => sum + n * factor, 0) / calls;
  return new Map(drawn.map(({ factor, hour }) => [hour, factor / level]));
}
