import { describe, expect, it } from 'vitest';
import { type Fact, forAudience, type Session } from '../../../models/doors/live.ts';
import { every, met, opened } from './met.ts';
import { at, told } from './played.ts';

/** What a caller lets a desk know on leaving: what shows, and not what it came to. */

const agent = 0;
const APART_S = 1_200;
const CALLS = 24;
const [CONTENT, DOUBTFUL, UNANSWERED] = [0, 1, 2];

/** A person at the only desk talks to each caller for so long. */
function talked(forS: number, mask: 'professional' | 'avoidance', people: object): Session {
  const session = opened({
    calls: every(APART_S, CALLS),
    parts: people,
    rest: { day: { opensAt: '09:00', lengthMin: 540, intervalMin: 30 } },
  });
  at(session, 0, { kind: 'takeDesk', agent });
  at(session, 0, { kind: 'mask', agent, mask });
  at(session, 0, { kind: 'ready', agent });
  for (let call = 0; call < CALLS; call++) {
    const from = APART_S * call;
    at(session, from + 5, { kind: 'answer', agent, call });
    at(session, from + 5 + forS, { kind: 'conclude', agent, call });
    at(session, from + 1_000, { kind: 'ready', agent });
  }
  session.run();
  return session;
}

/** What each caller let know, beside what it came to. */
const leaves = (session: Session): { how: number; solved: number }[] =>
  told(session, 'resolved').map(({ call, solved }) => {
    const parted = (session.facts as readonly Fact[]).find(
      (fact) => (fact.kind as string) === 'parted' && 'call' in fact && fact.call === call,
    ) as { how?: number } | undefined;
    return { how: parted?.how ?? -1, solved };
  });

describe('a caller who takes leave of a person', () => {
  it('[E6] lets know how, whatever the call came to', () => {
    const all = leaves(talked(240, 'professional', {}));
    expect(all).toHaveLength(CALLS);
    for (const { how } of all) expect(how).toBeGreaterThanOrEqual(0);
  });

  it('[E6] goes without an answer, and knows it, where hardly anything was done', () => {
    const all = leaves(talked(10, 'professional', {}));
    expect(new Set(all.map(({ how }) => how))).toEqual(new Set([UNANSWERED]));
  });

  it('[E6] thanks as who believes it settled: always if it is, and now and then if it is not', () => {
    const all = leaves(talked(500, 'professional', { resolution: { max: 0.6 } }));
    expect(all.filter(({ solved }) => solved === 1).every(({ how }) => how === CONTENT)).toBe(true);
    expect(all.some(({ how, solved }) => how === CONTENT && solved === 0)).toBe(true);
  });

  it('[E6, S1] goes with doubts where nothing was explained', () => {
    const all = leaves(talked(500, 'avoidance', { fit: {} }));
    expect(all.some(({ how }) => how === DOUBTFUL)).toBe(true);
  });

  it('[L6] is heard at that desk alone', () => {
    const session = talked(240, 'professional', {});
    const parted = session.facts.filter(({ kind }) => (kind as string) === 'parted');
    expect(parted).toHaveLength(CALLS);
    for (const fact of parted) {
      expect(forAudience(fact, { as: 'wall' })).toBeNull();
      expect(forAudience(fact, { as: 'desk', agent: 1 })).toBeNull();
      expect(forAudience(fact, { as: 'desk', agent })).toEqual(fact);
    }
  });

  it('[M9] is not told of the computer’s calls, nor where nothing is resolved', () => {
    const played = met({ calls: every(300, 10), parts: {} });
    expect(told(played, 'resolved')).not.toHaveLength(0);
    expect(played.facts.filter(({ kind }) => (kind as string) === 'parted')).toEqual([]);
  });
});
