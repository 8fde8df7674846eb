import { describe, expect, it } from 'vitest';
import { Luck } from '../../../models/kernel/luck.ts';
import {
  budgetLeft,
  calming,
  handledWorth,
  levelAtStart,
  levelNext,
  timeLeft,
  worsening,
} from '../../../models/policies/situations.ts';
import { LEVEL } from '../../../models/words/facts.ts';
import { same } from '../study/theory/close.ts';

const UP = [0.02, 0.05, 0.05];
const DOWN = [0.4, 0.3, 0.2];
const START = [0.85, 0.09, 0.05, 0.01];

describe('rates', () => {
  it('of getting worse grow with a bad mood and fall with heed', () => {
    same(worsening(LEVEL.criticism, UP, 0, 2, 0), 0.05);
    same(worsening(LEVEL.calm, UP, -0.5, 2, 0.8), 0.02 * Math.exp(1) * 0.2);
    expect(worsening(LEVEL.complaint, UP, -1, 2, 1)).toBe(0);
    expect(worsening(LEVEL.incivility, UP, -1, 2, 0)).toBe(0);
  });

  it('of calming down are those of who heeds', () => {
    same(calming(LEVEL.incivility, DOWN, 0.5), 0.1);
    same(calming(LEVEL.criticism, DOWN, 0.8), 0.32);
    expect(calming(LEVEL.calm, DOWN, 1)).toBe(0);
    expect(calming(LEVEL.complaint, DOWN, 0)).toBe(0);
  });

  it('are neutral where u = 0: the calm stay calm', () => {
    const none = [0, 0, 0];
    for (const mood of [-1, 0, 1]) {
      const worse = worsening(LEVEL.calm, none, mood, 2, 0);
      expect(worse).toBe(0);
      expect(timeLeft(0.7, worse)).toBe(Number.POSITIVE_INFINITY);
      expect(levelNext(LEVEL.calm, 0.7, worse, 0.2, 0)).toBe(LEVEL.calm);
    }
  });
});

describe('budgets', () => {
  it('are spent at the rate of the moment, and the first to end decides', () => {
    same(timeLeft(0.6, 0.2), 3);
    same(budgetLeft(0.6, 0.2, 1), 0.4);
    expect(budgetLeft(0.6, 0.2, 4)).toBe(0);
    expect(levelNext(LEVEL.criticism, 0.6, 0.2, 0.8, 0.2)).toBe(LEVEL.complaint);
    expect(levelNext(LEVEL.criticism, 0.6, 0.1, 0.8, 0.2)).toBe(LEVEL.calm);
    // A rate that changes half-way: .6 = .2 × 1 + .4 × 1.
    same(1 + timeLeft(budgetLeft(0.6, 0.2, 1), 0.4), 2);
  });

  /** Shares of time at each level over many changes, the mood turning bad every other minute. */
  function followed(heeded: number, mood: readonly [number, number]): number[] {
    const luck = new Luck('situations');
    const time = [0, 0, 0, 0];
    let level: number = LEVEL.calm;
    let changes = 0;
    let now = 0;
    const drawn = (k: number): number => luck.exponential(luck.keyOf(changes), 0, k);
    let [worse, calm] = [drawn(0), drawn(1)];
    while (changes < 60_000) {
      const turn = (Math.floor(now) + 1) as number;
      const up = worsening(level, UP, mood[Math.floor(now) % 2] ?? 0, 2, heeded);
      const down = calming(level, DOWN, heeded);
      const next = Math.min(timeLeft(worse, up), timeLeft(calm, down));
      const span = Math.min(next, turn - now);
      time[level] = (time[level] ?? 0) + span;
      if (next <= turn - now) {
        level = levelNext(level, worse, up, calm, down);
        changes += 1;
        [worse, calm] = [drawn(0), drawn(1)];
        now += span;
      } else {
        [worse, calm] = [budgetLeft(worse, up, span), budgetLeft(calm, down, span)];
        now = turn;
      }
    }
    return time.map((t) => t / now);
  }

  it('make the Markov chain of MODEL 8: shares of time as its balance has them', () => {
    const heeded = 0.3;
    const odds = [1];
    for (let level = 0; level < 3; level += 1) {
      const up = (UP[level] ?? 0) * Math.exp(0.8) * (1 - heeded);
      odds.push((odds[level] ?? 0) * (up / ((DOWN[level] ?? 1) * heeded)));
    }
    const total = odds.reduce((sum, one) => sum + one, 0);
    followed(heeded, [-0.4, -0.4]).forEach((share, level) =>
      expect(Math.abs(share - (odds[level] ?? 0) / total)).toBeLessThan(0.01),
    );
  });

  it('a mood that turns bad every other minute lies between the two', () => {
    const calm = (mood: readonly [number, number]): number => followed(0.3, mood)[0] ?? 0;
    const between = calm([0, -0.8]);
    expect(between).toBeLessThan(calm([0, 0]) - 0.02);
    expect(between).toBeGreaterThan(calm([-0.8, -0.8]) + 0.02);
  });
});

describe('the beginning', () => {
  const shares = (mood: number, start: readonly number[] = START): number[] => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i += 1) {
      const level = levelAtStart(start, mood, 2, (i + 0.5) / 20_000);
      counts[level] = (counts[level] ?? 0) + 1 / 20_000;
    }
    return counts;
  };

  it('has the shares of a neutral mood, and more difficult ones in a bad one', () => {
    shares(0).forEach((share, level) => expect(share).toBeCloseTo(START[level] ?? 0, 4));
    const odds = Math.exp(1);
    expect(shares(-0.5)[0]).toBeCloseTo(0.85 / (0.85 + odds * 0.15), 4);
    expect(shares(-0.5)[3]).toBeCloseTo((odds * 0.01) / (0.85 + odds * 0.15), 4);
  });

  it('is calm where all are', () =>
    expect(shares(-1, [1, 0, 0, 0]).map((share) => share > 0)).toEqual([
      true,
      false,
      false,
      false,
    ]));
});

describe('the last moment', () => {
  it('is worth .15 more once criticism or complaint was well handled, at most 1', () => {
    same(handledWorth(0.2, LEVEL.complaint, LEVEL.calm, 0.15), 0.35);
    expect(handledWorth(0.95, LEVEL.criticism, LEVEL.calm, 0.15)).toBe(1);
    for (const [worst, last] of [
      [3, 0],
      [2, 1],
      [0, 0],
    ] as const)
      expect(handledWorth(0.2, worst, last, 0.15)).toBe(0.2);
  });
});
