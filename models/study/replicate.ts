import { isProblem, type Problem } from '../words/problem.ts';
import { compareDays, daysIn, type Figure, knownWidth, Summing } from './compare.ts';
import type { Study } from './design.ts';
import type { Executor } from './execution/executor.ts';
import { frameOf } from './frame.ts';
import type { DayRow } from './rows.ts';

/** What the days of a study came to. */
export interface Replicated {
  readonly summing: Summing;
  /** The day's sums of each replication, where they were to be kept; else none. */
  readonly days: readonly DayRow[];
}

/**
 * Plays a study to its end and adds it up, in bounded memory unless its days are to be kept; a
 * Problem where it cannot be played.
 * @param played told of the days done of this study
 */
export async function replicate(
  study: Study,
  executor: Executor,
  keepDays: boolean,
  played: (done: number) => void,
): Promise<Replicated | Problem> {
  const frame = frameOf(study.scenario);
  const summing = new Summing(frame);
  const days: DayRow[] = [];
  const { ended } = executor.start(study, {
    chunk: ({ packed }) => {
      summing.add(packed);
      if (keepDays) days.push(...daysIn(packed, frame));
    },
    progress: played,
  });
  const end = await ended;
  return isProblem(end) ? end : { summing, days };
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** Each measure of the day of one study less that of another, on the same callers. */
export const differences = (
  a: readonly DayRow[],
  b: readonly DayRow[],
  level: number,
): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    Object.entries(compareDays(a, b, level)).map(([measure, { halfWidth, mean, n }]) => [
      measure,
      { mean: finite(mean), halfWidth: knownWidth(halfWidth), n },
    ]),
  );
