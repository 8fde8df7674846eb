import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { type Orbit, orbitLine } from '../../models/study/theory.ts';
import { agrees, type Day, figure, meanAgrees, open, study } from './study.ts';
import { world } from './worlds.ts';

interface Returns {
  readonly rate: number;
  readonly handling: number;
  readonly patience: number;
  readonly agents: number;
  readonly redial: number;
  readonly repeat: number;
  readonly delay: number;
  readonly lengthMin: number;
  readonly warmUpMin: number;
}

/** M/M/n+M with returns after exponential delays, in minutes, as a scenario. */
function scenarioOf(c: Returns): Scenario {
  const delay = { law: 'exponential', meanS: c.delay * 60 } as const;
  return world({
    day: { lengthMin: c.lengthMin, intervalMin: c.lengthMin, warmUpMin: c.warmUpMin },
    types: [
      {
        perHour: c.rate * 60,
        handling: { law: 'exponential', meanS: c.handling * 60 },
        patience: { law: 'exponential', meanS: c.patience * 60 },
        redial: { probability: c.redial, delay },
        repeat: { probability: c.repeat, delay },
      },
    ],
    groups: [{ staff: c.agents }],
  });
}

const offered = figure('offered');
const abandoned = figure('abandoned');
const answered = figure('answered');
const first = figure('firstAttempts');

function exactly(days: readonly Day[], chain: Orbit): void {
  agrees(days, 'abandonRate', chain.abandons);
  agrees(days, 'meanWait', chain.meanWait * 60);
  agrees(days, 'occupancy', chain.occupancy, { cut: open });
  agrees(days, 'repeatShare', 1 - 1 / chain.attempts);
}

describe('redials and repeat calls, M/M/50+M', () => {
  const base = {
    ...{ handling: 1, patience: 2, agents: 50, delay: 10 },
    ...{ lengthMin: 1_000, warmUpMin: 200 },
  };

  it.each([
    // Rate, redial, repeat; published total rate and share who give up; states told apart.
    [40, 0.5, 0.1, 44.7, 0.0138, [100, 110]],
    [45, 0.5, 0.1, 51.38, 0.0609, [105, 130]],
    [50, 0.5, 0.1, 60.08, 0.1699, null],
    [60, 0.5, 0.1, 79.97, 0.375, null],
    [45, 0.75, 0.25, 79.96, 0.3746, null],
  ] as const)('[R2, R3, M8] %d first calls a minute, redial %d, repeat %d', (...row) => {
    const [rate, redial, repeat, total, abandons, states] = row;
    // The fuller the orbit, the longer it takes to fill.
    const slow = repeat > 0.2 ? { lengthMin: 1_400, warmUpMin: 600 } : {};
    const c = { ...base, ...slow, rate, redial, repeat };
    const days = study(scenarioOf(c), 20, `returns ${rate} ${repeat}`);
    const perMinute = (day: Day): number => offered(day) / (c.lengthMin - c.warmUpMin);
    // Published figures are rounded, and come from simulation themselves.
    meanAgrees(days, 'total rate', perMinute, total, 0.03);
    agrees(days, 'abandonRate', abandons, { slack: 0.0003 });
    const gone = (day: Day): number => redial * abandoned(day) + repeat * answered(day);
    meanAgrees(days, 'attempts - returns - first', (d) => offered(d) - gone(d) - first(d), 0);
    if (states === null) return;
    const chain = orbitLine(c, 2, { redial, repeat, delay: 10 }, states[0], states[1]);
    expect(chain.cut).toBeLessThan(1e-4);
    meanAgrees(days, 'total rate, exactly', perMinute, chain.attempts * rate);
    exactly(days, chain);
  });
});

describe('the chain of callers in the centre and away', () => {
  it('[R2, R3, M8] is the fixture of the model', () => {
    const solved = 0.95 * (1 - Math.exp(-2));
    const repeat = 0.85 * (1 - solved);
    const c = { rate: 1.6, handling: 4.5, patience: 4, agents: 10, redial: 0.6, repeat, delay: 30 };
    const chain = orbitLine(c, c.patience, c, 60, 50);
    const days = study(scenarioOf({ ...c, lengthMin: 8_000, warmUpMin: 600 }), 40, 'chain');
    exactly(days, chain);
  });
});
