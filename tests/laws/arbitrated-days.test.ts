import { describe, expect, it } from 'vitest';
import { stream } from '../../models/kernel/streams.ts';
import { hashFacts } from '../../models/live/hash.ts';
import { replay } from '../../models/live/replay.ts';
import { Session } from '../../models/live/session.ts';
import { Arbitration, TypeNeed } from '../../models/scenario/arbitration.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { scenarioJsonSchema } from '../../models/scenario/scenario.ts';
import { AFTER, type Fact, LEFT } from '../../models/words/facts.ts';
import type { Command, TimedCommand } from '../../models/words/moves.ts';
import { isProblem } from '../../models/words/problem.ts';
import { factsOf, full, hashOf, only } from './worlds.ts';

/** What holds on every day whose talks are arbitrated, whatever chance did. */

const HUMAN_PARTS = [
  ...['discover', 'announce', 'callback', 'speed', 'fit'],
  ...['mood', 'difficult', 'energy', 'supports'],
];
/** By its presence alone `fit` gives every talk a posture: only its absence is neutral. */
const NEUTRAL = HUMAN_PARTS.filter((part) => part !== 'fit');
const SEEDS = ['1', 'deux', 'drei'] as const;

/** A day with something of everything, its talks arbitrated so. */
function arbitrated(parts: object): Scenario & { readonly arbitration: Arbitration } {
  return { ...full(), arbitration: Arbitration.parse(parts) };
}
/** The same with all that is human, at its usual size. */
const human = (parts: object = {}): Scenario => {
  const half = { preparation: 0.5, rules: 0.5, vision: 0.5, latitude: 0.5, trust: 0.5 };
  const all = Object.fromEntries(HUMAN_PARTS.map((part) => [part, {}]));
  const scenario = arbitrated({ ...all, supports: half, ...parts });
  const [first, second] = scenario.types;
  first!.need = TypeNeed.parse({ stance: 'mixed', cv: 0.6 });
  second!.need = TypeNeed.parse({ stance: 'angry', mean: 1.5, custom: true, mood: -0.2 });
  return scenario;
};
const SLIDING = { policy: { name: 'queueThreshold', slowMin: 5, fastMin: 3.5, masks: 'slide' } };

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema, walked from outside
type Node = any;
const schema = (scenarioJsonSchema() as Node).properties.arbitration.properties;
const POLICIES: readonly string[] = schema.policy.properties.name.enum;

/** What a node says is neutral; else what its fields say; else its default. */
function neutralOf(node: Node): unknown {
  const inner = node.anyOf?.[0] ?? node;
  if (inner.properties === undefined) return 'neutral' in inner ? inner.neutral : node.default;
  return Object.fromEntries(
    Object.entries(inner.properties as Record<string, Node>).map(([key, field]) => [
      key,
      neutralOf(field),
    ]),
  );
}

describe('human parts at neutral values', () => {
  const neutral = (policy: object, parts: readonly string[]): Scenario => {
    const all = Object.fromEntries(parts.map((part) => [part, neutralOf(schema[part])]));
    return arbitrated({ policy, ...all });
  };
  const days = [
    { name: 'fixed', paceMin: 4 },
    { name: 'queueThreshold', slowMin: 5, fastMin: 3.5 },
    { name: 'priceNextNeed' },
  ];

  it.each<[string, readonly string[]]>([
    ...NEUTRAL.map((part): [string, readonly string[]] => [part, [part]]),
    ['all of them', NEUTRAL],
  ])('[N4, M9] %s: the same day to the last bit', (_, parts) => {
    for (const [i, policy] of days.entries())
      expect(hashOf(neutral(policy, parts), SEEDS[i]!)).toBe(
        hashOf(arbitrated({ policy }), SEEDS[i]!),
      );
  });

  it('[N3, N4] and what is not neutral does show, where agents slide from mask to mask', () => {
    const day = (parts: object): string => hashOf(arbitrated({ ...SLIDING, ...parts }), '1');
    const seen = HUMAN_PARTS.filter((part) => part !== 'callback' && part !== 'supports');
    const hashes = seen.map((part) => day({ [part]: {} }));
    for (const support of ['rules', 'vision', 'latitude', 'trust'])
      hashes.push(day({ supports: { [support]: 1 } }));
    expect(new Set([day({}), ...hashes]).size).toBe(1 + hashes.length);
  });

  it('[M9] where nothing is arbitrated needs change nothing, and nothing of it is told', () => {
    const facts = factsOf(full(), '1');
    const needy = full();
    for (const type of needy.types) type.need = TypeNeed.parse({ mean: 3, stance: 'angry' });
    expect(hashOf(needy, '1')).toBe(hashOf(full(), '1'));
    for (const kind of ['closing', 'resolved', 'tension', 'left'] as const)
      expect(only(facts, kind)).toEqual([]);
  });
});

