/** Nothing / waiting in a line / ringing at a desk / with an agent / will call again. */
export const NOWHERE = 0;
export const WAITING = 1;
export const AT_DESK = 2;
export const SERVED = 3;
export const IN_ORBIT = 4;

/** The calls now in the centre, and the callers who will call again: recycled slots. */
export class Calls {
  size = 0;
  private freeSlots: Int32Array = new Int32Array(0);
  private freeCount = 0;
  state: Uint8Array = new Uint8Array(0);
  /** Number of the call, in order of arrival; in orbit, of the call that will be repeated. */
  number: Int32Array = new Int32Array(0);
  /** Whose luck it is; `shown` is the number of the person (they differ only for a trace). */
  person: Int32Array = new Int32Array(0);
  shown: Int32Array = new Int32Array(0);
  attempt: Int32Array = new Int32Array(0);
  /** Calls of the same person before this one in the trace. */
  before: Int32Array = new Int32Array(0);
  row: Int32Array = new Int32Array(0);
  /** The call that this one repeats, or -1; and why (facts.ts AFTER). */
  cause: Int32Array = new Int32Array(0);
  after: Uint8Array = new Uint8Array(0);
  type: Int32Array = new Int32Array(0);
  line: Int32Array = new Int32Array(0);
  agent: Int32Array = new Int32Array(0);
  says: Int32Array = new Int32Array(0);
  /** How many times it was handed over. */
  legs: Int32Array = new Int32Array(0);
  arrivedAt: Float64Array = new Float64Array(0);
  /** Since when it waits (arrival, or the transfer). */
  waitsFrom: Float64Array = new Float64Array(0);

  constructor(slots: number) {
    this.grow(slots);
  }

  /** A free slot; `size` grows when there was none (the owner of timers follows). */
  take(): number {
    if (this.freeCount === 0) this.grow(Math.max(16, this.size * 2));
    return this.freeSlots[--this.freeCount] as number;
  }

  release(slot: number): void {
    this.state[slot] = NOWHERE;
    this.freeSlots[this.freeCount++] = slot;
  }

  private grow(size: number): void {
    const ints = (old: Int32Array): Int32Array => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    const floats = (old: Float64Array): Float64Array => {
      const array = new Float64Array(size);
      array.set(old);
      return array;
    };
    const state = new Uint8Array(size);
    state.set(this.state);
    this.state = state;
    this.number = ints(this.number);
    this.person = ints(this.person);
    this.shown = ints(this.shown);
    this.attempt = ints(this.attempt);
    this.before = ints(this.before);
    this.row = ints(this.row);
    this.cause = ints(this.cause);
    const after = new Uint8Array(size);
    after.set(this.after);
    this.after = after;
    this.type = ints(this.type);
    this.line = ints(this.line);
    this.agent = ints(this.agent);
    this.says = ints(this.says);
    this.legs = ints(this.legs);
    this.arrivedAt = floats(this.arrivedAt);
    this.waitsFrom = floats(this.waitsFrom);
    this.freeSlots = ints(this.freeSlots);
    for (let slot = size - 1; slot >= this.size; slot--) this.freeSlots[this.freeCount++] = slot;
    this.size = size;
  }
}
