import { describe, expect, it } from 'vitest';
import {
  erlangA,
  exponentialSurvival,
  FOREVER,
  orbitLine,
  prices,
  withReturns,
} from '../../../../models/study/theory.ts';
import { printed, SHOP, same, T } from './close.ts';

describe('returns', () => {
  it('solve the identity of the total rate', () => {
    for (const [rate, redial, repeat] of [
      [40, 0.5, 0.1],
      [45, 0.5, 0.1],
      [50, 0.5, 0.1],
      [60, 0.5, 0.1],
      [45, 0.75, 0.25],
    ] as const) {
      const { total, line } = withReturns(
        { rate, handling: 1, agents: 50 },
        exponentialSurvival(2),
        redial,
        repeat,
      );
      same(total, rate / (1 - redial * line.abandons - repeat * (1 - line.abandons)));
      same(line.abandons, erlangA({ rate: total, handling: 1, agents: 50 }, 2, T).abandons);
    }
  });

  it('show the vicious circle a planner can check by hand', () => {
    const calm = withReturns({ rate: 45, handling: 1, agents: 50 }, exponentialSurvival(2), 0, 0);
    printed(calm.line.abandons, '0.0147');
    const circle = withReturns(
      { rate: 45, handling: 1, agents: 50 },
      exponentialSurvival(2),
      0.75,
      0.25,
    );
    printed(circle.total, '80.0');
    printed(circle.line.abandons, '0.375');
    expect(() => withReturns({ rate: 45, handling: 1, agents: 50 }, FOREVER, 0, 0.25)).toThrow(
      /patience/,
    );
    expect(() => withReturns({ rate: 45, handling: 1, agents: 50 }, FOREVER, 0, 1)).toThrow(
      /redial and repeat/,
    );
  });

  it('are exact on the chain: the fixture of the model', () => {
    const solved = 0.95 * (1 - Math.exp(-2));
    const o = orbitLine(
      { rate: 1.6, handling: 4.5, agents: 10 },
      4,
      { redial: 0.6, repeat: 0.85 * (1 - solved), delay: 30 },
      60,
      50,
    );
    printed(o.abandons, '0.0874');
    printed(o.meanWait, '0.3498');
    printed(o.occupancy, '0.8121');
    printed(o.attempts, '1.2361');
    printed(o.away, '11.3308');
    const unsolved = (1 - o.abandons) * (1 - solved);
    const cost =
      o.attempts * (o.meanWait + o.abandons * (2 + 0.4 * 15) + unsolved * (5 + 0.15 * 15));
    printed(cost, '2.7573');
    expect(o.cut).toBeLessThan(1e-9);
  });

  it('is what the model says of the balance: near the chain, no oracle', () => {
    const solved = 0.95 * (1 - Math.exp(-2));
    const line = { rate: 1.6, handling: 4.5, agents: 10 };
    const near = withReturns(line, exponentialSurvival(4), 0.6, 0.85 * (1 - solved));
    printed(near.attempts, '1.2344');
    printed(near.line.abandons, '0.0851');
    printed(near.line.meanWait, '0.340');
  });

  it('come out as published for 50 agents and a mean delay of 10', () => {
    for (const [rate, far, total, abandons] of [
      [40, 110, 44.7, 0.0138],
      [45, 140, 51.38, 0.0609],
    ] as const) {
      const o = orbitLine(
        { rate, handling: 1, agents: 50 },
        2,
        { redial: 0.5, repeat: 0.1, delay: 10 },
        105,
        far,
      );
      expect(Math.abs(o.attempts * rate - total)).toBeLessThan(0.025);
      expect(Math.abs(o.abandons - abandons)).toBeLessThan(0.0002);
      expect(o.attempts).toBeCloseTo(1 / (1 - 0.5 * o.abandons - 0.1 * (1 - o.abandons)), 6);
    }
  });

  it('forget their delay when nobody returns, and keep the identity of abandonment', () => {
    const none = orbitLine({ ...SHOP, agents: 12 }, 4, { redial: 0, repeat: 0, delay: 3 }, 90, 3);
    same(none.attempts, 1);
    same(none.abandons, erlangA({ ...SHOP, agents: 12 }, 4, T).abandons);
    const some = orbitLine(
      { ...SHOP, agents: 12 },
      4,
      { redial: 0.5, repeat: 0.2, delay: 3 },
      90,
      60,
    );
    same(some.abandons, some.meanWait / 4);
    same(some.away, 3 * 2 * (some.attempts - 1));
  });
});

describe('the price of time', () => {
  it('is that of the model, in the long run and now', () => {
    const a = prices({ ...SHOP, agents: 12 }, 4, { wait: 1, abandonment: 2 }, 120);
    printed(a.longRun, '0.524');
    for (const [q, want] of ['1.2463', '1.1835', '1.1435', '1.1166'].entries())
      printed(a.now[13 + q]!, want);
    expect(a.now.subarray(0, 13).every((x) => x === 0)).toBe(true);
    same(a.cost, 1.5 * erlangA({ ...SHOP, agents: 12 }, 4, T).queue);
    printed(
      prices({ ...SHOP, agents: 14 }, Number.POSITIVE_INFINITY, { wait: 1, abandonment: 0 }, 1_500)
        .longRun,
      '2.917',
    );
  });

  it('is the slope of the long-run cost', () => {
    const cost = (handling: number): number =>
      1.5 * erlangA({ rate: 2, handling, agents: 12 }, 4, T).queue;
    const a = prices({ ...SHOP, agents: 12 }, 4, { wait: 1, abandonment: 2 }, 120);
    const throughput = 2 * (1 - erlangA({ ...SHOP, agents: 12 }, 4, T).abandons);
    const step = 1e-4;
    expect(a.longRun * throughput).toBeCloseTo((cost(6 + step) - cost(6 - step)) / (2 * step), 6);
  });

  it('is q / (1 - rho) for one agent', () => {
    const one = prices(
      { rate: 0.8, handling: 1, agents: 1 },
      Number.POSITIVE_INFINITY,
      { wait: 1, abandonment: 0 },
      900,
    );
    for (const q of [1, 2, 5, 10]) same(one.now[1 + q]!, q / 0.2);
  });
});