describe('first callers', () => {
  const masked = ['avoidance', 'disengagement', 'natural', 'professional', 'script'];
  const days = [
    ...POLICIES.map((name) => factsOf(human({ policy: { name } }), 'firsts')),
    factsOf(human(SLIDING), 'firsts'),
    factsOf(arbitrated({ execution: 'exponential' }), 'firsts'),
    factsOf(full(), 'firsts'),
  ];
  const firsts = (facts: readonly Fact[]) =>
    only(facts, 'arrived').filter(({ attempt }) => attempt === 0);

  it('[A8] are the same people at the same instants under every policy and mask', () => {
    expect(POLICIES).toEqual(expect.arrayContaining(masked));
    const of = (facts: readonly Fact[]): string[] =>
      firsts(facts).map(({ at, caller, type, says }) => [at, caller, type, says].join());
    const reference = of(days[0]!);
    expect(reference.length).toBeGreaterThan(300);
    for (const day of days) expect(of(day)).toEqual(reference);
    // What follows differs, save that a fixed pace is worked at as a professional works.
    expect(new Set(days.map(hashFacts)).size).toBe(days.length - 1);
  });

  it('[A8, P2] need the same, however they are met', () => {
    const needs = new Map<number, Set<number>>();
    for (const facts of days.slice(0, -2)) {
      const who = new Map(firsts(facts).map(({ call, caller }) => [call, caller]));
      for (const { attempt, call, need } of only(facts, 'resolved')) {
        const caller = who.get(call);
        if (attempt > 0 || caller === undefined) continue;
        needs.set(caller, (needs.get(caller) ?? new Set()).add(need));
      }
    }
    expect(needs.size).toBeGreaterThan(200);
    expect([...needs.values()].filter((found) => found.size > 1)).toEqual([]);
  });
});

/** Somebody at desks 0 and 5, who decides every five seconds what can be done. */
function played(scenario: Scenario, seed: string, stepMs: number) {
  const session = new Session(scenario, seed);
  const commands: TimedCommand[] = [];
  const chance = stream(seed, 'hands');
  const attempt = (share: number, command: Command): void => {
    if (chance() >= share) return;
    // A command comes after all that is due at its instant (RULES A9).
    session.advanceTo(session.now);
    if (session.accept(command) !== null) return;
    commands.push({ at: session.now, command });
  };
  while (session.now < scenario.day.lengthMin * 60_000) {
    session.advanceTo(session.now + stepMs);
    if (session.now % 5_000 !== 0) continue;
    for (const agent of [0, 5]) {
      const last = session.facts.findLast((fact) => 'agent' in fact && fact.agent === agent);
      const call = last !== undefined && 'call' in last ? last.call : 0;
      attempt(0.05, { kind: 'takeDesk', agent });
      attempt(0.5, { kind: 'ready', agent });
      attempt(0.9, { kind: 'answer', agent, call });
      attempt(0.02, { kind: 'hold', agent, call });
      attempt(0.2, { kind: 'resume', agent, call });
      attempt(0.01, { kind: 'transfer', agent, call, group: 1 });
      attempt(0.04, { kind: 'conclude', agent, call });
      attempt(0.01, { kind: 'notReady', agent, reason: 'break' });
      attempt(0.01, { kind: 'leaveDesk', agent });
    }
  }
  session.run();
  return { facts: session.facts, commands };
}

