/**
 * The event list: a calendar queue in typed arrays (Brown 1988), with cancellation in O(1).
 *
 * An event is a timer, named by a small integer its owner keeps for life (agent 3's timer, call
 * slot 17's patience): nothing is allocated, and a timer holds at most one pending event. Order is
 * total: (instant, rank, order of setting). Instants are whole milliseconds below 2^31 (24 days).
 *
 * Time is cut in slices of 2^shift ms, dealt round-robin to buckets; each bucket is a sorted list,
 * and a bit says whether it is empty. The width adapts to the work actually done, so a rush hour, a
 * night and long delays all stay cheap; order never depends on it.
 */

/** No event lies at or beyond this instant. */
export const NEVER = 2_147_483_647;

const BUCKETS = 128;
const TUNE_EVERY = 512;
const NOT_SET = -1;

export class Calendar {
  private at: Int32Array;
  private rank: Uint8Array;
  private next: Int32Array;
  private prev: Int32Array;
  private head: Int32Array;
  private tail: Int32Array;
  /** One bit a bucket: 1 when it holds an event. */
  private full: Int32Array;
  private mask = BUCKETS - 1;
  private shift: number;
  /** Slice from which the search for the earliest event starts: no pending event lies before it. */
  private slice = 0;
  /** The earliest timer, or -1 when not known. */
  private first = -1;
  private firstAt = NEVER;
  private taken = 0;
  private searchSteps = 0;
  private listSteps = 0;
  /** Number of pending events. */
  size = 0;

  /** @param timers number of timers at first; @param gapMs a guess of the mean time between events */
  constructor(timers: number, gapMs: number) {
    this.at = new Int32Array(timers).fill(NOT_SET);
    this.rank = new Uint8Array(timers);
    this.next = new Int32Array(timers);
    this.prev = new Int32Array(timers);
    this.head = new Int32Array(BUCKETS).fill(-1);
    this.tail = new Int32Array(BUCKETS).fill(-1);
    this.full = new Int32Array(BUCKETS >> 5);
    this.shift = Math.max(0, Math.min(24, 31 - Math.clz32(Math.max(1, gapMs))));
  }

  /** Makes room for timers 0 to n - 1. */
  reserve(n: number): void {
    const old = this.at.length;
    if (n <= old) return;
    const longer = (array: Int32Array): Int32Array => {
      const copy = new Int32Array(n);
      copy.set(array);
      return copy;
    };
    this.at = longer(this.at).fill(NOT_SET, old);
    this.next = longer(this.next);
    this.prev = longer(this.prev);
    const rank = new Uint8Array(n);
    rank.set(this.rank);
    this.rank = rank;
  }

  /** The instant a timer is due, or -1 when it is not set. */
  dueAt(timer: number): number {
    return this.at[timer] as number;
  }

  /** Sets a timer that is not set, for an instant below NEVER. */
  set(timer: number, at: number, rank: number): void {
    const slice = at >> this.shift;
    this.at[timer] = at;
    this.rank[timer] = rank;
    this.place(timer, slice & this.mask, at, rank);
    if (slice < this.slice) this.slice = slice;
    // With pending events and no known first, the earliest may be any of them: leave it to search.
    if (this.first < 0 ? this.size === 0 : this.before(at, rank, this.first)) {
      this.first = timer;
      this.firstAt = at;
    }
    if (++this.size > this.mask >> 1) this.resize(2 * (this.mask + 1), this.shift);
  }

  /** Does (at, rank) come before this timer's event? */
  private before(at: number, rank: number, timer: number): boolean {
    const other = this.at[timer] as number;
    return at < other || (at === other && rank < (this.rank[timer] as number));
  }

  /** Puts a timer in its bucket's list, after every event that is not later. */
  private place(timer: number, bucket: number, at: number, rank: number): void {
    let after = this.tail[bucket] as number;
    if (after < 0) {
      this.head[bucket] = timer;
      this.tail[bucket] = timer;
      this.prev[timer] = -1;
      this.next[timer] = -1;
      const word = bucket >> 5;
      this.full[word] = (this.full[word] as number) | (1 << (bucket & 31));
      return;
    }
    while (after >= 0 && this.before(at, rank, after)) {
      after = this.prev[after] as number;
      this.listSteps++;
    }
    const before = after < 0 ? (this.head[bucket] as number) : (this.next[after] as number);
    this.prev[timer] = after;
    this.next[timer] = before;
    if (after < 0) this.head[bucket] = timer;
    else this.next[after] = timer;
    if (before < 0) this.tail[bucket] = timer;
    else this.prev[before] = timer;
  }

