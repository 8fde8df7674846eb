import type { StaffingAnswer } from './answer.ts';

/** All that is said of one question. */
export interface StaffingReport {
  /** As the scenario was named. */
  readonly asked: string;
  /** The version of the rules by which it was played. */
  readonly rules: string;
  readonly answer: StaffingAnswer;
}
