import { describe, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import { type DaySums, SUM } from '../../models/folds/measures/sums.ts';
import { Moments } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { frameOf } from '../../models/study/frame.ts';
import { within } from './study.ts';
import { world } from './worlds.ts';

/**
 * The bilingual centre of the examples of ContactCenters (Buist and L'Ecuyer), five days a week.
 * Its program, read closely: a caller who gives up calls back exactly 20 minutes later with the
 * same patience and the same need; the target is one minute, and the waits of a person's attempts
 * count together; occupancy is all work over the nine hours.
 */
const HOURS = [100, 50, 50, 50, 50, 50, 50, 50, 50];
const TEAM = [7, 7, 4];

function centre(): Scenario {
  const caller = {
    perHour: HOURS,
    patience: { law: 'exponential', meanS: 120 },
    redial: { probability: 0.75, delay: { law: 'deterministic', valueS: 1_200 } },
    onReturn: 'same',
  } as const;
  return world({
    day: { lengthMin: 540, intervalMin: 60 },
    types: [
      { ...caller, perHour: [...HOURS], handling: { law: 'uniform', minS: 180, maxS: 420 } },
      { ...caller, perHour: [...HOURS], handling: { law: 'uniform', minS: 240, maxS: 360 } },
    ],
    groups: [
      { staff: 7, skills: [{ type: 't0' }] },
      { staff: 7, skills: [{ type: 't1' }] },
      { staff: 4, skills: [{ type: 't0' }, { type: 't1' }] },
    ],
    routing: { agents: 'random', calls: 'longestWait' },
    lines: { trunks: 40 },
    serviceLevel: { targetS: 60 },
  });
}

/** The measures, and the waits of a person's attempts together. */
class Ear extends Measures {
  inTarget = 0;
  private readonly waitedBefore = new Map<number, number>();
  private readonly gaveUpAfter = new Map<number, number>();

  override arrived(...fact: Parameters<Measures['arrived']>): void {
    super.arrived(...fact);
    const [, call, , , , cause] = fact;
    const before = this.gaveUpAfter.get(cause);
    if (before !== undefined) this.waitedBefore.set(call, before);
  }
  override abandoned(...fact: Parameters<Measures['abandoned']>): void {
    super.abandoned(...fact);
    const [, call, , , waitMs] = fact;
    this.gaveUpAfter.set(call, waitMs + (this.waitedBefore.get(call) ?? 0));
  }
  override answered(...fact: Parameters<Measures['answered']>): void {
    super.answered(...fact);
    const [, call, , , , waitMs] = fact;
    if (waitMs + (this.waitedBefore.get(call) ?? 0) < 60_000) this.inTarget += 1;
  }
}

const WEEKS = 250;
/** Weeks of the published run. */
const PUBLISHED = 1_000;

describe('the bilingual centre of ContactCenters', () => {
  it('[R2, R4, W3, W8] comes out as published', () => {
    const scenario = centre();
    const frame = frameOf(scenario);
    const figures = new Map<string, Moments>();
    for (let week = 0; week < WEEKS; week += 1) {
      const sums = new Map<string, number>();
      const add = (name: string, x: number): unknown => sums.set(name, (sums.get(name) ?? 0) + x);
      for (let day = 0; day < 5; day += 1) {
        const ear = new Ear(frame);
        new Centre(scenario, `week ${week} day ${day}`, ear.recorder).run();
        tell(ear.sums(), add);
        add('in target', ear.inTarget);
      }
      for (const [name, x] of sums) {
        const moments = figures.get(name) ?? new Moments();
        moments.add(x);
        figures.set(name, moments);
      }
    }
    // Mean over 1,000 weeks and standard deviation between weeks, as printed.
    for (const [name, mean, spread] of [
      ['arrivals', 5110.161, 83.029],
      ['retrials', 107.168, 21.377],
      ['served', 4967.235, 69.111],
      ['abandoned', 142.868, 26.74],
      ['in target', 4896.885, 66.002],
      ['occupancy 0', 47.624, 0.977],
      ['occupancy 1', 47.639, 0.962],
      ['occupancy 2', 63.254, 0.908],
      ['occupancy of all', 51.103, 0.719],
    ] as const) {
      const ours = figures.get(name)!;
      const error = Math.sqrt(ours.variance / WEEKS + (spread * spread) / PUBLISHED);
      within(name, ours.mean, error, mean);
    }
  });
});

/** A day's part of a week's figures. */
function tell({ day, groups }: DaySums, add: (name: string, x: number) => unknown): void {
  add('arrivals', day[SUM.offered]!);
  add('retrials', day[SUM.afterAbandoned]!);
  add('served', day[SUM.answered]!);
  add('abandoned', day[SUM.abandoned]!);
  const percent = (busy: number, agents: number): number =>
    (100 * busy) / (5 * agents * 540 * 60_000);
  TEAM.forEach((agents, g) => {
    add(`occupancy ${g}`, percent(groups[g]![SUM.busyArea]!, agents));
  });
  add('occupancy of all', percent(day[SUM.busyArea]!, 18));
}
