import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agentSpeed,
  heldSpeed,
  learnt,
  overwork,
  overworked,
  pressure,
  remembered,
  stretch,
  underLoad,
} from '../../../models/policies/speed.ts';
import { printed, same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('speed', () => {
  it('is exactly 1 where every factor is neutral', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.nat(5_000),
        unit,
        (z, calls, x) => {
          const product =
            agentSpeed(0, z) * learnt(calls, 0, 200) * underLoad(x, 0) * overworked(x, 0);
          expect(heldSpeed(product)).toBe(1);
          expect(stretch(x, 0)).toBe(1);
        },
      ),
    );
  });

  it('differs between agents by a lognormal of mean 1', () => {
    // The mean of e^(sd z - sd^2/2) over the normal density, by the trapezoid rule.
    let mean = 0;
    for (let z = -10; z <= 10; z += 0.01)
      mean += 0.01 * agentSpeed(0.15, z) * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    same(mean, 1);
    same(agentSpeed(0.15, 1) / agentSpeed(0.15, -1), Math.exp(0.3));
  });

  it('grows with experience: 2^.05 after 200 calls', () => {
    expect(learnt(0, 0.05, 200)).toBe(1);
    same(learnt(200, 0.05, 200), 2 ** 0.05);
    printed(learnt(1_800, 0.05, 200), '1.1220');
  });

  it('rises or falls with the load, up to one waiting for each agent', () => {
    same(pressure(3, 12), 0.25);
    for (const [waiting, agents] of [
      [12, 12],
      [40, 12],
      [1, 0],
    ] as const)
      expect(pressure(waiting, agents)).toBe(1);
    expect(pressure(0, 0)).toBe(0);
    same(underLoad(pressure(6, 12), 0.1), 1.05);
    same(underLoad(pressure(6, 12), -0.2), 0.9);
  });

  it('falls with overwork, which begins at an occupancy of .85', () => {
    expect(overwork(0.5, 0.85)).toBe(0);
    expect(overwork(0.85, 0.85)).toBe(0);
    same(overwork(0.925, 0.85), 0.5);
    same(overwork(1, 0.85), 1);
    same(overworked(overwork(0.925, 0.85), 0.15), 0.925);
  });

  it('is held between .6 and 1.4', () => {
    expect(heldSpeed(0.2)).toBe(0.6);
    expect(heldSpeed(2)).toBe(1.4);
    expect(heldSpeed(1.1)).toBe(1.1);
  });
});

describe('what is remembered', () => {
  it('is the exponentially weighted integral, however time is cut', () => {
    // Busy for 30 min, idle for 15, from nothing: 60-minute memory.
    const busy = remembered(0, 1, 30, 60);
    same(busy, 1 - Math.exp(-0.5));
    same(remembered(busy, 0, 15, 60), (1 - Math.exp(-0.5)) * Math.exp(-0.25));
    fc.assert(
      fc.property(unit, unit, unit, unit, (mean, value, a, b) => {
        const once = remembered(mean, value, a + b, 0.7);
        same(remembered(remembered(mean, value, a, 0.7), value, b, 0.7), once);
      }),
    );
  });

  it('after-call work grows into idle time', () => same(stretch(0.4, 0.15), 1.06));
});
