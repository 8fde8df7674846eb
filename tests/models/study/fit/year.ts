import { readScenario, type Scenario } from '../../../../models/doors/scenario.ts';
import { SUM } from '../../../../models/doors/study.ts';
import type { CountedDay, Counts } from '../../../../models/study/fit/counts.ts';
import { isoDate } from '../../../../models/study/records/moments.ts';
import { Trials } from '../../../../models/study/trial.ts';

/** Days made by our own engine, whose truth is known. */

/** Calls per half-hour of a day of nine hours: a morning peak, a smaller one in the afternoon. */
export const PROFILE = [20, 34, 50, 58, 60, 52, 40, 30, 28, 34, 42, 46, 44, 40, 36, 30, 24, 16];
/** Monday to Sunday, times the profile. */
export const WEEK = [1.25, 1.1, 1, 1, 1.15, 0.5, 0.3];
/** A Monday, days since 1970. */
const FIRST = 19_723;

export function scenarioOf(file: object): Scenario {
  const read = readScenario({
    format: 'contretemps/1',
    name: 'Année',
    day: { opensAt: '09:00', lengthMin: 540, intervalMin: 30 },
    groups: [{ id: 'a', name: 'A', staff: 30, skills: [{ type: 'appel' }] }],
    ...file,
  });
  if (!read.ok) throw new Error(read.problems[0]?.says.en);
  return read.scenario;
}

/** A year of counts, with these factors of days and half-hours. */
export function yearOf(
  factors: { readonly busynessCv: number; readonly intervalCv: number },
  days = 364,
): Counts {
  const weekdays = WEEK.map(
    (times, weekday) =>
      new Trials(
        scenarioOf({
          arrivals: { ...factors, factorMin: 30 },
          types: [
            {
              ...{ id: 'appel', name: 'Appel', handling: { law: 'deterministic', valueS: 1 } },
              perHour: PROFILE.map((calls) => 2 * calls * times),
            },
          ],
        }),
        `year ${weekday}`,
      ),
  );
  const made = Array.from({ length: days }, (_, i): CountedDay => {
    const sums = (weekdays[i % 7] as Trials).run(Math.floor(i / 7));
    const calls = sums.intervals
      .slice(0, PROFILE.length)
      .map((cell) => cell[SUM.offered] as number);
    return {
      name: isoDate(FIRST + i),
      number: FIRST + i,
      calls,
      total: calls.reduce((sum, x) => sum + x, 0),
    };
  });
  return { fromS: 9 * 3_600, widthS: 1_800, days: made, dated: true };
}
