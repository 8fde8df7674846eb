import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/clock-bar/clock-bar.ts';
import '../../elements/notice/notice.ts';
import '../../elements/person/person.ts';
import '../../elements/recap/recap.ts';
import { type DeskView, phasesOf, talkOf } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { keepDebrief } from '../../state/begin-debrief.ts';
import type { Room, RoomState } from '../../state/room.ts';
import { figure } from '../../text/figures.ts';
import { say, words } from '../../text/language.ts';
import { policyWords } from '../../text/policies.ts';
import { teamsWords } from '../../text/teams.ts';

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

/** Which desk this is, the hour, and the ways out. */
export function placePart(
  { agent, clock, team, teams }: RoomState,
  publicView: PublicView,
  now: number,
  ways: TemplateResult,
) {
  const { desk } = words();
  const group = publicView.groups.find(
    ({ first, desks }) => agent >= first && agent < first + desks,
  );
  const out = leftOut(publicView);
  const among = teams > 1 ? `${teamsWords().team(figure(team + 1))} · ` : '';
  return html`<div class="place">
    <h1 class="seat">
      ${among}${desk.title(figure(agent + 1))}<span> · ${group ? say(group.name) : ''}</span>
      ${out ? html`<span class="out"> · ${out}</span>` : null}
    </h1>
    <ct-clock-bar compact .publicView=${publicView} .clock=${clock} .now=${now}></ct-clock-bar>
    <div class="ways">${ways}</div>
  </div>`;
}

/** How the person at a desk is shown. */
interface Shown {
  readonly now: number;
  readonly compact: boolean;
  /** How heavy the voice of care is set; null where it speaks elsewhere. */
  readonly care: number | null;
  /** To whom the call was handed that has just ended. */
  readonly handed: string;
}

/** Who is on the line, or what this desk does. */
export const personPart = (
  { advice, clock, n }: RoomState,
  publicView: PublicView,
  view: DeskView,
  { care, compact, handed, now }: Shown,
) =>
  html`<ct-person
    ?compact=${compact}
    .view=${view}
    .version=${n}
    .publicView=${publicView}
    .clock=${clock}
    .now=${now}
    .handed=${handed}
    .weight=${care}
    .phases=${advice && phasesOf(advice, talkOf(view, publicView.intervalMs, now))}
  ></ct-person>`;

/** The day's end: what it was at this desk. */
export function overPage(
  state: RoomState,
  publicView: PublicView,
  code: string,
  room: Room | null,
) {
  keepDebrief(room, state);
  return html`<main class="choosing" tabindex="-1">
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
}
