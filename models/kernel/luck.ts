import { minusLog } from './log.ts';
import { keysOf } from './streams.ts';

/**
 * Luck belongs to the caller: what chance decides is a pure function of (seed, who, attempt,
 * purpose), so nothing a team does shifts another caller's numbers (common random numbers). A
 * counter hash in the manner of Salmon et al. 2011 with murmur3's finaliser (RULES A8).
 */

/** What a draw is for. Numbers are part of the rules: never renumber, only append. */
export const PURPOSE = {
  GAP: 0,
  HANDLING: 1,
  PATIENCE: 2,
  REDIAL: 3,
  REDIAL_DELAY: 4,
  REPEAT: 5,
  REPEAT_DELAY: 6,
  RETRY: 7,
  RETRY_DELAY: 8,
  WRAP_UP: 9,
  SAYS: 10,
  ROUTE: 11,
  /** Handling, then patience, after a transfer. */
  RELAY: 12,
  RELAY_PATIENCE: 13,
  NEED: 14,
  /** Whether the contact resolves what it was about. */
  OUTCOME: 15,
  /** After a contact that resolved nothing, then after one that did: decision, delay. */
  BACK: 16,
  BACK_DELAY: 17,
  NEXT: 18,
  NEXT_DELAY: 19,
  /** What this caller wants: warmth, guidance. */
  WANTS_WARMTH: 20,
  WANTS_GUIDANCE: 21,
  /** How this contact goes: the mask worn, then what is skipped, phase by phase. */
  MASK: 22,
  SKIP: 23,
  DIAGNOSIS: 27,
  DEFLECT: 28,
  RELAYED: 29,
  /** The level at which a talk begins; then each change of it: worse, calm, and the limit named. */
  LEVEL: 30,
  /** Drawn for the day, an interval, an agent: `who` is their number. */
  DAY: 32,
  INTERVAL: 33,
  PRESENCE: 34,
  SPEED: 35,
  TEMPER_WARMTH: 36,
  TEMPER_GUIDANCE: 37,
  SKILL: 38,
  /** Of a caller again. */
  ANSWER_DELAY: 40,
  WORSE: 41,
  CALM: 42,
  LIMIT: 43,
  BELIEF: 44,
  /** Is being called back accepted; and is the caller there then. */
  CALL_BACK: 45,
  REACHED: 46,
  /** Of an agent: missing at opening, then how long each stretch lasts. */
  ABSENCE: 47,
  /** How long a caller bears to be held. */
  HOLD_PATIENCE: 48,
  /** Of a caller on record: whether they come, or come again; and when a copy of them does. */
  VOLUME: 49,
  COPY_AT: 50,
  /** Which words a day begins with; then, of a caller, how they let show what they feel or need. */
  SCENE: 51,
  HINT: 52,
  LOST: 53,
  /** Whether a caller asks for more, whether it is due, how a refusal is taken. */
  CLAIM: 54,
  DUE: 55,
  ACCEPTS: 56,
  /** Is a first caller one whom a hidden cause brings; and which cause is it that day. */
  CAUSE: 57,
} as const;

/** Room for 64 purposes beside the number of an attempt. */
const PURPOSE_BITS = 6;

const mix = (h: number): number => {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
};

export class Luck {
  private readonly a: number;
  private readonly b: number;

  constructor(seed: string) {
    [this.a, this.b] = keysOf(seed);
  }

  /** What makes one person's luck: take it once, draw from it often. `who` is an integer from 0. */
  keyOf(who: number): number {
    return mix((this.a + Math.imul(who, 0x9e3779b1)) | 0);
  }

  /** A uniform in (0, 1), 53 bits, never 0 nor 1, of the person with this key. */
  draw(key: number, attempt: number, purpose: number): number {
    const high = mix(key ^ (this.b + Math.imul((attempt << PURPOSE_BITS) + purpose, 0x85ebca77)));
    const low = Math.imul(high ^ (key >>> 9), 0xc2b2ae3d);
    return ((high >>> 0) * 2_097_152 + (low >>> 11) + 0.5) / 9_007_199_254_740_992;
  }

  /**
   * An exponential of mean 1, by inversion of the same draw u: minus the log of 1 - u. It takes the
   * draw as bits, so the uniform itself is never made.
   */
  exponential(key: number, attempt: number, purpose: number): number {
    const high = mix(key ^ (this.b + Math.imul((attempt << PURPOSE_BITS) + purpose, 0x85ebca77)));
    const low = Math.imul(high ^ (key >>> 9), 0xc2b2ae3d);
    return minusLog(~high, ~low >>> 11);
  }

  /**
   * The luck of people first, first + step, …: their keys, and the exponential of mean 1 that parts
   * each from the one before (minus the log of u). Together they cost a third of what they do one
   * by one.
   */
  gaps(first: number, step: number, keys: number[], gaps: number[]): void {
    const { a, b } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = mix((a + Math.imul(first + i * step, 0x9e3779b1)) | 0);
      keys[i] = key;
      const high = mix(key ^ (b + Math.imul(PURPOSE.GAP, 0x85ebca77)));
      gaps[i] = minusLog(high, Math.imul(high ^ (key >>> 9), 0xc2b2ae3d) >>> 11);
    }
  }

  /** The same in one go. */
  uniform(who: number, attempt: number, purpose: number): number {
    return this.draw(this.keyOf(who), attempt, purpose);
  }
}
