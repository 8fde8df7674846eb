import { describe, expect, it } from 'vitest';
import type { Command, Session } from '../../../models/doors/live.ts';
import { answersOf, NATURES, natureOf } from '../../../models/words/nature.ts';
import { opened } from './met.ts';
import { at, told } from './played.ts';

/** What a person says they are by nature, and whom it suits (RULES G9). */

const agent = 0;
const does = (session: Session, seconds: number, ...commands: Command[]): void => {
  for (const command of commands) expect(at(session, seconds, command)).toBeNull();
};

interface Played {
  readonly nature?: number;
  readonly sigma?: number;
  readonly listens?: boolean;
  readonly leaves?: boolean;
}

/** One caller, met as one is, and worked for a minute. */
function played({ leaves = false, listens = true, nature, sigma = 1 }: Played): Session {
  const session = opened({
    calls: [{ atS: 10 }, { atS: 300 }],
    parts: { fit: { sigma }, gestures: {}, resolution: { max: 1, tauMin: 0 } },
    type: { need: { stance: 'angry' } },
  });
  does(session, 0, { kind: 'takeDesk', agent });
  if (nature !== undefined) does(session, 1, { kind: 'nature', agent, nature });
  does(session, 2, { kind: 'mask', agent, mask: 'natural' });
  if (leaves) does(session, 3, { kind: 'leaveDesk', agent }, { kind: 'takeDesk', agent });
  if (leaves) does(session, 4, { kind: 'mask', agent, mask: 'natural' });
  does(session, 5, { kind: 'ready', agent });
  does(session, 12, { kind: 'answer', agent, call: 0 });
  if (listens) does(session, 13, { kind: 'listen', agent, call: 0 });
  does(session, 150, { kind: 'conclude', agent, call: 0 });
  session.run();
  return session;
}

const worthOf = (session: Session): number => told(session, 'resolved')[0]?.worst ?? -1;
const all = Array.from({ length: NATURES }, (_, nature) => nature);

describe('what one is by nature', () => {
  it('[G9] is two answers of three, one number', () => {
    expect(all.map((nature) => natureOf(answersOf(nature)))).toEqual(all);
    expect(new Set(all.map((nature) => JSON.stringify(answersOf(nature)))).size).toBe(9);
  });

  it('[G9] changes how a caller is met by whoever puts nothing on, and nothing else', () => {
    const worth = all.map((nature) => worthOf(played({ nature })));
    expect(new Set(worth).size).toBeGreaterThan(3);
    const kinds = (session: Session) =>
      session.facts.filter(({ kind }) => kind !== 'suited').map(({ at, kind }) => `${at} ${kind}`);
    for (const nature of all) expect(kinds(played({ nature }))).toEqual(kinds(played({})));
  });

  it('[G9] is told to suit a caller where it does, once one has listened', () => {
    const suits = all.filter((nature) => told(played({ nature }), 'suited').length > 0);
    expect(suits.length).toBeGreaterThan(0);
    expect(suits.length).toBeLessThan(NATURES);
    const [first = 0] = suits;
    expect(told(played({ nature: first }), 'suited')).toHaveLength(1);
    expect(told(played({ nature: first, listens: false }), 'suited')).toHaveLength(0);
    // All those who suit are worth more to this caller than any who does not.
    const worth = all.map((nature) => worthOf(played({ nature })));
    const least = Math.min(...suits.map((nature) => worth[nature] as number));
    for (const nature of all)
      if (!suits.includes(nature)) expect(worth[nature]).toBeLessThan(least);
  });

  it('[G9] is that of the agent where nothing was said, and again when the person leaves', () => {
    const unsaid = played({ sigma: 10 });
    expect(told(unsaid, 'suited')).toHaveLength(0);
    const gone = played({ nature: 8, leaves: true });
    expect(told(gone, 'suited')).toHaveLength(0);
    expect(worthOf(gone)).toBe(worthOf(played({})));
    expect(worthOf(played({ nature: 8 }))).not.toBe(worthOf(played({})));
  });

  it('[G9] is for callers to come: one who is on the line is met as one began', () => {
    const [suits = 0] = all.filter((nature) => told(played({ nature }), 'suited').length > 0);
    const late = opened({
      calls: [{ atS: 10 }],
      parts: { fit: { sigma: 1 }, gestures: {}, resolution: { max: 1, tauMin: 0 } },
      type: { need: { stance: 'angry' } },
    });
    does(late, 0, { kind: 'takeDesk', agent }, { kind: 'ready', agent });
    does(late, 12, { kind: 'answer', agent, call: 0 }, { kind: 'nature', agent, nature: suits });
    does(late, 13, { kind: 'listen', agent, call: 0 });
    late.run();
    expect(told(late, 'suited')).toHaveLength(0);
  });

  it('[G9] is one of nine, in a centre where people meet', () => {
    const session = opened({ calls: [], parts: { fit: {}, gestures: {} } });
    does(session, 0, { kind: 'takeDesk', agent });
    const nine = { kind: 'nature', agent, nature: NATURES } as const;
    expect(at(session, 1, nine)).toMatchObject({ code: 'E_UNKNOWN', path: 'nature' });
    const machine = opened({ calls: [], parts: {} });
    does(machine, 0, { kind: 'takeDesk', agent });
    expect(at(machine, 1, { kind: 'nature', agent, nature: 0 })).toMatchObject({ path: 'kind' });
  });

  it('[G9] is not asked where the day leaves out how one speaks', () => {
    const session = opened({ calls: [], parts: { fit: {}, gestures: { moves: ['listen'] } } });
    does(session, 0, { kind: 'takeDesk', agent });
    const refused = at(session, 1, { kind: 'nature', agent, nature: 0 });
    expect(refused).toMatchObject({ code: 'E_STATE', path: 'kind' });
  });
});
