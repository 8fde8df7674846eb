import { Centre } from '../../models/centre/centre.ts';
import { FactLog } from '../../models/live/factlog.ts';
import { hashFacts } from '../../models/live/hash.ts';
import { FORMAT, Scenario, type ScenarioFile } from '../../models/scenario/scenario.ts';
import type { Fact, FactKind } from '../../models/words/facts.ts';

/** Small centres, and what happens in them. */

type Type = Partial<ScenarioFile['types'][number]>;
type Group = Partial<ScenarioFile['groups'][number]>;
interface Parts extends Partial<Omit<ScenarioFile, 'types' | 'groups' | 'day'>> {
  readonly day?: Partial<ScenarioFile['day']>;
  readonly types?: readonly Type[];
  readonly groups?: readonly Group[];
}

/** A scenario of which only what matters is said: else one type, one group of three, an hour. */
export function world(parts: Parts): Scenario {
  const types = (parts.types ?? [{}]).map((type, i) => ({
    id: `t${i}`,
    name: `Type ${i}`,
    handling: { law: 'exponential' as const, meanS: 120 },
    ...type,
  }));
  const groups = (parts.groups ?? [{}]).map((group, i) => ({
    id: `g${i}`,
    name: `Group ${i}`,
    staff: 3,
    skills: types.map(({ id }) => ({ type: id })),
    ...group,
  }));
  return Scenario.parse({
    name: 'World',
    ...parts,
    format: FORMAT,
    day: { lengthMin: 60, ...parts.day },
    types,
    groups,
  });
}

/** A world with something of everything that one day can hold. */
export const full = (): Scenario =>
  world({
    day: { lengthMin: 240, intervalMin: 30, warmUpMin: 20 },
    arrivals: { busynessCv: 0.1, intervalCv: 0.1 },
    types: [
      {
        says: ['a', 'b', 'c'],
        perHour: [60, 90, 120, 100, 80, 60, 40, 20],
        shape: 'linear',
        bursts: [{ atMin: 60, calls: 25, lengthMin: 5 }],
        handling: { law: 'lognormal', meanS: 200, cv: 1.2 },
        wrapUp: { law: 'gamma', meanS: 30, cv: 0.5 },
        patience: { law: 'weibull', meanS: 180, shape: 0.8, zero: 0.05 },
        headStartS: 45,
        redial: { probability: 0.6, delay: { law: 'exponential', meanS: 600 } },
        retry: { probability: 0.7, delay: { law: 'uniform', minS: 30, maxS: 300 } },
        repeat: { probability: 0.2, delay: { law: 'exponential', meanS: 1_800 } },
      },
      {
        perHour: [30, 20, 10, 30, 20, 10, 30, 20],
        handling: { law: 'uniform', minS: 60, maxS: 400 },
        patience: { law: 'exponential', meanS: 240 },
        redial: { probability: 0.5 },
      },
    ],
    groups: [
      {
        staff: [3, 4, 5.5, 5, 4, 4, 3, 2],
        skills: [
          { type: 't0', priority: 1 },
          { type: 't1', priority: 2, afterS: 30 },
        ],
        shrinkage: 0.1,
        speedCv: 0.2,
        breaks: [{ atMin: 50, lengthMin: 12, agents: 2 }],
      },
      { staff: 3, skills: [{ type: 't1' }, { type: 't0', afterS: 60, speed: 0.8 }] },
    ],
    routing: { agents: 'skillPriority', calls: 'skillPriority' },
    lines: { waitingPlaces: 12, trunks: 25 },
  });

/** Everything that happens on a day, in one go. */
export function factsOf(scenario: Scenario, seed: string): readonly Fact[] {
  const log = new FactLog();
  new Centre(scenario, seed, log.recorder).run();
  return log.facts;
}

export const hashOf = (scenario: Scenario, seed: string): string =>
  hashFacts(factsOf(scenario, seed));

/** The facts of one kind. */
export const only = <K extends FactKind>(
  facts: readonly Fact[],
  kind: K,
): Extract<Fact, { kind: K }>[] =>
  facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
