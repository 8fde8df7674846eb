import { html, nothing } from 'lit';
import '../../elements/notice/notice.ts';
import '../../elements/recap/recap.ts';
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

/** The day's end: what it was at this desk. */
export const overPage = (state: RoomState, publicView: PublicView, code: string) =>
  html`<main class="choosing" tabindex="-1">
    <ct-notice .problem=${state.record}></ct-notice>
    <ct-recap
      .view=${state.desk}
      .publicView=${publicView}
      .calls=${state.ledger?.calls ?? []}
      .code=${code}
      .record=${state.record !== null}
      .host=${state.host}
      .moved=${state.moved !== null}
    ></ct-recap>
  </main>`;
