import { describe, expect, it } from 'vitest';
import { type Fact, Session, startDesk, stepDesk } from '../../../models/doors/live.ts';
import { catalogueScenario, publicViewOf, type Scenario } from '../../../models/doors/scenario.ts';

const HOUR_MS = 3_600_000;

describe('the calls of a person', () => {
  it('are those they took, not those the computer took at the same desk before them', () => {
    const scenario = catalogueScenario('dix-conseillers') as Scenario;
    const session = new Session(scenario, 'own');
    const agent = 2;
    session.advanceTo(HOUR_MS);
    const taken = (facts: readonly Fact[]) =>
      facts.filter((fact) => fact.kind === 'answered' && fact.agent === agent).length;
    const before = taken(session.facts);
    expect(before).toBeGreaterThan(3);
    expect(session.accept({ kind: 'takeDesk', agent })).toBeNull();
    for (let at = HOUR_MS; at < 1.5 * HOUR_MS; at += 2_000) {
      session.advanceTo(at);
      const last = session.facts.findLast(
        (fact) => 'call' in fact && 'agent' in fact && fact.agent === agent,
      );
      const call = last && 'call' in last ? last.call : -1;
      // What the moment does not allow is refused, and changes nothing.
      for (const command of [
        { kind: 'answer', agent, call },
        { kind: 'conclude', agent, call },
        { kind: 'ready', agent },
      ] as const)
        session.accept(command);
    }
    const own = taken(session.facts) - before;
    expect(session.accept({ kind: 'leaveDesk', agent })).toBeNull();
    session.advanceTo(2.5 * HOUR_MS);
    expect(own).toBeGreaterThan(0);
    expect(taken(session.facts)).toBeGreaterThan(before + own);
    const view = startDesk(publicViewOf(scenario), agent);
    for (const fact of session.facts) stepDesk(view, fact);
    expect(view.mine.answered).toBe(own);
    expect(view.heard.length).toBeLessThanOrEqual(own + view.mine.missed);
  });
});
