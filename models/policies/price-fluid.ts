import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';
import { demand } from './price-chain.ts';

/** What is expected, interval by interval; the last value holds from then on. */
export interface Forecast {
  /** Length of an interval, minutes. */
  readonly interval: number;
  /** Calls per minute. */
  readonly rates: ArrayLike<number>;
  /** Agents at work. */
  readonly agents: ArrayLike<number>;
  /** Mean handling time, minutes; may be shorter than the others: its last value holds on. */
  readonly handling: readonly number[];
  /** Mean patience, minutes; Infinity for callers who never give up. */
  readonly patience: number;
}

/**
 * How long it will take until nobody waits, minutes; Infinity if the queue is there for good. Calls
 * are a fluid: x' = lambda(t) - mu n(t) - theta (x - n(t)) while x > n(t) (MODEL 2 and 10.7).
 * Agents who come take calls at once; those who leave do so after their call, so that the customers
 * inside stay as many.
 * @param waiting calls in the queue now
 * @param now minutes since the beginning of the forecast
 */
export function clearingTime(forecast: Forecast, waiting: number, now: number): number {
  const { interval, rates, agents, handling, patience } = forecast;
  const intervals = rates.length;
  demand(interval > 0 && interval < Infinity, 'interval', 'a finite number above 0', interval);
  demand(handling.length > 0, 'handling', 'one at least', 'empty');
  for (const minutes of handling)
    demand(minutes > 0 && minutes < Infinity, 'handling', 'finite numbers above 0', minutes);
  demand(patience > 0, 'patience', 'above 0', patience);
  demand(intervals > 0, 'rates', 'one at least', 'empty');
  demand(agents.length === intervals, 'agents', 'as many as rates', agents.length);
  demand(waiting >= 0 && waiting < Infinity, 'waiting', 'finite, 0 or more', waiting);
  demand(now >= 0 && now < Infinity, 'now', 'finite, 0 or more', now);
  let k = Math.min(Math.floor(now / interval), intervals - 1);
  let queue = waiting;
  for (let from = now; queue > 0; k += 1) {
    const growth = rates[k]! - agents[k]! / handlingAt(forecast, k);
    const to = k + 1 < intervals ? (k + 1) * interval : Infinity;
    const clear = timeToZero(queue, growth, patience);
    if (from + clear <= to) return from + clear - now;
    if (to === Infinity) return Infinity;
    queue = grown(queue, growth, patience, to - from) + agents[k]! - agents[k + 1]!;
    from = to;
    if (queue <= 0) return from - now;
  }
  return 0;
}

const handlingAt = ({ handling }: Forecast, interval: number): number =>
  handling[Math.min(interval, handling.length - 1)] as number;

/** Until a queue that grows at `growth`, and loses who gives up, is empty; Infinity if never. */
function timeToZero(queue: number, growth: number, patience: number): number {
  if (growth >= 0) return Infinity;
  if (patience === Infinity) return queue / -growth;
  return patience * log(1 - queue / (growth * patience));
}

/** The same queue a while later, as long as it lasts. */
function grown(queue: number, growth: number, patience: number, after: number): number {
  if (patience === Infinity) return queue + growth * after;
  const level = growth * patience;
  return level + (queue - level) * exp(-after / patience);
}

/**
 * The price of a minute by the fluid, for rates and agents that change (MODEL 10.7 (a)): a service
 * put off makes all who come until the queue clears wait longer, until they give up:
 * pi = mu (c_w + theta c_a) (1 - e^(-theta T)) / theta, without patience mu c_w T. It knows nothing
 * of chance: 0 while nobody waits, and below the price of the chain, by its constant, while few do.
 * Waiting-minute equivalents a minute; Infinity where a queue of patient callers never clears.
 * @param worth of one minute waited, and of one abandonment with all that follows
 */
export function fluidPrice(
  forecast: Forecast,
  worth: { readonly wait: number; readonly abandoned: number },
  waiting: number,
  now: number,
): number {
  const { interval, patience } = forecast;
  const clear = clearingTime(forecast, waiting, now);
  const handling = handlingAt(forecast, Math.floor(now / interval));
  if (patience === Infinity) return (worth.wait * clear) / handling;
  const minute = worth.wait + worth.abandoned / patience;
  return (minute * patience * (1 - exp(-clear / patience))) / handling;
}
