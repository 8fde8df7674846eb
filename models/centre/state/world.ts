import { Calendar } from '../../kernel/calendar.ts';
import { Luck } from '../../kernel/luck.ts';
import { pressure } from '../../policies/speed.ts';
import type { Recorder } from '../../words/recorder.ts';
import type { Plan } from '../plan/plan.ts';
import { type Absence, absencesOf } from './absences.ts';
import { Arrivals } from './arrivals.ts';
import { type Call, Calls } from './calls.ts';
import { Lines } from './lines.ts';
import { People } from './people.ts';
import { MAX_AT as MAX_AT_, RANK as RANK_ } from './ranks.ts';
import { Talks } from './talks.ts';
import { type Desk, Team } from './team.ts';

const MAX_AT = MAX_AT_;
const RANK = RANK_;

/** Everything that changes in a centre. Rules are functions of it (serve.ts, conclude.ts, …). */
export class World {
  now = 0;
  closed = false;
  over = false;
  private calling = 0;
  private orbiting = 0;
  private computersWrapping = 0;
  private personsWrapping = 0;
  private decided = 0;
  /** Calls so far: the number of the next one. */
  callsMade = 0;
  /** How many named the hidden cause rightly; and is it found? */
  signals = 0;
  mended = false;
  /** How long a call rings at a person's desk, ms. */
  ringMs: number;
  /** How long a caller on hold bears it at least, ms. */
  leastHoldMs = 0;
  luck: Luck;
  readonly calendar: Calendar;
  readonly calls: Calls;
  readonly lines: Lines;
  /** Callers who will be called back, by type. */
  readonly promised: Lines;
  readonly team: Team;
  readonly arrivals: Arrivals;
  /** Null in a classical world, where the length of a call is the caller's alone. */
  readonly talks: Talks | null;
  /** When agents are missing, by number; null where nobody ever is. */
  readonly absences: readonly (Absence | null)[] | null;
  /** Null where agents and callers are all alike. */
  readonly people: People | null;
  /**
   * Timers: agents, groups, absences, breaks, closing, policies, levels, gestures, events, cord;
   * two a call.
   */
  readonly groupTimers: number;
  /** One an agent where some may be missing, else none. */
  readonly absenceTimers: number;
  readonly breakTimers: number;
  readonly closeTimer: number;
  readonly paceTimer: number;
  /** One an agent where talks may become difficult, else none. */
  readonly levelTimers: number;
  /** One an agent where persons make gestures, else none. */
  readonly gestureTimers: number;
  /** For the next event that begins or ends; -1 where none has a name. */
  readonly eventTimer: number;
  /** For the end of a hidden cause; -1 where none is hidden. */
  readonly cordTimer: number;
  readonly callTimers: number;
  /** The group and position of each break timer. */
  readonly breaks: readonly { readonly group: number; readonly place: number }[];
  /** The latest call of each person of the trace, by first row. */
  readonly lastOfPerson: Int32Array;
  /** How that call ended (facts.ts AFTER), or 0 while it lasts. */
  readonly endOfPerson: Uint8Array;

  constructor(
    readonly plan: Plan,
    seed: string,
    readonly recorder: Recorder,
  ) {
    this.luck = new Luck(seed);
    this.ringMs = plan.ringMs;
    const breaks: { group: number; place: number }[] = [];
    plan.groups.forEach((group, g) => {
      for (let place = 0; place < group.breaks.length; place++) breaks.push({ group: g, place });
    });
    this.breaks = breaks;
    this.groupTimers = plan.agents;
    this.absences = absencesOf(plan);
    this.absenceTimers = this.groupTimers + plan.groups.length;
    this.breakTimers = this.absenceTimers + (this.absences === null ? 0 : plan.agents);
    this.closeTimer = this.breakTimers + this.breaks.length;
    this.paceTimer = this.closeTimer + 1;
    this.levelTimers = this.paceTimer + (plan.talk?.policies.length ?? 0);
    this.gestureTimers = this.levelTimers + (plan.people?.difficult ? plan.agents : 0);
    const eventTimer = this.gestureTimers + (plan.people?.gestures ? plan.agents : 0);
    this.eventTimer = plan.moments.length > 0 ? eventTimer : -1;
    const cordTimer = eventTimer + (plan.moments.length > 0 ? 1 : 0);
    const hasCord = (plan.people?.gestures?.cord ?? null) !== null;
    this.cordTimer = hasCord ? cordTimer : -1;
    this.callTimers = cordTimer + (hasCord ? 1 : 0);
    this.calls = new Calls(Math.max(16, plan.agents), plan.trace);
    this.calendar = new Calendar(this.callTimers + 2 * this.calls.size, plan.gapMs);
    this.lines = new Lines(plan.types.length + plan.groups.length);
    this.promised = new Lines(plan.types.length + plan.groups.length);
    this.arrivals = new Arrivals(plan, this.luck);
    this.people = plan.people === null ? null : new People(plan.people, plan.agents, this.luck);
    this.talks = plan.talk === null ? null : new Talks(plan.talk, plan.groups, this.people);
    this.team = new Team(plan, this.luck, this.talks, this.people);
    this.lastOfPerson = new Int32Array(plan.trace?.at.length ?? 0).fill(-1);
    this.endOfPerson = new Uint8Array(plan.trace?.at.length ?? 0);
  }

