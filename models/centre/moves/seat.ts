import { MASK, USUAL_MASK } from '../../words/facts.ts';
import { GESTURE } from '../../words/gestures.ts';
import { beginAbsence, signOut } from '../rules/absence.ts';
import { resume } from '../rules/hold.ts';
import { faceCaller } from '../rules/meeting.ts';
import { beginTalk } from '../rules/pace.ts';
import { becomeFree, handlingMs, take } from '../rules/serve.ts';
import { prepareTalk, tellPhases } from '../rules/talk.ts';
import { inheritIncivility } from '../rules/tension.ts';
import { voice } from '../rules/voice.ts';
import type { Human } from '../state/people.ts';
import { type Desk, MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import type { MoveRules } from './move.ts';
import { becomeNotReady } from './readiness.ts';

const { CLOSING, NOT_READY, OUT, READY, RINGING, TALKING, WRAPPING } = STATE;
const { PAUSE, PERSON } = MARK;

/** Who plays a desk: a person, or the computer (RULES L2, L3). */
export const seat = {
  takeDesk: { does: takeDesk },
  leaveDesk: { does: leaveDesk },
} satisfies MoveRules;

/** A person sits down: not ready yet, but a call in hand becomes theirs. */
function takeDesk(w: World, desk: Desk): void {
  const { team } = w;
  const { agent, human, state, talk } = desk;
  desk.misses = 0;
  if (state === WRAPPING) w.endWrap(desk);
  team.mark(agent, PERSON, true);
  team.mark(agent, PAUSE, false);
  beginAbsence(w, agent);
  const meets = human !== null && sitDown(human, desk);
  if (state === OUT) w.recorder.signedIn(w.now, agent);
  w.recorder.seated(w.now, agent);
  if (state === WRAPPING) {
    w.beginWrap(desk);
    desk.wrapMs = w.calendar.dueAt(agent) - desk.since;
  }
  // What has been decided goes on: the caller is being taken leave of.
  if (state !== CLOSING) w.calendar.cancel(agent);
  else if (w.talks !== null && talk !== null)
    tellPhases(w, w.talks, w.inHand(agent), talk, w.talks.plan.openingMs);
  if (state === TALKING && w.talks !== null && talk !== null) {
    prepareTalk(w, w.talks, w.inHand(agent), talk);
    if (human !== null && meets) voice(w, w.inHand(agent), human);
  }
  if (state === READY) team.removeFree(agent);
  if (state === READY || state === OUT) becomeNotReady(w, desk, 'other');
}

/**
 * The person who was here takes their mask along; no talk of a person is without one.
 * @returns whether they meet a caller with whom the computer had begun
 */
function sitDown(human: Human, { state, talk }: Desk): boolean {
  human.chosen = MASK[USUAL_MASK];
  human.beOneself();
  if (human.mask === MASK.none) human.mask = human.chosen;
  const { encounter, plan } = human;
  if (encounter === null || encounter.active || plan.gestures === null) return false;
  if (state !== TALKING || talk === null) return false;
  // The computer had begun as it always does: listened, and nothing explained.
  const listenMs = plan.gestures.lasts[GESTURE.listen] as number;
  encounter.begin(true, plan.gestures.listenMs, plan.gestures.explainMs);
  encounter.listenedMs = listenMs;
  encounter.met = true;
  talk.heardMs += listenMs;
  return true;
}

/** The computer takes the desk back, call in hand included. */
function leaveDesk(w: World, desk: Desk): void {
  const { agent } = desk;
  resume(w, desk);
  const wraps = desk.state === WRAPPING;
  if (wraps) w.endWrap(desk);
  w.team.mark(agent, PERSON, false);
  desk.human?.beOneself();
  w.recorder.unseated(w.now, agent);
  if (desk.state === NOT_READY) w.calendar.cancel(agent);
  switch (desk.state) {
    case RINGING:
      answerAtLast(w, desk);
      break;
    case TALKING:
      talkOn(w, desk);
      break;
    case CLOSING:
      break;
    case WRAPPING:
      w.beginWrap(desk);
      w.setWork(agent, Math.max(w.now, desk.since + desk.wrapMs));
      break;
    case READY:
      if (w.team.isWanted(agent)) break;
      desk.leaveFree();
      signOut(w, agent);
      break;
    default:
      if (w.team.isWanted(agent)) w.recorder.ready(w.now, agent);
      becomeFree(w, desk);
  }
}

/** The line has rung long enough: no mask makes it ring on. */
function answerAtLast(w: World, desk: Desk): void {
  const { agent, group, human } = desk;
  const call = w.inHand(agent);
  w.calendar.cancel(agent);
  if (human !== null) faceCaller(w, call, human, group);
  take(w, call, desk);
}

function talkOn(w: World, desk: Desk): void {
  const { agent, human, talk } = desk;
  const call = w.inHand(agent);
  if (w.talks !== null && talk !== null) {
    beginTalk(w, w.talks, call, talk);
    if (human !== null) inheritIncivility(w, human);
  } else w.setWork(agent, Math.max(w.now, desk.since + handlingMs(w, call, agent)));
}
