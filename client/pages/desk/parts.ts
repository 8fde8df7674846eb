import { html, nothing } from 'lit';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { RoomState } from '../../state/room.ts';
import { words } from '../../text/language.ts';
import { policyWords } from '../../text/policies.ts';

/** Which page this is: the choice of a desk, the desk, the day's end; '' while connecting. */
export function partOf({ clock, desk, publicView }: RoomState): string {
  if (!publicView) return '';
  return clock?.over ? 'over' : desk ? 'desk' : 'choosing';
}

/** Says that the human hypotheses were left out, where they were. */
export const leftOut = ({ arbitration }: PublicView): string =>
  arbitration?.withoutPeople ? policyWords().withoutWithin : '';

/** Stands where the price would: in a classical day nothing judges how long a call lasts. */
export const unjudged = ({ arbitration }: PublicView) =>
  arbitration === null ? html`<p class="label unjudged">${words().desk.unjudged}</p>` : nothing;
