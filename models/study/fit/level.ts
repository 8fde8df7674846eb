import { Moments, tQuantile } from '../../kernel/tally.ts';
import type { KindOfDay } from './arrivals.ts';

/**
 * By how much a level seems to move from some days to later ones where it is still. Days of one
 * kind are compared with each other only, so that weekdays do not count as spread; their spread
 * beside their mean is taken to be the same of all kinds, as the factor of a day is.
 */

/** A level that is still is told to have moved once in a hundred records. */
const SURE = 0.99;

function byKind(days: readonly KindOfDay[]): Map<number, Moments> {
  const kinds = new Map<number, Moments>();
  for (const { day, kind } of days) {
    const moments = kinds.get(kind) ?? new Moments();
    moments.add(day.total);
    kinds.set(kind, moments);
  }
  return kinds;
}

/**
 * Half-width of what the calls of `later` days over those expected from `first` may be off 1 by
 * chance; of kinds of which the first has two days at least. Null where too few days tell.
 */
export function levelMargin(
  first: readonly KindOfDay[],
  later: readonly KindOfDay[],
): number | null {
  const before = byKind(first);
  let [spread, freedom] = [0, 0];
  let [expected, errors] = [0, 0];
  for (const [kind, now] of byKind(later)) {
    const then = before.get(kind);
    if (then === undefined || then.n < 2 || then.mean === 0) continue;
    for (const { mean, n, variance } of [then, now])
      if (n > 1 && mean > 0) {
        spread += ((n - 1) * variance) / (mean * mean);
        freedom += n - 1;
      }
    const usual = now.n * then.mean;
    expected += usual;
    errors += now.n * now.mean * now.mean + (usual * usual) / then.n;
  }
  if (freedom === 0) return null;
  const error = Math.sqrt((spread / freedom) * errors) / expected;
  return tQuantile((1 + SURE) / 2, freedom) * error;
}
