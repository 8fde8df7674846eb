import { describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../../../models/doors/live.ts';
import { makeReport, readReport, staffingPrinted } from '../../../../models/doors/report.ts';
import type { Scenario } from '../../../../models/doors/scenario.ts';
import { beyondOf, playStaffing, type StaffingAnswer } from '../../../../models/doors/study.ts';
import { staffingData } from '../../../../models/study/report/staffing-data.ts';
import { staffingWorkbook } from '../../../../models/study/report/staffing-files.ts';
import { staffingRows } from '../../../../models/study/report/staffing-rows.ts';
import { staffingSheet } from '../../../../models/study/report/staffing-sheet.ts';
import { beyondRequired, hoursBeyond } from '../../../../models/study/staffing/planned.ts';
import {
  probabilityOf,
  verdictOf,
  verdictsOf,
} from '../../../../models/study/staffing/probability.ts';
import { answered, centre, inline } from './centre.ts';

/** The schedule of a scenario before a question, beside what is required. */
async function scheduled(scenario: Scenario, ask: Parameters<typeof answered>[1] = {}) {
  const answer = await answered(scenario, { days: 60, ...ask });
  const wanted = { price: false, gap: false, sensitivity: false, planned: true };
  const beyond = await playStaffing(beyondOf(answer, wanted), inline()).ended;
  if (beyond === 'aborted' || 'code' in beyond) throw new Error(JSON.stringify(beyond));
  const planned = beyond.planned as StaffingAnswer;
  return { answer, planned, report: { asked: 'centre', rules: '0', answer, ...beyond } };
}

const staffed = (scenario: Scenario, staff: readonly number[]): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group) => ({ ...group, staff: [...staff] })),
});

const day = { lengthMin: 180, intervalMin: 60 };

