import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';
import { Moments } from '../kernel/tally.ts';
import { demand, demandCount, demandPositive } from './theory/argument.ts';

/**
 * Which of k policies is the best, said with a guarantee, and no more days played than that takes:
 * the fully sequential procedure KN of Kim and Nelson 2001 (ACM TOMACS 11, 251-273), with c = 1.
 * It allows unequal variances and common random numbers: policies that met the same callers differ
 * by little noise, and are told apart sooner (MODEL 13.5).
 */

/** What is asked of a selection. */
export interface SelectionRule {
  /** The indifference zone: a smaller difference is not worth finding. Unit of the values. */
  readonly delta: number;
  /** Greatest probability of not choosing the best where it is better by `delta` or more. */
  readonly alpha: number;
  /** Replications of every system before any can be dropped; variances come from them alone. */
  readonly n0: number;
  /** Replications after which a selection that is still open is given up. */
  readonly most: number;
  readonly better: 'lower' | 'higher';
}

/** MODEL 13.5 and 13.3: .05 waiting-minute equivalents a customer, 95 %, 20 days, 5,000 at most. */
export const SELECTION_RULE: SelectionRule = {
  delta: 0.05,
  alpha: 0.05,
  n0: 20,
  most: 5_000,
  better: 'lower',
};

/** One of the systems compared. */
export interface SystemState {
  /** Not dropped. */
  readonly in: boolean;
  /** Replications in its mean: of a system that was dropped, those until then. */
  readonly replications: number;
  /** null before the first. */
  readonly mean: number | null;
  /** After which replication it was dropped, and the system it was furthest behind. */
  readonly out: { readonly after: number; readonly by: number } | null;
}

/**
 * Where a selection stands; plain data. Systems are called by their number, from 0.
 * `going`: more replications are needed. `decided`: `chosen` is the best, as `guarantee` says.
 * `undecided`: the most replications allowed did not tell those still in apart.
 */
export interface SelectionState {
  readonly status: 'going' | 'decided' | 'undecided';
  readonly replications: number;
  /**
   * Replications, those made included, after which it is decided at the latest, were more than
   * `most` allowed; null before n0.
   */
  readonly bound: number | null;
  /** The best mean among those still in, the first of equals; null before any replication. */
  readonly leader: number | null;
  /** null unless decided. */
  readonly chosen: number | null;
  /** Others that cannot be told from the chosen one, since their mean is the very same. */
  readonly tied: readonly number[];
  readonly systems: readonly SystemState[];
  /**
   * For values that are normal, as the means of a day nearly are: with at least this probability
   * the chosen system is the best, if no other is within `delta` of the best. null unless decided.
   */
  readonly guarantee: { readonly probability: number; readonly delta: number } | null;
}

/**
 * The constants of KN: eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2 and
 * h2 = 2 eta (n0 - 1). Source: Kim and Nelson 2001, section 3; MODEL 13.5.
 * @param systems k, 2 or more
 */
export function selectionConstants(
  systems: number,
  alpha: number,
  n0: number,
): { readonly eta: number; readonly h2: number } {
  demandCount('systems', systems, 2);
  demandCount('n0', n0, 2);
  // Choosing blindly is right once in k: nobody needs days played for less than that.
  const says = `above 0 and below 1 - 1/k = ${1 - 1 / systems}`;
  demand(alpha > 0 && alpha < 1 - 1 / systems, 'alpha', says, alpha);
  const tail = log((2 * alpha) / (systems - 1));
  const eta = (exp((-2 / (n0 - 1)) * tail) - 1) / 2;
  return { eta, h2: 2 * eta * (n0 - 1) };
}

/**
 * A selection under way. Feed it replications in their order; every value of one replication met
 * the same callers. A system that was dropped need not be played any more.
 */
export class Selection {
  private status: SelectionState['status'] = 'going';
  private replications = 0;
  private readonly rule: SelectionRule;
  private readonly means: readonly Moments[];
  private readonly out: ({ readonly after: number; readonly by: number } | null)[];
  /** Systems that were not dropped, in order. */
  private left: number[];
  /** The first n0 replications, until the variances are known. */
  private readonly first: number[][] = [];
  /** h2 S^2 / delta^2 of each pair: replications after which it has no room left. */
  private limits: Float64Array | null = null;

  /** One system alone is chosen without any replication. */
  constructor(systems: number, rule: SelectionRule = SELECTION_RULE) {
    demandCount('systems', systems, 1);
    demandPositive('delta', rule.delta);
    demandCount('n0', rule.n0, 2);
    demandCount('most', rule.most, rule.n0);
    selectionConstants(Math.max(2, systems), rule.alpha, rule.n0);
    this.rule = rule;
    this.means = Array.from({ length: systems }, () => new Moments());
    this.out = Array.from({ length: systems }, () => null);
    this.left = Array.from({ length: systems }, (_, i) => i);
    if (systems === 1) this.status = 'decided';
  }

