import { describe, expect, it } from 'vitest';
import { anotherDay, changedVolume, noChange } from '../../../../models/doors/report.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { playStaffing } from '../../../../models/doors/study.ts';
import type { DayChange } from '../../../../models/study/staffing/another-day.ts';
import { answered, centre, inline } from './centre.ts';

/** The answered staffing before the same callers, asked something else. */

const small = centre({
  day: { lengthMin: 120, intervalMin: 60 },
  type: { perHour: [60, 40], patience: { law: 'exponential', meanS: 120 } },
});

describe('another day', async () => {
  const { ask, scenario, staffing, whole } = await answered(small, { days: 60 });
  const held = async (change: Partial<DayChange>) => {
    const asking = anotherDay(scenario, ask, staffing, { ...noChange(ask), ...change });
    const day = await playStaffing(asking, inline()).ended;
    if (day === 'aborted' || isProblem(day)) throw new Error('not played');
    return day;
  };

  it('on which nothing is changed is the day that was answered', async () =>
    expect(await held({})).toEqual({ whole, holds: true }));

  it('holds less often before more callers, a higher target or with fewer agents', async () => {
    const changes = [{ volume: 1.3 }, { bound: 0.97 }, { agents: -1 }, { agents: -99 }];
    for (const change of changes)
      expect((await held(change)).whole.share).toBeLessThan(whole.share);
    expect((await held({ agents: -1, interval: 1 })).holds).toBe(false);
  });

  it('holds at least as often with one agent more, and is enough by the share asked', async () => {
    expect((await held({ agents: 1 })).whole.share).toBeGreaterThanOrEqual(whole.share);
    expect((await held({ on: 0.999 })).holds).toBe(whole.share >= 0.999);
  });

  it('changes the volume and nothing else', () => {
    const changed = changedVolume(small, { ...noChange(ask), volume: 2 });
    const [type] = small.types;
    expect(changed).toEqual({ ...small, types: [{ ...type, perHour: [120, 80] }] });
  });
});
