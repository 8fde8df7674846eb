import { demand, demandCount, demandPositive, demandShare } from './argument.ts';
import { loadOf, type Traffic } from './erlang.ts';

/** Who comes back, and after how long. */
export interface Returning {
  /** Share of those who gave up who call again. */
  readonly redial: number;
  /** Share of the served who call again. */
  readonly repeat: number;
  /** Mean of the exponential delay, the same for both. */
  readonly delay: number;
}

/** A line and those who will come back to it, in the long run. */
export interface Orbit {
  /** Calls for one first call. */
  readonly attempts: number;
  /** Share of calls whose caller gives up. */
  readonly abandons: number;
  /** Mean wait of a call. */
  readonly meanWait: number;
  readonly occupancy: number;
  /** Mean number of callers who will call again. */
  readonly away: number;
  /** Long-run share of time with i callers in the centre. */
  readonly inside: Float64Array;
  /** Probability of the largest states told apart: what was cut off is of this size. */
  readonly cut: number;
}

/** Inverts, in place and without pivots, a matrix whose diagonal dominates (a leaky chain's). */
function invert(m: Float64Array[], size: number): void {
  for (let k = 0; k < size; k += 1) {
    const row = m[k]!;
    const pivot = 1 / row[k]!;
    row[k] = 1;
    for (let c = 0; c < size; c += 1) row[c]! *= pivot;
    for (let r = 0; r < size; r += 1) {
      if (r === k) continue;
      const other = m[r]!;
      const factor = other[k]!;
      if (factor === 0) continue;
      other[k] = 0;
      for (let c = 0; c < size; c += 1) other[c]! -= factor * row[c]!;
    }
  }
}

/**
 * M/M/n+M with returns, exactly: the chain (callers in the centre, callers away), cut at `most`
 * and `far`. Source: MODEL 2; the balance equations are solved level by level of callers away, as
 * for any block-tridiagonal chain (Gaver, Jacobs and Latouche 1984).
 * Cost: (most + 1)^3 (far + 1) operations.
 * @param patience mean of the exponential patience
 */
export function orbitLine(
  line: Traffic,
  patience: number,
  returning: Returning,
  most: number,
  far: number,
): Orbit {
  loadOf(line);
  demandPositive('rate', line.rate);
  demandPositive('patience', patience);
  demandShare('redial', returning.redial);
  demandShare('repeat', returning.repeat);
  demandPositive('delay', returning.delay);
  demandCount('agents', line.agents, 1);
  demandCount('most', most, line.agents);
  const size = most + 1;
  demandSize(size, far);
  const served = Float64Array.from(
    { length: size },
    (_, i) => Math.min(i, line.agents) / line.handling,
  );
  const lost = Float64Array.from(
    { length: size },
    (_, i) => Math.max(0, i - line.agents) / patience,
  );
  const away = served.map((ends, i) => ends * returning.repeat + lost[i]! * returning.redial);
  const { rate } = line;
  const chain: OrbitChain = { rate, back: 1 / returning.delay, served, lost, away };
  return solveOrbit(chain, line.agents, far);
}

function demandSize(size: number, far: number): void {
  demandCount('far', far, 1);
  demand(
    size * size * size * (far + 1) <= 4e9,
    'most and far',
    'small enough: (most + 1)^3 (far + 1) up to 4e9',
    `${size - 1}, ${far}`,
  );
}

/** The chain (callers in the centre, callers away), by its rates with i callers in the centre. */
export interface OrbitChain {
  readonly rate: number;
  /** Rate at which one caller comes back. */
  readonly back: number;
  /** Rates of ends of handling and of abandonments. */
  readonly served: Float64Array;
  readonly lost: Float64Array;
  /** Rate of those among both after which the caller will call again. */
  readonly away: Float64Array;
}

/** What any such chain does in the long run, at most `far` callers being away. */
export function solveOrbit(chain: OrbitChain, agents: number, far: number): Orbit {
  demandSize(chain.served.length, far);
  return summarize(chain, levels(chain, far), agents);
}

/** Probabilities (not yet summing to 1), one row for each number of callers away. */
function levels(c: OrbitChain, far: number): Float64Array[] {
  const size = c.served.length;
  // links[j] carries level j to level j + 1: row(j+1) = row(j) links[j].
  const links: Float64Array[][] = [];
  let above: Float64Array[] | undefined;
  for (let j = far; j >= 0; j -= 1) {
    const m = minusLocal(c, j, j === far);
    // Excursions above level j that come back down, one caller more in the centre.
    if (above)
      for (let i = 0; i < size; i += 1)
        for (let k = 0; k + 1 < size; k += 1) m[i]![k + 1]! -= above[i]![k]! * (j + 1) * c.back;
    if (j === 0) return climb(m, links.reverse());
    invert(m, size);
    above = Array.from({ length: size }, (_, i) =>
      i === 0 ? new Float64Array(size) : m[i - 1]!.map((x) => x * c.away[i]!),
    );
    links.push(above);
  }
  return [];
}

/**
 * Minus the rates within level j. A caller refused at `most` is forgotten; at the last level nobody
 * more goes away.
 */
function minusLocal(c: OrbitChain, j: number, last: boolean): Float64Array[] {
  const size = c.served.length;
  return Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size);
    const out = c.away[i]!;
    const stay = c.served[i]! + c.lost[i]! - (last ? 0 : out);
    if (i > 0) row[i - 1] = -stay;
    if (i + 1 < size) row[i + 1] = -c.rate;
    row[i] = c.served[i]! + c.lost[i]! + (i + 1 < size ? c.rate + j * c.back : 0);
    return row;
  });
}

/** Level 0 from its own balance, by elimination of the other states; then up, link by link. */
function climb(m: Float64Array[], links: readonly Float64Array[][]): Float64Array[] {
  const size = m.length;
  // Transposed balance with the last unknown set to 1: solve for the others.
  const inner = Array.from({ length: size - 1 }, (_, i) => m[i]!.slice(0, size - 1));
  invert(inner, size - 1);
  const first = new Float64Array(size);
  first[size - 1] = 1;
  for (let k = 0; k + 1 < size; k += 1)
    for (let i = 0; i + 1 < size; i += 1) first[k]! -= m[size - 1]![i]! * inner[i]![k]!;
  const rows = [first];
  for (const link of links) {
    const below = rows[rows.length - 1]!;
    const row = new Float64Array(size);
    for (let i = 0; i < size; i += 1)
      for (let k = 0; k < size; k += 1) row[k]! += below[i]! * link[i]![k]!;
    rows.push(row);
  }
  return rows;
}

function summarize(c: OrbitChain, rows: readonly Float64Array[], agents: number): Orbit {
  const inside = new Float64Array(c.served.length);
  let [whole, queue, busy, lost, away, cut] = [0, 0, 0, 0, 0, 0];
  rows.forEach((row, j) => {
    row.forEach((p, i) => {
      inside[i]! += p;
      whole += p;
      queue += p * Math.max(0, i - agents);
      busy += p * Math.min(i, agents);
      lost += p * c.lost[i]!;
      away += p * j;
      if (i === row.length - 1 || j === rows.length - 1) cut += p;
    });
  });
  const total = c.rate + (away / whole) * c.back;
  return {
    attempts: total / c.rate,
    abandons: lost / whole / total,
    meanWait: queue / whole / total,
    occupancy: busy / whole / agents,
    away: away / whole,
    inside: inside.map((p) => p / whole),
    cut: cut / whole,
  };
}
