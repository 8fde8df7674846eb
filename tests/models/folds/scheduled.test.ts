import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { MEASURES, valueOf } from '../../../models/folds/measures/figures.ts';
import { Measures } from '../../../models/folds/measures/measures.ts';
import { SUM } from '../../../models/folds/measures/sums.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { factsOf, only, world } from '../../laws/worlds.ts';

const MINUTE_MS = 60_000;
const OPEN_MS = 120 * MINUTE_MS;

const sumsOf = (scenario: Scenario, seed: string) => {
  const measures = new Measures(frameOf(scenario));
  new Centre(scenario, seed, measures.recorder).run();
  return measures.sums();
};

const figure = (name: string, sums: Float64Array): number =>
  valueOf(MEASURES.find((measure) => measure.name === name)!, sums);

/** Two hours, seven agents, then four and a half; calls of ten minutes. */
const shop = (group: Record<string, unknown> = {}): Scenario =>
  world({
    day: { lengthMin: 120, intervalMin: 60 },
    types: [
      {
        perHour: 60,
        handling: { law: 'exponential', meanS: 600 },
        patience: { law: 'exponential', meanS: 300 },
      },
    ],
    groups: [{ staff: [7, 4.5], ...group }],
  });

describe('[M5] heads', () => {
  it('scheduled are those of the plan, whoever is missing', () => {
    for (const shrinkage of [0, 0.3]) {
      const { day, groups, intervals } = sumsOf(shop({ shrinkage }), 'plan');
      expect(figure('scheduled', day)).toBe((7 + 4.5) / 2);
      expect(figure('scheduled', groups[0]!)).toBe((7 + 4.5) / 2);
      expect(intervals.map((cell) => figure('scheduled', cell))).toEqual([7, 4.5, Number.NaN]);
    }
  });

  it('present are those signed in until closing, and paid is the plan with overtime', () => {
    for (const seed of ['a', 'b', 'c']) {
      const { day } = sumsOf(shop(), seed);
      const facts = factsOf(shop(), seed);
      const end = facts.at(-1)!.at;
      let [there, beyond] = [0, 0];
      for (const { agent, at } of only(facts, 'signedIn')) {
        const gone = only(facts, 'signedOut').find((out) => out.agent === agent && out.at >= at);
        const until = gone?.at ?? end;
        there += Math.min(until, OPEN_MS) - Math.min(at, OPEN_MS);
        // Those of the second hour are the first four, and at times the fifth.
        const shift = agent < 5 ? OPEN_MS : 60 * MINUTE_MS;
        beyond += Math.max(0, until - Math.max(at, shift));
      }
      expect(beyond).toBeGreaterThan(0);
      expect(day[SUM.overtimeArea]).toBe(beyond);
      expect(figure('present', day)).toBeCloseTo(there / OPEN_MS, 12);
      expect(figure('paid', day)).toBeCloseTo((7 + 4.5) / 2 + beyond / OPEN_MS, 12);
    }
  });

  it('utilisation is over those scheduled, occupancy over those ready', () => {
    const { day } = sumsOf(shop({ shrinkage: 0.3 }), 'missing');
    const busy = day[SUM.openBusyArea]!;
    expect(figure('utilisation', day)).toBe(busy / (11.5 * 60 * MINUTE_MS));
    expect(figure('occupancyToClosing', day)).toBe(busy / day[SUM.openStaffedArea]!);
    expect(figure('occupancyToClosing', day)).toBeGreaterThan(figure('utilisation', day) + 0.1);
  });

  it('the occupancy to closing leaves out those who finish after it', () => {
    const { day, intervals } = sumsOf(shop(), 'late');
    expect(intervals.at(-1)![SUM.busyArea]).toBeGreaterThan(0);
    expect(figure('occupancy', day)).not.toBe(figure('occupancyToClosing', day));
    const toClosing = intervals.slice(0, -1).reduce((sum, cell) => sum + cell[SUM.busyArea]!, 0);
    expect(day[SUM.openBusyArea]).toBe(toClosing);
  });
});

describe('[M4] the service level', () => {
  it('over all offered counts those blocked, whom F3 leaves out', () => {
    const busy = shop();
    const { day } = sumsOf({ ...busy, lines: { waitingPlaces: 0, trunks: null } }, 'full');
    expect(figure('blockedRate', day)).toBeGreaterThan(0.1);
    expect(figure('serviceLevelF3', day)).toBe(1);
    expect(figure('serviceLevelOffered', day)).toBeCloseTo(1 - figure('blockedRate', day), 12);
  });
});