  /**
   * Becomes what another world of the same plan is, save that it goes on telling its own recorder.
   * @throws RangeError where the plan is another
   */
  copyFrom(other: World): void {
    if (this.plan !== other.plan) throw new RangeError('other must be a world of the same plan');
    this.now = other.now;
    this.closed = other.closed;
    this.over = other.over;
    this.calling = other.calling;
    this.orbiting = other.orbiting;
    this.computersWrapping = other.computersWrapping;
    this.personsWrapping = other.personsWrapping;
    this.decided = other.decided;
    this.callsMade = other.callsMade;
    this.signals = other.signals;
    this.mended = other.mended;
    this.ringMs = other.ringMs;
    this.leastHoldMs = other.leastHoldMs;
    this.luck = other.luck;
    this.calendar.copyFrom(other.calendar);
    this.calls.copyFrom(other.calls);
    this.lines.copyFrom(other.lines, this.calls);
    this.promised.copyFrom(other.promised, this.calls);
    this.team.copyFrom(other.team, this.calls);
    this.absences?.forEach((absence, agent) => {
      const from = other.absences?.[agent] ?? null;
      if (from !== null) absence?.copyFrom(from);
    });
    this.arrivals.copyFrom(other.arrivals);
    if (other.talks !== null) this.talks?.copyFrom(other.talks);
    if (other.people !== null) this.people?.copyFrom(other.people);
    this.lastOfPerson.set(other.lastOfPerson);
    this.endOfPerson.set(other.endOfPerson);
  }

  /**
   * From now on chance is another: other first callers, and whatever is not drawn yet (fork.ts).
   */
  renew(luck: Luck, factors: Float64Array | null): void {
    this.luck = luck;
    this.team.renew(luck);
    this.arrivals.renew(luck, this.now, factors);
  }

  /** Calls in the centre: waiting, ringing or served. */
  get inside(): number {
    return this.calling;
  }

  /** Callers who will call again. */
  get away(): number {
    return this.orbiting;
  }

  /** Computer-played agents in after-call work; a person's may last for ever. */
  get wrapping(): number {
    return this.computersWrapping;
  }

  /** Agents on the line who have decided to conclude. */
  get concluding(): number {
    return this.decided;
  }

  /** Customers in the centre, those included whose after-call work is still to be done. */
  get load(): number {
    return this.calling + this.computersWrapping + this.personsWrapping;
  }

  /** How much those who wait press on each agent who talks (policies/speed.ts). */
  get press(): number {
    const { waiting } = this.lines;
    return pressure(waiting, Math.max(1, this.calling - waiting));
  }

  /* The only writers of what is counted here. */

  /** A call comes into the centre. */
  enter(): void {
    this.calling++;
  }

  /** A call is over, or its caller will be called back. */
  leave(): void {
    this.calling--;
  }

  /** A caller will call again. */
  enterOrbit(): void {
    this.orbiting++;
  }

  /** One of them does, or never will. */
  leaveOrbit(): void {
    this.orbiting--;
  }

  /** Whoever sits at this desk begins after-call work, or takes it over. */
  beginWrap(desk: Desk): void {
    if (desk.isPerson) this.personsWrapping++;
    else this.computersWrapping++;
  }

  /** It is over, or goes on in other hands. */
  endWrap(desk: Desk): void {
    if (desk.isPerson) this.personsWrapping--;
    else this.computersWrapping--;
  }

  /** An agent on the line decides to conclude. */
  beginConcluding(): void {
    this.decided++;
  }

  /** That line is released. */
  endConcluding(): void {
    this.decided--;
  }

  /** The call that the agent has in hand: there must be one. */
  inHand(agent: number): Call {
    return this.team.desk(agent).call as Call;
  }

  /** A call that nobody makes, with room for its timers. */
  takeCall(): Call {
    const before = this.calls.size;
    const call = this.calls.take();
    if (this.calls.size !== before) this.calendar.reserve(this.callTimers + 2 * this.calls.size);
    return call;
  }

  /** Sets a timer, at the end of time when it lies beyond. */
  set(timer: number, at: number, rank: number): void {
    this.calendar.set(timer, at < MAX_AT ? at : MAX_AT, rank);
  }

  /** When this agent's work comes to its end. */
  setWork(agent: number, at: number): void {
    this.set(agent, at, RANK.agent);
  }

  /** When this caller's patience does; one who would wait beyond the end of time needs no timer. */
  setPatience(call: Call, at: number): void {
    if (at < MAX_AT) this.calendar.set(this.patienceTimer(call), at, RANK.patience);
  }

  patienceTimer(call: Call): number {
    return this.callTimers + 2 * call.slot;
  }

  overflowTimer(call: Call): number {
    return this.callTimers + 2 * call.slot + 1;
  }
}
