import { Sampler } from '../../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { objects } from '../../kernel/rows.ts';
import { AGENT_STATES, type AgentState } from '../../words/moves.ts';
import type { GroupPlan, Plan, ShiftPlan } from '../plan/plan.ts';
import { type Call, type Calls, counterpart } from './calls.ts';
import type { Human, People } from './people.ts';
import type { Talk, Talks } from './talks.ts';

const PURPOSE = PURPOSE_;

const numberOf = (state: AgentState): number => AGENT_STATES.indexOf(state);

/** What an agent is doing, in numbers. */
export const STATE = {
  OUT: numberOf('out'),
  READY: numberOf('ready'),
  RINGING: numberOf('ringing'),
  TALKING: numberOf('talking'),
  HOLDING: numberOf('hold'),
  WRAPPING: numberOf('wrapping'),
  NOT_READY: numberOf('notReady'),
  CLOSING: numberOf('closing'),
} as const;

/** Marks of an agent. */
export const MARK = {
  /** Played by a person. */
  PERSON: 1,
  /** Off shift by the plan. */
  UNWANTED: 2,
  /** A break waits for the call's end. */
  PAUSE: 4,
} as const;
const { OUT, READY, RINGING, TALKING } = STATE;
const { PERSON, UNWANTED } = MARK;

/** What is known of an agent: whole numbers, by name (see calls.ts). */
export class Desk {
  /** What the agent is doing (STATE). */
  state: number = OUT;
  /** Call in hand. */
  call: Call | null = null;
  /** Since when: the answer (hold included), the ring, after-call work, the break. */
  since = 0;
  /** How long the call in hand was on hold before, ms. */
  heldMs = 0;
  holdSince = 0;
  /** 0 for a computer-played agent on shift: the common case in one look. */
  marks: number = UNWANTED;
  /** Length of the break that waits or runs, ms. */
  pauseMs = 0;
  /** Number of the call whose after-call work is being done. */
  ended = 0;
  /** What the computer would take for it, ms: known when a person leaves the desk meanwhile. */
  wrapMs = 0;
  /** Calls in a row that its person let ring. */
  misses = 0;
  /** Order in which agents became free: the smallest has been idle the longest. */
  order = 0;
  /** Neighbours in the circular list of the free: agents, or the end of the list. */
  next: Desk;
  prev: Desk;

  /**
   * @param agent its number; of the end of a list, -1
   * @param talk, human the talk in hand, and who sits there; null where nothing is known of them
   */
  constructor(
    readonly agent: number,
    readonly group: number,
    readonly talk: Talk | null = null,
    readonly human: Human | null = null,
  ) {
    this.next = this;
    this.prev = this;
  }

  /** Is it played by a person? */
  get isPerson(): boolean {
    return (this.marks & PERSON) !== 0;
  }

  /** The agent turns to something else: this state from `now` on, with this call if any. */
  turn(state: number, call: Call | null, now: number): void {
    this.state = state;
    this.call = call;
    this.since = now;
  }

  /** The agent is free no more. */
  leaveFree(): void {
    const { next, prev } = this;
    prev.next = next;
    next.prev = prev;
  }

  /** Becomes what another is, save for its neighbours. */
  copyFrom(other: Desk, calls: readonly Call[]): void {
    this.state = other.state;
    this.call = counterpart(other.call, calls);
    this.since = other.since;
    this.heldMs = other.heldMs;
    this.holdSince = other.holdSince;
    this.marks = other.marks;
    this.pauseMs = other.pauseMs;
    this.ended = other.ended;
    this.wrapMs = other.wrapMs;
    this.misses = other.misses;
    this.order = other.order;
  }
}

/** What persons at desks are doing. */
export interface Persons {
  /** How many wait for a call. */
  readonly ready: number;
  /** How many have a caller: one who rings, is on the line, on hold, or being taken leave of. */
  readonly engaged: number;
  /** The number of a call that rings at one of their desks, or -1. */
  readonly ringing: number;
}

/** The agents: what each is doing, and who is free since when (RULES H). */
export class Team {
  readonly speed: Float64Array;
  private readonly desks: Desk[] = [];
  /** Of each group, the end of its list of the free. */
  private readonly ends: readonly Desk[];
  private turns = 0;

  constructor(
    private readonly plan: Plan,
    private luck: Luck,
    talks: Talks | null,
    people: People | null,
  ) {
    this.speed = new Float64Array(plan.agents).fill(1);
    this.ends = objects(plan.groups.length, (g) => new Desk(-1, g));
    plan.groups.forEach((group, g) => this.settle(group, g, talks, people));
  }

