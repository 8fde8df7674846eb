import {
  atSpeed,
  type LeastLoad,
  leastLoad,
  menuOf,
  pacesAtPrices,
  type Resolution,
} from './paces.ts';
import { type NextMinutes, priceOfNext, roomFor } from './price.ts';
import { type Harms, type PacePrices, pacePrices, type ReturningLine } from './price-returns.ts';

/**
 * What time is worth in a centre with so many agents, worked out once (MODEL 10 and 11): the price
 * of the next minutes, the value of resolving, the floor below which hurrying defeats itself, and
 * the paces that follow. Minutes throughout.
 */
export interface TimeWorth {
  readonly agents: number;
  readonly prices: PacePrices;
  /** What one more minute of holding a line costs the others. */
  readonly minute: NextMinutes;
  /** The same, over the horizon of the policy. */
  readonly ahead: NextMinutes;
  /**
   * m0, at speed 1; `interior` where there is one, above the fixed part: more than `threshold`
   * return.
   */
  readonly floor: LeastLoad;
  /**
   * Handling times at speed 1, by number inside, those in after-call work included: the memoryless
   * optimum, and that of the price of the next minutes.
   */
  readonly memoryless: Float64Array;
  readonly anticipating: Float64Array;
}

/** How long talks keep an agent busy. Minutes of a talk are those at speed 1. */
export interface Work {
  readonly resolution: Resolution;
  /** Minutes of a talk that resolve nothing. */
  readonly fixed: number;
  /** Those among them that no speed shortens. */
  readonly closing: number;
  /** Minutes of after-call work: an agent is busy for as much longer than a talk lasts. */
  readonly wrapUp: number;
  /** Mean speed of those who work: at 2 a talk takes half the time, save its closing. */
  readonly speed: number;
  /** The longest talk, minutes. */
  readonly cap: number;
}

/** What the tables are made of. */
export interface WorthAsk extends Work {
  readonly line: ReturningLine;
  readonly harms: Harms;
  readonly horizon: number;
  /** Never below m0. */
  readonly keepFloor: boolean;
}

/** Paces are looked for in steps of this, minutes at speed 1. */
const STEP = 0.25;
/** Tables end where a fuller centre is rarer than this, and here at the latest. */
const RARE = 1e-9;
const MOST = 2_400;
/** States at the end whose values depend on the end itself, at least. */
const EDGE = 24;

/** The time of an agent for a talk of so many minutes, from the answer until free again. */
export const busyFor = ({ closing, speed, wrapUp }: Work, talk: number): number =>
  talk + wrapUp + (1 / speed - 1) * (talk - closing);

/** Of how many minutes a talk is, at speed 1, that keeps an agent busy for so long. */
const talkIn = ({ closing, speed, wrapUp }: Work, busy: number): number =>
  busy - wrapUp + (speed - 1) * (busy - wrapUp - closing);

/** The time of an agent that makes the load the least (MODEL 10.1). */
function leastBusy(work: Work, back: number): LeastLoad {
  const { cap, fixed, resolution, speed } = work;
  return leastLoad(atSpeed(resolution, speed), busyFor(work, fixed), back, busyFor(work, cap));
}

/** m0, at speed 1: the talk that takes so much of an agent. */
export function leastTalk(work: Work, back: number): LeastLoad {
  const floor = leastBusy(work, back);
  return { ...floor, pace: talkIn(work, floor.pace) };
}

/** Cost: a few dozen ms for ten agents, growing with their number. */
export function timeWorth(ask: WorthAsk): TimeWorth {
  const { harms, horizon, line, speed } = ask;
  // All is worked out in the time of an agent: what follows a talk resolves nothing.
  const resolution = atSpeed(ask.resolution, speed);
  const [fixed, cap] = [busyFor(ask, ask.fixed), busyFor(ask, ask.cap)];
  const talk = (busy: number): number => talkIn(ask, busy);
  const floor = leastBusy(ask, line.back);
  const least = ask.keepFloor ? floor.pace : fixed;
  const paces = ladder(Math.max(least, STEP / speed), cap, STEP / speed);
  const slowest = paces[paces.length - 1]!;
  const room = roomFor({ ...line, rate: line.rate * 2 }, slowest, RARE);
  // Where callers begin to be turned away a price is none: the last states only carry the others.
  const most = Math.min(room, MOST) + Math.ceil(EDGE + 4 * line.rate * Math.max(1, horizon));
  const prices = pacePrices(line, harms, menuOf(resolution, fixed, paces), most);
  const kept = Math.min(room, MOST) + 1;
  const next = (minutes: number): NextMinutes =>
    upTo(kept, priceOfNext(prices.line, prices.worth, minutes));
  const minute = next(1);
  const ahead = horizon === 1 ? minute : next(horizon);
  const value = prices.worth.unresolved;
  return {
    agents: line.agents,
    prices,
    minute,
    ahead,
    floor: { ...floor, pace: talk(floor.pace) },
    memoryless: prices.line.paces.slice(0, kept).map(talk),
    anticipating: pacesAtPrices(
      ahead.price,
      resolution,
      fixed,
      value,
      Math.max(least, fixed),
      cap,
    ).map(talk),
  };
}

/** The first states of every table. */
const upTo = (states: number, next: NextMinutes): NextMinutes => ({
  ahead: next.ahead,
  price: next.price.slice(0, states),
  waited: next.waited.slice(0, states),
  abandoned: next.abandoned.slice(0, states),
  unresolved: next.unresolved.slice(0, states),
});

/** Paces from the least to the cap. */
function ladder(least: number, cap: number, step: number): Float64Array {
  const steps = Math.max(1, Math.round((cap - least) / step));
  return Float64Array.from({ length: steps + 1 }, (_, k) => least + ((cap - least) * k) / steps);
}
