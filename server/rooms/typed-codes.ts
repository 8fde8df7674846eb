import { isIPv6 } from 'node:net';
import type { RealClock } from '../clock.ts';
import type { Limits } from '../limits.ts';

const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 3_600_000;
/** All addresses that wait share one test of a code in each such slot, ms. */
const SLOT_MS = 1_000;
/** A turn that nobody came back for is given up after this, ms. */
const TURN_KEPT_MS = 60_000;

type CodeLimits = Pick<
  Limits,
  | 'codesAtOnce'
  | 'codesAtOnceKnown'
  | 'codesKnownAll'
  | 'codeEveryMs'
  | 'codesWaiting'
  | 'codesWaitMs'
  | 'codeAddresses'
>;

/** What is known of an address. */
interface Address {
  /** Codes tested at once that were not right, and since when they are counted. */
  wrong: number;
  since: number;
  /** When a right one was last shown from it. */
  rightAt: number;
  /** When a code of it was last tested, or is to be. */
  lastAt: number;
  /** Codes being tested at once: asked for by several, each counts once. */
  readonly testing: Set<string>;
  /** Right codes shown from it, and when: to try them again teaches nothing. */
  readonly known: Map<string, number>;
  /** Codes that wait, and when their turn comes. */
  readonly turns: Map<string, number>;
}

/**
 * Who may have a typed room code tested, and when: what keeps 39.6 bits from being guessed while a
 * class of which one mistypes, all behind one address, comes in. A right code is never refused but
 * may wait its turn; whoever waits is told the same of a right code as of a wrong one. Nobody's
 * connection is held: who is told to wait comes back with the same code once its turn has come.
 */
export class TypedCodes {
  readonly #limits: CodeLimits;
  readonly #clock: Pick<RealClock, 'now'>;
  readonly #addresses = new Map<string, Address>();
  /** Stands for all addresses beyond those that can be told apart: nothing of them is free. */
  readonly #crowd = newAddress(Number.POSITIVE_INFINITY);
  /** Slots in which a code is to be tested. */
  readonly #slots = new Set<number>();
  /** The slot in which those before were last forgotten. */
  #slot = Number.NEGATIVE_INFINITY;
  #known = { since: 0, spent: 0 };
  #sweptAt = 0;

  constructor(limits: CodeLimits, clock: Pick<RealClock, 'now'>) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Whether codes of this address wait their turn. */
  waits(address: string): boolean {
    return !this.#isFree(this.#of(address), false);
  }

  /**
   * How long this code has to wait, ms. At 0 it is to be tested now, and what came of it told to
   * `right` or `wrong`.
   */
  waitMs(address: string, code: string): number {
    const now = this.#clock.now();
    const from = this.#of(address);
    if (now - (from.known.get(code) ?? Number.NEGATIVE_INFINITY) < HOUR_MS) return 0;
    if (from.testing.has(code)) return 0;
    const turn = from.turns.get(code);
    if (turn === undefined && this.#isFree(from, true)) {
      from.wrong += 1;
      from.lastAt = now;
      from.testing.add(code);
      return 0;
    }
    const at = turn ?? this.#turn(from, code);
    if (at > now) return at - now;
    from.turns.delete(code);
    return 0;
  }

  /** This code was right, or its bearer has shown that they had been told it. */
  right(address: string, code: string): void {
    const from = this.#of(address);
    if (from.testing.delete(code)) from.wrong -= 1;
    if (from === this.#crowd) return;
    from.rightAt = this.#clock.now();
    from.known.set(code, from.rightAt);
  }

  wrong(address: string, code: string): void {
    this.#of(address).testing.delete(code);
  }

  /** Whether one more code of it is tested at once; `spend` where it will be. */
  #isFree(from: Address, spend: boolean): boolean {
    const now = this.#clock.now();
    const { codesAtOnce, codesAtOnceKnown, codesKnownAll } = this.#limits;
    if (now - from.since >= TEN_MINUTES_MS && from !== this.#crowd) {
      from.since = now;
      from.wrong = 0;
      from.testing.clear();
    }
    if (from.wrong < codesAtOnce) return true;
    // Anybody may open a room, and then knows a right code: what that gives is bounded in all.
    if (now - this.#known.since >= TEN_MINUTES_MS) this.#known = { since: now, spent: 0 };
    const isKnown = now - from.rightAt < HOUR_MS && from.wrong < codesAtOnceKnown;
    if (!isKnown || this.#known.spent >= codesKnownAll) return false;
    if (spend) this.#known.spent += 1;
    return true;
  }

  /** When this code is to be tested: a place in the queue, or when to ask for one. */
  #turn(from: Address, code: string): number {
    const now = this.#clock.now();
    const { codeEveryMs, codesWaiting, codesWaitMs } = this.#limits;
    for (const [one, at] of from.turns) if (now - at > TURN_KEPT_MS) from.turns.delete(one);
    if (from.turns.size >= codesWaiting)
      return Math.max(now, Math.min(...from.turns.values())) + codeEveryMs;
    this.#dropPastSlots();
    const first = Math.ceil(Math.max(now, from.lastAt + codeEveryMs) / SLOT_MS);
    const last = Math.floor((now + codesWaitMs) / SLOT_MS);
    for (let slot = first; slot <= last; slot += 1) {
      if (this.#slots.has(slot)) continue;
      this.#slots.add(slot);
      from.lastAt = slot * SLOT_MS;
      from.turns.set(code, from.lastAt);
      return from.lastAt;
    }
    return now + codesWaitMs;
  }

  #dropPastSlots(): void {
    const slot = Math.floor(this.#clock.now() / SLOT_MS);
    if (slot === this.#slot) return;
    this.#slot = slot;
    for (const past of this.#slots) if (past < slot) this.#slots.delete(past);
  }

  #of(address: string): Address {
    const key = keyOf(address);
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const { codeAddresses } = this.#limits;
    if (this.#addresses.size >= codeAddresses) this.#sweep();
    if (this.#addresses.size >= codeAddresses) return this.#crowd;
    const from = newAddress(0);
    this.#addresses.set(key, from);
    return from;
  }

  /** Forgets addresses of which nothing counts any more. */
  #sweep(): void {
    const now = this.#clock.now();
    if (now - this.#sweptAt < SLOT_MS) return;
    this.#sweptAt = now;
    for (const [key, { since, rightAt, lastAt }] of this.#addresses)
      if (now - Math.max(since, lastAt) >= TEN_MINUTES_MS && now - rightAt >= HOUR_MS)
        this.#addresses.delete(key);
  }
}

const newAddress = (wrong: number): Address => ({
  wrong,
  since: Number.NEGATIVE_INFINITY,
  rightAt: Number.NEGATIVE_INFINITY,
  lastAt: Number.NEGATIVE_INFINITY,
  testing: new Set(),
  known: new Map(),
  turns: new Map(),
});

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
