import { compareDays, type Figure, knownWidth } from './compare.ts';
import type { DayRow } from './rows.ts';

/**
 * MODEL 11.4: a policy that weighs each need may cost least by giving up the hard calls. A mean
 * says nothing of it, so it is looked for.
 */
export interface Sacrifice {
  /** The policy that comes first, and one behind it that treats needs more alike. */
  readonly policy: number;
  readonly than: number;
  /** Share resolved at first contact, `policy` less `than`: of hard needs less, of easy more. */
  readonly hard: Figure;
  readonly easy: Figure;
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/**
 * Whether the first of an order resolves fewer of the hard calls, and more of the easy ones, than a
 * policy behind it; the best of those it does so to. Both must show on the same days, all that is
 * looked at holding together (Bonferroni). null where it does not.
 * @param days of each policy; day d of all met the same callers
 * @param order policies, the best first
 */
export function sacrificeOf(
  days: readonly (readonly DayRow[])[],
  order: readonly number[],
  level = 0.95,
): Sacrifice | null {
  const [policy, ...others] = order;
  if (policy === undefined) return null;
  const each = 1 - (1 - level) / Math.max(1, 2 * others.length);
  for (const than of others) {
    const apart = compareDays(days[policy]!, days[than]!, each);
    const { resolutionHard: hard, resolutionEasy: easy } = apart;
    if (hard === undefined || easy === undefined) continue;
    if (!(hard.mean < -hard.halfWidth && easy.mean > easy.halfWidth)) continue;
    const figure = ({ mean, halfWidth, n }: typeof hard): Figure => ({
      mean: finite(mean),
      halfWidth: knownWidth(halfWidth),
      n,
    });
    return { policy, than, hard: figure(hard), easy: figure(easy) };
  }
  return null;
}
