import { describe, expect, it } from 'vitest';
import { Moments } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { orbitLine } from '../../models/study/theory.ts';
import { agrees, type Day, meanAgrees, share, study, within } from './study.ts';
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

const perMinute = (day: Day): number => (day.arrivals * 60_000) / day.lengthMs;

describe('redials and repeat calls, M/M/50+M', () => {
  const base = {
    handling: 1,
    patience: 2,
    agents: 50,
    delay: 10,
    lengthMin: 1_000,
    warmUpMin: 200,
  };

  it.each([
    // rate, redial, repeat; published total rate and share who give up; states told apart.
    [40, 0.5, 0.1, 44.7, 0.0138, [100, 110]],
    [45, 0.5, 0.1, 51.38, 0.0609, [105, 130]],
    [50, 0.5, 0.1, 60.08, 0.1699, null],
    [60, 0.5, 0.1, 79.97, 0.375, null],
    [45, 0.75, 0.25, 79.96, 0.3746, null],
  ] as const)(
    '[R2] %d first calls a minute, redial %d, repeat %d',
    (rate, redial, repeat, total, abandons, states) => {
      // The fuller the orbit, the longer it takes to fill.
      const slow = rate === 45 && repeat > 0.2 ? { lengthMin: 1_400, warmUpMin: 600 } : {};
      const days = study(
        scenarioOf({ ...base, ...slow, rate, redial, repeat }),
        20,
        `returns ${rate} ${repeat}`,
      );
      // Published figures are rounded, and come from simulation themselves.
      meanAgrees(days, 'total rate', perMinute, total, 0.03);
      agreesAbout(days, 'abandons', abandons, 0.0003);
      identity(days, redial, repeat);
      if (states === null) return;
      const chain = orbitLine(
        { rate, handling: 1, agents: 50 },
        2,
        { redial, repeat, delay: 10 },
        states[0],
        states[1],
      );
      expect(chain.cut).toBeLessThan(1e-4);
      meanAgrees(days, 'total rate, exactly', perMinute, chain.attempts * rate);
      agrees(days, 'abandons, exactly', share.givenUp, share.offered, chain.abandons);
      agrees(days, 'mean wait, exactly', share.waitMin, share.offered, chain.meanWait);
      agrees(days, 'occupancy, exactly', share.busy, share.staffed, chain.occupancy);
    },
  );

  function agreesAbout(days: readonly Day[], name: string, oracle: number, slack: number): void {
    const moments = new Moments();
    for (const day of days) moments.add(day.gaveUp / day.arrivals);
    within(name, moments.mean, moments.standardError, oracle, slack);
  }

  /** Lambda = lambda / (1 - redial P_ab - repeat (1 - P_ab)), as an expectation that is 0. */
  function identity(days: readonly Day[], redial: number, repeat: number): void {
    meanAgrees(
      days,
      'first calls less those that end',
      (d) => d.arrivals - redial * d.gaveUp - repeat * d.answered - d.first,
      0,
    );
  }
});

describe('the chain of callers in the centre and away', () => {
  it('[R2] is the fixture of the model', () => {
    const solved = 0.95 * (1 - Math.exp(-2));
    const c = {
      rate: 1.6,
      handling: 4.5,
      patience: 4,
      agents: 10,
      redial: 0.6,
      repeat: 0.85 * (1 - solved),
      delay: 30,
    };
    const chain = orbitLine(c, c.patience, c, 60, 50);
    const days = study(scenarioOf({ ...c, lengthMin: 8_000, warmUpMin: 600 }), 40, 'chain');
    agrees(days, 'attempts', share.offered, (d) => d.first, chain.attempts);
    agrees(days, 'abandons', share.givenUp, share.offered, chain.abandons);
    agrees(days, 'mean wait', share.waitMin, share.offered, chain.meanWait);
    agrees(days, 'occupancy', share.busy, share.staffed, chain.occupancy);
  });
});
