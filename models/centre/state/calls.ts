import type { TracePlan } from '../plan/plan.ts';

/** Where a call is. */
export const PLACE = {
  /** With an agent, or nowhere. */
  NOWHERE: 0,
  WAITING: 1,
  /** Ringing at a desk. */
  AT_DESK: 2,
  /** The caller will call again. */
  IN_ORBIT: 3,
  /** The caller will be called back. */
  PROMISED: 4,
  /** On hold at a desk. */
  ON_HOLD: 5,
} as const;

const { NOWHERE } = PLACE;

/**
 * A call now in the centre, or a caller who will call again: numbers by name, in an object that the
 * next caller takes over. V8 reads a named whole number in one instruction, where an element of an
 * array costs five; what begins as NaN is not always whole.
 */
export class Call {
  /** In order of arrival; in orbit, of the call that will be repeated. */
  number = 0;
  /** Key of the person's luck (kernel/luck.ts). */
  key = 0;
  /** Number of the person who calls. */
  person = 0;
  /** How many times this person has called before. */
  attempt = 0;
  /** Handling time drawn when the first call was, ms; -1 where it is drawn when asked for. */
  handlingMs = -1;
  /** Row of the trace, or -1. Its record holds for the first attempt. */
  row = -1;
  type = 0;
  /** Its line (lines.ts). */
  line = 0;
  /** The desk where it rings, or is on hold. */
  agent = -1;
  /** In this attempt the caller was called back. */
  calledBack = false;
  /** How many times it was handed over. */
  legs = 0;
  /** Why a caller in orbit will call again (facts.ts AFTER). */
  afterWhat = 0;
  /** Where it is (PLACE). */
  place: number = NOWHERE;
  arrivedAt = 0;
  /** Since when it waits: arrival, or the transfer. */
  waitsFrom = 0;
  /** Need of the matter in hand, 1 being usual; 0 where it is not drawn yet. */
  need = Number.NaN;
  /** How many matters this caller has had resolved: which need it is. */
  matters = 0;
  /** What this caller, waiting, was told, ms; -1 where nothing was said. */
  toldMs = Number.NaN;
  /** Of one who is handed on: mood, and worst moment so far (-1: none), as the agent left them. */
  mood = Number.NaN;
  worst = Number.NaN;
  /** Of one whom an agent was told of before: the work done until then, ms; and that it was so. */
  keptMs = 0;
  briefed = false;
  /** Neighbours in the line (lines.ts); of a call that nobody makes, `next` is another such. */
  next: Call | null = null;
  prev: Call | null = null;

  /** @param slot its place among the calls, for life: whose timers */
  constructor(readonly slot: number) {}

  /** A fresh call. */
  begin(key: number, person: number, row: number, type: number, handlingMs: number): void {
    this.key = key;
    this.person = person;
    this.attempt = 0;
    this.handlingMs = handlingMs;
    this.row = row;
    this.type = type;
    this.need = 0;
    this.matters = 0;
  }

  /** The call, first or repeated, comes in. */
  arrive(number: number, now: number): void {
    this.number = number;
    this.legs = 0;
    this.calledBack = false;
    this.keptMs = 0;
    this.briefed = false;
    this.line = this.type;
    this.place = NOWHERE;
    this.arrivedAt = now;
  }

  /** Becomes what another is; `calls` are those among which its neighbours are. */
  copyFrom(other: Call, calls: readonly Call[]): void {
    this.number = other.number;
    this.key = other.key;
    this.person = other.person;
    this.attempt = other.attempt;
    this.handlingMs = other.handlingMs;
    this.row = other.row;
    this.type = other.type;
    this.line = other.line;
    this.agent = other.agent;
    this.legs = other.legs;
    this.calledBack = other.calledBack;
    this.afterWhat = other.afterWhat;
    this.place = other.place;
    this.arrivedAt = other.arrivedAt;
    this.waitsFrom = other.waitsFrom;
    this.need = other.need;
    this.matters = other.matters;
    this.toldMs = other.toldMs;
    this.mood = other.mood;
    this.worst = other.worst;
    this.keptMs = other.keptMs;
    this.briefed = other.briefed;
    this.next = counterpart(other.next, calls);
    this.prev = counterpart(other.prev, calls);
  }
}

/** The call that has the same slot among others. */
export const counterpart = (call: Call | null, calls: readonly Call[]): Call | null =>
  call === null ? null : (calls[call.slot] as Call);

/** The calls now in the centre, and the callers who will call again. */
export class Calls {
  /** By slot. */
  readonly all: Call[] = [];
  /** The first of those that nobody makes, linked by `next`. */
  private free: Call | null = null;

  /** @param trace of a recorded day; null where callers are made up */
  constructor(
    slots: number,
    private readonly trace: TracePlan | null,
  ) {
    this.grow(slots);
  }

  /** How often this person has called before, those of the recorded day included. */
  attemptOf(call: Call): number {
    const { attempt, row } = call;
    return row < 0 || this.trace === null ? attempt : attempt + (this.trace.attempt[row] as number);
  }

  get size(): number {
    return this.all.length;
  }

  at(slot: number): Call {
    return this.all[slot] as Call;
  }

  /** A call that nobody makes; `size` grows when there was none (the owner of timers follows). */
  take(): Call {
    const call = this.free ?? this.grow(Math.max(16, this.size * 2));
    this.free = call.next;
    return call;
  }

  release(call: Call): void {
    call.next = this.free;
    this.free = call;
  }

  copyFrom(other: Calls): void {
    for (let slot = this.size; slot < other.size; slot++) this.all.push(new Call(slot));
    this.all.length = other.size;
    for (const call of this.all) call.copyFrom(other.at(call.slot), this.all);
    this.free = counterpart(other.free, this.all);
  }

  /** So many calls in all. Returns the first of the new ones. */
  private grow(size: number): Call {
    const before = this.size;
    for (let slot = before; slot < size; slot++) this.all.push(new Call(slot));
    for (let slot = size - 1; slot >= before; slot--) this.release(this.at(slot));
    return this.at(before);
  }
}
