import { Sampler } from '../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { copyRow, wholes } from '../kernel/rows.ts';
import type { GroupPlan, Plan } from './plan.ts';

const PURPOSE = PURPOSE_;

/** What an agent is doing. */
export const STATE = {
  OUT: 0,
  READY: 1,
  RINGING: 2,
  TALKING: 3,
  HOLDING: 4,
  WRAPPING: 5,
  NOT_READY: 6,
  /** On the line, having decided to conclude. */
  CLOSING: 7,
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
const { READY, TALKING } = STATE;
const { PERSON, UNWANTED } = MARK;

/* What is known of an agent, side by side: whole numbers (see calls.ts). */
const DOING = 0;
const SLOT = 1;
const SINCE = 2;
const HELD_MS = 3;
const HOLD_SINCE = 4;
const MARKS = 5;
const PAUSE_MS = 6;
const CALL = 7;
const WRAP_MS = 8;
const GROUP = 9;
/** Neighbours in the list of the free. */
const NEXT = 10;
const PREV = 11;
/** Order in which agents became free: the smallest has been idle the longest. */
const TURN = 12;
const SHIFT = 4;

/** The agents: what each is doing, and who is free since when (RULES H). */
export class Team {
  /** Agents first, then for each group the end of its circular list of the free. */
  private readonly data: number[];
  readonly speed: Float64Array;
  private readonly agents: number;
  private turns = 0;

  constructor(
    private readonly plan: Plan,
    private luck: Luck,
  ) {
    this.agents = plan.agents;
    this.data = wholes((plan.agents + plan.groups.length) << SHIFT);
    this.speed = new Float64Array(plan.agents).fill(1);
    plan.groups.forEach((group, g) => this.settle(group, g));
  }

  copyFrom(other: Team): void {
    copyRow(this.data, other.data);
    this.speed.set(other.speed);
    this.turns = other.turns;
    this.luck = other.luck;
  }

  /** Who comes to work in later intervals is drawn from another luck (fork.ts). */
  renew(luck: Luck): void {
    this.luck = luck;
  }

  private settle(group: GroupPlan, g: number): void {
    const spread =
      group.speedCv > 0 ? new Sampler({ law: 'lognormal', mean: 1, cv: group.speedCv }) : null;
    for (let agent = group.first; agent < group.first + group.desks; agent++) {
      this.set(agent, GROUP, g);
      this.set(agent, SLOT, -1);
      this.set(agent, MARKS, UNWANTED);
      if (spread) this.speed[agent] = spread.quantile(this.luck.uniform(agent, 0, PURPOSE.SPEED));
    }
    this.set(this.agents + g, NEXT, this.agents + g);
    this.set(this.agents + g, PREV, this.agents + g);
  }

  /** What the agent is doing (STATE). */
  state(agent: number): number {
    return this.get(agent, DOING);
  }

  /** Call slot in hand, or -1. */
  slot(agent: number): number {
    return this.get(agent, SLOT);
  }

  /** Since when: the answer (hold included), the ring, after-call work, the break. */
  since(agent: number): number {
    return this.get(agent, SINCE);
  }

  /** How long the call in hand was on hold before, ms. */
  heldMs(agent: number): number {
    return this.get(agent, HELD_MS);
  }

  holdSince(agent: number): number {
    return this.get(agent, HOLD_SINCE);
  }

  /** 0 for a computer-played agent on shift: the common case in one look. */
  marks(agent: number): number {
    return this.get(agent, MARKS);
  }

  /** Length of the break that waits or runs, ms. */
  pauseMs(agent: number): number {
    return this.get(agent, PAUSE_MS);
  }

  /** Number of the call whose after-call work is being done. */
  call(agent: number): number {
    return this.get(agent, CALL);
  }

  /** What the computer would take for it, ms: known when a person leaves the desk meanwhile. */
  wrapMs(agent: number): number {
    return this.get(agent, WRAP_MS);
  }

  group(agent: number): number {
    return this.get(agent, GROUP);
  }

  setState(agent: number, state: number): void {
    this.set(agent, DOING, state);
  }

  setSlot(agent: number, slot: number): void {
    this.set(agent, SLOT, slot);
  }

  /** The agent turns to something else: this state from `now` on, with this call slot or -1. */
  turn(agent: number, state: number, slot: number, now: number): void {
    const { data } = this;
    const from = agent << SHIFT;
    data[from | DOING] = state;
    data[from | SLOT] = slot;
    data[from | SINCE] = now;
  }

  setHeldMs(agent: number, heldMs: number): void {
    this.set(agent, HELD_MS, heldMs);
  }

  setHoldSince(agent: number, holdSince: number): void {
    this.set(agent, HOLD_SINCE, holdSince);
  }

  setPauseMs(agent: number, pauseMs: number): void {
    this.set(agent, PAUSE_MS, pauseMs);
  }

  setCall(agent: number, call: number): void {
    this.set(agent, CALL, call);
  }

  setWrapMs(agent: number, wrapMs: number): void {
    this.set(agent, WRAP_MS, wrapMs);
  }

  private get(agent: number, field: number): number {
    return this.data[(agent << SHIFT) | field] as number;
  }

  private set(agent: number, field: number, value: number): void {
    this.data[(agent << SHIFT) | field] = value;
  }

  isPerson(agent: number): boolean {
    return (this.get(agent, MARKS) & PERSON) !== 0;
  }

  /** Does the computer talk at this desk, its goal not reached yet? */
  talksAlone(agent: number): boolean {
    const { data } = this;
    const from = agent << SHIFT;
    return data[from | DOING] === TALKING && ((data[from | MARKS] as number) & PERSON) === 0;
  }

  isWanted(agent: number): boolean {
    return (this.get(agent, MARKS) & UNWANTED) === 0;
  }

  mark(agent: number, mark: number, on: boolean): void {
    const marks = this.get(agent, MARKS);
    this.set(agent, MARKS, on ? marks | mark : marks & ~mark);
  }

  /** Is a desk played by a person? */
  hasPersons(): boolean {
    for (let agent = 0; agent < this.agents; agent++) if (this.isPerson(agent)) return true;
    return false;
  }

  /** Is this agent at work in this interval, by the plan? A fraction and shrinkage are drawn. */
  scheduled(agent: number, interval: number): boolean {
    const group = this.plan.groups[this.get(agent, GROUP)] as GroupPlan;
    const staff = group.staff[interval] as number;
    const place = agent - group.first;
    const whole = Math.floor(staff);
    if (place > whole || (place === whole && staff === whole)) return false;
    if (place < whole && group.shrinkage === 0) return true;
    const share = (place < whole ? 1 : staff - whole) * (1 - group.shrinkage);
    return this.luck.uniform(agent, interval, PURPOSE.PRESENCE) < share;
  }

  /** Does the plan of this group ever change after opening? */
  changes(group: GroupPlan): boolean {
    return group.shrinkage > 0 || group.staff.some((n) => n !== group.staff[0] || n % 1 !== 0);
  }

  /** The agent is free: last in the list of the free. */
  pushFree(agent: number): void {
    const { data } = this;
    const from = agent << SHIFT;
    const end = this.agents + (data[from | GROUP] as number);
    const last = data[(end << SHIFT) | PREV] as number;
    data[from | DOING] = READY;
    data[from | SLOT] = -1;
    data[from | PREV] = last;
    data[from | NEXT] = end;
    data[from | TURN] = ++this.turns;
    data[(last << SHIFT) | NEXT] = agent;
    data[(end << SHIFT) | PREV] = agent;
  }

  removeFree(agent: number): void {
    const { data } = this;
    const from = agent << SHIFT;
    const before = data[from | PREV] as number;
    const after = data[from | NEXT] as number;
    data[(before << SHIFT) | NEXT] = after;
    data[(after << SHIFT) | PREV] = before;
  }

  /** The agent of a group idle the longest, or -1. */
  longestIdle(group: number): number {
    const agent = this.get(this.agents + group, NEXT);
    return agent < this.agents ? agent : -1;
  }

  /** The place of an agent in the order of becoming free. */
  turnOf(agent: number): number {
    return this.get(agent, TURN);
  }

  /** How many agents of a group are free. */
  freeIn(group: number): number {
    let n = 0;
    let agent = this.get(this.agents + group, NEXT);
    for (; agent < this.agents; agent = this.get(agent, NEXT)) n++;
    return n;
  }

  /** The k-th free agent of a group, k from 0, longest idle first. */
  freeAt(group: number, k: number): number {
    let agent = this.get(this.agents + group, NEXT);
    for (let i = 0; i < k; i++) agent = this.get(agent, NEXT);
    return agent;
  }
}
