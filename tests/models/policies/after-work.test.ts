import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { worthOfTime } from '../../../models/centre/plan/pacing-plan.ts';
import { adviceOf } from '../../../models/live/advice.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Fact } from '../../../models/words/facts.ts';

/** After-call work holds an agent as a talk does: prices, m0 and the state they are read by. */

const TENSE = catalogueScenario('accueil-tendu')!;
const MIN = 60_000;

const withWork = (wrapUpMin: number): Scenario => {
  const arbitration = TENSE.arbitration!;
  return {
    ...TENSE,
    arbitration: { ...arbitration, handling: { ...arbitration.handling, wrapUpMin } },
  };
};

describe('the customers whom an agent is still needed for', () => {
  /** Who has come, less who has gone and is done with, by the facts. */
  const count = (facts: readonly Fact[]): number => {
    let n = 0;
    for (const { kind } of facts) {
      if (kind === 'arrived' || kind === 'transferred') n++;
      if (['abandoned', 'blocked', 'dropped', 'wrapped'].includes(kind)) n--;
    }
    return n;
  };
  const wraps = (facts: readonly Fact[], agent: number): boolean => {
    const last = facts.findLast(
      (fact) => (fact.kind === 'concluded' || fact.kind === 'wrapped') && fact.agent === agent,
    );
    return last?.kind === 'concluded';
  };

  it.each([
    ['the computer ends the work that it began', null],
    ['a person does what the computer began', 'ready'],
    ['the computer takes it back', 'leaveDesk'],
  ] as const)('[P3] are in the load while %s', (_, end) => {
    const facts = new FactLog();
    const centre = new Centre(TENSE, 'load', facts.recorder);
    let seated = 0;
    const until = 420 * MIN;
    while (centre.nextAt() < until) {
      centre.advanceTo(centre.nextAt());
      expect(centre.load).toBe(count(facts.facts));
      if (end === null || !wraps(facts.facts, 0) || seated >= 5) continue;
      seated++;
      expect(centre.apply({ kind: 'takeDesk', agent: 0 })).toBeNull();
      centre.advanceTo(centre.now + 2 * MIN);
      expect(wraps(facts.facts, 0)).toBe(true);
      expect(centre.load).toBe(count(facts.facts));
      expect(centre.apply({ kind: end, agent: 0 })).toBeNull();
      if (end === 'ready') expect(centre.apply({ kind: 'leaveDesk', agent: 0 })).toBeNull();
    }
    expect(seated).toBe(end === null ? 0 : 5);
    centre.run();
    expect(centre.load).toBe(0);
  });
});

describe('what time is worth where there is after-call work', () => {
  it('[P7] m0 makes the whole time of an agent the least, by trying every pace', () => {
    const scenario = withWork(2);
    const { handling, resolution, returns } = scenario.arbitration!;
    const s0 = handling.fixedMin + handling.explainMin;
    const solved = (m: number): number =>
      resolution.max * (1 - Math.exp(-((m - s0) / resolution.tauMin)));
    const minutes = (m: number): number =>
      (m + 2) / (1 - returns.backProbability * (1 - solved(m)));
    let best = s0;
    for (let m = s0; m < 12; m += 1e-3) if (minutes(m) < minutes(best)) best = m;
    expect(resolution).toMatchObject({ shape: 'concave' });
    const { floor } = worthOfTime(scenario, scenario.arbitration!, { agents: 10, speed: 1 });
    expect(floor.pace).toBeCloseTo(best, 2);
    expect(adviceOf(scenario)!.floorMs! / MIN).toBeCloseTo(best, 2);
    // The more there is to do after a call, the less it pays to have to take it again.
    const none = worthOfTime(withWork(0), withWork(0).arbitration!, { agents: 10, speed: 1 });
    expect(floor.pace).toBeGreaterThan(none.floor.pace + 0.1);
  });

  it('[P5] is that of a centre whose talks are as much longer, to no purpose', () => {
    const work = withWork(1.5);
    const { arbitration } = withWork(0);
    const { handling, policy } = arbitration!;
    const longer: Scenario = {
      ...withWork(0),
      arbitration: {
        ...arbitration!,
        handling: { ...handling, fixedMin: handling.fixedMin + 1.5 },
        policy: { ...policy, capMin: policy.capMin + 1.5 },
      },
    };
    const [one, other] = [work, longer].map((s) =>
      worthOfTime(s, s.arbitration!, { agents: 10, speed: 1 }),
    );
    expect(one!.minute.price).toEqual(other!.minute.price);
    expect(one!.prices.worth).toEqual(other!.prices.worth);
    for (const which of ['memoryless', 'anticipating'] as const)
      one![which].forEach((pace, i) => {
        expect(pace).toBeCloseTo(other![which][i]! - 1.5, 12);
      });
    expect(Math.min(...one!.memoryless)).toBeGreaterThan(handling.fixedMin);
  });

  it('[P5] is what the types say of it, each weighing by its calls', () => {
    const own = withWork(9);
    const wrapUp = { law: 'exponential' as const, meanS: 90 };
    const types = own.types.map((type) => ({ ...type, wrapUp }));
    const [said, meant] = [{ ...own, types }, withWork(1.5)].map((s) =>
      worthOfTime(s as Scenario, s.arbitration!, { agents: 10, speed: 1 }),
    );
    expect(said!.minute.price).toEqual(meant!.minute.price);
  });
});
