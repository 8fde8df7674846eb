import { studyTooCostly } from '../../scenario/cost.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { type Chunk, chunkCount, type Study, type StudyCost } from '../design.ts';

/**
 * Whoever plays the days of a study, in this thread (`InlineExecutor`) or elsewhere (a worker
 * process: server/jobs/process-executor.ts). The same trials, in the same order, to the same last
 * bit, whatever executes; tests/support/executor.suite.ts is what each of them must pass.
 */
export interface Executor {
  /**
   * Starts a study, or the rest of one that was interrupted. Never throws: what cannot be played is
   * refused in `ended`, and then nothing else is heard.
   * @param resumeAt index of the first chunk wanted; those before it are known. Its own count
   *   means that nothing is left to do.
   */
  start(study: Study, hears: StudyHears, resumeAt?: number): Execution;
}

/** Days of one chunk, played: their sums, packed (`unpack` of trial.ts). */
export interface PlayedChunk extends Chunk {
  readonly packed: Float64Array;
}

/** What a study tells whoever started it, while it is played and never after. */
export interface StudyHears {
  /** Once, before anything is played: what the study comes to, or what is left of it. */
  readonly cost?: (cost: StudyCost) => void;
  /** Each chunk once, in order of index, whatever the order in which they end. */
  readonly chunk: (chunk: PlayedChunk) => void;
  /** Days done of all, those before `resumeAt` included, in any order; it never falls. */
  readonly progress?: (done: number, total: number) => void;
}

/** How a study ended: all its chunks were told; it was aborted; or why it could not be played. */
export type StudyEnd = 'done' | 'aborted' | Problem;

/** A study that is being played. */
export interface Execution {
  /**
   * Settled when it has ended and nothing of it runs any more. It rejects for a fault of the
   * program only, as `hears` throwing.
   */
  readonly ended: Promise<StudyEnd>;
  /** Ends it: from here on nothing is heard. To go on later, start at the next chunk. */
  readonly abort: () => void;
}

/** Whole, and within what can be counted. */
const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;

/** Why a study cannot be played, or not from there; null where it can. */
export function refusalOf(study: Study, resumeAt = 0): Problem | null {
  const { chunkDays, from, scenario, to } = study;
  if (!(isCount(from) && isCount(to) && from <= to && isCount(chunkDays) && chunkDays > 0))
    return problem(
      'E_RANGE',
      'from',
      `Une étude va d’une répétition à une autre par parts d’au moins un jour ; reçu ${from} à ${to} par ${chunkDays}.`,
      `A study goes from one replication to another in chunks of a day or more; got ${from} to ${to} by ${chunkDays}.`,
    );
  const chunks = chunkCount(study);
  if (!(isCount(resumeAt) && resumeAt <= chunks))
    return problem(
      'E_RANGE',
      'resumeAt',
      `Cette étude a ${chunks} parts ; reprenez-la à l’une d’elles, pas à ${resumeAt}.`,
      `This study has ${chunks} chunks; go on at one of them, not at ${resumeAt}.`,
    );
  return studyTooCostly(scenario, to - from);
}

/** Said where a chunk took whoever played it down twice. */
export const lostTwice = (chunk: Chunk, why: string): Problem =>
  problem(
    'E_WORKER',
    `replications.${chunk.from}`,
    `Le calcul s’est arrêté deux fois aux répétitions ${chunk.from} à ${chunk.to - 1} (${why}) ; réduisez le scénario, ou demandez-en moins.`,
    `The computation stopped twice at replications ${chunk.from} to ${chunk.to - 1} (${why}); make the scenario smaller or ask for fewer.`,
  );
