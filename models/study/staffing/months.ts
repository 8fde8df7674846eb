import { Moments, normalQuantile } from '../../kernel/tally.ts';
import { normalTail } from '../theory/special.ts';
import type { Probability } from './probability.ts';
import type { StaffingAsk } from './question.ts';

/**
 * A month is so many days like this one, each with callers of its own: its margin is the sum of
 * theirs. Months are too long to be played by the hundred; of so many days alike the sum is nearly
 * normal, and what days tell of its mean and spread tells how probable it is that it is met. The
 * interval is that of mean over spread (delta method), which is wide where days are few.
 */
export function monthsIn(
  margins: Float64Array,
  { alpha, monthDays }: Pick<StaffingAsk, 'alpha' | 'monthDays'>,
): Probability {
  const days = new Moments();
  for (const margin of margins) days.add(margin);
  const { mean, n, variance } = days;
  if (!(variance > 0)) return { share: mean >= -1e-9 ? 1 : 0, low: 0, high: 1, n };
  const ratio = mean / Math.sqrt(variance);
  const error = Math.sqrt((1 + (ratio * ratio) / 2) / n);
  const wide = normalQuantile(1 - alpha / 2) * error;
  const met = (x: number): number => normalTail(-x * Math.sqrt(monthDays));
  return { share: met(ratio), low: met(ratio - wide), high: met(ratio + wide), n };
}
