/** With an agent or nowhere / waiting in a line / ringing at a desk / will call again. */
export const NOWHERE = 0;
export const WAITING = 1;
export const AT_DESK = 2;
export const IN_ORBIT = 4;

/** The calls now in the centre, and the callers who will call again: recycled slots. */
export class Calls {
  size = 0;
  private freeSlots: Int32Array = new Int32Array(0);
  private freeCount = 0;
  state: Uint8Array = new Uint8Array(0);
  /** Number of the call, in order of arrival; in orbit, of the call that will be repeated. */
  number: Int32Array = new Int32Array(0);
  /** Key of the person's luck (kernel/luck.ts), and the person's number. */
  key: Int32Array = new Int32Array(0);
  person: Int32Array = new Int32Array(0);
  attempt: Int32Array = new Int32Array(0);
  /** Row of the trace, or -1. Its record holds for the first attempt. */
  row: Int32Array = new Int32Array(0);
  type: Int32Array = new Int32Array(0);
  line: Int32Array = new Int32Array(0);
  agent: Int32Array = new Int32Array(0);
  /** How many times it was handed over. */
  legs: Int32Array = new Int32Array(0);
  /** Why a caller in orbit will call again (facts.ts AFTER). */
  after: Uint8Array = new Uint8Array(0);
  arrivedAt: Int32Array = new Int32Array(0);
  /** Since when it waits: arrival, or the transfer. */
  waitsFrom: Int32Array = new Int32Array(0);

  constructor(slots: number) {
    this.grow(slots);
  }

  /** A free slot; `size` grows when there was none (the owner of timers follows). */
  take(): number {
    if (this.freeCount === 0) this.grow(Math.max(16, this.size * 2));
    return this.freeSlots[--this.freeCount] as number;
  }

  release(slot: number): void {
    this.freeSlots[this.freeCount++] = slot;
  }

  private grow(size: number): void {
    const ints = (old: Int32Array): Int32Array => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    const bytes = (old: Uint8Array): Uint8Array => {
      const array = new Uint8Array(size);
      array.set(old);
      return array;
    };
    this.state = bytes(this.state);
    this.number = ints(this.number);
    this.key = ints(this.key);
    this.person = ints(this.person);
    this.attempt = ints(this.attempt);
    this.row = ints(this.row);
    this.type = ints(this.type);
    this.line = ints(this.line);
    this.agent = ints(this.agent);
    this.legs = ints(this.legs);
    this.after = bytes(this.after);
    this.arrivedAt = ints(this.arrivedAt);
    this.waitsFrom = ints(this.waitsFrom);
    this.freeSlots = ints(this.freeSlots);
    for (let slot = size - 1; slot >= this.size; slot--) this.freeSlots[this.freeCount++] = slot;
    this.size = size;
  }
}
