import { MEASURES, type Measure } from '../folds/measures/figures.ts';
import { Moments, RatioOfSums, tQuantile } from '../kernel/tally.ts';
import type { DayRow } from './rows.ts';
import { demand, demandCount, demandPositive } from './theory/argument.ts';

/**
 * How many days are enough (MODEL 13.3): batches of days until every figure shown is known to a
 * part of itself, or to a point where it is a share.
 */

/** The figures by which policies are shown side by side (MODEL 15.2), in their order. */
export const SHOWN = [
  'costPerCustomer',
  'attemptsPerCustomer',
  'firstContactResolution',
  'abandonRate',
  'meanWait',
  'averageHandlingTime',
  'lived',
  'livedP10',
  'livedPoorly',
  'lostPerCustomer',
] as const;

export interface PrecisionRule {
  /** Half-width over the figure. */
  readonly relative: number;
  /** Or the half-width itself, of a share. */
  readonly ofShare: number;
  /** Level at which all shown figures of a policy hold together (Bonferroni). */
  readonly level: number;
  /** Days before the first look, days between looks, and days after which it is given up. */
  readonly first: number;
  readonly batch: number;
  readonly most: number;
}

/** MODEL 13.3: 5 % or a point, from 30 days on, every 10, 5,000 at most. */
export const PRECISION: PrecisionRule = {
  relative: 0.05,
  ofShare: 0.01,
  level: 0.95,
  first: 30,
  batch: 10,
  most: 5_000,
};

export interface Precise {
  /** The days of the first look at which all was precise; null where there was none. */
  readonly days: number | null;
  /** Else how many it may take, guessed from these; Infinity where they say nothing. */
  readonly likely: number;
}

/** One figure of one policy as its days come. */
class Watched {
  private readonly ratio = new RatioOfSums();
  private readonly plain = new Moments();

  constructor(
    private readonly measure: Measure,
    private readonly rule: PrecisionRule,
  ) {}

  add(day: DayRow): void {
    const { x, y } = this.measure;
    const [above, below] = [x(day), y?.(day)];
    if (Number.isNaN(above) || (below !== undefined && Number.isNaN(below))) return;
    if (below === undefined) this.plain.add(above);
    else this.ratio.add(above, below);
  }

  /** Half-width over what is allowed: precise from 1 down. 0 where there is nothing to say. */
  excess(student: (n: number) => number): number {
    const { measure, plain, ratio, rule } = this;
    const [mean, error, n] =
      measure.y === undefined
        ? [plain.mean, plain.standardError, plain.n]
        : [ratio.ratio, ratio.standardError, ratio.n];
    if (Number.isNaN(mean)) return 0;
    if (Number.isNaN(error)) return Number.POSITIVE_INFINITY;
    const wide = student(n) * error;
    const allowed = Math.max(
      rule.relative * Math.abs(mean),
      measure.unit === '1' ? rule.ofShare : 0,
    );
    return wide === 0 ? 0 : wide / allowed;
  }
}

/** Student's quantile by number of days, worked out once for each. */
function students(level: number): (n: number) => number {
  const known = new Map<number, number>();
  return (n) => {
    const found = known.get(n) ?? tQuantile((1 + level) / 2, n - 1);
    known.set(n, found);
    return found;
  };
}

/**
 * After how many of these days every shown figure of every policy is precise, looked at as a
 * sequential rule does: after `first`, then each `batch`, never between.
 * @param policies the days of each, equally many
 */
export function preciseAfter(
  policies: readonly (readonly DayRow[])[],
  rule: PrecisionRule = PRECISION,
): Precise {
  const count = policies[0]?.length ?? 0;
  for (const days of policies)
    demand(days.length === count, 'days', `${count} a policy`, days.length);
  demandPositive('relative', rule.relative);
  demandCount('first', rule.first, 2);
  demandCount('batch', rule.batch, 1);
  const shown = MEASURES.filter(({ name }) => (SHOWN as readonly string[]).includes(name));
  const student = students(1 - (1 - rule.level) / shown.length);
  const watched = policies.map(() => shown.map((measure) => new Watched(measure, rule)));
  for (let d = 0; d < count; d += 1) {
    watched.forEach((figures, i) => {
      for (const figure of figures) figure.add(policies[i]![d]!);
    });
    const looked = d + 1 - rule.first;
    if (looked < 0 || looked % rule.batch !== 0) continue;
    if (watched.every((figures) => figures.every((figure) => figure.excess(student) <= 1)))
      return { days: d + 1, likely: d + 1 };
  }
  const worst = Math.max(...watched.flat().map((figure) => figure.excess(student)));
  return { days: null, likely: Math.ceil(count * worst * worst) };
}
