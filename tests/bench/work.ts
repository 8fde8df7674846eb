/**
 * The common work: M/M/n+M (Erlang A). Poisson arrivals, exponential handling (mean 3 min) and
 * patience (mean 2 min), one line in order of arrival, abandonment when patience ends.
 */
export interface Work {
  readonly name: string;
  readonly callsPerMin: number;
  readonly agents: number;
  readonly lengthMin: number;
  /** Days of this work in one measured run: about a million calls, whatever the work. */
  readonly repeats: number;
  /** What theory says of the long run. */
  readonly exact: Figures;
}

export interface Figures {
  readonly abandoned: number;
  readonly meanWaitS: number;
  /** Answered within 20 s, of all arrivals. */
  readonly within: number;
}

export const HANDLING_S = 180;
export const PATIENCE_S = 120;
export const TARGET_S = 20;
/** Counts are kept by intervals of arrival: their spread gives the standard error. */
export const INTERVAL_MIN = 250;

export const LARGE: Work = {
  name: 'LARGE',
  callsPerMin: 100,
  agents: 310,
  lengthMin: 10_000,
  repeats: 1,
  exact: { abandoned: 0.0118247112, meanWaitS: 1.4189653, within: 0.986207251 },
};
export const SMALL: Work = {
  name: 'SMALL',
  callsPerMin: 4,
  agents: 14,
  lengthMin: 30_000,
  repeats: 8,
  exact: { abandoned: 0.0606453082, meanWaitS: 7.277437, within: 0.8240694996 },
};

/** What one run counted, by interval of arrival. */
export class Counted {
  readonly arrivals: Float64Array;
  readonly abandoned: Float64Array;
  readonly waitS: Float64Array;
  readonly within: Float64Array;

  constructor(work: Work) {
    const intervals = work.lengthMin / INTERVAL_MIN;
    this.arrivals = new Float64Array(intervals);
    this.abandoned = new Float64Array(intervals);
    this.waitS = new Float64Array(intervals);
    this.within = new Float64Array(intervals);
  }
}

/** A program under test: runs the whole work once with this seed. */
export type Program = (work: Work, seed: number) => Counted;

export interface Estimate {
  readonly of: keyof Figures;
  readonly mean: number;
  readonly standardError: number;
  readonly exact: number;
  /** How many standard errors away from the exact value. */
  readonly off: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Ratio of sums over the intervals of all runs, with its standard error. */
function ratio(parts: readonly number[], arrivals: readonly number[]): [number, number] {
  const [n, all] = [parts.length, sum(arrivals)];
  const mean = sum(parts) / all;
  const spread = sum(parts.map((part, i) => (part - mean * (arrivals[i] ?? 0)) ** 2));
  return [mean, Math.sqrt((spread * n) / (n - 1)) / all];
}

/** What the runs found, beside what theory says. */
export function estimates(work: Work, runs: readonly Counted[]): Estimate[] {
  const all = (pick: (run: Counted) => Float64Array): number[] =>
    runs.flatMap((run) => Array.from(pick(run)));
  const arrivals = all((run) => run.arrivals);
  const found: [keyof Figures, number[]][] = [
    ['abandoned', all((run) => run.abandoned)],
    ['meanWaitS', all((run) => run.waitS)],
    ['within', all((run) => run.within)],
  ];
  return found.map(([of, parts]) => {
    const [mean, standardError] = ratio(parts, arrivals);
    const exact = work.exact[of];
    return { of, mean, standardError, exact, off: (mean - exact) / standardError };
  });
}