describe('the same day again, with people at desks', () => {
  it.each(SEEDS)('[L1] in one go, by tenths of a second and replayed (%s)', (seed) => {
    const scenario = human(SLIDING);
    const coarse = played(scenario, seed, 5_000);
    const fine = played(scenario, seed, 100);
    expect(new Set(coarse.commands.map(({ command }) => command.kind)).size).toBe(9);
    expect(only(coarse.facts, 'tension').length).toBeGreaterThan(20);
    expect(only(coarse.facts, 'relayed').length).toBeGreaterThan(5);
    expect(fine.commands).toEqual(coarse.commands);
    expect(hashFacts(fine.facts)).toBe(hashFacts(coarse.facts));
    const again = replay(structuredClone(scenario), seed, coarse.commands);
    if (isProblem(again)) throw new Error(again.says.en);
    expect(hashFacts(again)).toBe(hashFacts(coarse.facts));
  });
});

describe.each([
  ['call tomorrow', {}],
  ['are served to the last', { returns: { afterClosing: true, needGrowth: 0.1, carryOver: 0.5 } }],
] as const)('callers due after closing %s', (_, parts) => {
  const days = SEEDS.map((seed) => factsOf(human({ ...SLIDING, ...parts }), seed));
  const late = 'returns' in parts;

  it('[R5, R7, E4] whoever came first leaves once, and does not call again', () => {
    for (const facts of days) {
      const caller = new Map(only(facts, 'arrived').map((fact) => [fact.call, fact.caller]));
      const left = new Map<number, number>();
      for (const fact of facts) {
        if (fact.kind === 'arrived') expect(left.has(fact.caller)).toBe(false);
        if (fact.kind !== 'left') continue;
        expect(left.has(caller.get(fact.call)!)).toBe(false);
        left.set(caller.get(fact.call)!, fact.how);
      }
      expect(left.size).toBe(new Set(caller.values()).size);
      expect([...left.values()].includes(LEFT.tomorrow)).toBe(!late);
    }
  });

  it('[R5] in vain is back, lost or tomorrow; given up and refused likewise; the rest is content', () => {
    for (const facts of days) {
      const end = new Map<number, string>();
      for (const fact of facts) {
        if (fact.kind === 'resolved') end.set(fact.call, fact.solved === 1 ? 'solved' : 'vain');
        if (['abandoned', 'dropped', 'unreached'].includes(fact.kind))
          end.set((fact as { call: number }).call, 'gone');
        if (fact.kind === 'blocked') end.set(fact.call, 'blocked');
      }
      const ends = [...end.values()];
      const after = { solved: 0, vain: 0, gone: 0, blocked: 0 };
      const why = { solved: AFTER.served, vain: AFTER.served, gone: AFTER.abandoned };
      for (const fact of only(facts, 'arrived')) {
        if (fact.attempt === 0) continue;
        const how = end.get(fact.cause) as keyof typeof after;
        expect(fact.after).toBe({ ...why, blocked: AFTER.blocked }[how]);
        after[how] += 1;
      }
      for (const fact of only(facts, 'left')) {
        const how = end.get(fact.call) as keyof typeof after;
        expect(fact.how === LEFT.content).toBe(how === 'solved');
        after[how] += 1;
      }
      for (const how of ['solved', 'vain', 'gone', 'blocked'] as const) {
        expect(after[how]).toBe(ends.filter((one) => one === how).length);
        if (how !== 'blocked') expect(after[how]).toBeGreaterThan(10);
      }
      // Whoever arrived has come to something.
      expect(ends.length).toBe(only(facts, 'arrived').length);
    }
  });
});
