/**
 * Markov chains solved the slow way, from their moves alone: what the exact formulas of the theory
 * are held against. Nothing here knows of recursions or of blocks.
 */
export interface Chain {
  readonly states: number;
  /** Calls `go` for every move from this state, with its rate. */
  readonly moves: (from: number, go: (to: number, rate: number) => void) => void;
}

/**
 * Long-run share of time in each state: Gauss-Seidel on the balance equations, up and down in turn,
 * until what flows in differs from what flows out by less than `precision` in all.
 */
function longRun({ states, moves }: Chain, precision = 1e-13): Float64Array {
  const entering: [from: number, rate: number][][] = Array.from({ length: states }, () => []);
  const out = new Float64Array(states);
  for (let from = 0; from < states; from += 1)
    moves(from, (to, rate) => {
      if (to === from) return;
      entering[to]!.push([from, rate]);
      out[from]! += rate;
    });
  const share = new Float64Array(states).fill(1 / states);
  const flow = (to: number): number =>
    entering[to]!.reduce((sum, [from, rate]) => sum + share[from]! * rate, 0);
  for (let sweep = 0; sweep < 20_000; sweep += 1) {
    let off = 0;
    for (let k = 0; k < states; k += 1) {
      const to = sweep % 2 === 0 ? k : states - 1 - k;
      const coming = flow(to);
      off += Math.abs(coming - share[to]! * out[to]!);
      share[to] = coming / out[to]!;
    }
    const whole = share.reduce((a, b) => a + b, 0);
    share.forEach((x, s) => {
      share[s] = x / whole;
    });
    if (off < precision) return share;
  }
  throw new Error('the chain does not settle');
}

/** Mean over the long run of what costs this much per unit of time in each state. */
const mean = (share: Float64Array, cost: (state: number) => number): number =>
  share.reduce((sum, x, s) => sum + x * cost(s), 0);

/**
 * Relative values, 0 in state 0: what it will cost, beyond the mean, to begin there. The
 * average-cost equations c - g + Q h = 0 by elimination with pivots.
 */
