import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from '../limits.ts';
import { keyOf } from './typed-codes.ts';

/** How fast one may ask, and open rooms. */
export class Gate {
  readonly #asks: RateLimiterMemory;
  readonly #opens: RateLimiterMemory;

  constructor(limits: Limits) {
    const windowS = limits.asksBurst / limits.asksPerS;
    this.#asks = new RateLimiterMemory({ points: limits.asksBurst, duration: windowS });
    this.#opens = new RateLimiterMemory({ points: limits.opensPerHour, duration: 3_600 });
  }

  /** One more ask of this socket: 0, or after how many ms it may ask again. */
  ask(socketId: string): Promise<number> {
    return spend(this.#asks, socketId);
  }

  /** One more room opened from this address: 0, or after how many ms one may be. */
  open(address: string): Promise<number> {
    return spend(this.#opens, keyOf(address));
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}
