import { GESTURE, REFUSALS } from '../../words/gestures.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { beginGesture, gesturing, saidWith } from '../rules/gestures.ts';
import { promiseBack } from '../rules/hand-over.ts';
import { isCritical } from '../rules/tension.ts';
import { isUnheard } from '../rules/voice.ts';
import type { World } from '../state/world.ts';
import type { MoveRules } from './move.ts';

const no = (fr: string, en: string): Problem => problem('E_STATE', 'kind', fr, en);

const NO_GESTURES = no(
  'Dans cette journée, on n’agit pas par gestes.',
  'On this day nothing is done by gestures.',
);
const BREATHED = no(
  'Vous avez déjà soufflé depuis ce client ; une fois suffit.',
  'You have taken a breath since this caller; once is enough.',
);
const ALL_HEARD = no(
  'Vous savez tout ce que ce client peut vous apprendre.',
  'You know all that this caller can tell you.',
);
const ALL_EXPLAINED = no(
  'Tout est expliqué ; vous pouvez conclure.',
  'All is explained; you may conclude.',
);
const NOT_CRITICAL = no(
  'Le client ne vous reproche rien en ce moment.',
  'The caller is not complaining about anything right now.',
);
const NO_CLAIM = no(
  'Le client ne réclame rien qu’on puisse lui refuser.',
  'The caller is not asking for anything that could be refused.',
);
const NO_CALL_BACK = no(
  'Dans cette journée, personne n’est rappelé.',
  'On this day nobody is called back.',
);
const NO_CORD = no(
  'Dans cette journée, il n’y a pas de cause cachée à signaler.',
  'On this day there is no hidden cause to report.',
);
const SIGNALLED = no(
  'Vous avez déjà signalé une cause après cet appel.',
  'You have already reported a cause after this call.',
);
const NO_CAUSE = problem(
  'E_UNKNOWN',
  'cause',
  'Cette cause n’existe pas.',
  'There is no such cause.',
);
const NO_GROUP = problem(
  'E_UNKNOWN',
  'group',
  'Ce groupe n’existe pas.',
  'There is no such group.',
);

const whole = (done: number): boolean => done >= 1;

/** What a person does on the line besides working at the matter (RULES G). */
export const gestures = {
  breathe: {
    whyNot(_, desk) {
      const who = gesturing(desk);
      if (who === null) return NO_GESTURES;
      return who.encounter.breathedAt === who.human.calls ? BREATHED : null;
    },
    does(w, desk) {
      const who = gesturing(desk);
      if (who !== null) who.encounter.breathedAt = who.human.calls;
      beginGesture(w, desk, GESTURE.breathe);
    },
  },
  listen: {
    whyNot(_, desk) {
      const who = gesturing(desk);
      if (who === null) return NO_GESTURES;
      return isUnheard(who.human) ? null : ALL_HEARD;
    },
    does: (w, desk) => beginGesture(w, desk, GESTURE.listen),
  },
  explain: {
    whyNot(_, desk) {
      const who = gesturing(desk);
      if (who === null) return NO_GESTURES;
      return whole(who.encounter.explained) ? ALL_EXPLAINED : null;
    },
    does(w, desk) {
      const encounter = gesturing(desk)?.encounter;
      // What was explained before it was cut short need not be said again.
      beginGesture(w, desk, GESTURE.explain, -(encounter?.explainedMs ?? 0));
    },
  },
  acknowledge: {
    whyNot(_, desk) {
      const who = gesturing(desk);
      if (who === null) return NO_GESTURES;
      return isCritical(who.human) ? null : NOT_CRITICAL;
    },
    does: (w, desk) => beginGesture(w, desk, GESTURE.acknowledge),
  },
  refuse: {
    whyNot(_, desk) {
      const who = gesturing(desk);
      if (who === null) return NO_GESTURES;
      return who.encounter.isOpen ? null : NO_CLAIM;
    },
    does(w, desk, { refusal }) {
      const bits = REFUSALS.indexOf(refusal);
      const withMs = gesturing(desk)?.plan.withMs ?? 0;
      beginGesture(w, desk, GESTURE.refuse, withMs * saidWith(bits), bits);
    },
  },
  brief: {
    whyNot(w, desk, { group }) {
      if (gesturing(desk) === null) return NO_GESTURES;
      return group < w.plan.groups.length ? null : NO_GROUP;
    },
    does: (w, desk, { group }) => beginGesture(w, desk, GESTURE.brief, 0, group),
  },
  promise: {
    whyNot(w, desk) {
      if (gesturing(desk) === null) return NO_GESTURES;
      return w.talks?.plan.callBack ? null : NO_CALL_BACK;
    },
    does: (w, desk) => promiseBack(w, desk.agent),
  },
  signal: {
    whyNot(_, desk, { cause }) {
      const who = gesturing(desk);
      const cord = who?.plan.cord ?? null;
      if (who === null || cord === null) return NO_CORD;
      if (who.encounter.signalled === desk.ended) return SIGNALLED;
      return cause < cord.causes ? null : NO_CAUSE;
    },
    does: (w, desk, { cause }) => beginGesture(w, desk, GESTURE.signal, 0, cause),
  },
} satisfies MoveRules;

/** The moves that this day leaves out. */
export const isLeftOut = (w: World, move: string): boolean =>
  w.plan.people?.gestures?.without.has(move as never) === true;
