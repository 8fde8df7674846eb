import { expect } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import type { World } from '../../../models/centre/state/world.ts';
import type { Fact, Session } from '../../../models/doors/live.ts';
import type { Scenario, ScenarioFile } from '../../../models/doors/scenario.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import type { PolicyName } from '../../../models/scenario/policies.ts';
import { type Scripted, scripted, told } from './played.ts';

/** Centres in which people meet, of which everything is known but what is asked. */

export type Parts = NonNullable<ScenarioFile['arbitration']>;
type Type = Partial<ScenarioFile['types'][number]>;

export interface Met {
  readonly calls: readonly Scripted[];
  readonly parts: Parts;
  readonly agents?: number;
  /** Of the only type. */
  readonly type?: Type;
  readonly rest?: Partial<ScenarioFile>;
}

/** Every caller needs 1 and never comes back, unless the parts say otherwise. */
export function opened({ calls, parts, agents = 1, type = {}, rest = {} }: Met): Session {
  const handling = { law: 'deterministic', valueS: 100 } as const;
  return scripted(calls, {
    types: [{ id: 'a', name: 'A', handling, ...type }],
    groups: [{ id: 'g', name: 'G', staff: agents, skills: [{ type: 'a' }] }],
    ...rest,
    arbitration: {
      need: { cv: 0 },
      ...parts,
      handling: { explainMin: 0, wrapUpMin: 0, ...parts.handling },
      returns: { redialProbability: 0, backProbability: 0, nextProbability: 0, ...parts.returns },
    },
  });
}

/** The whole day. */
export function met(what: Met): Session {
  const session = opened(what);
  session.run();
  return session;
}

/** A centre one can look into. */
class Glass extends Centre {
  constructor(
    scenario: Scenario,
    seed: string,
    private readonly log: FactLog,
  ) {
    super(scenario, seed, log.recorder);
  }

  get world(): World {
    return this.w;
  }

  /** How many contacts have resolved their matter so far. */
  get solved(): number {
    return this.log.facts.filter((fact) => fact.kind === 'resolved' && fact.solved === 1).length;
  }

  /** Calls so far. */
  get calls(): number {
    return this.world.callsMade;
  }
}
export function looked(what: Met, seed = 'script'): Glass {
  return new Glass(opened(what).scenario, seed, new FactLog());
}

/** So many calls, one every few seconds. */
export const every = (seconds: number, calls: number): Scripted[] =>
  Array.from({ length: calls }, (_, i) => ({ atS: i * seconds }));

/** Lengths that tell which were skipped: 6, 12, 24, 48 s; then 180 s of work at 4.5 min. */
export const PHASES = {
  ...{ fixedMin: 1.1, closingMin: 0.8 },
  ...{ welcomeMin: 0.1, discoverMin: 0.2, explainMin: 0.4 },
} as const;
export const WORK_MS = 180_000;

/** One talk with one agent, as facts tell of it. */
export interface Talk {
  readonly call: number;
  readonly agent: number;
  /** From the answer to the decision to conclude, or to hand on. */
  readonly openMs: number;
  readonly handedOn: boolean;
  /** From the decision to conclude to the release. */
  readonly closingMs: number;
}

/** All talks of a day, in order of their end. */
export function talks({ facts }: { readonly facts: readonly Fact[] }): Talk[] {
  const since = new Map<number, number>();
  const closing = new Map<number, number>();
  const found: Talk[] = [];
  for (const fact of facts) {
    if (fact.kind === 'answered' || fact.kind === 'relayed') since.set(fact.call, fact.at);
    if (fact.kind === 'closing') closing.set(fact.call, fact.at);
    if (fact.kind !== 'concluded' && fact.kind !== 'transferred') continue;
    const { agent, at, call } = fact;
    const decided = closing.get(call) ?? at;
    closing.delete(call);
    found.push({
      ...{ call, agent, openMs: decided - (since.get(call) as number) },
      ...{ handedOn: fact.kind === 'transferred', closingMs: at - decided },
    });
  }
  return found;
}

/** The phases a talk skipped, of PHASES: one of welcome, discover, explain, conclude each. */
export function skipped({ openMs, closingMs }: Talk, workMs: number): readonly boolean[] {
  const opening = openMs - workMs;
  expect([0, 6_000, 12_000, 18_000]).toContain(opening);
  expect([0, 24_000, 48_000, 72_000]).toContain(closingMs);
  return [
    opening % 12_000 === 0,
    opening < 12_000,
    closingMs === 0 || closingMs === 48_000,
    closingMs < 48_000,
  ];
}

/** A share of so many is within four standard errors of what it is said to be. */
export function share(count: number, of: number, p: number, says = ''): void {
  const error = Math.sqrt((p * (1 - p)) / of);
  const off = `${says}: ${count} of ${of} is ${count / of}, not ${p}`;
  expect(Math.abs(count / of - p), off).toBeLessThanOrEqual(4 * error + 1e-12);
}

/** What was resolved, by call. */
export const outcomes = (session: Session) =>
  new Map(told(session, 'resolved').map((fact) => [fact.call, fact]));

export const CALLS = 600;
/** Nobody waits, nobody comes back; phases can be told by their lengths. */
export const masked = (name: PolicyName, parts: Parts = {}, more: Partial<Met> = {}) =>
  met({
    calls: every(5, CALLS),
    agents: 150,
    parts: { policy: { name, paceMin: 4.5 }, handling: PHASES, ...parts },
    ...more,
  });
