import { describe, expect, it } from 'vitest';
import { adviceOf } from '../../../models/live/advice.ts';
import { decisionsOf } from '../../../models/play/decisions.ts';
import { solvedShare } from '../../../models/policies/curve.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import { readScenario } from '../../../models/scenario/read.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Decision } from '../../../models/words/debrief.ts';
import type { Fact } from '../../../models/words/facts.ts';
import { bare } from '../../support/bare.ts';
import { type Played, played, shortened, talksFor } from '../../support/day-at-a-desk.ts';

const TOWN = catalogueScenario('accueil-normal') as Scenario;
const MIN = 60_000;
const of = ({ facts, scenario }: Played, agent = 0): readonly Decision[] =>
  decisionsOf(scenario, facts, agent);

const short = played(TOWN, 'desk', { 0: talksFor(0, 60_000) });
const long = played(TOWN, 'desk', { 0: talksFor(0, 9 * MIN) });

describe('the talks of a desk', () => {
  const talks = of(short);

  it('are those that its person took, as they ended them', () => {
    const answered = short.facts.filter(
      (fact) => (fact.kind === 'answered' || fact.kind === 'relayed') && fact.agent === 0,
    );
    const ended = short.commands.filter(({ command }) => command.kind === 'conclude');
    expect(talks.length).toBeGreaterThan(5);
    expect(talks.map(({ at }) => at)).toEqual(ended.map(({ at }) => at));
    expect(answered.length).toBeGreaterThanOrEqual(talks.length);
    for (const { at, heldMs, how, talkedMs, tookAt } of talks) {
      expect(how).toBe('concluded');
      expect(talkedMs).toBe(at - tookAt);
      expect(heldMs).toBe(0);
    }
  });

  it('[P11] are weighed by the tables that an advice shows, at the state before their end', () => {
    const advice = adviceOf(TOWN)!;
    const since = (call: number): number =>
      short.facts.find((fact) => fact.kind === 'answered' && fact.call === call)!.at;
    // The first was found in hand: what the computer had done of it counts.
    expect(since(talks[0]!.call)).toBeLessThan(talks[0]!.tookAt);
    for (const { at, call, care, hurry, inside, type } of talks) {
      const place = Math.min(Math.floor(at / (15 * MIN)), advice.tableOfInterval.length - 1);
      const table = advice.tables[advice.tableOfInterval[place]!]!;
      const price = inside < table.from ? 0 : table.price[inside - table.from]!;
      expect(hurry).toBeCloseTo(price, 3);
      const worked = at - since(call) - advice.openingMs;
      const share = (ms: number) => solvedShare(advice.curve, ms, advice.needs[type]!);
      const value = table.value * advice.values[type]!;
      expect(care).toBeCloseTo(value * (share(worked + MIN) - share(worked)), 3);
    }
  });

  it('cut short refuse minutes, and drawn out give too many', () => {
    const sum = (all: readonly Decision[], of: (one: Decision) => number): number =>
      all.reduce((so, one) => so + of(one), 0);
    const drawn = of(long);
    expect(sum(talks, ({ refused }) => refused)).toBeGreaterThan(10);
    expect(sum(talks, ({ given }) => given)).toBeLessThan(1);
    expect(sum(drawn, ({ given }) => given)).toBeGreaterThan(5);
    // Nine minutes are still too few for some who need much.
    expect(sum(drawn, ({ refused }) => refused)).toBeLessThan(
      sum(talks, ({ refused }) => refused) / 5,
    );
  });

  it('[P6] refuse, where a minute costs nobody anything, all that was left to bring up to the cap', () => {
    const calm = catalogueScenario('accueil-calme') as Scenario;
    const free = of(played(calm, 'calm', { 0: talksFor(0, MIN) })).filter(
      ({ hurry }) => hurry < 1e-3,
    );
    expect(free.length).toBeGreaterThan(0);
    const advice = adviceOf(calm)!;
    for (const { refused, talkedMs, type } of free) {
      const share = (ms: number) => solvedShare(advice.curve, ms, advice.needs[type]!);
      const { capMin } = calm.arbitration!.policy;
      const cap = (capMin * MIN - advice.openingMs - advice.closingMs) * advice.needs[type]!;
      const value = advice.tables[0]!.value * advice.values[type]!;
      const left = share(cap) - share(talkedMs - advice.openingMs);
      expect(refused).toBeCloseTo(value * left, 1);
    }
  });

  it('[P11] know nothing that was told later: the facts so far weigh them the same', () => {
    const cut = talks[3]!;
    const last = short.facts.findLastIndex(({ at }) => at <= cut.at);
    const sofar = decisionsOf(TOWN, short.facts.slice(0, last + 1), 0)[3]!;
    const known = ({
      agent,
      at,
      care,
      cost,
      given,
      hurry,
      inside,
      refused,
      waiting,
    }: Decision) => ({
      ...{ agent, at, care, cost, given, hurry, inside, refused, waiting },
    });
    expect(known(sofar)).toEqual(known(cut));
    expect(sofar.solved).toBeNull();
  });

  it('come to what the facts say: need, outcome, return, each traced to its call', () => {
    const came = new Map(
      short.facts.flatMap((fact) => (fact.kind === 'arrived' ? [[fact.call, fact]] : [])) as [
        number,
        Extract<Fact, { kind: 'arrived' }>,
      ][],
    );
    for (const one of talks) {
      const told = short.facts.find(
        (fact) => fact.kind === 'resolved' && fact.call === one.call && fact.agent === 0,
      );
      expect(told).toMatchObject({ solved: one.solved ? 1 : 0, workMs: one.workMs });
      expect(came.get(one.call)).toMatchObject({ caller: one.caller, attempt: one.attempt });
      if (one.back === null) continue;
      expect(came.get(one.back.call)).toMatchObject({
        ...{ cause: one.call, caller: one.caller, attempt: one.attempt + 1 },
      });
    }
    expect(talks.filter(({ back }) => back !== null).length).toBeGreaterThan(2);
    const again = talks.filter(({ cause }) => cause !== null);
    for (const { attempt, caller, cause } of again)
      expect(cause).toMatchObject({ caller, attempt: attempt - 1 });
  });
});

