import { inInterval, intervalCount, type Scenario } from '../../scenario/scenario.ts';
import { designStudy, type Study } from '../design.ts';
import { frameOf } from '../frame.ts';
import type { DayRow } from '../rows.ts';
import { unpack } from '../trial.ts';
import { asAsked, marginOf, type StaffingAsk } from './question.ts';

/**
 * What is kept of the days of a staffing: the margin of the target in each interval of each day,
 * and, where figures are wanted, the sums of the day. 8 bytes an interval and a day.
 */

/** Agents at work: of each group, in each interval. */
export type Staffing = readonly (readonly number[])[];

/** Days of one staffing to be played; `rows` where the sums of the days are wanted too. */
export interface Trial {
  readonly study: Study;
  readonly target: StaffingAsk['target'];
  readonly rows: boolean;
}

/** What a trial showed. */
export interface Seen {
  /** Of each interval, then of the time after closing: the margin on each day. */
  readonly margins: readonly Float64Array[];
  readonly rows: readonly DayRow[];
}

/** Trials to be played before anything more can be said. */
export interface Round {
  readonly trials: readonly Trial[];
  /** Days of the whole work, as far as is known; those that were played included. */
  readonly planned: number;
}

/** Work that asks for trials round by round, is given what they showed, and answers. */
export type Asking<T> = Generator<Round, T, Seen[]>;

/** Agents at work as the scenario has them. */
export const staffWritten = (scenario: Scenario): Staffing =>
  scenario.groups.map(({ staff }) =>
    Array.from({ length: intervalCount(scenario) }, (_, i) => inInterval(staff, i)),
  );

/** The scenario with so many agents. */
const withStaff = (scenario: Scenario, staffing: Staffing): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group, g) => ({ ...group, staff: [...(staffing[g] ?? [])] })),
});

type TrialOf = (
  scenario: Scenario,
  staffing: Staffing,
  ask: StaffingAsk,
  days?: number,
  rows?: boolean,
) => Trial;

const trialFrom =
  (first: (ask: StaffingAsk) => number): TrialOf =>
  (scenario, staffing, ask, days = ask.days, rows = false) => {
    const from = first(ask);
    const asked = asAsked(withStaff(scenario, staffing), ask);
    return { study: designStudy(asked, ask.seed, from + days, from), target: ask.target, rows };
  };

/** Days of this staffing on which staffings are searched: the same callers for all. */
export const trialOf = trialFrom(() => 0);

/**
 * Other days, as many, on which what was found is judged. On the days that chose it a staffing
 * looks better than it is, for it was the smallest that did well on them: no figure that is told
 * comes from these.
 */
export const judgedOn = trialFrom(({ days }) => days);

/** Takes down what a trial shows, chunk after chunk in order. */
export class Seeing {
  private readonly margins: Float64Array[];
  private readonly rows: DayRow[] = [];
  private readonly frame;
  private readonly margin;
  private day = 0;

  constructor(private readonly trial: Trial) {
    const { from, scenario, to } = trial.study;
    this.frame = frameOf(scenario);
    this.margin = marginOf(trial.target);
    this.margins = Array.from(
      { length: this.frame.intervals + 1 },
      () => new Float64Array(to - from),
    );
  }

  add(packed: Float64Array): void {
    for (const [day, ...parts] of unpack(packed, this.frame)) {
      this.margins.forEach((column, i) => {
        column[this.day] = this.margin(parts[i] as Float64Array);
      });
      if (this.trial.rows && day !== undefined) this.rows.push(day.slice());
      this.day += 1;
    }
  }

  seen(): Seen {
    return { margins: this.margins, rows: this.rows };
  }
}
