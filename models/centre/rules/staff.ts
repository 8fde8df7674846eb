import type { BreakPlan, GroupPlan } from '../plan/plan.ts';
import { RANK } from '../state/ranks.ts';
import { MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { signOut, startPause } from './absence.ts';
import { becomeFree } from './serve.ts';

const { NOT_READY, OUT, READY } = STATE;
const { PAUSE, UNWANTED } = MARK;

/** Who is at work: shifts by interval, shrinkage, breaks (RULES H4–H8). */

/** The doors open: the first shift signs in, the plan's changes are noted. */
export function openDoors(w: World): void {
  const { plan, team } = w;
  w.recorder.opened(0);
  plan.groups.forEach((group, g) => {
    for (let agent = group.first; agent < group.first + group.desks; agent++) {
      if (!team.scheduled(agent, 0)) continue;
      team.mark(agent, UNWANTED, false);
      signIn(w, agent);
    }
    if (plan.intervals > 1 && team.changes(group))
      w.set(w.groupTimers + g, plan.intervalMs, RANK.staff);
  });
  w.breaks.forEach(({ group, place }, i) => {
    const at = breakOf(w, group, place).atMs;
    if (at < plan.lengthMs) w.set(w.breakTimers + i, at, RANK.staff);
  });
  w.set(w.closeTimer, plan.lengthMs, RANK.close);
}

const breakOf = (w: World, group: number, place: number): BreakPlan =>
  (w.plan.groups[group] as GroupPlan).breaks[place] as BreakPlan;

function signIn(w: World, agent: number): void {
  w.recorder.signedIn(w.now, agent);
  becomeFree(w, w.team.desk(agent));
}

/** A new interval: those who are due come, those who are not go, after the call in hand. */
export function changeStaff(w: World, g: number): void {
  const { plan, team } = w;
  const group = plan.groups[g] as GroupPlan;
  const interval = Math.round(w.now / plan.intervalMs);
  for (let agent = group.first; agent < group.first + group.desks; agent++) {
    const wanted = team.scheduled(agent, interval);
    if (wanted === team.isWanted(agent)) continue;
    team.mark(agent, UNWANTED, !wanted);
    if (team.isPerson(agent)) continue;
    if (wanted) {
      if (team.state(agent) === OUT) signIn(w, agent);
    } else if (team.state(agent) === READY) {
      team.removeFree(agent);
      signOut(w, agent);
    } else if (team.state(agent) === NOT_READY) {
      w.calendar.cancel(agent);
      signOut(w, agent);
    }
  }
  const next = (interval + 1) * plan.intervalMs;
  if (next < plan.lengthMs) w.set(w.groupTimers + g, next, RANK.staff);
}

/** A planned break begins: at once for the free, after the call in hand for the others. */
export function callBreak(w: World, index: number): void {
  const { team } = w;
  const { group, place } = w.breaks[index] as { group: number; place: number };
  const { takers, lengthMs } = breakOf(w, group, place);
  const first = (w.plan.groups[group] as GroupPlan).first;
  for (const taker of takers) {
    const agent = first + taker;
    const state = team.state(agent);
    if (team.isPerson(agent) || state === OUT || state === NOT_READY) continue;
    team.desk(agent).pauseMs = lengthMs;
    team.mark(agent, PAUSE, true);
    if (team.state(agent) !== READY) continue;
    team.removeFree(agent);
    startPause(w, agent);
  }
}

export function endPause(w: World, agent: number): void {
  if (w.team.isWanted(agent)) w.recorder.ready(w.now, agent);
  becomeFree(w, w.team.desk(agent));
}
