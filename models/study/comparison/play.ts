import { isProblem, type Problem } from '../../words/problem.ts';
import { daysIn } from '../compare.ts';
import type { Study } from '../design.ts';
import type { Execution, Executor } from '../execution/executor.ts';
import { frameOf } from '../frame.ts';
import type { DayRow } from '../rows.ts';
import type { Compared, Comparison } from './comparison.ts';

/** Told how many days there are to play, which may become more, and how many were played. */
export type ComparisonProgress = (played: number, planned: number) => void;

/** A comparison that is being played. */
export interface Comparing {
  /** What may be said; `aborted`; or why it could not be played. */
  readonly ended: Promise<Compared | 'aborted' | Problem>;
  /** Ends it: nothing is heard from here on, and nothing is left running. */
  readonly abort: () => void;
}

/** Plays a comparison through an executor, study by study: whoever executes, the same figures. */
export function playComparison(
  comparison: Comparison,
  executor: Executor,
  progress: ComparisonProgress = () => {},
): Comparing {
  let running: Execution | null = null;
  let aborted = false;
  let before = 0;
  const play = async (study: Study, planned: number): Promise<DayRow[] | 'aborted' | Problem> => {
    const frame = frameOf(study.scenario);
    const days: DayRow[] = [];
    running = executor.start(study, {
      chunk: ({ packed }) => {
        for (const day of daysIn(packed, frame)) days.push(day);
      },
      progress: (done) => progress(before + done, planned),
    });
    const end = await running.ended;
    before += study.to - study.from;
    return end === 'done' ? days : end;
  };
  const playAll = async (): Promise<Compared | 'aborted' | Problem> => {
    let step = comparison.next();
    while (!step.done) {
      const { planned, studies } = step.value;
      progress(before, planned);
      const days: DayRow[][] = [];
      for (const study of studies) {
        const played = aborted ? 'aborted' : await play(study, planned);
        if (played === 'aborted' || isProblem(played)) return played;
        days.push(played);
      }
      step = comparison.next(days);
    }
    return aborted ? 'aborted' : step.value;
  };
  const abort = (): void => {
    aborted = true;
    running?.abort();
  };
  return { ended: playAll(), abort };
}