  /**
   * Adds one replication: the value of each system, by number; what stands in the place of a
   * system that was dropped is not looked at. A RangeError where a value is not finite, or where
   * the selection is over.
   */
  add(values: ArrayLike<number>): void {
    const { first, means, rule, status } = this;
    demand(status === 'going', 'status', '"going" for a replication to be added', status);
    demand(values.length === means.length, 'values', `${means.length} long`, values.length);
    for (const i of this.left)
      demand(Number.isFinite(values[i]), `values[${i}]`, 'a finite number', values[i]);
    for (const i of this.left) means[i]!.add(values[i]!);
    this.replications += 1;
    if (this.limits === null) first.push(Array.from(values));
    if (this.replications === rule.n0) this.measure();
    if (this.limits !== null) this.screen();
  }

  /**
   * Adds replications until the selection is over, and no further.
   * @returns how many it took
   */
  addAll(batch: readonly ArrayLike<number>[]): number {
    let taken = 0;
    for (const values of batch) {
      if (this.status !== 'going') break;
      this.add(values);
      taken += 1;
    }
    return taken;
  }

  /** Where it stands. */
  state(): SelectionState {
    const { means, out, replications, rule, status } = this;
    const leader = this.leader();
    const decided = status === 'decided';
    const chosen = decided ? leader : null;
    return {
      status,
      replications,
      bound: decided ? replications : this.bound(),
      leader: replications === 0 && !decided ? null : leader,
      chosen,
      tied: decided ? this.left.filter((i) => i !== chosen) : [],
      systems: means.map((mean, i) => ({
        in: out[i] === null,
        replications: mean.n,
        mean: mean.n === 0 ? null : mean.mean,
        out: out[i]!,
      })),
      guarantee: decided ? { probability: 1 - rule.alpha, delta: rule.delta } : null,
    };
  }

  /** Systems that were not dropped, in order. */
  inside(): number[] {
    return [...this.left];
  }

  /** By how much the mean of i is worse than that of l. */
  private behind(i: number, l: number): number {
    const apart = this.means[i]!.mean - this.means[l]!.mean;
    return this.rule.better === 'lower' ? apart : -apart;
  }

  private leader(): number {
    return this.left.reduce((best, i) => (this.behind(i, best) < 0 ? i : best));
  }

  private limit(i: number, l: number): number {
    return this.limits![i * this.means.length + l]!;
  }

  /** The most that a pair still in may need, and one more. */
  private bound(): number | null {
    if (this.limits === null) return null;
    let most = 0;
    for (const i of this.left) for (const l of this.left) most = Math.max(most, this.limit(i, l));
    return Math.max(this.replications, Math.floor(most) + 1);
  }

  /** The variance of each difference, from the first n0 replications and never again. */
  private measure(): void {
    const { first, means, rule } = this;
    const k = means.length;
    const { h2 } = selectionConstants(k, rule.alpha, rule.n0);
    this.limits = new Float64Array(k * k);
    for (let i = 0; i < k; i += 1)
      for (let l = 0; l < i; l += 1) {
        const apart = new Moments();
        for (const values of first) apart.add(values[i]! - values[l]!);
        const limit = (h2 * apart.variance) / (rule.delta * rule.delta);
        this.limits[i * k + l] = limit;
        this.limits[l * k + i] = limit;
      }
    first.length = 0;
  }

  /** Drops whoever is too far behind another of those still in, all at once, and concludes. */
  private screen(): void {
    const { replications, rule } = this;
    for (const i of this.left) {
      const by = this.ahead(i);
      if (by !== null) this.out[i] = { after: replications, by };
    }
    this.left = this.left.filter((i) => this.out[i] === null);
    const alone = this.left.length === 1;
    // From the bound on nobody has any room: those who are left have the very same mean.
    if (alone || replications >= this.bound()!) this.status = 'decided';
    else if (replications >= rule.most) this.status = 'undecided';
  }

  /** Who is ahead of i by more than the room it has left, the furthest of them; null for nobody. */
  private ahead(i: number): number | null {
    const { replications: r, rule } = this;
    let by: number | null = null;
    let furthest = 0;
    for (const l of this.left) {
      if (l === i) continue;
      const room = Math.max(0, (rule.delta / (2 * r)) * (this.limit(i, l) - r));
      const beyond = this.behind(i, l) - room;
      if (beyond > furthest) [furthest, by] = [beyond, l];
    }
    return by;
  }
}