  /** @param calls those among which the calls in hand are, copied already */
  copyFrom(other: Team, calls: Calls): void {
    const mine = (desk: Desk): Desk =>
      (desk.agent < 0 ? this.ends[desk.group] : this.desks[desk.agent]) as Desk;
    const copy = (into: Desk, from: Desk): void => {
      into.copyFrom(from, calls.all);
      into.next = mine(from.next);
      into.prev = mine(from.prev);
    };
    this.desks.forEach((desk, agent) => copy(desk, other.desks[agent] as Desk));
    this.ends.forEach((end, group) => copy(end, other.ends[group] as Desk));
    this.speed.set(other.speed);
    this.turns = other.turns;
    this.luck = other.luck;
  }

  /** Who comes to work in later intervals is drawn from another luck (fork.ts). */
  renew(luck: Luck): void {
    this.luck = luck;
  }

  private settle(group: GroupPlan, g: number, talks: Talks | null, people: People | null): void {
    const spread =
      group.speedCv > 0 ? new Sampler({ law: 'lognormal', mean: 1, cv: group.speedCv }) : null;
    for (let agent = group.first; agent < group.first + group.desks; agent++) {
      const talk = talks === null ? null : talks.of(agent);
      this.desks.push(new Desk(agent, g, talk, people === null ? null : people.of(agent)));
      if (spread) this.speed[agent] = spread.quantile(this.luck.uniform(agent, 0, PURPOSE.SPEED));
    }
  }

  desk(agent: number): Desk {
    return this.desks[agent] as Desk;
  }

  /** What the agent is doing (STATE). */
  state(agent: number): number {
    return this.desk(agent).state;
  }

  /** Since when (Desk). */
  since(agent: number): number {
    return this.desk(agent).since;
  }

  heldMs(agent: number): number {
    return this.desk(agent).heldMs;
  }

  group(agent: number): number {
    return this.desk(agent).group;
  }

  /** The same of an agent by number. */
  turn(agent: number, state: number, call: Call | null, now: number): void {
    this.desk(agent).turn(state, call, now);
  }

  /** What persons are doing. */
  get persons(): Persons {
    let [ready, engaged, ringing] = [0, 0, -1];
    for (const { call, isPerson, state } of this.desks) {
      if (!isPerson) continue;
      if (state === READY) ready++;
      else if (call !== null) engaged++;
      if (state === RINGING && call !== null) ringing = call.number;
    }
    return { ready, engaged, ringing };
  }

  isPerson(agent: number): boolean {
    return this.desk(agent).isPerson;
  }

  /** Does the computer talk at this desk, its goal not reached yet? */
  talksAlone(agent: number): boolean {
    const { marks, state } = this.desk(agent);
    return state === TALKING && (marks & PERSON) === 0;
  }

  isWanted(agent: number): boolean {
    return (this.desk(agent).marks & UNWANTED) === 0;
  }

  mark(agent: number, mark: number, on: boolean): void {
    const desk = this.desk(agent);
    desk.marks = on ? desk.marks | mark : desk.marks & ~mark;
  }

  /** Is a desk played by a person? */
  hasPersons(): boolean {
    return this.desks.some(({ marks }) => (marks & PERSON) !== 0);
  }

  /** Is this agent at work in this shift, by the plan? A fraction of an agent is drawn. */
  scheduled(agent: number, { halfHour, staff }: ShiftPlan): boolean {
    const { first } = this.plan.groups[this.group(agent)] as GroupPlan;
    const place = agent - first;
    const whole = Math.floor(staff);
    if (place !== whole) return place < whole;
    return this.luck.uniform(agent, halfHour, PURPOSE.PRESENCE) < staff - whole;
  }

  /** The agent is free: last in the list of the free. */
  pushFree(desk: Desk): void {
    const end = this.ends[desk.group] as Desk;
    const last = end.prev;
    desk.state = READY;
    desk.call = null;
    desk.prev = last;
    desk.next = end;
    desk.order = ++this.turns;
    last.next = desk;
    end.prev = desk;
  }

  removeFree(agent: number): void {
    this.desk(agent).leaveFree();
  }

  /** The agent of a group idle the longest, or -1. */
  longestIdle(group: number): number {
    return (this.ends[group] as Desk).next.agent;
  }

  /** The place of an agent in the order of becoming free. */
  turnOf(agent: number): number {
    return this.desk(agent).order;
  }

  /** How many agents of a group are free. */
  freeIn(group: number): number {
    let n = 0;
    let desk = (this.ends[group] as Desk).next;
    for (; desk.agent >= 0; desk = desk.next) n++;
    return n;
  }

  /** The k-th free agent of a group, k from 0, longest idle first. */
  freeAt(group: number, k: number): number {
    let desk = (this.ends[group] as Desk).next;
    for (let i = 0; i < k; i++) desk = desk.next;
    return desk.agent;
  }
}
