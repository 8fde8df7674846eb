import { describe, expect, it } from 'vitest';
import {
  type Advice,
  adviceOf,
  type DeskView,
  type Fact,
  forAudience,
  type Session,
  startDesk,
  stepDesk,
} from '../../../models/doors/live.ts';
import { publicViewOf } from '../../../models/doors/scenario.ts';
import { opened, type Parts } from '../centre/met.ts';
import { at, told } from '../centre/played.ts';

/** What a desk says that its talk takes besides the work is what it takes (MODEL 4.2, 6.1). */

const agent = 0;
const APART_S = 300;
const CALLS = 12;
const MASKS = ['professional', 'natural', 'script', 'disengagement', 'avoidance'] as const;
const HANDLING = { fixedMin: 1.25, closingMin: 0.5, explainMin: 0.25 };

/** A person at the only desk talks to each caller for three minutes, with this mask. */
function played(mask: (typeof MASKS)[number], parts: Parts, speed = 1): Session {
  const session = opened({
    calls: Array.from({ length: CALLS }, (_, i) => ({ atS: 10 + APART_S * i })),
    parts: { ...parts, handling: HANDLING },
    rest: {
      groups: [{ id: 'g', name: 'G', staff: 1, skills: [{ type: 'a', speed }] }],
    },
  });
  at(session, 0, { kind: 'takeDesk', agent });
  at(session, 0, { kind: 'mask', agent, mask });
  at(session, 0, { kind: 'ready', agent });
  for (let call = 0; call < CALLS; call++) {
    const from = 10 + APART_S * call;
    at(session, from + 5, { kind: 'answer', agent, call });
    at(session, from + 185, { kind: 'conclude', agent, call });
    at(session, from + 280, { kind: 'ready', agent });
  }
  return session;
}

/** What the desk says of each talk, as it ends: the opening and the leave, ms. */
function said(session: Session): { openingMs: number; closingMs: number }[] {
  const view: DeskView = startDesk(publicViewOf(session.scenario), agent);
  const { closingMs, openingMs } = adviceOf(session.scenario) as Advice;
  const all: { openingMs: number; closingMs: number }[] = [];
  for (const fact of session.facts) {
    const known = forAudience(fact, { as: 'desk', agent });
    if (known !== null) stepDesk(view, known);
    if (fact.kind === 'resolved') all.push({ openingMs, closingMs, ...view.call?.phases });
  }
  return all;
}

/** What each talk took, by what was told of it once the day was over. */
function measured(session: Session, speed: number): ReturnType<typeof said> {
  const answered = told(session, 'answered');
  return told(session, 'resolved').map(({ call, workMs }) => {
    const of = ({ call: other }: { call: number }) => other === call;
    const from = answered.find(of)?.at ?? Number.NaN;
    const ended = told(session, 'concluded').find(of)?.at ?? Number.NaN;
    // Where nothing is left of the leave, the talk ends as it is decided.
    const decided = told(session, 'closing').find(of)?.at ?? ended;
    return { openingMs: Math.round(decided - from - workMs / speed), closingMs: ended - decided };
  });
}

describe('what a desk says of its talk', () => {
  it.each(MASKS)('[S1, P1] is what opening and taking leave take under the mask: %s', (mask) => {
    const session = played(mask, { fit: {} });
    expect(said(session)).toHaveLength(CALLS);
    expect(said(session)).toEqual(measured(session, 1));
  });

  it('[S1, H1] counts how fast one works', () => {
    const session = played('natural', { fit: {} }, 0.8);
    expect(said(session)).toEqual(measured(session, 0.8));
  });

  it('[L6] is told to its own desk alone', () => {
    const facts = played('avoidance', { fit: {} }).facts.filter(({ kind }) => kind === 'phased');
    expect(facts.length).toBeGreaterThan(CALLS / 2);
    for (const fact of facts as Fact[]) {
      expect(forAudience(fact, { as: 'wall' })).toBeNull();
      expect(forAudience(fact, { as: 'over', agent: 1 })).toBeNull();
      expect(forAudience(fact, { as: 'desk', agent })).toEqual(fact);
    }
  });
});
