/**
 * Waiting calls: one line a contact type, and one a group for the calls handed to it. Each is kept
 * in order of effective arrival, so its head is the one to serve first (RULES W).
 */
export class Lines {
  /** First slot of each line, or -1. */
  readonly head: Int32Array;
  private readonly tail: Int32Array;
  private next: Int32Array = new Int32Array(0);
  private prev: Int32Array = new Int32Array(0);
  /** Calls in all lines. */
  waiting = 0;

  constructor(lines: number) {
    this.head = new Int32Array(lines).fill(-1);
    this.tail = new Int32Array(lines).fill(-1);
  }

  reserve(slots: number): void {
    const grow = (old: Int32Array): Int32Array => {
      const array = new Int32Array(slots);
      array.set(old);
      return array;
    };
    this.next = grow(this.next);
    this.prev = grow(this.prev);
  }

  /** Adds a slot in its place: after every one with `order` not greater than its own. */
  add(line: number, slot: number, order: Int32Array): void {
    let after = this.tail[line] as number;
    while (after >= 0 && (order[after] as number) > (order[slot] as number))
      after = this.prev[after] as number;
    const before = after < 0 ? (this.head[line] as number) : (this.next[after] as number);
    this.prev[slot] = after;
    this.next[slot] = before;
    if (after < 0) this.head[line] = slot;
    else this.next[after] = slot;
    if (before < 0) this.tail[line] = slot;
    else this.prev[before] = slot;
    this.waiting++;
  }

  remove(line: number, slot: number): void {
    const before = this.prev[slot] as number;
    const after = this.next[slot] as number;
    if (before < 0) this.head[line] = after;
    else this.next[before] = after;
    if (after < 0) this.tail[line] = before;
    else this.prev[after] = before;
    this.waiting--;
  }
}
