import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_IDS,
  catalogueScenario,
  type Scenario,
} from '../../../../models/doors/scenario.ts';
import { daysToAnswer, STAFFING_ASK, unanswerable } from '../../../../models/doors/study.ts';
import { dayCost, MAX_STUDY_EVENTS } from '../../../../models/scenario/cost.ts';
import { answered, centre } from './centre.ts';

const morning = (perHour: readonly number[]) =>
  centre({
    day: { lengthMin: 30 * perHour.length, intervalMin: 30 },
    type: { perHour, handling: { law: 'exponential', meanS: 240 } },
    more: { arrivals: { busynessCv: 0.1 } },
  });

describe('what an answer costs', () => {
  it.each([
    ['one interval', [40], {}],
    ['four intervals', [30, 80, 50, 20], {}],
    ['four at once', [30, 80, 50, 20], { joint: true }],
    ['the same all day', [30, 80, 50, 20], { level: true }],
    ['a day of 24', Array.from({ length: 24 }, (_, i) => 20 + 9 * (i % 8)), {}],
  ] as const)('is told before it is played, within a factor of two: %s', async (_, rates, more) => {
    const scenario = morning(rates);
    const ask = { ...STAFFING_ASK, days: 80, ...more };
    const { played } = await answered(scenario, { days: 80, ...more });
    const told = daysToAnswer(scenario, ask);
    expect(played / told).toBeGreaterThan(0.5);
    expect(played / told).toBeLessThan(2);
  });

  it.each(['petit-standard', 'accueil-tendu', 'accueil-humain', 'plus-on-se-presse'])(
    'is told of %s, interval by interval and the same all day',
    async (id) => {
      const scenario = catalogueScenario(id) as Scenario;
      for (const level of [false, true]) {
        const ask = { ...STAFFING_ASK, days: 60, level };
        const { played } = await answered(scenario, ask);
        const told = daysToAnswer(scenario, ask);
        expect(played / told).toBeGreaterThan(0.6);
        expect(played / told).toBeLessThan(1.6);
      }
    },
  );

  it('is refused by what is told, and by nothing else', () => {
    const refused: string[] = [];
    for (const id of CATALOGUE_IDS)
      for (const level of [false, true])
        for (const days of [STAFFING_ASK.days, 5_000, 20_000]) {
          const scenario = catalogueScenario(id) as Scenario;
          const ask = { ...STAFFING_ASK, days, level };
          const events = daysToAnswer(scenario, ask) * dayCost(scenario).events;
          const problem = unanswerable(scenario, ask);
          expect(problem?.code).toBe(events > MAX_STUDY_EVENTS ? 'E_COST' : undefined);
          if (problem === null) continue;
          expect(problem.says.en).toContain(`about ${daysToAnswer(scenario, ask)} days`);
          if (days === STAFFING_ASK.days) refused.push(`${id}, level: ${level}`);
        }
    // A day of 54,000 events, of four groups.
    expect(refused).toEqual(['grand-centre, level: false']);
  });

  it('is refused where it would never end, with what to do', () => {
    const busy = centre({
      day: { lengthMin: 1_440, intervalMin: 15 },
      type: { perHour: 4_000, handling: { law: 'exponential', meanS: 60 } },
    });
    const problem = unanswerable(busy, { ...STAFFING_ASK, days: 20_000 });
    expect(problem).toMatchObject({ code: 'E_COST', path: 'days' });
    expect(problem?.says.en).toMatch(/ask for fewer days/);
    expect(unanswerable(busy, { ...STAFFING_ASK, days: 100 })).toBeNull();
    // What judging the schedule as it is written takes is counted too.
    const most = Array.from({ length: 200 }, (_, k) => 100 * (k + 1)).findLast(
      (days) => unanswerable(busy, { ...STAFFING_ASK, days }) === null,
    );
    expect(unanswerable(busy, { ...STAFFING_ASK, days: most ?? 0 }, true)?.code).toBe('E_COST');
  });
});
