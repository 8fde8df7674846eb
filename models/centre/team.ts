import { Sampler } from '../kernel/laws.ts';
import { PURPOSE, type Luck } from '../kernel/luck.ts';
import type { GroupPlan, Plan } from './plan.ts';

/** What an agent is doing. */
export const OUT = 0;
export const READY = 1;
export const RINGING = 2;
export const TALKING = 3;
export const HOLDING = 4;
export const WRAPPING = 5;
export const NOT_READY = 6;

/**
 * Marks of an agent: played by a person; off shift by the plan; a break waits for the call's end.
 */
export const PERSON = 1;
export const UNWANTED = 2;
export const PAUSE = 4;

/** The agents: what each is doing, and who is free since when (RULES H). */
export class Team {
  readonly state: Uint8Array;
  /** Call slot in hand, or -1. */
  readonly slot: Int32Array;
  /** Since when the agent is in this state (for talking: since the answer, hold included). */
  readonly since: Int32Array;
  readonly heldMs: Int32Array;
  readonly holdSince: Int32Array;
  /** 0 for a computer-played agent on shift: the common case in one look. */
  readonly marks: Uint8Array;
  /** Length of the break that waits or runs, ms. */
  readonly pauseMs: Int32Array;
  /** Number of the call whose after-call work is being done. */
  readonly call: Int32Array;
  /** What the computer would take for it, ms: known when a person leaves the desk meanwhile. */
  readonly wrapMs: Int32Array;
  readonly groupOf: Uint8Array;
  readonly speed: Float64Array;
  /** Free agents of each group, longest idle first. */
  private readonly next: Int32Array;
  private readonly prev: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Order in which agents became free: the smallest has been idle the longest. */
  private readonly turn: Int32Array;
  private turns = 0;

  constructor(
    private readonly plan: Plan,
    private readonly luck: Luck,
  ) {
    const n = plan.agents;
    const groups = plan.groups.length;
    this.state = new Uint8Array(n);
    this.slot = new Int32Array(n).fill(-1);
    this.since = new Int32Array(n);
    this.heldMs = new Int32Array(n);
    this.holdSince = new Int32Array(n);
    this.marks = new Uint8Array(n).fill(UNWANTED);
    this.pauseMs = new Int32Array(n);
    this.call = new Int32Array(n).fill(-1);
    this.wrapMs = new Int32Array(n);
    this.groupOf = new Uint8Array(n);
    this.speed = new Float64Array(n).fill(1);
    this.next = new Int32Array(n);
    this.prev = new Int32Array(n);
    this.turn = new Int32Array(n);
    this.head = new Int32Array(groups).fill(-1);
    this.tail = new Int32Array(groups).fill(-1);
    plan.groups.forEach((group, g) => this.settle(group, g));
  }

  private settle(group: GroupPlan, g: number): void {
    const spread =
      group.speedCv > 0 ? new Sampler({ law: 'lognormal', mean: 1, cv: group.speedCv }) : null;
    for (let agent = group.first; agent < group.first + group.desks; agent++) {
      this.groupOf[agent] = g;
      if (spread) this.speed[agent] = spread.quantile(this.luck.uniform(agent, 0, PURPOSE.SPEED));
    }
  }

  isPerson(agent: number): boolean {
    return ((this.marks[agent] as number) & PERSON) !== 0;
  }

  isWanted(agent: number): boolean {
    return ((this.marks[agent] as number) & UNWANTED) === 0;
  }

  mark(agent: number, mark: number, on: boolean): void {
    const marks = this.marks[agent] as number;
    this.marks[agent] = on ? marks | mark : marks & ~mark;
  }

  /** Is a desk played by a person? */
  hasPersons(): boolean {
    return this.marks.some((marks) => (marks & PERSON) !== 0);
  }

  /** Is this agent at work in this interval, by the plan? A fraction and shrinkage are drawn. */
  scheduled(agent: number, interval: number): boolean {
    const group = this.plan.groups[this.groupOf[agent] as number] as GroupPlan;
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

  /** Puts an agent last in the list of the free. */
  pushFree(agent: number): void {
    const group = this.groupOf[agent] as number;
    const last = this.tail[group] as number;
    this.prev[agent] = last;
    this.next[agent] = -1;
    if (last < 0) this.head[group] = agent;
    else this.next[last] = agent;
    this.tail[group] = agent;
    this.turn[agent] = ++this.turns;
  }

  removeFree(agent: number): void {
    const group = this.groupOf[agent] as number;
    const before = this.prev[agent] as number;
    const after = this.next[agent] as number;
    if (before < 0) this.head[group] = after;
    else this.next[before] = after;
    if (after < 0) this.tail[group] = before;
    else this.prev[after] = before;
  }

  /** The agent of a group idle the longest, or -1. */
  longestIdle(group: number): number {
    return this.head[group] as number;
  }

  /** The place of an agent in the order of becoming free. */
  turnOf(agent: number): number {
    return this.turn[agent] as number;
  }

  /** How many agents of a group are free. */
  freeIn(group: number): number {
    let n = 0;
    for (let agent = this.head[group] as number; agent >= 0; agent = this.next[agent] as number)
      n++;
    return n;
  }

  /** The k-th free agent of a group, k from 0, longest idle first. */
  freeAt(group: number, k: number): number {
    let agent = this.head[group] as number;
    for (let i = 0; i < k; i++) agent = this.next[agent] as number;
    return agent;
  }
}
