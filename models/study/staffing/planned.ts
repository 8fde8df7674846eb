import { answerOf, dutyHours, judge, type StaffingAnswer } from './answer.ts';
import { judging, uneven } from './cost.ts';
import { Runs } from './search.ts';
import { type Asking, type Staffing, staffWritten } from './seen.ts';

/**
 * "Does this schedule hold?": the scenario's own staff before the question, on the days that judge
 * the requirement, so that both have the same callers. Nothing is searched.
 */

/** How the scenario's own staff stands before the question that was answered. */
export function* plannedOf(required: StaffingAnswer): Asking<StaffingAnswer> {
  const { ask, intervals, scenario } = required;
  const runs = new Runs(scenario, uneven(ask));
  // It is told on from there.
  runs.played = required.played;
  runs.planned = required.played + judging(scenario, runs.ask);
  const staffing = staffWritten(scenario);
  const judged = yield* judge(runs, staffing);
  const loads = intervals.map(({ load }) => load);
  const answer = answerOf(runs, staffing, judged.standing.share >= ask.on, loads, judged);
  return { ...answer, ask };
}

/** Sums of tenths of agents come out in tenths. */
export const agentsClean = (n: number): number => Math.round(1e6 * n) / 1e6;

/** Agents of a schedule less those required, of each group in each interval. */
export const beyondRequired = (planned: StaffingAnswer, required: StaffingAnswer): Staffing =>
  planned.staffing.map((group, g) =>
    group.map((n, i) => agentsClean(n - (required.staffing[g]?.[i] ?? 0))),
  );

/** Hours of agents above what is required, and below it: one does not make up for the other. */
export function hoursBeyond(planned: StaffingAnswer, required: StaffingAnswer) {
  const beyond = beyondRequired(planned, required);
  const hours = (sign: 1 | -1): number =>
    dutyHours(
      planned.scenario,
      beyond.map((group) => group.map((n) => Math.max(0, sign * n))),
    );
  return { over: hours(1), under: hours(-1) };
}
