import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  type Fact,
  forAudience,
  hashFacts,
  replay,
  resume,
  Session,
  type TimedCommand,
} from '../../../models/doors/live.ts';
import { FORMAT, isProblem, readScenario, type Scenario } from '../../../models/doors/scenario.ts';

const scenario = (changes: object = {}): Scenario => {
  const reading = readScenario({
    format: FORMAT,
    name: 'Two lines',
    day: { lengthMin: 60, intervalMin: 30 },
    types: [
      {
        id: 'a',
        name: 'A',
        says: ['one', 'two'],
        perHour: 120,
        handling: { law: 'exponential', meanS: 90 },
        wrapUp: { law: 'exponential', meanS: 20 },
        patience: { law: 'exponential', meanS: 120 },
        redial: { probability: 0.4 },
        repeat: { probability: 0.2 },
      },
      { id: 'b', name: 'B', perHour: 40, handling: { law: 'exponential', meanS: 60 } },
    ],
    groups: [
      { id: 'x', name: 'X', staff: 4, skills: [{ type: 'a' }, { type: 'b' }] },
      { id: 'y', name: 'Y', staff: [1, 2], skills: [{ type: 'b' }] },
    ],
    ...changes,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
};

/** Somebody who sits at desk 0 and does what can be done, at most every few seconds. */
function played(
  seed: string,
  stepMs: (i: number) => number,
): { session: Session; commands: TimedCommand[] } {
  const session = new Session(scenario(), seed);
  const commands: TimedCommand[] = [];
  const attempt = (command: Command): void => {
    if (session.accept(command) === null) commands.push({ at: session.now, command });
  };
  for (let i = 0, due = 5_000; !session.over && session.now < 3_500_000; i += 1) {
    session.advanceTo(session.now + stepMs(i));
    if (session.now < due) continue;
    // Decisions are taken on a grid of 5 s, so that every way of slicing time meets the same ones.
    due += 5_000;
    if (session.now !== due - 5_000) throw new Error('the grid was missed');
    const call = session.facts.findLast((fact) => fact.kind === 'rang' && fact.agent === 0);
    const number = call?.kind === 'rang' ? call.call : 0;
    attempt({ kind: 'takeDesk', agent: 0 });
    attempt({ kind: 'ready', agent: 0 });
    attempt({ kind: 'answer', agent: 0, call: number });
    if (due % 35_000 === 0) attempt({ kind: 'hold', agent: 0, call: number });
    if (due % 60_000 === 0) attempt({ kind: 'transfer', agent: 0, call: number, group: 1 });
    if (due % 25_000 === 0) attempt({ kind: 'conclude', agent: 0, call: number });
  }
  session.run();
  return { session, commands };
}

describe('a session', () => {
  it('tells the same facts however finely time is sliced, and when replayed', () => {
    const whole = played('s', () => 5_000);
    const fine = played('s', () => 100);
    const uneven = played('s', (i) => [1_000, 3_999, 1][i % 3] ?? 0);
    expect(whole.commands.length).toBeGreaterThan(50);
    expect(hashFacts(fine.session.facts)).toBe(hashFacts(whole.session.facts));
    expect(hashFacts(uneven.session.facts)).toBe(hashFacts(whole.session.facts));
    const again = replay(scenario(), 's', whole.commands);
    expect(again).toEqual(whole.session.facts);
  });

  it('numbers its facts from 0 without gap and never goes back in time', () => {
    const { facts } = played('t', () => 5_000).session;
    expect(facts.map((fact) => fact.n)).toEqual(facts.map((_, i) => i));
    for (let i = 1; i < facts.length; i += 1)
      expect((facts[i] as Fact).at).toBeGreaterThanOrEqual((facts[i - 1] as Fact).at);
    expect(facts.at(-1)?.kind).toBe('ended');
  });

  it('ignores an instant that has passed', () => {
    const session = new Session(scenario(), 's');
    session.advanceTo(60_000);
    const before = session.facts.length;
    session.advanceTo(30_000);
    expect(session.now).toBe(60_000);
    expect(session.facts.length).toBe(before);
  });

  it('lets happen at an instant what a command made due at that very instant', () => {
    const calls = [
      { id: 'a', name: 'A', perHour: 600, handling: { law: 'deterministic', valueS: 5 } },
    ];
    const groups = [{ id: 'x', name: 'X', staff: 1, skills: [{ type: 'a' }] }];
    const session = new Session(scenario({ types: calls, groups }), 's');
    const commands: TimedCommand[] = [];
    const does = (command: Command): void => {
      session.advanceTo(session.now);
      expect(session.accept(command)).toBeNull();
      commands.push({ at: session.now, command });
    };
    does({ kind: 'takeDesk', agent: 0 });
    does({ kind: 'ready', agent: 0 });
    const rang = () => session.facts.find((fact) => fact.kind === 'rang');
    while (rang() === undefined) session.advanceTo(session.now + 1_000);
    does({ kind: 'answer', agent: 0, call: 0 });
    // The person keeps the caller far longer than the computer would have, then leaves the desk.
    session.advanceTo(session.now + 60_000);
    does({ kind: 'leaveDesk', agent: 0 });
    const told = session.facts.length;
    session.advanceTo(session.now);
    expect(session.facts[told]).toMatchObject({ kind: 'concluded', at: session.now });
    const again = resume(scenario({ types: calls, groups }), 's', commands, session.now);
    expect(isProblem(again) ? again : again.facts).toEqual(session.facts);
  });

  it('is changed by nothing that it refuses', () => {
    const session = new Session(scenario(), 's');
    session.advanceTo(60_000);
    const before = hashFacts(session.facts);
    expect(session.accept({ kind: 'hold', agent: 0, call: 3 })).not.toBeNull();
    expect(session.accept({ kind: 'takeDesk', agent: 99 })).toMatchObject({ code: 'E_UNKNOWN' });
    expect(hashFacts(session.facts)).toBe(before);
  });
});

describe('a replay', () => {
  it('stops where the session stood', () => {
    const { session, commands } = played('s', () => 5_000);
    const until = 1_000_000;
    const early = commands.filter((timed) => timed.at <= until);
    const resumed = resume(scenario(), 's', early, until);
    if (isProblem(resumed)) throw new Error(resumed.says.en);
    expect(resumed.now).toBe(until);
    expect(resumed.facts).toEqual(session.facts.slice(0, resumed.facts.length));
    expect(resumed.facts.length).toBeGreaterThan(100);
  });

  it('says so when a record is not of these rules', () => {
    const answer: Command = { kind: 'answer', agent: 0, call: 1 };
    const outcome = replay(scenario(), 's', [{ at: 10, command: answer }]);
    expect(outcome).toMatchObject({ code: 'E_DESYNC', path: 'commands.0' });
  });
});

describe('the hash of facts', () => {
  const PRIME = 0x100000001b3n;
  const reference = (words: readonly number[]): string => {
    let hash = 0xcbf29ce484222325n;
    for (const word of words)
      for (let i = 0n; i < 8n; i += 1n) {
        const byte = (BigInt.asUintN(64, BigInt(word)) >> (8n * i)) & 0xffn;
        hash = BigInt.asUintN(64, (hash ^ byte) * PRIME);
      }
    return hash.toString(16).padStart(16, '0');
  };

  it('is FNV-1a of 64 bits', () => {
    const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1, max: 300 }));
    fc.assert(
      fc.property(whole, whole, whole, (at, call, waitMs) => {
        const fact: Fact = { n: 7, at, kind: 'dropped', call, type: 2, waitMs };
        // 'dropped' is the seventeenth kind.
        expect(hashFacts([fact])).toBe(reference([7, at, 16, call, 2, waitMs]));
      }),
    );
    expect(hashFacts([])).toBe('cbf29ce484222325');
  });

  it('sees every field of every fact', () => {
    const { facts } = played('s', () => 5_000).session;
    const seen = new Set<string>();
    for (const fact of facts)
      for (const name of Object.keys(fact)) {
        if (name === 'kind' || seen.has(`${fact.kind}.${name}`)) continue;
        seen.add(`${fact.kind}.${name}`);
        const other = name === 'reason' ? 'training' : -7;
        expect(hashFacts([{ ...fact, [name]: other } as Fact])).not.toBe(hashFacts([fact]));
      }
    expect(seen.size).toBeGreaterThan(60);
  });
});

