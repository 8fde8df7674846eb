import { describe, expect, it } from 'vitest';
import { type Fact, forAudience, Session, type Viewer } from '../../../models/doors/live.ts';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';

/**
 * One day of the little station, with a person at desk 1, and what each kind of seat is told of it.
 */
const day = new Session(catalogueScenario('petit-classique') as Scenario, 'secrets');
day.accept({ kind: 'takeDesk', agent: 1 });
day.accept({ kind: 'ready', agent: 1 });
for (let at = 0; !day.over && at < 40 * 60_000; at += 1_000) {
  day.advanceTo(at);
  const last = day.facts.findLast((fact) => 'agent' in fact && fact.agent === 1);
  if (last?.kind === 'rang') day.accept({ kind: 'answer', agent: 1, call: last.call });
  if (last?.kind === 'answered' && at - last.at > 90_000)
    day.accept({ kind: 'conclude', agent: 1, call: last.call });
  if (last?.kind === 'concluded') day.accept({ kind: 'notReady', agent: 1, reason: 'training' });
  if (last?.kind === 'notReady') day.accept({ kind: 'ready', agent: 1 });
}
day.run();

const toldTo = (audience: Viewer): Fact[] =>
  day.facts.map((fact) => forAudience(fact, audience)).filter((fact) => fact !== null);
const wall = toldTo({ as: 'wall' });
const own = toldTo({ as: 'desk', agent: 1 });
const other = toldTo({ as: 'desk', agent: 0 });

const of = <Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind) =>
  facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);

describe('what leaves the server', () => {
  it('[L6] names no caller, and says no need before a call rings', () => {
    expect(of(day.facts, 'arrived').some(({ caller, says }) => caller >= 0 && says >= 0)).toBe(
      true,
    );
    for (const told of [wall, own, other])
      for (const fact of of(told, 'arrived')) {
        expect(fact.caller).toBe(-1);
        expect(fact.says).toBe(-1);
      }
  });

  it('[L6] says what the caller wants to the desk at which it rings, and to nobody else', () => {
    const rang = of(day.facts, 'rang').filter(({ agent }) => agent === 1);
    expect(rang.length).toBeGreaterThan(2);
    expect(of(own, 'rang').some(({ says }) => says >= 0)).toBe(true);
    for (const told of [wall, other])
      for (const { says } of of(told, 'rang')) expect(says).toBe(-1);
  });

  it('[L6] tells nobody why a colleague is away', () => {
    expect(of(own, 'notReady').some(({ reason }) => reason === 'training')).toBe(true);
    for (const told of [wall, other])
      for (const fact of of(told, 'notReady')) expect(fact.reason).toBe('other');
  });

  it('[L6] holds no patience, no handling time to come and no instant to come, in any fact', () => {
    const allowed = new Set(
      [
        'n at kind call caller type attempt cause says after agent waitMs group talkMs holdMs',
        'wrapMs reason event name',
      ]
        .join(' ')
        .split(' '),
    );
    for (const fact of [...wall, ...own]) {
      expect(Object.keys(fact).filter((name) => !allowed.has(name))).toEqual([]);
      for (const [name, value] of Object.entries(fact))
        if (name.endsWith('Ms')) expect(value as number).toBeLessThanOrEqual(fact.at);
    }
  });

  it('[L6] lays open once the day is over what was hidden, but not why a colleague was away', () => {
    const over = toldTo({ as: 'over', agent: 1 });
    expect(over).toHaveLength(day.facts.length);
    for (const kind of ['arrived', 'rang', 'resolved', 'left', 'tension', 'masked'] as const)
      expect(of(over, kind)).toEqual(of(day.facts, kind));
    const away = (facts: readonly Fact[], agent: number) =>
      of(facts, 'notReady').filter((fact) => fact.agent === agent);
    expect(away(over, 1)).toEqual(away(day.facts, 1));
    for (const { agent, reason } of of(toldTo({ as: 'over', agent: -1 }), 'notReady'))
      expect([agent, reason]).toEqual([agent, 'other']);
    expect(of(over, 'arrived').some(({ caller, says }) => caller >= 0 && says >= 0)).toBe(true);
  });

  it('[L6] tells nobody of a kind that it does not know', () => {
    const unknown = { n: 0, at: 0, kind: 'hummed', agent: 1 } as unknown as Fact;
    for (const viewer of [{ as: 'wall' }, { as: 'desk', agent: 1 }] as const)
      expect(forAudience(unknown, viewer)).toBeNull();
  });

  it('[L6] keeps number, instant and order of what it tells', () => {
    const numbers = wall.map(({ n }) => n);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const fact of wall) expect(day.facts[fact.n]?.at).toBe(fact.at);
  });
});
