import type { LivedFrame } from './lived.ts';

/** The frame of the report, from a scenario (study/trial.ts makes it). */
export interface MeasuresFrame {
  readonly lengthMs: number;
  readonly intervalMs: number;
  readonly intervals: number;
  readonly warmUpMs: number;
  readonly types: number;
  readonly groups: number;
  /** Group of each agent. */
  readonly groupOf: ArrayLike<number>;
  /** Agents scheduled in each group, from each instant on; the first is opening. */
  readonly scheduled: readonly (readonly { readonly fromMs: number; readonly agents: number }[])[];
  readonly targetMs: number;
  readonly shortAbandonMs: number;
  /** Null in a classical world. */
  readonly lived: LivedFrame | null;
}