export function relativeValues(
  { states, moves }: Chain,
  cost: (state: number) => number,
): { readonly values: Float64Array; readonly mean: number } {
  // The unknown of state 0, which is 0, gives its place to the mean.
  const rows = Array.from({ length: states }, (_, from) => {
    const row = new Float64Array(states + 1);
    moves(from, (to, rate) => {
      row[to]! += rate;
      row[from]! -= rate;
    });
    row[0] = -1;
    row[states] = -cost(from);
    return row;
  });
  for (let k = 0; k < states; k += 1) {
    let pivot = k;
    for (let r = k; r < states; r += 1)
      if (Math.abs(rows[r]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = r;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let r = 0; r < states; r += 1) {
      const factor = rows[r]![k]! / rows[k]![k]!;
      if (r === k || factor === 0) continue;
      for (let c = k; c <= states; c += 1) rows[r]![c]! -= factor * rows[k]![c]!;
    }
  }
  const values = Float64Array.from(rows, (row, k) => row[states]! / row[k]!);
  const [g] = values;
  values[0] = 0;
  return { values, mean: g! };
}

/**
 * E[cost over a while + `end` of the state then], by first state: uniformisation, the chain moving
 * at the instants of a Poisson process, one term for each number of them.
 */
export function carried(
  { states, moves }: Chain,
  cost: (state: number) => number,
  end: Float64Array,
  ahead: number,
): Float64Array {
  const leave = new Float64Array(states);
  for (let s = 0; s < states; s += 1)
    moves(s, (_, rate) => {
      leave[s]! += rate;
    });
  const pulse = 1.05 * Math.max(...leave);
  const step = (v: Float64Array): Float64Array =>
    v.map((x, s) => {
      let next = x;
      moves(s, (to, rate) => {
        next += (rate / pulse) * (v[to]! - x);
      });
      return next;
    });
  const total = new Float64Array(states);
  let ends: Float64Array = end;
  let costs: Float64Array = Float64Array.from({ length: states }, (_, s) => cost(s));
  let weight = Math.exp(-pulse * ahead);
  let later = 1 - weight;
  const enough = pulse * ahead + 12 * Math.sqrt(pulse * ahead) + 40;
  for (let k = 0; k < enough; k += 1) {
    // P(N = k) of the pulses ends the while in `ends`; P(N > k) / pulse is spent in `costs`.
    for (let s = 0; s < states; s += 1)
      total[s]! += weight * ends[s]! + (Math.max(0, later) / pulse) * costs[s]!;
    [ends, costs] = [step(ends), step(costs)];
    weight *= (pulse * ahead) / (k + 1);
    later -= weight;
  }
  return total;
}

/** A centre whose callers call again, as MODEL 2, 10 and 15 describe it. */
export interface Centre {
  /** First calls per minute. */
  readonly rate: number;
  readonly agents: number;
  readonly patience: number;
  readonly redial: number;
  readonly back: number;
  /** Minutes until a caller calls again. */
  readonly delay: number;
  /** Callers inside, and callers away, that are told apart. */
  readonly most: number;
  readonly far: number;
  readonly harms: {
    readonly wait: number;
    readonly abandoned: number;
    readonly unresolved: number;
    readonly lost: number;
  };
}

/** State (i inside, j away) of a centre, as one number. */
const at = (c: Centre, i: number, j: number): number => j * (c.most + 1) + i;

/** The centre at a pace, and a share of failures, by number inside. */
function centreAt(c: Centre, pace: readonly number[], failing: readonly number[]): Chain {
  const width = c.most + 1;
  return {
    states: width * (c.far + 1),
    moves(from, go) {
      const [i, j] = [from % width, Math.floor(from / width)];
      if (i < c.most) go(at(c, i + 1, j), c.rate);
      if (i < c.most && j > 0) go(at(c, i + 1, j - 1), j / c.delay);
      if (i === 0) return;
      const away = at(c, i - 1, Math.min(j + 1, c.far));
      const ends = Math.min(i, c.agents) / pace[i]!;
      const gone = Math.max(0, i - c.agents) / c.patience;
      go(away, ends * failing[i]! * c.back + gone * c.redial);
      go(at(c, i - 1, j), ends * (1 - failing[i]! * c.back) + gone * (1 - c.redial));
    },
  };
}

/** What the centre comes to, counted over its long run. */
export function counted(c: Centre, pace: readonly number[], failing: readonly number[]) {
  const share = longRun(centreAt(c, pace, failing));
  const width = c.most + 1;
  const inside = (s: number): number => s % width;
  const queue = mean(share, (s) => Math.max(0, inside(s) - c.agents));
  const busy = mean(share, (s) => Math.min(inside(s), c.agents));
  const ends = mean(share, (s) => Math.min(inside(s), c.agents) / pace[inside(s)]!);
  const failures = mean(
    share,
    (s) => (Math.min(inside(s), c.agents) / pace[inside(s)]!) * failing[inside(s)]!,
  );
  const away = mean(share, (s) => Math.floor(s / width));
  const gone = queue / c.patience;
  const lost = gone * (1 - c.redial) + failures * (1 - c.back);
  const calls = ends + gone;
  const { wait, abandoned, unresolved, lost: loss } = c.harms;
  return {
    cost: (wait * queue + abandoned * gone + unresolved * failures + loss * lost) / c.rate,
    resolved: 1 - failures / ends,
    attempts: calls / c.rate,
    abandons: gone / calls,
    meanWait: queue / calls,
    occupancy: busy / c.agents,
    away,
    handling: busy / ends,
  };
}

/** A pace that may be chosen, and the share of failures that goes with it. */
export type Choice = readonly [pace: number, failing: number];

/** The best choice in each state (i, j), by what each outcome costs and what comes after. */
function improve(c: Centre, choices: readonly Choice[], v: Float64Array, best: Int32Array): void {
  const fails = c.harms.unresolved + (1 - c.back) * c.harms.lost;
  for (let j = 0; j <= c.far; j += 1)
    for (let i = 1; i <= c.most; i += 1) {
      const s = at(c, i, j);
      const next = v[s - 1]!;
      const failed = fails + c.back * (v[at(c, i - 1, Math.min(j + 1, c.far))]! - next);
      let least = Number.POSITIVE_INFINITY;
      choices.forEach(([pace, failing], k) => {
        const rate = (next + failing * failed - v[s]!) / pace;
        if (rate >= least) return;
        least = rate;
        best[s] = k;
      });
    }
}

/**
 * The least cost for one first call that any rule (i, j) -> pace can reach, between two bounds:
 * relative value iteration, the choices looked at again every 30 steps (Puterman 1994, 8.5).
 */
export function leastCost(
  c: Centre,
  choices: readonly Choice[],
  precision: number,
): { readonly low: number; readonly high: number } {
  const states = (c.most + 1) * (c.far + 1);
  const fastest = Math.min(...choices.map(([pace]) => pace));
  const pulse =
    c.rate + c.far / c.delay + c.agents / fastest + Math.max(0, c.most - c.agents) / c.patience;
  const best = new Int32Array(states);
  let v = new Float64Array(states);
  let next = new Float64Array(states);
  for (let round = 0; round < 5_000; round += 1) {
    improve(c, choices, v, best);
    // The choices being the best for these values, the first step bounds the best there is.
    const [low, high] = advance(c, choices, best, v, next, pulse);
    [v, next] = [next, v];
    for (let k = 1; k < 30; k += 1) {
      advance(c, choices, best, v, next, pulse);
      [v, next] = [next, v];
    }
    if (high - low < precision * c.rate) return { low: low / c.rate, high: high / c.rate };
  }
  throw new Error('the best policy does not settle');
}

/** One step under the choices in force; the least and greatest gain of a state. */
function advance(
  c: Centre,
  choices: readonly Choice[],
  best: Int32Array,
  v: Float64Array,
  next: Float64Array,
  pulse: number,
): [low: number, high: number] {
  const { wait, abandoned, unresolved, lost } = c.harms;
  const goes = abandoned + (1 - c.redial) * lost;
  const fails = unresolved + (1 - c.back) * lost;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let j = 0; j <= c.far; j += 1)
    for (let i = 0; i <= c.most; i += 1) {
      const s = at(c, i, j);
      const here = v[s]!;
      const queue = Math.max(0, i - c.agents);
      let gain = wait * queue;
      if (i < c.most) {
        gain += c.rate * (v[s + 1]! - here);
        if (j > 0) gain += (j / c.delay) * (v[at(c, i + 1, j - 1)]! - here);
      }
      if (i > 0) {
        const [pace, failing] = choices[best[s]!]!;
        const one = v[s - 1]!;
        const away = v[at(c, i - 1, Math.min(j + 1, c.far))]! - one;
        gain +=
          (Math.min(i, c.agents) / pace) * (one - here + failing * (fails + c.back * away)) +
          (queue / c.patience) * (one - here + goes + c.redial * away);
      }
      next[s] = here + gain / pulse;
      if (gain < low) low = gain;
      if (gain > high) high = gain;
    }
  const zero = next[0]!;
  for (let s = 0; s < next.length; s += 1) next[s]! -= zero;
  return [low, high];
}
