import { normalQuantile } from '../../kernel/tally.ts';

/** A probability that days have told, and the interval it lies in. */
export interface Probability {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Days (or months' worth of days) that tell it. */
  readonly n: number;
}

/**
 * So many days of n. The interval is Wilson's (1927): it holds near 0 and 1 too, where the usual
 * one has no width; days that were all alike still do not say how all others will be.
 */
export function probabilityOf(held: number, n: number, alpha: number): Probability {
  if (n === 0) return { share: Number.NaN, low: 0, high: 1, n };
  const z = normalQuantile(1 - alpha / 2);
  const share = held / n;
  const wide = 1 + (z * z) / n;
  const middle = (share + (z * z) / (2 * n)) / wide;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / wide;
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n };
}

/** Whether so many days are enough: days may leave that open. */
export type Verdict = 'holds' | 'unsure' | 'fails';

/** What days say of a share that is asked for: below its interval, above it, or inside. */
export const verdictOf = ({ high, low }: Probability, on: number): Verdict =>
  low >= on ? 'holds' : high < on ? 'fails' : 'unsure';

/**
 * The same of several at once. Each for itself would err once in 1 / alpha: of fifty intervals some
 * would seem to fail by chance alone. Bonferroni holds for all together, however they depend.
 */
export const verdictsOf = (
  all: readonly Probability[],
  { alpha, on }: { readonly alpha: number; readonly on: number },
): Verdict[] =>
  all.map(({ n, share }) =>
    verdictOf(probabilityOf(Math.round(share * n), n, alpha / all.length), on),
  );