describe('a schedule before the question (RULES M10)', () => {
  it('that is what is required stands as the requirement does, to the last bit', async () => {
    const scenario = centre({ day, type: { perHour: [60, 120, 80] } });
    const { answer } = await scheduled(scenario);
    const own = await scheduled(staffed(scenario, answer.staffing[0] ?? []));
    const { jointly, whole, wholeDay } = own.answer;
    expect(own.planned).toMatchObject({ jointly, whole, wholeDay });
    expect(own.planned.intervals).toEqual(own.answer.intervals);
    expect(hoursBeyond(own.planned, own.answer)).toEqual({ over: 0, under: 0 });
    expect(staffingSheet(own.report, 'en').headline).toContain('It is the staffing required');
  });

  it('with an agent less is what the requirement tells of n - 1, and holds as it says', async () => {
    const scenario = centre({ type: { perHour: 60 } });
    const { answer } = await scheduled(scenario);
    const n = answer.staffing[0]?.[0] ?? 0;
    const need = answer.intervals[0]?.groups[0];
    for (const [staff, told] of [
      [n - 1, need?.fewer],
      [n + 1, need?.more],
    ] as const) {
      const { planned, report } = await scheduled(staffed(scenario, [staff]));
      expect(planned.whole).toEqual(told?.whole);
      expect(planned.intervals[0]?.own).toEqual(told?.own);
      expect(beyondRequired(planned, report.answer)).toEqual([[staff - n]]);
    }
  });

  it('is told from its weakest interval on, with what is missing and what is over', async () => {
    const scenario = centre({
      day,
      type: { perHour: [60, 120, 80] },
      group: { staff: [12, 5, 7] },
    });
    const { answer, planned, report } = await scheduled(scenario);
    const { over, under } = hoursBeyond(planned, answer);
    expect([over > 0, under > 0]).toEqual([true, true]);
    expect(over - under).toBeCloseTo(planned.agentHours - answer.agentHours, 9);
    const sheet = staffingSheet(report, 'en');
    expect(sheet.headline).toMatch(/^No: .* 10:00 is the weakest .* missing, and .* over/);
    expect(sheet.tables[0]?.rows.map(([name]) => name)[0]).toBe('10:00');
    const shares = sheet.tables[0]?.rows.map((row) => Number.parseInt(row[4] ?? '', 10)) ?? [];
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(staffingSheet(report, 'fr').headline).toMatch(/^Non : .* 10:00 est le plus faible/);
    expect(staffingData(report)).toMatchObject({
      planned: { staffing: [[12, 5, 7]], verdict: 'fails', hoursBeyond: { over, under } },
    });
    const printed = { ...makeReport(report), rules: RULES_VERSION };
    expect(printed.wanted.planned).toBe(true);
    expect(staffingPrinted(printed)).toEqual([[12, 5, 7]]);
    expect(readReport(JSON.stringify(printed), RULES_VERSION)).toMatchObject({ sameRules: true });
    const { planned: _planned, ...data } = printed.figures.data;
    const damaged = { ...printed, figures: { ...printed.figures, data } };
    expect(readReport(JSON.stringify(damaged), RULES_VERSION)).toMatchObject({
      path: 'figures.data.planned',
    });
  });

  it('of several groups is told by interval, all groups together, and the difference of each', async () => {
    const skill = [{ type: 'calls' }];
    const groups = [
      { id: 'front', name: 'Front', staff: 4, skills: skill },
      { id: 'back', name: 'Back', staff: 2, skills: skill },
    ];
    const scenario = centre({ type: { perHour: 60 }, more: { groups } });
    const { answer, planned, report } = await scheduled(scenario);
    const [row] = staffingSheet(report, 'en').tables[0]?.rows ?? [];
    const required = answer.staffing.flat();
    expect(row?.slice(1, 3)).toEqual(['6', String(required.reduce((sum, n) => sum + n, 0))]);
    const signed = [4, 2].map((n, g) => {
      const more = n - (required[g] ?? 0);
      return more === 0 ? '0' : more > 0 ? `+${more}` : `−${-more}`;
    });
    // The total first; each group by its name, folded below it.
    const tables = staffingSheet(report, 'en').tables;
    expect(row?.[3]).toBe(`+${6 - required.reduce((sum, n) => sum + n, 0)}`.replace('+0', '0'));
    expect(tables[1]).toMatchObject({ folded: 'The schedule by group' });
    expect(tables[1]?.rows.map(([name, , , beyond]) => [name, beyond])).toEqual([
      ['09:00 Front', signed[0]],
      ['09:00 Back', signed[1]],
    ]);
    const needs = tables.slice(2, 4).map(({ rows }) => rows.map(([name]) => name));
    expect(needs).toEqual([['09:00'], ['09:00 Front', '09:00 Back']]);
    expect(tables[2]?.rows[0]?.[4]).toBe(String(required.reduce((sum, n) => sum + n, 0)));
    const [intervals] = staffingWorkbook(report, 'en');
    expect(intervals?.data.slice(1).map((cells) => cells[1]?.value)).toEqual([
      ...['all groups', 'Front', 'Back'],
    ]);
    const csv = staffingRows(report, 'en').filter(([, , , figure]) => figure === 'agents');
    expect(csv.map(([, , group, , , agents]) => [group, agents])).toEqual([
      ['', required.reduce((sum, n) => sum + n, 0)],
      ['Front', required[0]],
      ['Back', required[1]],
    ]);
    expect(planned.staffing).toEqual([[4], [2]]);
  });

  it.each(['day', 'month'] as const)('is asked for by %s too', async (by) => {
    const scenario = centre({ day, type: { perHour: 60 }, group: { staff: 12 } });
    const { report } = await scheduled(scenario, { by });
    expect(staffingSheet(report, 'en').headline).toMatch(
      new RegExp(`^Yes: the target holds over the ${by} on `),
    );
  });

  it('fails in no interval by chance alone, however many there are', () => {
    // Just under what one interval for itself may be: one in fifty is no wonder.
    const one = probabilityOf(71, 100, 0.05);
    const all = (n: number) => verdictsOf(Array(n).fill(one), { alpha: 0.05, on: 0.8 });
    expect([all(1)[0], all(50)[0]]).toEqual(['fails', 'unsure']);
    const far = verdictsOf(Array(50).fill(probabilityOf(55, 100, 0.05)), { alpha: 0.05, on: 0.8 });
    expect(far[0]).toBe('fails');
  });

  it('holds, fails, or is left open by as many days as were played', () => {
    const of = (held: number) => verdictOf(probabilityOf(held, 100, 0.05), 0.8);
    expect([60, 75, 85, 90].map(of)).toEqual(['fails', 'unsure', 'unsure', 'holds']);
  });
});
