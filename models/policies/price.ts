import { log } from '../kernel/log.ts';
import { type BirthDeath, demand, fillShares, fillSteps } from './price-chain.ts';

/** A line as a price sees it: agents all alike, exponential patience, memoryless handling. */
export interface PacedLine {
  /** Calls per minute, those of people who call again included. */
  readonly rate: number;
  readonly agents: number;
  /** Mean patience, minutes; Infinity for callers who never give up. */
  readonly patience: number;
  /**
   * Mean handling time with i customers in the centre, minutes; i from 0 to the most that are told
   * apart (beyond, callers are turned away: let there be room, see `roomFor`).
   */
  readonly paces: Float64Array;
  /** Share of contacts ended with i inside that leave the caller unresolved, i from 0. */
  readonly unresolved: Float64Array;
}

/** What happens to a caller costs, in waiting-minute equivalents, with all that follows from it. */
export interface Worth {
  /** One caller waiting one minute. */
  readonly wait: number;
  /** One abandonment. */
  readonly abandoned: number;
  /** One contact that leaves the caller unresolved. */
  readonly unresolved: number;
}

/**
 * What it will cost the others that one agent stays a while longer with a caller, with i customers
 * inside, that caller included; i from 0. Every array is per minute of staying.
 */
export interface NextMinutes {
  /** For how long the agent stays, minutes; 0 for an instant. */
  readonly ahead: number;
  /** Waiting-minute equivalents: the three below at what each is worth. */
  readonly price: Float64Array;
  /** Minutes that others will wait because of it, in expectation. */
  readonly waited: Float64Array;
  /** Callers who will give up because of it. */
  readonly abandoned: Float64Array;
  /** Contacts that will leave a caller unresolved because of it; below 0 where there are fewer. */
  readonly unresolved: Float64Array;
}

const LEAST_STEPS = 100;

/**
 * How many customers to tell apart, with one handling time: the length of `paces` less one. The
 * fullest centre is this much rarer than the likeliest one, or than all agents just busy if that
 * is more. A queue beyond it, after a burst, asks for more room: at the end prices are too low.
 * @param rare strictly between 0 and 1
 */
export function roomFor(
  line: Pick<PacedLine, 'rate' | 'agents' | 'patience'>,
  handling: number,
  rare = 1e-9,
): number {
  const { rate, agents, patience } = line;
  demand(handling > 0 && handling < Infinity, 'handling', 'a finite number above 0', handling);
  demand(rare > 0 && rare < 1, 'rare', 'strictly between 0 and 1', rare);
  demandLine(line, handling);
  let most = agents;
  // Beyond the likeliest number each state is rarer than the one before.
  const ratio = (i: number): number =>
    (rate * handling) / (Math.min(i, agents) + (Math.max(0, i - agents) * handling) / patience);
  while (ratio(most + 1) >= 1) most += 1;
  for (let share = 0; share > log(rare); most += 1) share += log(ratio(most + 1));
  return Math.max(most, agents + 2);
}

/** Refuses a line that is none, or that would grow without end at its fastest. */
function demandLine(line: Pick<PacedLine, 'rate' | 'agents' | 'patience'>, fastest: number): void {
  const { rate, agents, patience } = line;
  demand(rate > 0 && rate < Infinity, 'rate', 'a finite number above 0', rate);
  demand(Number.isSafeInteger(agents) && agents >= 1, 'agents', 'a whole number from 1', agents);
  demand(patience > 0, 'patience', 'above 0', patience);
  demand(
    patience < Infinity || rate * fastest < agents,
    'rate',
    `below ${agents / fastest}, what the agents can serve, when nobody gives up`,
    rate,
  );
}

function demandPaces({ agents, paces, unresolved }: PacedLine): void {
  demand(paces.length >= agents + 2, 'paces', `of length ${agents + 2} at least`, paces.length);
  demand(unresolved.length === paces.length, 'unresolved', 'as long as paces', unresolved.length);
  for (let i = 0; i < paces.length; i += 1) {
    demand(paces[i]! > 0 && paces[i]! < Infinity, `paces[${i}]`, 'finite, above 0', paces[i]);
    const share = unresolved[i]!;
    demand(share >= 0 && share <= 1, `unresolved[${i}]`, 'a share between 0 and 1', share);
  }
}

/** Departures and costs of a line, by how many are inside, written into `leaving` and `costs`. */
export function fillCrowd(
  line: Omit<PacedLine, 'rate'>,
  worth: Worth,
  leaving: Float64Array,
  costs: Float64Array,
): void {
  const theta = 1 / line.patience;
  for (let i = 0; i < leaving.length; i += 1) {
    const ends = Math.min(i, line.agents) / line.paces[i]!;
    const queue = Math.max(0, i - line.agents);
    leaving[i] = ends + theta * queue;
    costs[i] =
      queue * (worth.wait + theta * worth.abandoned) +
      ends * line.unresolved[i]! * worth.unresolved;
  }
}