  /** Unsets a timer; does nothing when it is not set. */
  cancel(timer: number): void {
    const at = this.at[timer] as number;
    if (at < 0) return;
    this.remove(timer, (at >> this.shift) & this.mask);
    if (timer === this.first) this.first = -1;
  }

  private remove(timer: number, bucket: number): void {
    const before = this.prev[timer] as number;
    const after = this.next[timer] as number;
    if (before < 0) this.head[bucket] = after;
    else this.next[before] = after;
    if (after < 0) this.tail[bucket] = before;
    else this.prev[after] = before;
    if (before < 0 && after < 0) {
      const word = bucket >> 5;
      this.full[word] = (this.full[word] as number) & ~(1 << (bucket & 31));
    }
    this.at[timer] = NOT_SET;
    this.size--;
  }

  /** The instant of the earliest event, or NEVER. */
  peek(): number {
    if (this.first < 0) this.search();
    return this.firstAt;
  }

  /** The rank of the earliest event: call peek first; there must be one. */
  peekRank(): number {
    return this.rank[this.first] as number;
  }

  /** Takes the earliest event off the list: its timer. Call peek first; there must be one. */
  take(): number {
    const timer = this.first;
    const slice = this.firstAt >> this.shift;
    this.slice = slice;
    this.remove(timer, slice & this.mask);
    this.first = -1;
    if (++this.taken >= TUNE_EVERY) this.tune();
    return timer;
  }

  private search(): void {
    if (this.size === 0) {
      this.firstAt = NEVER;
      return;
    }
    const { at, full, head, mask, shift } = this;
    let slice = this.slice;
    const end = slice + mask;
    let steps = 0;
    while (slice <= end) {
      steps++;
      const bucket = slice & mask;
      const bits = (full[bucket >> 5] as number) >>> (bucket & 31);
      if (bits === 0) {
        slice += 32 - (bucket & 31);
        continue;
      }
      slice += 31 - Math.clz32(bits & -bits);
      const timer = head[slice & mask] as number;
      const due = at[timer] as number;
      if (due >> shift === slice) {
        this.first = timer;
        this.firstAt = due;
        this.slice = slice;
        this.searchSteps += steps;
        return;
      }
      slice++;
    }
    this.searchSteps += steps;
    this.searchHeads();
  }

  /** Nothing within one turn of the buckets: the earliest is the first of the heads. */
  private searchHeads(): void {
    this.first = -1;
    for (let bucket = 0; bucket <= this.mask; bucket++) {
      const timer = this.head[bucket] as number;
      if (timer < 0) continue;
      if (this.first < 0 || this.before(this.at[timer] as number, this.rank[timer] as number, this.first))
        this.first = timer;
    }
    this.firstAt = this.first < 0 ? NEVER : (this.at[this.first] as number);
    this.slice = this.firstAt >> this.shift;
    this.searchSteps += this.mask >> 3;
  }

  /** Widens the slices when the search is long, narrows them when the lists are. */
  private tune(): void {
    const search = this.searchSteps / this.taken;
    const list = this.listSteps / this.taken;
    this.taken = 0;
    this.searchSteps = 0;
    this.listSteps = 0;
    if (search > 2 * list + 2.5 && this.shift < 28) this.resize(this.mask + 1, this.shift + 1);
    else if (list > search && this.shift > 0) this.resize(this.mask + 1, this.shift - 1);
  }

  /** Deals every event again; events of one instant meet in one bucket, so their order is kept. */
  private resize(buckets: number, shift: number): void {
    const { head, mask } = this;
    this.head = new Int32Array(buckets).fill(-1);
    this.tail = new Int32Array(buckets).fill(-1);
    this.full = new Int32Array(buckets >> 5);
    this.mask = buckets - 1;
    this.shift = shift;
    for (let bucket = 0; bucket <= mask; bucket++) {
      let timer = head[bucket] as number;
      while (timer >= 0) {
        const following = this.next[timer] as number;
        const at = this.at[timer] as number;
        this.place(timer, (at >> shift) & this.mask, at, this.rank[timer] as number);
        timer = following;
      }
    }
    this.listSteps = 0;
    this.searchHeads();
  }
}
