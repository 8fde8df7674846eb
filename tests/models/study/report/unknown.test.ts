import { describe, expect, it } from 'vitest';
import { readScenario, type Scenario } from '../../../../models/doors/scenario.ts';
import {
  type DayReport,
  dayData,
  dayRows,
  daySheet,
  runPacked,
  Summing,
  Trials,
} from '../../../../models/doors/study.ts';

/** A recorded day of four calls, with or without those who made them. */
function recorded(caller?: (number | null)[]): DayReport {
  const law = { law: 'exponential', meanS: 100 };
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'n',
    day: { lengthMin: 60 },
    types: [{ id: 'a', name: 'A', handling: law }],
    groups: [{ id: 'g', name: 'G', staff: 2, skills: [{ type: 'a' }] }],
    trace: { source: 's', atS: [0, 10, 100, 200], type: [0, 0, 0, 0], caller },
  });
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  const scenario: Scenario = reading.scenario;
  const trials = new Trials(scenario, 's');
  const summing = new Summing(trials.frame);
  summing.add(runPacked(trials, 0, 2));
  return { scenario, seed: 's', rules: '0', summary: summing.summary() };
}

const FIRST = 'First calls';
const shown = (report: DayReport): string | undefined =>
  daySheet(report, 'en')
    .chapters.flatMap(({ measures }) => measures)
    .find(({ label }) => label === FIRST)?.value;

describe('first attempts of a recorded day', () => {
  it.each([
    ['nobody is known', undefined, 4],
    ['one is not', [7, null, 7, 8], 1],
  ])('are unknown where %s who calls, not all of them', (_, caller, unknown) => {
    const report = recorded(caller);
    expect(shown(report)).toBe('–');
    expect(daySheet(report, 'en').notes.join('\n')).toContain(
      `First and repeat calls: unknown; the records do not say who calls (${unknown} of 4 calls).`,
    );
    expect(daySheet(report, 'fr').notes.join('\n')).toContain(
      `le relevé ne dit pas qui appelle (${unknown} appels sur 4)`,
    );
    const { day } = dayData(report) as { day: Record<string, { mean: number | null }> };
    expect([day['firstAttempts']?.mean, day['repeatShare']?.mean]).toEqual([null, null]);
    expect(day['offered']?.mean).toBe(4);
    const row = dayRows(report).find(
      ([cut, , measure]) => cut === 'day' && measure === 'firstAttempts',
    );
    expect(row?.[4]).toBeNull();
  });

  it('are counted where the records say who calls', () => {
    const report = recorded([7, 8, 7, 9]);
    expect(shown(report)).toBe('3.0');
    expect(daySheet(report, 'en').notes.join('\n')).not.toContain('unknown');
  });
});
