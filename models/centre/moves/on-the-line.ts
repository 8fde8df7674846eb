import { problem } from '../../words/problem.ts';
import { conclude } from '../rules/conclude.ts';
import { handOver } from '../rules/hand-over.ts';
import { hold, resume } from '../rules/hold.ts';
import { beginClosing } from '../rules/pace.ts';
import { answer, stopWaiting } from '../rules/serve.ts';
import { prepareTalk } from '../rules/talk.ts';
import type { MoveRules } from './move.ts';

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
    does: hold,
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
