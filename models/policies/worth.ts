import { log } from '../kernel/log.ts';
import {
  atSpeed,
  type LeastLoad,
  leastLoad,
  menuOf,
  pacesAtPrices,
  type Resolution,
} from './paces.ts';
import { type NextMinutes, priceOfNext, roomFor } from './price.ts';
import {
  type Harms,
  longRunPrices,
  type Menu,
  type PacePrices,
  pacePrices,
  type ReturningLine,
} from './price-returns.ts';

/**
 * What time is worth in a centre with so many agents, worked out once (MODEL 10 and 11): the price
 * of the next minutes, the value of resolving, the floor below which hurrying defeats itself, and
 * the paces that follow. Minutes throughout.
 */
export interface TimeWorth {
  readonly agents: number;
  readonly prices: PacePrices;
  /** Nobody gives up and a queue may outlast the day: waits count until its end, about. */
  readonly untilClosing: boolean;
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
  /**
   * For how long a wait is followed where nobody gives up and a queue may outlast the day: as long
   * as the day still lasts on average, minutes.
   */
  readonly restOfDay: number;
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
/** Where nobody gives up: above this load the long run is further away than the day is long. */
const CARRIED = 0.95;
/** Below this one tables are as long as for it. */
const EASY = 0.5;

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
  const { horizon, line, speed } = ask;
  // All is worked out in the time of an agent: what follows a talk resolves nothing.
  const resolution = atSpeed(ask.resolution, speed);
  const [fixed, cap] = [busyFor(ask, ask.fixed), busyFor(ask, ask.cap)];
  const talk = (busy: number): number => talkIn(ask, busy);
  const floor = leastBusy(ask, line.back);
  const least = ask.keepFloor ? floor.pace : fixed;
  const paces = ladder(Math.max(least, STEP / speed), cap, STEP / speed);
  const menu = menuOf(resolution, fixed, paces);
  const forGood = longRun(ask, menu);
  const { kept, prices } = forGood ?? restOfDay(ask, menu);
  const next = (minutes: number): NextMinutes =>
    told(priceOfNext(prices.line, prices.worth, minutes), kept, forGood !== null);
  const minute = next(1);
  const ahead = horizon === 1 ? minute : next(horizon);
  const value = prices.worth.unresolved;
  return {
    agents: line.agents,
    prices,
    untilClosing: forGood === null,
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

interface Found {
  readonly prices: PacePrices;
  /** States whose values are told; those beyond only carry them. */
  readonly kept: number;
}

/** Where callers begin to be turned away a price is none: that many states more are solved. */
const edgeOf = ({ horizon, line }: WorthAsk): number =>
  Math.ceil(EDGE + 4 * line.rate * Math.max(1, horizon));

/** What time is worth in the long run; null where nobody gives up and it is further than a day. */
function longRun(ask: WorthAsk, menu: Menu): Found | null {
  const { harms, line } = ask;
  if (line.patience === Infinity) return endless(ask, menu);
  const slowest = menu.paces[menu.paces.length - 1]!;
  const room = Math.min(roomFor({ ...line, rate: line.rate * 2 }, slowest, RARE), MOST);
  const prices = pacePrices(line, harms, menu, room + edgeOf(ask));
  return { prices, kept: room + 1 };
}

/** The same of callers who never give up. */
function endless(ask: WorthAsk, menu: Menu): Found | null {
  const { harms, line } = ask;
  const { agents, back, rate } = line;
  const load = Math.min(
    ...menu.paces.map((pace, k) => {
      const again = back * (1 - menu.resolved[k]!);
      return again < 1 ? (rate * pace) / (agents * (1 - again)) : Infinity;
    }),
  );
  if (load > CARRIED) return null;
  // At its fastest a full line is so much rarer with each customer more.
  const states = (rare: number): number =>
    agents + Math.ceil(log(rare) / log(Math.max(load, EASY)));
  const prices = longRunPrices(line, harms, menu, states(RARE) + edgeOf(ask));
  return prices && { prices, kept: states(Math.sqrt(RARE)) + 1 };
}

/** What time is worth until the day ends, on average: nobody gives up, and waits end with it. */
function restOfDay(ask: WorthAsk, menu: Menu): Found {
  const line = { ...ask.line, patience: ask.restOfDay, enduring: true };
  const found = longRun({ ...ask, line }, menu);
  if (found === null) throw new Error('waits that end have a long run');
  return found;
}

/** The first states of every table. @param givenUp false: waits end without anybody giving up */
const told = (next: NextMinutes, states: number, givenUp: boolean): NextMinutes => ({
  ahead: next.ahead,
  price: next.price.slice(0, states),
  waited: next.waited.slice(0, states),
  abandoned: givenUp ? next.abandoned.slice(0, states) : new Float64Array(states),
  unresolved: next.unresolved.slice(0, states),
});

/** Paces from the least to the cap. */
function ladder(least: number, cap: number, step: number): Float64Array {
  const steps = Math.max(1, Math.round((cap - least) / step));
  return Float64Array.from({ length: steps + 1 }, (_, k) => least + ((cap - least) * k) / steps);
}
