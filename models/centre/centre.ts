import { NEVER as NEVER_ } from '../kernel/time.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Command } from '../words/moves.ts';
import type { Problem } from '../words/problem.ts';
import type { Recorder } from '../words/recorder.ts';
import { applyCommand } from './moves/apply.ts';
import { planOf } from './plan/plan-of.ts';
import { callBackDue, callBackIdle, isAwaited } from './rules/call-back.ts';
import { abandon, conclude, miss, redial, wrapped } from './rules/conclude.ts';
import { mend } from './rules/cord.ts';
import { tellEvents } from './rules/events.ts';
import { endGesture } from './rules/gestures.ts';
import { hangUp } from './rules/hold.ts';
import { decide, repace } from './rules/pace.ts';
import { arriveFresh, overflow, take } from './rules/serve.ts';
import { callBreak, changePresence, changeStaff, endPause, openDoors } from './rules/staff.ts';
import { changeLevel } from './rules/tension.ts';
import { PLACE } from './state/calls.ts';
import { RANK } from './state/ranks.ts';
import { type Persons, STATE } from './state/team.ts';
import { World } from './state/world.ts';

const NEVER = NEVER_;
const { IN_ORBIT, ON_HOLD, PROMISED } = PLACE;
const { CLOSING, RINGING, TALKING, WRAPPING } = STATE;

/**
 * The simulated centre: one day of a scenario. facts = centre(scenario, seed, commands), whatever
 * the size of the steps in which it is driven (RULES A9, L1).
 */
export class Centre {
  protected readonly w: World;

  /** Opens the doors at instant 0: what happens then is recorded at once. */
  constructor(scenario: Scenario, seed: string, recorder: Recorder, plan = planOf(scenario)) {
    this.w = new World(plan, seed, recorder);
    openDoors(this.w);
    this.repace();
  }

  /** The instant up to which everything has happened, ms. */
  get now(): number {
    return this.w.now;
  }

  /** True once the day is over and nothing more can happen. */
  get over(): boolean {
    return this.w.over;
  }

  /** Calls waiting, ringing or served, now. */
  get inside(): number {
    return this.w.inside;
  }

  /** The same, and the agents in after-call work: what the tables of prices are read by. */
  get load(): number {
    return this.w.load;
  }

  /**
   * Makes everything happen that is due at or before `at`; then `now` is `at` (never goes back).
   * After `most` events at most it stops, at the instant of the last of them: false, and the same
   * call goes on.
   */
  advanceTo(at: number, most = Infinity): boolean {
    const { w } = this;
    let left = most;
    while (!w.over && this.step(at)) if (--left <= 0) return false;
    if (!w.over && at > w.now) w.now = at;
    return true;
  }

  /** Runs to the end of the day. */
  run(): void {
    const { w } = this;
    while (!w.over && this.step(NEVER - 1));
  }

  /** What persons at desks are doing. */
  get persons(): Persons {
    return this.w.team.persons;
  }

  /** The instant of the next event, or Infinity. */
  nextAt(): number {
    const { w } = this;
    if (w.over) return Infinity;
    const timed = Math.min(w.calendar.peek(), w.talks?.goalAt ?? NEVER);
    const next = Math.min(w.closed ? NEVER : w.arrivals.nextAt, timed);
    return next === NEVER ? Infinity : next;
  }

  /**
   * Applies a person's command at `now`: done (null), or why not. A refused command changes
   * nothing.
   */
  apply(command: Command): Problem | null {
    const refusal = applyCommand(this.w, command);
    if (refusal) return refusal;
    this.lookAgain();
    this.endIfEmpty();
    return null;
  }

  /** Becomes what another centre of the same scenario is now (fork.ts); its recorder stays. */
  protected copyState(other: Centre): void {
    this.w.copyFrom(other.w);
  }

