import type { BreakPlan, GroupPlan, ShiftPlan } from '../plan/plan.ts';
import type { Absence } from '../state/absences.ts';
import { RANK } from '../state/ranks.ts';
import { MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { beginAbsence, signOut, startPause, timeAbsence } from './absence.ts';
import { timeEvents } from './events.ts';
import { becomeFree } from './serve.ts';

const { NOT_READY, OUT, READY } = STATE;
const { PAUSE, UNWANTED } = MARK;

/** Who is at work: shifts, absences, breaks (RULES H4–H8). */

/** The doors open: the first shift signs in, the plan's changes are noted. */
export function openDoors(w: World): void {
  const { absences, plan, team } = w;
  w.recorder.opened(0);
  absences?.forEach((absence, agent) => {
    if (absence !== null) timeAbsence(w, agent, absence.open(w.luck));
  });
  plan.groups.forEach(({ desks, first, shifts }, g) => {
    for (let agent = first; agent < first + desks; agent++) {
      if (!isDue(w, agent, shifts[0] as ShiftPlan)) continue;
      team.mark(agent, UNWANTED, false);
      signIn(w, agent);
    }
    timeShift(w, g, shifts[1]);
  });
  w.breaks.forEach(({ group, place }, i) => {
    const at = breakOf(w, group, place).atMs;
    if (at < plan.lengthMs) w.set(w.breakTimers + i, at, RANK.staff);
  });
  w.set(w.closeTimer, plan.lengthMs, RANK.close);
  timeEvents(w, 0);
}

const breakOf = (w: World, group: number, place: number): BreakPlan =>
  (w.plan.groups[group] as GroupPlan).breaks[place] as BreakPlan;

function timeShift(w: World, g: number, next: ShiftPlan | undefined): void {
  if (next !== undefined) w.set(w.groupTimers + g, next.atMs, RANK.staff);
}

/** Is this agent due at work in this shift: scheduled, and not missing? */
const isDue = (w: World, agent: number, shift: ShiftPlan): boolean =>
  w.absences?.[agent]?.isDue !== true && w.team.scheduled(agent, shift);

/** Where the shift now lies among those of a group. */
function shiftAt({ shifts }: GroupPlan, now: number): number {
  let [low, high] = [0, shifts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shifts[middle] as ShiftPlan).atMs <= now) low = middle;
    else high = middle - 1;
  }
  return low;
}

function signIn(w: World, agent: number): void {
  w.recorder.signedIn(w.now, agent);
  becomeFree(w, w.team.desk(agent));
}

/** Another shift: those who are due come, those who are not go, after the call in hand. */
export function changeStaff(w: World, g: number): void {
  const group = w.plan.groups[g] as GroupPlan;
  const place = shiftAt(group, w.now);
  for (let agent = group.first; agent < group.first + group.desks; agent++)
    comeOrGo(w, agent, group.shifts[place] as ShiftPlan);
  timeShift(w, g, group.shifts[place + 1]);
}

function comeOrGo(w: World, agent: number, shift: ShiftPlan): void {
  const { team } = w;
  const wanted = isDue(w, agent, shift);
  if (wanted === team.isWanted(agent)) return;
  team.mark(agent, UNWANTED, !wanted);
  if (team.isPerson(agent)) return;
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

/** An absence is due, and begins once nothing is in hand; or it ends (RULES H6). */
export function changePresence(w: World, agent: number): void {
  const { luck, now, team } = w;
  const absence = w.absences?.[agent] as Absence;
  if (absence.isDue) timeAbsence(w, agent, absence.end(now, luck));
  else absence.isDue = true;
  const group = w.plan.groups[team.group(agent)] as GroupPlan;
  comeOrGo(w, agent, group.shifts[shiftAt(group, now)] as ShiftPlan);
  // Who is off shift goes nowhere, and a person stays: the absence passes all the same.
  if (team.state(agent) === OUT || team.isPerson(agent)) beginAbsence(w, agent);
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

/** A planned break is over; or the moment after a call that a person missed (RULES L3). */
export function endPause(w: World, agent: number): void {
  const desk = w.team.desk(agent);
  if (desk.isPerson || w.team.isWanted(agent)) w.recorder.ready(w.now, agent);
  becomeFree(w, desk);
}