describe('the door', () => {
  const { facts } = played('s', () => 5_000).session;

  it('tells nobody who is calling, nor what they say but to the desk they ring at', () => {
    for (const fact of facts)
      for (const audience of [
        { as: 'wall' },
        { as: 'desk', agent: 1 },
        { as: 'desk', agent: 0 },
      ] as const) {
        const told = forAudience(fact, audience);
        if (told?.kind === 'arrived') expect([told.caller, told.says]).toEqual([-1, -1]);
        if (told?.kind === 'rang' && !(audience.as === 'desk' && audience.agent === told.agent))
          expect(told.says).toBe(-1);
      }
    const own = facts.filter((fact) => fact.kind === 'rang' && fact.agent === 0 && fact.says >= 0);
    expect(own.length).toBeGreaterThan(5);
    for (const fact of own) expect(forAudience(fact, { as: 'desk', agent: 0 })).toEqual(fact);
  });

  it('keeps to a desk why it is not ready', () => {
    const fact: Fact = { n: 0, at: 0, kind: 'notReady', agent: 2, reason: 'training' };
    expect(forAudience(fact, { as: 'desk', agent: 2 })).toEqual(fact);
    expect(forAudience(fact, { as: 'desk', agent: 1 })).toMatchObject({ reason: 'other' });
    expect(forAudience(fact, { as: 'wall' })).toMatchObject({ reason: 'other' });
  });

  it('leaves the fact itself as it was, and its number and instant as they are', () => {
    const copy = structuredClone(facts);
    for (const fact of facts) {
      const told = forAudience(fact, { as: 'wall' });
      expect([told?.n, told?.at, told?.kind]).toEqual([fact.n, fact.at, fact.kind]);
    }
    expect(facts).toEqual(copy);
  });
});
