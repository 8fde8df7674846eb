import { describe, expect, it } from 'vitest';
import { LIMITS, type Limits } from '../../server/limits.ts';
import { TypedCodes } from '../../server/rooms/typed-codes.ts';

const CODES = 31 ** 8;
const S = 1_000;
const MIN = 60 * S;

/** Time that a test sets. */
class Hands {
  ms = 0;
  now = (): number => this.ms;
}

/** How many codes one tests who types whatever comes to mind, as fast as the answers let them. */
function guesses(limits: Limits, addresses: number, hours: number, knows: boolean): number {
  const clock = new Hands();
  const codes = new TypedCodes(limits, clock);
  const all = Array.from({ length: addresses }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
  /** Who comes back in which second, for a turn. */
  const due = new Map<number, string[]>();
  const mind = new Map<string, number>();
  let tested = 0;
  const types = (address: string): void => {
    // A room of one's own is a right code, shown again whenever that may help.
    if (knows) codes.right(address, 'OWN');
    for (let n = mind.get(address) ?? 0; ; n += 1) {
      mind.set(address, n);
      const waitMs = codes.waitMs(address, `wrong ${n}`);
      if (waitMs > 0) {
        const then = Math.ceil((clock.ms + waitMs) / S);
        due.set(then, [...(due.get(then) ?? []), address]);
        return;
      }
      codes.wrong(address, `wrong ${n}`);
      tested += 1;
    }
  };
  for (let second = 0; second < hours * 3_600; second += 1) {
    clock.ms = second * S;
    const now = due.get(second) ?? [];
    due.delete(second);
    // Each ten minutes more may be free.
    for (const address of second % 600 === 0 ? all : new Set(now)) types(address);
  }
  return tested;
}

describe('guessing codes from a thousand addresses for a day', () => {
  it.each([false, true])(
    'finds one of a hundred rooms once in ten thousand days at most (own room: %s)',
    (knows) => {
      const hours = 24;
      const tested = guesses(LIMITS, 1_000, hours, knows);
      // It does test what it may: 3 in ten minutes each, and one a second in all.
      expect(tested).toBeGreaterThan(0.9 * hours * (6 * 3 * 1_000 + 3_600));
      expect((100 * tested) / CODES).toBeLessThanOrEqual(1e-4);
    },
  );
});

describe('an address that has typed too many wrong codes', () => {
  const codes = (clock: Hands, change: Partial<Limits> = {}): TypedCodes =>
    new TypedCodes({ ...LIMITS, ...change }, clock);
  const miss = (typed: TypedCodes, address: string, code: string): number => {
    const waitMs = typed.waitMs(address, code);
    if (waitMs === 0) typed.wrong(address, code);
    return waitMs;
  };

  it('has three at once, then one every two seconds, for ten minutes', () => {
    const clock = new Hands();
    const typed = codes(clock);
    expect(['a', 'b', 'c'].map((code) => miss(typed, 'x', code))).toEqual([0, 0, 0]);
    expect(['d', 'e', 'f'].map((code) => miss(typed, 'x', code))).toEqual([2_000, 4_000, 6_000]);
    // Asked again, the same code keeps its turn.
    clock.ms = 1_500;
    expect(miss(typed, 'x', 'd')).toBe(500);
    clock.ms = 2_000;
    expect([miss(typed, 'x', 'd'), miss(typed, 'x', 'e')]).toEqual([0, 2_000]);
    clock.ms = 10 * MIN;
    expect(['g', 'h', 'i'].map((code) => miss(typed, 'x', code))).toEqual([0, 0, 0]);
  });

  it('has thirty where a right one came from it within the hour', () => {
    const clock = new Hands();
    const typed = codes(clock);
    expect(typed.waitMs('x', 'right')).toBe(0);
    typed.right('x', 'right');
    const thirty = Array.from({ length: 30 }, (_, i) => miss(typed, 'x', `${i}`));
    expect(thirty).toEqual(Array(30).fill(0));
    expect(miss(typed, 'x', 'one more')).toBeGreaterThan(0);
    // The code that is known to be right teaches nothing: a class comes in behind its first.
    expect(typed.waitMs('x', 'right')).toBe(0);
    clock.ms = 61 * MIN;
    const later = Array.from({ length: 4 }, (_, i) => miss(typed, 'x', `later ${i}`));
    expect(later.map((waitMs) => waitMs > 0)).toEqual([false, false, false, true]);
  });

  it('counts one code that a class types in one breath once, and not at all where it is right', () => {
    const typed = codes(new Hands());
    const breath = Array.from({ length: 40 }, () => typed.waitMs('x', 'right'));
    expect(breath).toEqual(Array(40).fill(0));
    for (const _ of breath) typed.right('x', 'right');
    expect(typed.waits('x')).toBe(false);
    expect(['a', 'b', 'c'].map((code) => miss(typed, 'y', code))).toEqual([0, 0, 0]);
  });

  it('shares one test a second with all others that wait, and never waits for ever', () => {
    const clock = new Hands();
    const typed = codes(clock, { codesAtOnce: 0, codesWaitMs: 10_000 });
    const waits = Array.from({ length: 14 }, (_, i) => miss(typed, `10.0.0.${i}`, 'z'));
    const turns = waits.slice(0, 11);
    expect(turns).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((s) => s * S));
    // Beyond, nothing is kept of them: they are told when to ask again.
    expect(waits.slice(11)).toEqual([10_000, 10_000, 10_000]);
  });

  it('keeps a few codes waiting at most, however many it sends', () => {
    const clock = new Hands();
    const typed = codes(clock, { codesAtOnce: 0 });
    const waits = Array.from({ length: 1_000 }, (_, i) => miss(typed, 'x', `${i}`));
    expect(new Set(waits.filter((waitMs) => waitMs > 0)).size).toBeLessThanOrEqual(
      LIMITS.codesWaiting,
    );
    expect(Math.max(...waits)).toBeLessThanOrEqual(2 * S * LIMITS.codesWaiting);
  });

  it('cannot make itself forgotten by coming from ever more addresses', () => {
    const typed = codes(new Hands(), { codeAddresses: 50 });
    const free = Array.from({ length: 500 }, (_, i) => miss(typed, `2001:db8:0:${i}::1`, 'a'));
    expect(free.filter((waitMs) => waitMs === 0).length).toBeLessThanOrEqual(51);
    expect(miss(typed, '2001:db8:0:3::2', 'b')).toBe(0);
  });
});
