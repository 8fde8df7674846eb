import { problem } from '../../words/problem.ts';
import { conclude } from '../rules/conclude.ts';
import { handOver } from '../rules/hand-over.ts';
import { beginClosing } from '../rules/pace.ts';
import { answer, stopWaiting } from '../rules/serve.ts';
import { prepareTalk } from '../rules/talk.ts';
import { type Desk, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import type { MoveRules } from './move.ts';

const { HOLDING, TALKING } = STATE;

/** From the ring to the end of a call (RULES L2, L5, P1). */
export const onTheLine = {
  answer: {
    does(w, desk) {
      const call = w.inHand(desk.agent);
      w.calendar.cancel(desk.agent);
      stopWaiting(w, call);
      answer(w, call, desk);
      if (w.talks !== null && desk.talk !== null) prepareTalk(w, w.talks, call, desk.talk);
    },
  },
  hold: {
    does(w, desk) {
      desk.state = HOLDING;
      desk.holdSince = w.now;
      w.recorder.held(w.now, w.inHand(desk.agent).number, desk.agent);
    },
  },
  resume: { does: resume },
  transfer: {
    whyNot: (w, _, { group }) =>
      group < w.plan.groups.length
        ? null
        : problem('E_UNKNOWN', 'group', 'Ce groupe n’existe pas.', 'There is no such group.'),
    does(w, desk, { group }) {
      resume(w, desk);
      handOver(w, desk.agent, group);
    },
  },
  conclude: {
    does(w, desk) {
      resume(w, desk);
      if (w.talks === null || desk.talk === null) conclude(w, desk);
      else beginClosing(w, w.talks, desk.talk);
    },
  },
} satisfies MoveRules;

/** Back on the line, if on hold. */
export function resume(w: World, desk: Desk): void {
  if (desk.state !== HOLDING) return;
  const heldMs = w.now - desk.holdSince;
  desk.state = TALKING;
  desk.heldMs += heldMs;
  if (w.talks !== null && desk.talk !== null) w.talks.putOff(desk.talk, heldMs);
  w.recorder.resumed(w.now, w.inHand(desk.agent).number, desk.agent);
}
