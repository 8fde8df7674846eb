import { isProblem, type Problem } from '../../words/problem.ts';
import type { Execution, Executor } from '../execution/executor.ts';
import { type Asking, Seeing, type Seen, type Trial } from './seen.ts';

/** Told how many days there are to play, which may become more, and how many were played. */
export type StaffingProgress = (played: number, planned: number) => void;

/** Where what trials showed is kept: of one that was played before, it is told again. */
export interface TrialMemory {
  read(trial: Trial): Promise<Seen | undefined>;
  keep(trial: Trial, seen: Seen): void;
}

/** A question that is being answered. */
export interface Answering<T> {
  /** The answer; `aborted`; or why it could not be played. */
  readonly ended: Promise<T | 'aborted' | Problem>;
  /** Ends it: nothing is heard from here on, and nothing is left running. */
  readonly abort: () => void;
}

/** Plays what a question asks for through an executor: whoever executes, the same answer. */
export function playStaffing<T>(
  asking: Asking<T>,
  executor: Executor,
  progress: StaffingProgress = () => {},
  memory?: TrialMemory,
): Answering<T> {
  let running: Execution | null = null;
  let aborted = false;
  let before = 0;
  const play = async (trial: Trial, planned: number): Promise<Seen | 'aborted' | Problem> => {
    const days = trial.study.to - trial.study.from;
    const known = await memory?.read(trial);
    if (aborted) return 'aborted';
    if (known !== undefined) {
      before += days;
      progress(before, Math.max(planned, before));
      return known;
    }
    const seeing = new Seeing(trial);
    running = executor.start(trial.study, {
      chunk: ({ packed }) => seeing.add(packed),
      progress: (done) => progress(before + done, Math.max(planned, before + done)),
    });
    const end = await running.ended;
    before += days;
    if (end !== 'done') return end;
    const seen = seeing.seen();
    memory?.keep(trial, seen);
    return seen;
  };
  const playAll = async (): Promise<T | 'aborted' | Problem> => {
    let step = asking.next();
    while (!step.done) {
      const seen: Seen[] = [];
      for (const trial of step.value.trials) {
        const played = aborted ? 'aborted' : await play(trial, step.value.planned);
        if (played === 'aborted' || isProblem(played)) return played;
        seen.push(played);
      }
      step = asking.next(seen);
    }
    return aborted ? 'aborted' : step.value;
  };
  const abort = (): void => {
    aborted = true;
    running?.abort();
  };
  return { ended: playAll(), abort };
}
