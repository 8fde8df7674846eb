import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RealClock } from '../clock.ts';
import type { Limits } from '../limits.ts';

const TEN_MINUTES_S = 600;

/**
 * Who may ask how much. Joins are never limited by address (a whole class sits behind one); wrong
 * codes are.
 */
export class Gate {
  readonly #clock: RealClock;
  readonly #delayMs: number;
  readonly #asks: RateLimiterMemory;
  readonly #joins: RateLimiterMemory;
  readonly #misses: RateLimiterMemory;
  readonly #allMisses: RateLimiterMemory;
  readonly #opens: RateLimiterMemory;

  constructor(limits: Limits, clock: RealClock) {
    this.#clock = clock;
    this.#delayMs = limits.missDelayMs;
    const windowS = limits.asksBurst / limits.asksPerS;
    this.#asks = new RateLimiterMemory({ points: limits.asksBurst, duration: windowS });
    this.#joins = new RateLimiterMemory({ points: limits.joinsPerS, duration: 1 });
    this.#misses = new RateLimiterMemory({
      points: limits.missesPerAddress,
      duration: TEN_MINUTES_S,
    });
    this.#allMisses = new RateLimiterMemory({ points: limits.missesPerMinute, duration: 60 });
    this.#opens = new RateLimiterMemory({ points: limits.opensPerHour, duration: 3_600 });
  }

  /** One more ask of this socket: false when it goes too fast. */
  ask(socketId: string): Promise<boolean> {
    return spend(this.#asks, socketId);
  }

  /** One more join of this room. */
  join(roomId: string): Promise<boolean> {
    return spend(this.#joins, roomId);
  }

  /** One more room opened from this address. */
  open(address: string): Promise<boolean> {
    return spend(this.#opens, keyOf(address));
  }

  /** Whether this address has typed too many wrong codes. */
  async shut(address: string): Promise<boolean> {
    const spent = await this.#misses.get(keyOf(address));
    return spent !== null && spent.remainingPoints <= 0;
  }

  /** Where so many wrong codes are typed everywhere that all are answered late: waits that long. */
  async slowDown(): Promise<void> {
    const spent = await this.#allMisses.get('all');
    if (spent === null || spent.remainingPoints > 0) return;
    await new Promise<void>((resolve) => void this.#clock.after(this.#delayMs, resolve));
  }

  /** A wrong code. */
  async miss(address: string): Promise<void> {
    await spend(this.#misses, keyOf(address));
    await spend(this.#allMisses, 'all');
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** An IPv4 address, or the /64 of an IPv6 one: within it anybody may take any address. */
export function keyOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : new Array(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
