import { Centre } from '../centre/centre.ts';
import type { MeasuresFrame } from '../folds/measures/frame.ts';
import { Measures } from '../folds/measures/measures.ts';
import { type DaySums, SUMS } from '../folds/measures/sums.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { frameOf } from './frame.ts';

/**
 * Replications of a day. Replication r of a study has the seed `${seed}/${r}`, whoever runs it and
 * in whatever order; two scenarios under the same seed meet the same callers, replication by
 * replication (RULES A8).
 */
export const replicationSeed = (seed: string, r: number): string => `${seed}/${r}`;

/** Runs days of one scenario, one after the other, with one set of counters. */
export class Trials {
  readonly frame: MeasuresFrame;
  private readonly measures: Measures;
  private readonly scenario: Scenario;
  private readonly seed: string;

  constructor(scenario: Scenario, seed: string) {
    this.scenario = scenario;
    this.seed = seed;
    this.frame = frameOf(scenario);
    this.measures = new Measures(this.frame);
  }

  /** The sums of replication r. */
  run(r: number): DaySums {
    this.measures.clear();
    new Centre(this.scenario, replicationSeed(this.seed, r), this.measures.recorder).run();
    return this.measures.sums();
  }
}

/** How many cells the sums of a day have: the day, the intervals and after, types, groups. */
const cellsOf = (frame: MeasuresFrame): number =>
  1 + (frame.intervals + 1) + frame.types + frame.groups;

const cellsIn = ({ day, intervals, types, groups }: DaySums): readonly Float64Array[] => [
  day,
  ...intervals,
  ...types,
  ...groups,
];

/** Days as one run of numbers, to be sent to another process and to be summed. */
export function packDays(days: Iterable<DaySums>, frame: MeasuresFrame): Float64Array {
  const width = cellsOf(frame) * SUMS;
  const each = Array.from(days, (day) => {
    const packed = new Float64Array(width);
    cellsIn(day).forEach((cell, i) => {
      packed.set(cell, i * SUMS);
    });
    return packed;
  });
  const all = new Float64Array(each.length * width);
  each.forEach((packed, i) => {
    all.set(packed, i * width);
  });
  return all;
}

/** Days from..to-1 of a study, packed. */
export function runPacked(trials: Trials, from: number, to: number): Float64Array {
  const days = Array.from({ length: to - from }, (_, i) => trials.run(from + i));
  return packDays(days, trials.frame);
}

/** The cells of each day in such a run of numbers, in order of replication. */
export function* unpack(packed: Float64Array, frame: MeasuresFrame): Generator<Float64Array[]> {
  const cells = cellsOf(frame);
  for (let at = 0; at < packed.length; at += cells * SUMS)
    yield Array.from({ length: cells }, (_, i) =>
      packed.subarray(at + i * SUMS, at + (i + 1) * SUMS),
    );
}
