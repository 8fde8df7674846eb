import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { CLAIM, GESTURE, REFUSAL } from '../../words/gestures.ts';
import type { GesturePlan } from '../plan/gesture-plan.ts';
import type { Call } from '../state/calls.ts';
import type { Encounter } from '../state/encounter.ts';
import type { Human } from '../state/people.ts';
import { RANK } from '../state/ranks.ts';
import { type Desk, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { signal } from './cord.ts';
import { handOver } from './hand-over.ts';
import { meet } from './meeting.ts';
import { workedMs } from './talk.ts';
import { tellEnergy } from './tell-energy.ts';
import { heed, isCritical, provoke } from './tension.ts';
import { turnLine } from './voice.ts';

const PURPOSE = PURPOSE_;
const { TALKING } = STATE;

/**
 * What a person does on the line besides working at the matter (RULES G): each gesture takes its
 * time, in which no work is done; another one, or any move, cuts it short, and what was done of it
 * counts in proportion where it can be done in part.
 */

interface Gesturing {
  readonly human: Human;
  readonly encounter: Encounter;
  readonly plan: GesturePlan;
}

/** Who makes gestures at this desk; null where nobody does. */
export function gesturing({ human }: Desk): Gesturing | null {
  if (human === null || human.encounter === null || human.plan.gestures === null) return null;
  return { human, encounter: human.encounter, plan: human.plan.gestures };
}

const timerOf = (w: World, agent: number): number => w.gestureTimers + agent;
const numberOf = (call: Call | null): number => call?.number ?? -1;

/** @param moreMs beyond what such a gesture lasts; @param chosen what was chosen with it */
export function beginGesture(w: World, desk: Desk, gesture: number, moreMs = 0, chosen = 0): void {
  const who = gesturing(desk);
  if (who === null) return;
  const { encounter, plan } = who;
  encounter.gesture = gesture;
  encounter.since = w.now;
  encounter.lastsMs = (plan.lasts[gesture] as number) + moreMs;
  encounter.chosen = chosen;
  w.recorder.gesture(w.now, numberOf(desk.call), desk.agent, gesture, encounter.lastsMs);
  w.set(timerOf(w, desk.agent), w.now + encounter.lastsMs, RANK.agent);
}

/** The gesture of this desk, if any, is over: it was made whole, or was cut short. */
export function endGesture(w: World, desk: Desk): void {
  const who = gesturing(desk);
  if (who === null || who.encounter.gesture === GESTURE.none) return;
  const { encounter } = who;
  const { gesture, lastsMs } = encounter;
  const doneMs = Math.min(lastsMs, w.now - encounter.since);
  w.calendar.cancel(timerOf(w, desk.agent));
  encounter.gesture = GESTURE.none;
  w.recorder.gestured(w.now, numberOf(desk.call), desk.agent, gesture, doneMs);
  if (desk.state === TALKING) putOffWork(w, desk, doneMs);
  takeEffect(w, desk, who, gesture, doneMs);
  tellEnergy(w, who.human);
}

/** No work on the matter was done meanwhile. */
function putOffWork(w: World, { talk }: Desk, byMs: number): void {
  if (w.talks === null || talk === null) return;
  talk.heardMs += byMs;
  w.talks.putOff(talk, byMs);
}

function takeEffect(w: World, desk: Desk, who: Gesturing, gesture: number, doneMs: number): void {
  const { encounter, human, plan } = who;
  const isWhole = doneMs >= encounter.lastsMs;
  switch (gesture) {
    case GESTURE.breathe:
      human.recover(w.now, (plan.breathGain * doneMs) / encounter.lastsMs);
      return;
    case GESTURE.listen:
      encounter.listenedMs += doneMs;
      // One cut short is weighed at the end of the talk, with what may follow it.
      if (encounter.listened >= 1) meet(w.inHand(desk.agent), human);
      if (isWhole) turnLine(w, w.inHand(desk.agent), human);
      return;
    case GESTURE.explain:
      encounter.explainedMs += doneMs;
      return;
    case GESTURE.acknowledge:
      if (isWhole && isCritical(human)) heed(w, human);
      return;
    case GESTURE.refuse:
      if (isWhole) refuse(w, who, w.inHand(desk.agent));
      return;
    case GESTURE.brief:
      if (isWhole) passOn(w, desk, encounter.chosen);
      return;
    case GESTURE.signal:
      if (isWhole) {
        encounter.signalled = desk.ended;
        signal(w, desk.ended, desk.agent, encounter.chosen);
      }
      return;
    default:
  }
}

/** How many things were said beside the refusal. */
export const saidWith = (bits: number): number => (bits & 1) + (bits >> 1);

/** No is said: it is taken, or it angers; and it is right, or what was due is refused. */
function refuse(w: World, { encounter, human, plan }: Gesturing, call: Call): void {
  const share = plan.acceptBare + plan.acceptWith * saidWith(encounter.chosen);
  const accepts = w.luck.draw(call.key, call.attempt, PURPOSE.ACCEPTS) < share;
  const taken =
    encounter.claim === CLAIM.due ? REFUSAL.unjust : accepts ? REFUSAL.accepted : REFUSAL.rejected;
  encounter.refusal = taken;
  w.recorder.refused(w.now, call.number, human.agent, encounter.chosen, taken);
  if (taken !== REFUSAL.accepted) provoke(w, human);
}

/** The caller goes on to a colleague who knows all that was done (warm transfer). */
function passOn(w: World, desk: Desk, group: number): void {
  const { talk } = desk;
  const workMs = talk === null ? 0 : Math.max(0, workedMs(w, talk) * talk.speed);
  handOver(w, desk.agent, group, Math.round(workMs));
}
