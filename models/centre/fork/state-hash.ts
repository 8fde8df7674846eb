import type { GroupPlan } from '../plan/plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';

const { IN_ORBIT, PROMISED, WAITING } = PLACE;
const { CLOSING, READY, RINGING, TALKING } = STATE;

/** Two streams of hashes, summed: the order in which things are looked at does not count. */
class Mixture {
  private high = 0;
  private low = 0;
  private a = 0;
  private b = 0;

  /** The next thing begins with this whole number. */
  begin(x: number): void {
    this.a = 0x1e3779b1;
    this.b = 0x05ebca77;
    this.also(x);
  }

  also(x: number): void {
    this.a = Math.imul(this.a ^ x, 0x85ebca6b);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b ^ x ^ (this.b >>> 13), 0xc2b2ae35);
  }

  end(): void {
    this.high = (this.high + Math.imul(this.a ^ (this.a >>> 13), 0x27d4eb2f)) | 0;
    this.low = (this.low + Math.imul(this.b ^ (this.b >>> 16), 0x165667b1)) | 0;
  }

  /** 53 bits. */
  get sum(): number {
    return (this.high >>> 0) * 2_097_152 + (this.low >>> 11);
  }
}

/** A millionth of a need, and of a talk, is nothing: rounding differs between two futures. */
const FINE = 1e6;

/**
 * A number that two worlds of one plan, one luck and one instant have in common where they go on
 * alike: the same callers wait, talk with agents who are alike, and will call again, for as long.
 * Others have it in common once in 10^15. NaN, which is like nothing, where agents remember more
 * than what they are doing.
 */
export function stateHash(w: World): number {
  if (w.people !== null) return Number.NaN;
  const { calls, lines, talks } = w;
  const mixture = new Mixture();
  mixture.begin(w.inside);
  mixture.also(w.away);
  mixture.also((w.closed ? 1 : 0) + (w.over ? 2 : 0));
  if (talks !== null && talks.plan.announce !== null) mixture.also(talks.lastWaitMs);
  mixture.end();
  w.plan.groups.forEach((group, g) => addGroup(mixture, w, group, g));
  for (const head of lines.head)
    for (let call = head; call !== null; call = call.next) addWaiting(mixture, w, call, WAITING);
  for (const head of w.promised.head)
    for (let call = head; call !== null; call = call.next) addWaiting(mixture, w, call, PROMISED);
  // A call that nobody makes keeps the place it last had, but no timer.
  for (const call of calls.all)
    if (call.place === IN_ORBIT && w.calendar.dueAt(w.patienceTimer(call)) >= 0)
      addWaiting(mixture, w, call, IN_ORBIT);
  return mixture.sum;
}

function addGroup(mixture: Mixture, w: World, group: GroupPlan, g: number): void {
  const { calendar, plan, talks, team } = w;
  const { breaks, shifts, shrinkage, speedCv } = group;
  const alike = speedCv === 0 && breaks.length === 0 && shifts.length === 1 && shrinkage === 0;
  for (let agent = group.first; agent < group.first + group.desks; agent++) {
    const state = team.state(agent);
    mixture.begin(alike && agent !== talks?.led ? -1 - g : agent);
    mixture.also(state);
    mixture.also(team.desk(agent).marks);
    const absence = w.absences?.[agent] ?? null;
    if (absence !== null) {
      mixture.also(absence.dueAt - absence.begunAt);
      mixture.also(calendar.dueAt(w.absenceTimers + agent));
    }
    // Which of several groups has been idle the longest decides who is next.
    if (state === READY && plan.groups.length > 1) mixture.also(idleBefore(w, agent));
    // The timer of a talk may be early: what counts is where its goal lies.
    if (state !== TALKING || talks === null) mixture.also(calendar.dueAt(agent));
    else if (!talks.plan.exponential) mixture.also(talks.of(agent).from);
    else mixture.also(FINE * (talks.of(agent).from - talks.of(agent).tempo.clockNow(w.now)));
    if (state === CLOSING && talks !== null) mixture.also(talks.of(agent).workMs);
    const { call } = team.desk(agent);
    if (call !== null) addCaller(mixture, w, call);
    mixture.end();
    if (state === RINGING) addWaiting(mixture, w, w.inHand(agent), RINGING);
  }
}

/** How many agents have been free for longer. */
function idleBefore(w: World, agent: number): number {
  const { plan, team } = w;
  const turn = team.turnOf(agent);
  let n = 0;
  for (let other = 0; other < plan.agents; other++)
    if (team.state(other) === READY && team.turnOf(other) < turn) n++;
  return n;
}

function addCaller(mixture: Mixture, w: World, call: Call): void {
  const { talks } = w;
  mixture.also(call.key);
  mixture.also(call.attempt);
  mixture.also(call.legs);
  if (talks !== null) mixture.also(FINE * call.need);
}

function addWaiting(mixture: Mixture, w: World, call: Call, place: number): void {
  const { calendar, talks } = w;
  mixture.begin(1_000 + place);
  mixture.also(calendar.dueAt(w.patienceTimer(call)));
  addCaller(mixture, w, call);
  if (place !== IN_ORBIT) {
    mixture.also(call.line);
    mixture.also(call.arrivedAt);
    mixture.also(call.waitsFrom);
    if (talks !== null) mixture.also(call.toldMs);
  }
  mixture.end();
}
