import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../models/scenario/scenario.ts';
import type { Fact } from '../../models/words/facts.ts';
import { chiSquareZ } from './fit.ts';
import { factsOf, full, only, world } from './worlds.ts';

/** Who meets whom, judged from the facts by a second reading of the rules. */
class Referee {
  readonly wrong: string[] = [];
  chosenLines = 0;
  chosenAgents = 0;
  private readonly scenario: Scenario;
  private readonly groupOf: readonly number[];
  private readonly arrived = new Map<number, { readonly at: number; readonly type: number }>();
  private readonly waiting = new Set<number>();
  /** Free agents, longest idle first. */
  private idle: number[] = [];
  /** Free since the last fact: whether they stay so is seen at the next. */
  private fresh = -1;

  constructor(scenario: Scenario, facts: readonly Fact[]) {
    this.scenario = scenario;
    const desks = (staff: number | readonly number[]): number =>
      Math.ceil(typeof staff === 'number' ? staff : Math.max(...staff));
    this.groupOf = scenario.groups.flatMap((group, g) =>
      Array.from({ length: desks(group.staff) }, () => g),
    );
    for (const fact of facts) this.see(fact);
  }

  private see(fact: Fact): void {
    const soon = this.fresh;
    this.fresh = -1;
    const goes = 'agent' in fact && fact.agent === soon && fact.kind !== 'ready';
    if (soon >= 0 && !goes) this.idle.push(soon);
    switch (fact.kind) {
      case 'arrived':
        this.arrived.set(fact.call, fact);
        break;
      case 'queued':
        this.waiting.add(fact.call);
        break;
      case 'abandoned':
        this.waiting.delete(fact.call);
        break;
      case 'answered':
        this.judge(fact.at, fact.call, fact.agent, fact.agent === soon);
        break;
      case 'signedIn':
      case 'wrapped':
      case 'ready':
        this.fresh = fact.agent;
        break;
      case 'signedOut':
      case 'notReady':
        this.idle = this.idle.filter((agent) => agent !== fact.agent);
    }
  }

  private judge(at: number, call: number, agent: number, justFree: boolean): void {
    if (justFree) {
      this.chosenLines += 1;
      if (this.bestCall(at, agent) !== call)
        this.wrong.push(`agent ${agent} took call ${call} at ${at}`);
    } else {
      this.chosenAgents += 1;
      if (!this.bestAgents(at, call).includes(agent))
        this.wrong.push(`call ${call} got agent ${agent} at ${at}`);
      this.idle = this.idle.filter((other) => other !== agent);
    }
    this.waiting.delete(call);
  }

  /** The call a free agent should take: by skill where the policy says so, then by arrival. */
  private bestCall(at: number, agent: number): number {
    const { groups, routing, types } = this.scenario;
    let best = { call: -1, priority: Number.POSITIVE_INFINITY, since: 0 };
    for (const call of this.waiting) {
      const { at: since, type } = this.arrived.get(call)!;
      const skill = groups[this.groupOf[agent]!]!.skills.find(
        (one) => one.type === types[type]!.id,
      );
      if (!skill || at - since < skill.afterS * 1_000) continue;
      const priority = routing.calls === 'skillPriority' ? skill.priority : 1;
      const from = since - types[type]!.headStartS * 1_000;
      if (priority < best.priority || (priority === best.priority && from < best.since))
        best = { call, priority, since: from };
    }
    return best.call;
  }

  /** The free agents a call may go to under the policy. */
  private bestAgents(at: number, call: number): number[] {
    const { groups, routing, types } = this.scenario;
    const { at: since, type } = this.arrived.get(call)!;
    const able = this.idle.flatMap((agent) => {
      const skill = groups[this.groupOf[agent]!]!.skills.find(
        (one) => one.type === types[type]!.id,
      );
      return skill && at - since >= skill.afterS * 1_000
        ? [{ agent, priority: skill.priority }]
        : [];
    });
    if (routing.agents === 'random') return able.map(({ agent }) => agent);
    const best =
      routing.agents === 'longestIdle' ? Number.NaN : Math.min(...able.map((one) => one.priority));
    return able
      .filter((one) => Number.isNaN(best) || one.priority === best)
      .slice(0, 1)
      .map(({ agent }) => agent);
  }
}

