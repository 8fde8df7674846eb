import { exp } from '../kernel/exp.ts';
import type { LawSpec } from '../kernel/laws.ts';
import { budgetOf, lawOf, type PatienceLaw, spentBy } from './patience.ts';
import { givesUpAt, spentBetween, waitOnceTold } from './told.ts';

type Mixed = Extract<LawSpec, { law: 'hyperexponential' }>;

/**
 * The kinds of callers a law of patience mixes, each with a law of its own. A `Sampler` is a
 * PatienceLaw, save that of a hyperexponential, whose quantile draws a kind first (MODEL 3.1: "two
 * kinds of customers"): there a caller's hazard is that of their kind. Other laws have one kind.
 */
export class PatienceKinds {
  readonly laws: readonly PatienceLaw[];
  /** Kind i takes the uniforms from where the one before ends to ends[i]. */
  private readonly ends: readonly number[];
  private readonly zero: number;
  private readonly mixed: boolean;

  /** @param around what is added to the law of each kind: messages */
  constructor(spec: LawSpec, around: (law: PatienceLaw) => PatienceLaw = (law) => law) {
    this.mixed = spec.law === 'hyperexponential';
    if (spec.law !== 'hyperexponential') {
      this.laws = [around(lawOf(spec))];
      this.ends = [1];
      this.zero = 0;
      return;
    }
    const { phases, total } = phasesOf(spec);
    let sum = 0;
    // To the letter as the kernel draws them, for the same bits.
    this.ends = phases.map((phase) => (sum += phase.share) / total);
    this.zero = spec.zero ?? 0;
    this.laws = [
      ...phases.map(({ mean }) => around(lawOf({ law: 'exponential', mean }))),
      lawOf({ law: 'deterministic', value: 0 }),
    ];
  }

  /** The kind of the caller who draws u. */
  kindOf(u: number): number {
    if (u < this.zero) return this.ends.length;
    const p = this.beyondZero(u);
    let kind = 0;
    while (kind < this.ends.length - 1 && p >= (this.ends[kind] as number)) kind += 1;
    return kind;
  }

  /** What u is among the callers of this kind, a uniform in (0, 1) again. */
  uniformIn(kind: number, u: number): number {
    if (!this.mixed || kind === this.ends.length) return u;
    const from = kind === 0 ? 0 : (this.ends[kind - 1] as number);
    const width = (this.ends[kind] as number) - from;
    return Math.min((this.beyondZero(u) - from) / width, 1 - 1e-16);
  }

  /**
   * How long one waits who draws u and is told a wait on arrival (told.ts).
   * @param waitedMs what a record says was borne, of a day without announcements; 0: nothing
   */
  waitTold(
    u: number,
    waitedMs: number,
    toldMs: number,
    scaleMs: number,
    before: number,
    growth: number,
  ): number {
    if (waitedMs <= 0) {
      const kind = this.kindOf(u);
      const law = this.laws[kind] as PatienceLaw;
      return waitOnceTold(law, this.uniformIn(kind, u), toldMs, scaleMs, before, growth);
    }
    const spent = this.laws.map((law) => spentBy(law, waitedMs));
    const [kind, within] = this.survivor(u, spent);
    const v = 1 - exp(-(spent[kind] as number) - budgetOf(within));
    return waitOnceTold(this.laws[kind] as PatienceLaw, v, toldMs, scaleMs, before, growth);
  }

  /** When one gives up, ms from the beginning, who draws u and still waits once told a wait. */
  waitBeyond(u: number, waitedMs: number, toldMs: number, before: number, growth: number): number {
    const spent = this.mixed
      ? this.laws.map((law) => spentBetween(law, 0, waitedMs, toldMs, before, growth))
      : [];
    const [kind, within] = this.survivor(u, spent);
    const law = this.laws[kind] as PatienceLaw;
    return givesUpAt(law, waitedMs, budgetOf(within), toldMs, before, growth);
  }

  /**
   * The kind of one who draws u, and the uniform within it, once so much hazard of each kind has
   * been borne: who has borne much is likely to be of a patient kind.
   */
  private survivor(u: number, spent: readonly number[]): readonly [number, number] {
    if (!this.mixed) return [0, u];
    const least = Math.min(...spent);
    const weights = this.ends.map((end, kind) => {
      const share = end - (kind === 0 ? 0 : (this.ends[kind - 1] as number));
      return share * exp(least - (spent[kind] as number));
    });
    let left = u * weights.reduce((sum, weight) => sum + weight, 0);
    let kind = 0;
    while (kind < weights.length - 1 && left >= (weights[kind] as number))
      left -= weights[kind++] as number;
    return [kind, Math.min(left / (weights[kind] as number), 1 - 1e-16)];
  }

  private beyondZero(u: number): number {
    return this.zero > 0 ? (u - this.zero) / (1 - this.zero) : u;
  }
}

function phasesOf(spec: Mixed): { phases: Mixed['phases']; total: number } {
  const total = spec.phases.reduce((all, phase) => all + phase.share, 0);
  return { phases: spec.phases.filter((phase) => phase.share > 0), total };
}
