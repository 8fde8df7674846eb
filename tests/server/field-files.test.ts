import { describe, expect, it } from 'vitest';
import { type Reading, recordedDay } from '../../models/doors/records.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { readRecordsFile } from '../../server/cli/records-file.ts';

/** Files such as people have them: tests/samples/README.md says what each stands for. */

const sample = (name: string): string => new URL(`../samples/${name}`, import.meta.url).pathname;

async function read(name: string): Promise<Reading> {
  const reading = await readRecordsFile(sample(name), {});
  if (isProblem(reading)) throw new Error(reading.says.en);
  return reading;
}

function figures(reading: Reading): object {
  if (reading.kind !== 'calls') throw new Error('no calls');
  const calls = [...reading.calls];
  const served = calls.filter((call) => call.served);
  const mean = (of: (call: (typeof calls)[number]) => number): number =>
    Math.round((served.reduce((sum, call) => sum + of(call), 0) / served.length) * 100) / 100;
  return {
    days: [...reading.days],
    offered: calls.length,
    answered: served.length,
    meanWaitS: mean((call) => call.waitS),
    meanTalkS: mean((call) => call.serviceS),
    agents: new Set(served.map((call) => call.agent)).size,
    first: [calls[0]?.arrivalS, calls[0]?.startS],
    fourth: [calls[3]?.arrivalS, calls[3]?.startS],
  };
}

const TRUTH = {
  days: [['2025-03-10', 90]],
  offered: 90,
  answered: 80,
  meanWaitS: 22.69,
  meanTalkS: 205.59,
  agents: 3,
  first: [32_419, 32_419],
  fourth: [32_495, 32_569],
};

describe('one day, however it was exported', () => {
  it.each([
    ['base.csv', 'as this program writes it'],
    ['F3-mmss-durations.csv', 'durations in m:ss beside moments in h:mm:ss'],
    ['F5-utf16-tab.txt', 'a spreadsheet’s Unicode text'],
    ['F7-iso-timestamps.csv', 'instants, and no outcome: not connected is given up'],
    ['F7b-datetime-cells.csv', 'a date and a time in each cell'],
    ['F7c-datetime-day.csv', 'a date and a time in the column of days'],
    ['F10-yes-no.csv', 'Y and N, the wait in one column, no start of the queue'],
  ])('%s: %s', async (name) => {
    const reading = await read(name);
    expect(figures(reading)).toEqual(TRUTH);
    expect(reading.counts.unusable).toBe(0);
  });

  it.each(['base.csv', 'F10-yes-no.csv', 'F7-iso-timestamps.csv'])(
    '%s is a scenario, whatever is not known of its calls',
    async (name) => {
      const made = recordedDay(await read(name), { source: name });
      if (isProblem(made)) throw new Error(made.says.en);
      expect(readScenario(made.scenario).ok).toBe(true);
    },
  );

  it('what is supposed is said: UTC as local time, unknown waits, an agent who is none', async () => {
    const kinds = async (name: string): Promise<string[]> =>
      (await read(name)).suspicions.map(({ kind }) => kind);
    expect(await kinds('base.csv')).toEqual([]);
    expect(await kinds('F3-mmss-durations.csv')).toEqual([]);
    expect(await kinds('F7-iso-timestamps.csv')).toEqual(['zoneUnknown']);
    expect(await kinds('F10-yes-no.csv')).toEqual(['lostWithoutWait', 'placeholder']);
  });
});

describe('a table of intervals', () => {
  it.each(['F1-interval-15min.csv', 'F1-interval-fr.csv'])('%s is a scenario', async (name) => {
    const reading = await read(name);
    expect([...reading.days.values()]).toEqual([89]);
    expect(reading.suspicions.map(({ kind }) => kind)).toEqual(['dateOrder']);
    const made = recordedDay(reading, { source: name });
    if (isProblem(made)) throw new Error(made.says.en);
    const { day, groups, types } = made.scenario;
    expect([day.opensAt, day.lengthMin, day.intervalMin]).toEqual(['09:00', 120, 15]);
    expect(types[0]?.perHour).toEqual([44, 64, 28, 32, 48, 64, 44, 32]);
    expect(types[0]?.handling).toMatchObject({ law: 'lognormal', meanS: 206.2 });
    // 232 s between 09:00 and 09:15, of 206.2 on average.
    const factors = types[0]?.handlingFactor as number[];
    expect(factors.slice(0, 4)).toEqual([1.125, 0.931, 1.586, 0.689]);
    expect([made.calls, made.served, made.abandoned]).toEqual([89, 79, 10]);
    const staff = groups[0]?.staff;
    expect(Array.isArray(staff) && staff.every((n) => n >= 2 && n <= 6)).toBe(true);
    expect(made.notes.map(({ en }) => en).join(' ')).toMatch(
      /Patience is supposed .* is supposed\. Handling follows the hour.* Staff is estimated/,
    );
    expect(readScenario(made.scenario).ok).toBe(true);
  });
});
