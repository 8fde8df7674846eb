import { REFUSAL } from '../../../models/doors/game.ts';
import { LEVEL } from '../../../models/doors/live.ts';
import type { RoomState } from '../../state/room.ts';
import type { Occasion } from './moves.ts';

type Seen = Pick<RoomState, 'advice' | 'desk' | 'publicView'>;

/** What this moment at a desk allows besides the moves of every day. */
export function occasionOf({ advice, desk, publicView }: Partial<Seen> = {}): Occasion {
  const gestures = publicView?.arbitration?.gestures ?? null;
  const encounter = desk?.call?.encounter ?? null;
  const level = desk?.call?.level ?? LEVEL.calm;
  return {
    masks: advice?.masks ?? false,
    gestures: gestures !== null,
    // What has been recognised is not recognised twice, until there is more of it.
    critical:
      gestures !== null &&
      encounter?.recognised !== true &&
      (level === LEVEL.criticism || level === LEVEL.complaint),
    uncivil: level === LEVEL.incivility,
    claims: encounter?.claims === true && encounter.refusal <= REFUSAL.rejected,
    callBack: gestures !== null && publicView?.arbitration?.people.includes('callback') === true,
    cord: (gestures?.causes ?? 0) > 0,
    without: gestures?.without ?? [],
  };
}
