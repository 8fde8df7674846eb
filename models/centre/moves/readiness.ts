import type { NotReadyReason } from '../../words/facts.ts';
import { becomeFree } from '../rules/serve.ts';
import { tellEnergy } from '../rules/tell-energy.ts';
import { SHORT_BREAK as SHORT_BREAK_ } from '../state/people.ts';
import { type Desk, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import type { MoveRules } from './move.ts';

const SHORT_BREAK = SHORT_BREAK_;
const { NOT_READY, READY, WRAPPING } = STATE;

/**
 * Ready for calls, or not, by one's own decision (RULES L2, H2): the moment after a missed call, if
 * it runs, is over (L3).
 */
export const readiness = {
  ready: {
    does(w, desk) {
      w.calendar.cancel(desk.agent);
      if (desk.state === WRAPPING) endWrapUp(w, desk);
      else w.recorder.ready(w.now, desk.agent);
      tellEnergy(w, desk.human);
      becomeFree(w, desk);
    },
  },
  notReady: {
    does(w, desk, { reason }) {
      w.calendar.cancel(desk.agent);
      if (desk.state === WRAPPING) endWrapUp(w, desk);
      if (desk.state === READY) desk.leaveFree();
      becomeNotReady(w, desk, reason);
    },
  },
} satisfies MoveRules;

export function becomeNotReady(w: World, desk: Desk, reason: NotReadyReason): void {
  desk.turn(NOT_READY, null, w.now);
  desk.human?.turn(w.now, SHORT_BREAK);
  w.recorder.notReady(w.now, desk.agent, reason);
}

function endWrapUp(w: World, desk: Desk): void {
  w.endWrap(desk);
  w.recorder.wrapped(w.now, desk.ended, desk.agent, w.now - desk.since);
}