/** Three types and three groups that share them, so that every choice is a real one. */
function shared(
  agents: Scenario['routing']['agents'],
  calls: Scenario['routing']['calls'],
): Scenario {
  const patience = { law: 'exponential', meanS: 200 } as const;
  const wrapUp = { law: 'exponential', meanS: 20 } as const;
  const skill = (type: string, priority: number, afterS = 0) => ({ type, priority, afterS });
  return world({
    day: { lengthMin: 240, intervalMin: 60 },
    types: [
      { perHour: [60, 90, 40, 60], patience, wrapUp, headStartS: 30 },
      { perHour: 60, patience },
      { perHour: 40, patience, redial: { probability: 0.5 } },
    ],
    groups: [
      { staff: [3, 3, 2, 3], skills: [skill('t0', 1), skill('t1', 2), skill('t2', 3, 20)] },
      { staff: 3, skills: [skill('t2', 1), skill('t1', 1), skill('t0', 2)] },
      { staff: 2, skills: [skill('t1', 3), skill('t2', 2), skill('t0', 1, 40)] },
    ],
    routing: { agents, calls },
  });
}

describe('who meets whom', () => {
  const policies = (['longestIdle', 'skillPriority', 'random'] as const).flatMap((agents) =>
    (['longestWait', 'skillPriority'] as const).map((calls) => [agents, calls] as const),
  );

  it.each(policies)('[W3, W4, W5, W7] is as the policy says: %s, %s', (agents, calls) => {
    const scenario = shared(agents, calls);
    for (const seed of ['p', 'q', 'r', 's']) {
      for (const day of [scenario, { ...full(), routing: scenario.routing }]) {
        const referee = new Referee(day, factsOf(day, seed));
        expect(referee.wrong).toEqual([]);
        expect(referee.chosenLines).toBeGreaterThan(60);
        expect(referee.chosenAgents).toBeGreaterThan(60);
      }
    }
  });

  it('and the referee tells one policy from another', () => {
    const facts = factsOf(shared('longestIdle', 'longestWait'), 'p');
    for (const other of [
      shared('longestIdle', 'skillPriority'),
      shared('skillPriority', 'longestWait'),
    ])
      expect(new Referee(other, facts).wrong.length).toBeGreaterThan(10);
  });

  it('[W3] any free agent is every free agent equally often', () => {
    const scenario = world({
      day: { lengthMin: 10_000, intervalMin: 10_000 },
      types: [{ perHour: 60, handling: { law: 'deterministic', valueS: 1 } }],
      groups: [{ staff: 3 }, { staff: 5 }],
      routing: { agents: 'random' },
    });
    const times = new Float64Array(8);
    for (const { agent } of only(factsOf(scenario, 'any'), 'answered')) times[agent]! += 1;
    expect(Math.abs(chiSquareZ(times))).toBeLessThan(4);
  });

  it('[W7] overflow begins at its delay to the millisecond, not before', () => {
    const scenario = world({
      types: [{ perHour: 200, handling: { law: 'deterministic', valueS: 300 } }],
      groups: [{ staff: 1 }, { staff: 40, skills: [{ type: 't0', afterS: 12.5 }] }],
    });
    const answered = only(factsOf(scenario, 'over'), 'answered');
    const helped = answered.filter(({ agent }) => agent > 0);
    expect(helped.length).toBeGreaterThan(100);
    expect(new Set(helped.map(({ waitMs }) => waitMs))).toEqual(new Set([12_500]));
    expect(Math.max(...answered.map(({ waitMs }) => waitMs))).toBe(12_500);
  });
});
