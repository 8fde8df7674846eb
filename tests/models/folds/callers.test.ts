import { describe, expect, it } from 'vitest';
import { forAudience, Session } from '../../../models/doors/live.ts';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';
import {
  type CallersView,
  isSettled,
  sharedCallers,
  startCallers,
  stepCallers,
  waitedMs,
} from '../../../models/folds/views/callers.ts';
import type { Fact } from '../../../models/words/facts.ts';

/** The same caller, from one team to the next. */

const scenario = catalogueScenario('accueil-humain') as Scenario;

/** A day laid open, in which the first desk is a person's who takes no call. */
function day(seed: string, away: boolean): Session {
  const session = new Session(scenario, seed);
  if (away) for (const agent of [0, 1]) session.accept({ kind: 'takeDesk', agent });
  session.run();
  return session;
}
function folded({ facts }: Session): CallersView {
  const view = startCallers();
  for (const fact of facts) {
    const told = forAudience(fact, { as: 'over', agent: -1 });
    if (told) stepCallers(view, told);
  }
  return view;
}
const ofKind = <K extends Fact['kind']>({ facts }: Session, kind: K) =>
  facts.filter((fact): fact is Fact & { kind: K } => fact.kind === kind);

describe('the callers of a day', () => {
  const full = day('a', false);
  const view = folded(full);

  it('are all there, each with all their contacts, as the facts tell them', () => {
    const arrived = ofKind(full, 'arrived');
    expect(view.byCall.size).toBe(arrived.length);
    expect(view.byCaller.size).toBe(new Set(arrived.map(({ caller }) => caller)).size);
    for (const { at, call, caller, type } of arrived) {
      const { contact, of } = view.byCall.get(call) as NonNullable<
        ReturnType<typeof view.byCall.get>
      >;
      expect([of.caller, of.type, contact.arrivedAt]).toEqual([caller, type, at]);
    }
    const gaveUp = [...view.byCall.values()].filter(({ contact }) => contact.how === 'gaveUp');
    expect(gaveUp.length).toBe(ofKind(full, 'abandoned').length + ofKind(full, 'dropped').length);
    const solved = ofKind(full, 'resolved').filter((fact) => fact.solved === 1);
    const settled = new Set(solved.map(({ call }) => view.byCall.get(call)?.of.caller));
    const found = [...view.byCaller.values()].filter(isSettled).map(({ caller }) => caller);
    expect(new Set(found)).toEqual(settled);
  });

  it('waited in all as long as their calls did', () => {
    const waited = [...view.byCaller.values()].reduce((all, one) => all + waitedMs(one), 0);
    const told = [...ofKind(full, 'answered'), ...ofKind(full, 'abandoned')];
    const arrivedAt = new Map(ofKind(full, 'arrived').map(({ at, call }) => [call, at]));
    const promised = ofKind(full, 'promised').map(
      ({ at, call }) => at - (arrivedAt.get(call) ?? 0),
    );
    expect(promised.length).toBeGreaterThan(0);
    const sum = (all: readonly number[]): number => all.reduce((one, more) => one + more, 0);
    expect(waited).toBe(sum(told.map(({ waitMs }) => waitMs)) + sum(promised));
  });

  it('are left out as long as nobody may know who they are', () => {
    const live = startCallers();
    for (const fact of full.facts) {
      const told = forAudience(fact, { as: 'wall' });
      if (told) stepCallers(live, told);
    }
    expect(live.byCaller.size).toBe(0);
  });
});

describe('the callers whom every team met', () => {
  const teams = [day('b', false), day('b', true)].map(folded);
  const shared = sharedCallers(teams);

  it('are the same persons in each, all those who call first among them', () => {
    expect(shared.length).toBeGreaterThan(30);
    for (const caller of shared.slice(0, 20)) {
      const [one, other] = teams.map(({ byCaller }) => byCaller.get(caller));
      expect(one?.type).toBe(other?.type);
      expect(one?.contacts[0]?.arrivedAt).toBe(other?.contacts[0]?.arrivedAt);
    }
  });

  it('begin with whom it went worst for, between one team and the next', () => {
    const settled = (caller: number) =>
      teams.map(({ byCaller }) => {
        const one = byCaller.get(caller);
        return one !== undefined && isSettled(one);
      });
    const [first = -1] = shared;
    expect(new Set(settled(first)).size).toBe(2);
    const differs = shared.map((caller) => new Set(settled(caller)).size === 2);
    expect(differs).toEqual([...differs].sort((a, b) => Number(b) - Number(a)));
    expect(sharedCallers([])).toEqual([]);
  });
});
