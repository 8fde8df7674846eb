import { AWAY as AWAY_ } from '../state/people.ts';
import { RANK } from '../state/ranks.ts';
import { MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';

const AWAY = AWAY_;
const { NOT_READY, OUT } = STATE;
const { PAUSE } = MARK;

/** An agent with nothing in hand is no longer there for calls (RULES H5–H7). */

/** The shift is over. */
export function signOut(w: World, agent: number): void {
  const { team } = w;
  team.turn(agent, OUT, null, w.now);
  team.mark(agent, PAUSE, false);
  w.people?.of(agent).turn(w.now, AWAY);
  w.recorder.signedOut(w.now, agent);
  beginAbsence(w, agent);
}

/** An absence that is due begins, where none has: nothing is in hand any more (RULES H6). */
export function beginAbsence(w: World, agent: number): void {
  const absence = w.absences?.[agent] ?? null;
  if (absence?.isDue && absence.begunAt < 0) timeAbsence(w, agent, absence.begin(w.now, w.luck));
}

/** The next change of an agent's absences; after closing nobody comes or goes by the law. */
export function timeAbsence(w: World, agent: number, at: number): void {
  if (at < w.plan.lengthMs) w.set(w.absenceTimers + agent, at, RANK.staff);
}

/** A planned break begins. */
export function startPause(w: World, agent: number): void {
  const { team } = w;
  team.turn(agent, NOT_READY, null, w.now);
  w.people?.of(agent).pause(w.now, team.desk(agent).pauseMs);
  w.setWork(agent, w.now + team.desk(agent).pauseMs);
  team.mark(agent, PAUSE, false);
  w.recorder.notReady(w.now, agent, 'schedule');
}
