import { describe, expect, it } from 'vitest';
import type { Session } from '../../../models/doors/live.ts';
import { PARTING } from '../../../models/words/facts.ts';
import { opened } from './met.ts';
import { at, told } from './played.ts';

/** A day may leave gestures out: a phase that nobody can make is held against nobody (RULES G1). */

type Learnt = 'listen' | 'explain';

/** One caller, worked for two minutes without a gesture. */
function played(...moves: Learnt[]): Session {
  const session = opened({
    calls: [{ atS: 10 }],
    parts: {
      ...{ fit: {}, gestures: { moves }, discover: { error0: 1 } },
      resolution: { max: 1, tauMin: 0 },
      handling: { explainMin: 0.5, welcomeMin: 0.1, discoverMin: 0.2 },
    },
  });
  const agent = 0;
  expect(at(session, 0, { kind: 'takeDesk', agent })).toBeNull();
  expect(at(session, 1, { kind: 'ready', agent })).toBeNull();
  expect(at(session, 12, { kind: 'answer', agent, call: 0 })).toBeNull();
  expect(at(session, 132, { kind: 'conclude', agent, call: 0 })).toBeNull();
  session.run();
  return session;
}

const worst = (session: Session): number => told(session, 'resolved')[0]?.worst ?? -1;
const parting = (session: Session): number => told(session, 'parted')[0]?.how ?? -1;

describe('a day that leaves gestures out', () => {
  it('[G1] holds nobody to them: those phases are whole', () => {
    expect(worst(played())).toBeGreaterThan(worst(played('explain')));
    expect(worst(played())).toBeGreaterThan(worst(played('listen')));
  });

  it('[G1] lets a caller leave content to whom nothing could be explained', () => {
    expect(parting(played())).toBe(PARTING.content);
    expect(parting(played('explain'))).not.toBe(PARTING.content);
  });
});