  /** The next event, unless it lies beyond `limit`. */
  private step(limit: number): boolean {
    const { w } = this;
    const due = w.calendar.peek();
    const fresh = w.arrivals.nextAt;
    const { talks } = w;
    const goal = talks !== null && talks.goalAt <= fresh && this.goalFirst(talks.goalAt, due);
    const first =
      !goal &&
      (fresh < due || (fresh === due && fresh < NEVER && w.calendar.peekRank() > RANK.fresh));
    const at = goal ? talks.goalAt : first ? fresh : due;
    if (at > limit) return false;
    w.now = at;
    if (goal) decide(w, talks, talks.goalOf);
    else if (first) arriveFresh(w);
    else {
      const timer = w.calendar.take();
      if (timer === w.eventTimer) {
        // To look at the paces here would change them, and a day may not depend on names.
        tellEvents(w);
        return true;
      }
      this.happen(timer);
    }
    // In one place: what looks after every event is long, and is inlined wherever it is asked for.
    this.repace();
    if (w.closed) this.endIfEmpty();
    return true;
  }

  /** Does the next goal of a talk come before the event list's next event? */
  private goalFirst(goalAt: number, due: number): boolean {
    return (
      goalAt < due || (goalAt === due && due < NEVER && this.w.calendar.peekRank() > RANK.agent)
    );
  }

  private happen(timer: number): void {
    const { w } = this;
    if (timer < w.groupTimers) this.agentTimer(timer);
    else if (timer >= w.callTimers) this.callTimer(timer - w.callTimers);
    else if (timer < w.absenceTimers) changeStaff(w, timer - w.groupTimers);
    else if (timer < w.breakTimers) changePresence(w, timer - w.absenceTimers);
    else if (timer < w.closeTimer) callBreak(w, timer - w.breakTimers);
    else if (timer === w.closeTimer) this.close();
    else if (timer === w.cordTimer) mend(w);
    else if (timer >= w.gestureTimers && w.people !== null)
      endGesture(w, w.team.desk(timer - w.gestureTimers));
    else if (timer >= w.levelTimers && w.people !== null)
      changeLevel(w, w.people.of(timer - w.levelTimers));
    // The pace timer asks for nothing but to look again (pace.ts).
  }

  /** The same after a change that is no event: nothing of the talks is taken as known. */
  protected lookAgain(): void {
    if (this.w.talks !== null) this.w.talks.unsure = true;
    this.repace();
  }

  protected repace(): void {
    const { w } = this;
    if (w.talks !== null && !w.over) repace(w, w.talks);
  }

  private agentTimer(agent: number): void {
    const { w } = this;
    const desk = w.team.desk(agent);
    const { state } = desk;
    if (state === TALKING || state === CLOSING) conclude(w, desk);
    else if (state === WRAPPING) wrapped(w, desk);
    else if (state === RINGING) {
      if (desk.isPerson) miss(w, agent);
      else take(w, w.inHand(agent), desk);
    } else endPause(w, agent);
  }

  private callTimer(place: number): void {
    const { w } = this;
    const call = w.calls.at(place >> 1);
    if ((place & 1) === 1) overflow(w, call);
    else if (call.place === IN_ORBIT) redial(w, call);
    else if (call.place === PROMISED) callBackDue(w, call);
    else if (call.place === ON_HOLD) hangUp(w, call);
    else abandon(w, call);
  }

  private close(): void {
    const { w } = this;
    w.closed = true;
    w.recorder.closed(w.now);
    if (w.plan.cutAtClosing) this.end();
    else if (w.promised.waiting > 0) w.plan.groups.forEach((_, group) => callBackIdle(w, group));
  }

  /** After closing the day ends with the last call, or when nothing can happen any more. */
  protected endIfEmpty(): void {
    const { w } = this;
    if (!w.closed || w.over) return;
    if (w.inside + w.wrapping === 0 && !this.awaited()) this.end();
    else if (this.nextAt() === Infinity && !w.team.hasPersons()) this.end();
  }

  /** Are there callers who will call, or be called back, after closing, and be served? */
  private awaited(): boolean {
    if (this.w.promised.waiting > 0 && isAwaited(this.w)) return true;
    return this.w.away > 0 && this.w.talks?.plan.afterClosing === true;
  }

  private end(): void {
    this.w.over = true;
    this.w.recorder.ended(this.w.now);
  }
}