describe('a talk that ends otherwise', () => {
  it('is told as handed on, hung up on hold, or left to the computer', () => {
    const agent = 0;
    const base = talksFor(agent, 5 * MIN);
    let nth = 0;
    const day = played(TOWN, 'ends', {
      0: (fact) => {
        if (!('agent' in fact) || fact.agent !== agent) return [];
        if (fact.kind === 'transferred')
          return [{ after: 1_000, does: { kind: 'ready', agent } as const }];
        if (fact.kind !== 'answered') return base(fact);
        nth += 1;
        const { call } = fact;
        if (nth === 1)
          return [{ after: 30_000, does: { kind: 'transfer', agent, call, group: 0 } as const }];
        if (nth === 2) return [{ after: 20_000, does: { kind: 'hold', agent, call } as const }];
        return [{ after: 40_000, does: { kind: 'leaveDesk', agent } as const }];
      },
    });
    const talks = of(day);
    expect(talks.map(({ how }) => how)).toEqual(['transferred', 'hungUp', 'left']);
    expect(talks[0]).toMatchObject({ solved: null, refused: 0 });
    expect(talks[1]!.heldMs).toBeGreaterThan(5_000);
    expect(talks[1]).toMatchObject({ solved: false, talkedMs: 20_000 });
  });

  it('is of nobody else: what another person at the desk did is not asked', () => {
    expect(decisionsOf(TOWN, short.facts, 0, () => false)).toEqual([]);
    expect(decisionsOf(TOWN, short.facts, 1)).toEqual([]);
  });

  it('weighs nothing where the length of a talk is no decision', () => {
    const reading = readScenario(bare());
    if (!reading.ok) throw new Error('bare');
    const day = played(reading.scenario, 'classical', { 0: talksFor(0, 50_000) });
    const talks = of(day);
    expect(talks.length).toBeGreaterThan(3);
    for (const one of talks)
      expect(one).toMatchObject({ given: 0, refused: 0, care: 0, paid: null });
  });

  it('[S5] is told as ended by the limit that did not hold', () => {
    const rough = shortened('accueil-humain', 60);
    const arbitration = rough.arbitration!;
    const reading = readScenario({
      ...rough,
      arbitration: {
        ...arbitration,
        difficult: { ...arbitration.difficult, start: [0, 0, 0, 1], limitHolds: 0 },
      },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const agent = 0;
    const base = talksFor(agent, 5 * MIN);
    const day = played(reading.scenario, 'limits', {
      0: (fact) =>
        fact.kind === 'tension' && fact.agent === agent && fact.level === 3
          ? [{ after: 5_000, does: { kind: 'limit', agent, call: fact.call } as const }]
          : base(fact),
    });
    const talks = of(day);
    expect(talks.length).toBeGreaterThan(3);
    expect(new Set(talks.map(({ how }) => how))).toEqual(new Set(['limit']));
  });
});
