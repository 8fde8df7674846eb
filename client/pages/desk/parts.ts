import type { PublicView } from '../../../models/doors/scenario.ts';
import type { RoomState } from '../../state/room.ts';
import { policyWords } from '../../text/policies.ts';

/** Which page this is: the choice of a desk, the desk, the day's end; '' while connecting. */
export function partOf({ clock, desk, publicView }: RoomState): string {
  if (!publicView) return '';
  return clock?.over ? 'over' : desk ? 'desk' : 'choosing';
}

/** Says that the human hypotheses were left out, where they were. */
export const leftOut = ({ arbitration }: PublicView): string =>
  arbitration?.withoutPeople ? policyWords().withoutWithin : '';
