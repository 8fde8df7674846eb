import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { type Advice, adviceOf, type PriceTable } from '../../models/live/advice.ts';
import { FactLog } from '../../models/live/factlog.ts';
import { rollout } from '../../models/live/rollout.ts';
import { readScenario } from '../../models/scenario/read.ts';
import type { Scenario, ScenarioFile } from '../../models/scenario/scenario.ts';
import { isProblem } from '../../models/words/problem.ts';

/** Callers who never give up are priced as they are (RULES P5): nobody is lost, everybody waits. */

type Patience = ScenarioFile['types'][number]['patience'];
const NEVER: Patience = { law: 'infinite' };

/** Twelve or so agents; only waiting costs, so that all talks last six minutes. */
function centreOf(perMin: number, staff: number, ...patiences: Patience[]): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Patient',
    day: { lengthMin: 600, intervalMin: 600 },
    types: patiences.map((patience, i) => ({
      ...{ id: `t${i}`, name: `T${i}`, perHour: (60 * perMin) / patiences.length, patience },
      handling: { law: 'exponential', meanS: 1 },
    })),
    groups: [{ id: 'g', name: 'G', staff, skills: patiences.map((_, i) => ({ type: `t${i}` })) }],
    arbitration: {
      execution: 'exponential',
      policy: { name: 'fixed', paceMin: 6, floor: false },
      returns: { redialProbability: 0, backProbability: 0, nextProbability: 0 },
      cost: { abandon: 30, unresolved: 0, lost: 0 },
      handling: { fixedMin: 6, closingMin: 0, explainMin: 0, wrapUpMin: 0 },
    },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

const tableOf = (scenario: Scenario): PriceTable => {
  const advice = adviceOf(scenario) as Advice;
  return advice.tables[0] as PriceTable;
};
const priceIn = ({ from, price }: PriceTable, inside: number): number =>
  inside < from ? 0 : (price[Math.min(inside - from, price.length - 1)] ?? 0);

/** The price at this desk of the room as it stands, some time after so many minutes. */
function rolled(scenario: Scenario, fromMin: number, inside: number, horizonMin: number) {
  const centre = new Centre(scenario, 'patient', new FactLog().recorder);
  for (let at = fromMin * 60_000; centre.inside < inside; at += 500) centre.advanceTo(at);
  const ask = { ahead: 1, horizonMin, pairs: 60, precision: 0, seed: 'rolled' };
  const out = rollout(centre, scenario, 0, ask);
  if (isProblem(out)) throw new Error(out.says.en);
  return out;
}

describe('[P5] callers who never give up', () => {
  const line = centreOf(2, 14, NEVER);

  it('are priced by the chain in which nobody does: Erlang C of MODEL 10.4', () => {
    const table = tableOf(line);
    const queued = [0, 1, 2, 4, 8].map((waiting) => priceIn(table, 14 + waiting));
    const want = [0.8285, 1.9384, 2.7692, 3.9833, 6.0131];
    for (const [i, price] of queued.entries()) expect(price).toBeCloseTo(want[i]!, 3);
    expect(table.lost.every((callers) => callers === 0)).toBe(true);
    expect(table.about).toBe(false);
  });

  it('weigh until closing where a queue would outlast the day, and that is about right', () => {
    for (const rate of [2.3, 2.4, 3]) {
      const table = tableOf(centreOf(rate, 14, NEVER));
      expect(table.lost.every((callers) => callers === 0)).toBe(true);
      expect(table.about).toBe(true);
      for (const [i, price] of table.price.entries()) {
        expect(price).toBeGreaterThanOrEqual(table.price[i - 1] ?? 0);
        // Who is delayed by a minute's work waits no longer than the day lasts.
        expect(price).toBeLessThanOrEqual(300 / 6);
      }
    }
    const rush = centreOf(3, 14, NEVER);
    const told = priceIn(tableOf(rush), 60);
    const { lost, price } = rolled(rush, 300, 60, 300);
    expect(lost).toBe(0);
    expect(Math.abs(told / price - 1), `${told} against ${price}`).toBeLessThan(0.1);
  });

  it('among others who do, make the others no more patient than they are', () => {
    const four: Patience = { law: 'exponential', meanS: 240 };
    const eight: Patience = { law: 'exponential', meanS: 480 };
    const half = tableOf(centreOf(2, 12, four, NEVER));
    expect(half.price).toEqual(tableOf(centreOf(2, 12, eight, eight)).price);
    // One in ten who has no end in the table of a law.
    const table: Patience = { law: 'empirical', valuesS: [600], cumulative: [0.9] };
    const mean: Patience = { law: 'exponential', meanS: 300 / 0.9 };
    const [told, want] = [table, mean].map((patience) => tableOf(centreOf(2, 12, patience)));
    expect(told!.price[8]! / want!.price[8]!).toBeCloseTo(1, 3);
  });
});
