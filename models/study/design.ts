import { dayCost } from '../scenario/cost.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * Days of one scenario to be played: plain data, that may be sent to a thread, a process or another
 * machine, and is the same study there. All that decides a digit of it is here, and the rules of
 * the program that plays it (see `identityOf`).
 */
export interface Study {
  readonly scenario: Scenario;
  /** Replication r has the seed `${seed}/${r}`: the same callers in every scenario. */
  readonly seed: string;
  /** Replications from..to-1. */
  readonly from: number;
  readonly to: number;
  /** Days of each chunk but the last, which may have fewer. It never shows in a figure. */
  readonly chunkDays: number;
}

/** Replications from..to-1 of a study, the `index`th share of it: what is played in one go. */
export interface Chunk {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** What a study comes to, told before anything is played. */
export interface StudyCost {
  readonly days: number;
  readonly chunks: number;
  /** Contacts and agent movements, by the rates: a bound rather than a forecast. */
  readonly events: number;
}

/** About a tenth of a second: messages stay cheap, and whoever watches sees it move. */
const CHUNK_EVENTS = 30_000;
/** What an empty day takes, in events. */
const EMPTY_DAY_EVENTS = 200;
/** The most replications in one chunk, however short a day is. */
const MOST_DAYS = 1_000;

/**
 * Replications from..to-1, cut by what the scenario's days cost and never by a clock: a study that
 * was interrupted has the same chunks when it goes on, wherever it does.
 */
export function designStudy(scenario: Scenario, seed: string, to: number, from = 0): Study {
  const days = Math.round(CHUNK_EVENTS / (EMPTY_DAY_EVENTS + dayCost(scenario).events));
  return { scenario, seed, from, to, chunkDays: Math.min(MOST_DAYS, Math.max(1, days)) };
}

/** How many chunks a study has. */
export const chunkCount = ({ chunkDays, from, to }: Study): number =>
  Math.ceil((to - from) / chunkDays);

/** The chunks of a study, in order, from the `resumeAt`th on. */
export function chunksOf(study: Study, resumeAt = 0): Chunk[] {
  const { chunkDays, from, to } = study;
  return Array.from({ length: Math.max(0, chunkCount(study) - resumeAt) }, (_, i) => {
    const index = resumeAt + i;
    const first = from + index * chunkDays;
    return { index, from: first, to: Math.min(first + chunkDays, to) };
  });
}

/** What a study comes to, or what is left of it. */
export function costOf(study: Study, resumeAt = 0): StudyCost {
  const chunks = Math.max(0, chunkCount(study) - resumeAt);
  const days = Math.max(0, study.to - study.from - resumeAt * study.chunkDays);
  return { days, chunks, events: days * dayCost(study.scenario).events };
}
