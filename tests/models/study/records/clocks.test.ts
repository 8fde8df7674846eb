import { describe, expect, it } from 'vitest';
import { recordedDay, TableReader } from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { paris } from './paris.ts';

/** Tables of intervals over nights on which clocks change. */

/** An hourly table of instants: so many hours from an instant on, with a volume for each. */
function table(from: number, hours: number, calls: (ms: number) => number) {
  const reader = new TableReader({ localOf: paris });
  reader.row(['Interval', 'Offered', 'AHT'], 1);
  for (let i = 0; i < hours; i++) {
    const ms = from + i * 3_600_000;
    reader.row([new Date(ms).toISOString(), String(calls(ms)), '120'], i + 2);
  }
  const reading = reader.end();
  if (isProblem(reading)) throw new Error(reading.says.en);
  const made = recordedDay(reading, { source: 'night' });
  if (isProblem(made)) throw new Error(made.says.en);
  const { day, types } = made.scenario;
  return { days: [...reading.days], opensAt: day.opensAt, perHour: types[0]?.perHour };
}

/** Ten times the hour that the clock shows, and ten more. */
const byHour = (ms: number): number => 10 + (10 * paris(ms).seconds) / 3_600;
const HOURS = Array.from({ length: 24 }, (_, hour) => 10 + 10 * hour);

describe('a mean day of hours over a change of clocks', () => {
  it('is by what the clock showed: an hour that came twice is one, at its mean', () => {
    // Saturday to Monday, of which Sunday has 25 hours.
    const found = table(Date.UTC(2025, 9, 24, 22), 73, byHour);
    expect(found.days.map(([day]) => day)).toEqual(['2025-10-25', '2025-10-26', '2025-10-27']);
    expect(found.opensAt).toBe('00:00');
    expect(found.perHour).toEqual(HOURS);
  });

  it('has each hour of a day of 23 where the clock showed it', () => {
    const found = table(Date.UTC(2025, 2, 28, 23), 71, byHour);
    expect(found.days.map(([day]) => day)).toEqual(['2025-03-29', '2025-03-30', '2025-03-31']);
    expect(found.opensAt).toBe('00:00');
    // The hour from 2 to 3 was there on two days of three.
    const short = HOURS.map((calls, hour) => (hour === 2 ? (calls * 2) / 3 : calls));
    expect(found.perHour).toEqual(short);
  });
});