/** The same while one of the agents is held: 0 with nobody inside, whom no one holds. */
function fillHeld(line: PacedLine, worth: Worth, leaving: Float64Array, costs: Float64Array): void {
  fillCrowd(line, worth, leaving, costs);
  for (let i = 1; i < leaving.length; i += 1) {
    const end = 1 / line.paces[i]!;
    if (i <= line.agents) leaving[i] = (i - 1) * end;
    else leaving[i]! -= end;
    costs[i]! -= end * line.unresolved[i]! * worth.unresolved;
  }
}

/**
 * v' = Q v + c - g with one agent held, for v a cost to come by how many are inside, written into
 * `slopes`.
 */
function fillSlopes(held: BirthDeath, mean: number, v: Float64Array, slopes: Float64Array): void {
  const { rate, leaving, costs } = held;
  const most = v.length - 1;
  for (let i = 1; i <= most; i += 1) {
    let slope = costs[i]! - mean;
    if (i < most) slope += rate * (v[i + 1]! - v[i]!);
    if (leaving[i]! > 0) slope += leaving[i]! * (v[i - 1]! - v[i]!);
    slopes[i] = slope;
  }
}

/** Carries v over `ahead` minutes by Runge-Kutta steps of order 4, in place. */
function hold(held: BirthDeath, mean: number, v: Float64Array, ahead: number): void {
  const states = v.length;
  const fastest = held.rate + held.leaving.reduce((a, b) => Math.max(a, b));
  // Stable up to 2.78 changes a step.
  const steps = Math.max(LEAST_STEPS, Math.ceil(ahead * fastest));
  const dt = ahead / steps;
  const point = new Float64Array(states);
  const slopes = new Float64Array(states);
  const sum = new Float64Array(states);
  for (let step = 0; step < steps; step += 1) {
    sum.fill(0);
    point.set(v);
    for (let stage = 0; stage < 4; stage += 1) {
      fillSlopes(held, mean, point, slopes);
      const weight = stage === 0 || stage === 3 ? dt / 6 : dt / 3;
      const reach = stage === 2 ? dt : dt / 2;
      for (let i = 1; i < states; i += 1) {
        sum[i]! += weight * slopes[i]!;
        point[i] = v[i]! + reach * slopes[i]!;
      }
    }
    for (let i = 1; i < states; i += 1) v[i]! += sum[i]!;
  }
}

/** What staying costs the others when what happens to them is worth this, by how many inside. */
function staying(line: PacedLine, worth: Worth, ahead: number): Float64Array {
  const states = line.paces.length;
  const leaving = new Float64Array(states);
  const costs = new Float64Array(states);
  const shares = new Float64Array(states);
  const steps = new Float64Array(states - 1);
  // What leaves and costs is first that of the free centre, then that of the held one.
  const chain: BirthDeath = { rate: line.rate, leaving, costs };
  fillCrowd(line, worth, leaving, costs);
  fillShares(chain, shares);
  const mean = fillSteps(chain, shares, steps);
  fillHeld(line, worth, leaving, costs);

  // Held or released, the caller is no burden any more afterwards: from h(i-1) on either side.
  const released = new Float64Array(states);
  for (let i = 2; i < states; i += 1) released[i] = released[i - 1]! + steps[i - 2]!;
  const price = new Float64Array(states);
  if (ahead === 0) {
    fillSlopes(chain, mean, released, price);
    return price;
  }
  price.set(released);
  hold(chain, mean, price, ahead);
  for (let i = 1; i < states; i += 1) price[i] = (price[i]! - released[i]!) / ahead;
  return price;
}

/**
 * The price of the next minutes (MODEL 10.3 and 10.4): what the others will lose, in expectation,
 * if an agent stays `ahead` minutes more with a caller instead of ending now, per minute of
 * staying. Exact for the line as described, in which nobody else reacts but by the table of paces.
 * Pi(i, x) = v_x(i) - h(i-1), where v_0(i) = h(i-1) and v' = Q_held v + c - g; for x = 0 its slope
 * there, which with one pace for all is 0 while nobody waits, then
 * c_w + theta c_a + (mu - theta) Delta(i-2). Error: below 1e-8, of the whole while's price.
 * Cost: 4 max(100, ahead times the fastest rate) passes over the states, twice at most.
 * @param ahead minutes, 0 or more
 */
export function priceOfNext(line: PacedLine, worth: Worth, ahead: number): NextMinutes {
  demandPaces(line);
  const queued = line.paces.subarray(line.agents + 1);
  demandLine(
    line,
    queued.reduce((a, b) => Math.min(a, b)),
  );
  demand(ahead >= 0 && ahead < Infinity, 'ahead', 'a finite number, 0 or more', ahead);
  for (const name of ['wait', 'abandoned', 'unresolved'] as const)
    demand(Math.abs(worth[name]) < Infinity, name, 'a finite number', worth[name]);
  const waited = staying(line, { wait: 1, abandoned: 0, unresolved: 0 }, ahead);
  // Who waits gives up at one rate: so many minutes more, so many callers fewer.
  const abandoned = waited.map((minutes) => minutes / line.patience);
  const unresolved = staying(line, { wait: 0, abandoned: 0, unresolved: 1 }, ahead);
  const price = waited.map(
    (minutes, i) =>
      worth.wait * minutes + worth.abandoned * abandoned[i]! + worth.unresolved * unresolved[i]!,
  );
  return { ahead, price, waited, abandoned, unresolved };
}
