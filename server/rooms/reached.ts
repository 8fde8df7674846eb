import type { Logger } from 'pino';
import type { RealClock } from '../clock.ts';
import type { Limits } from '../limits.ts';

/** A limit was reached once more. */
export type Reached = (limit: keyof Limits) => void;

/** Each limit is logged at most this often, real ms. */
const EVERY_MS = 60_000;

/** Logs the limits that are reached, each once a minute at most, with how often it was. */
export function reachedLog(log: Pick<Logger, 'warn'>, clock: Pick<RealClock, 'now'>): Reached {
  const told = new Map<keyof Limits, { at: number; times: number }>();
  return (limit) => {
    const last = told.get(limit) ?? { at: Number.NEGATIVE_INFINITY, times: 0 };
    told.set(limit, last);
    last.times += 1;
    if (clock.now() - last.at < EVERY_MS) return;
    log.warn({ limit, times: last.times }, 'a limit was reached');
    last.at = clock.now();
    last.times = 0;
  };
}
