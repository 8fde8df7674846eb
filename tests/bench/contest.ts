import { naive } from './naive.ts';
import { product } from './product.ts';
import { alternate, median } from './rounds.ts';
import { simjs } from './simjs.ts';
import { type Counted, type Estimate, estimates, type Program, type Work } from './work.ts';

/** Everybody does the common work in one process, in turn; and is held to the exact values. */
export interface Contestant {
  readonly name: string;
  /** Median of the rounds. */
  readonly callsPerS: number;
  readonly estimates: readonly Estimate[];
}

const PROGRAMS: Record<string, Program> = { contretemps: product, naive, simjs };

export const callsOf = (runs: readonly Counted[]): number =>
  runs.reduce((sum, { arrivals }) => arrivals.reduce((a, b) => a + b, sum), 0);

export function commonWork(work: Work, rounds: number): Contestant[] {
  const entries: Record<string, (run: number) => Counted[]> = {};
  for (const [name, program] of Object.entries(PROGRAMS))
    entries[name] = (run) =>
      Array.from({ length: work.repeats }, (_, i) => program(work, 1_000 * run + i));
  const results = alternate(entries, rounds);
  return Object.entries(results).map(([name, runs]) => ({
    name,
    callsPerS: median(runs.map(({ ms, value }) => (callsOf(value) / ms) * 1_000)),
    estimates: estimates(
      work,
      runs.flatMap(({ value }) => value),
    ),
  }));
}
