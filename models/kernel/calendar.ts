import { NEVER } from './time.ts';

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

const BUCKETS = 128;
const TUNE_EVERY = 512;
const NOT_SET = -1;

/**
 * Nodes 0 to buckets - 1 are the ends of circular lists, one a bucket; node buckets + t is timer t.
 * A list's end is earlier than anything, so no walk and no link ever meets a special case.
 */
export class Calendar {
  private at: Int32Array;
  private rank: Uint8Array;
  private next: Int32Array;
  private prev: Int32Array;
  /** One bit a bucket: 1 when it holds an event. */
  private full: Int32Array;
  private buckets = BUCKETS;
  private timers: number;
  private shift: number;
  /** Slice from which the search for the earliest event starts: no pending event lies before it. */
  private slice = 0;
  /** The earliest event's node, or -1 when not known. */
  private first = -1;
  private firstAt = NEVER;
  private taken = 0;
  private searchSteps = 0;
  private listSteps = 0;
  /** Number of pending events. */
  size = 0;

  /**
   * @param timers number of timers at first; @param gapMs a guess of the mean time between events
   */
  constructor(timers: number, gapMs: number) {
    this.timers = timers;
    this.shift = Math.max(0, Math.min(24, 31 - Math.clz32(Math.max(1, gapMs))));
    const nodes = BUCKETS + timers;
    this.at = new Int32Array(nodes).fill(NOT_SET);
    this.rank = new Uint8Array(nodes);
    this.next = Int32Array.from({ length: nodes }, (_, i) => i);
    this.prev = Int32Array.from({ length: nodes }, (_, i) => i);
    this.full = new Int32Array(BUCKETS >> 5);
  }

  /** Makes room for timers 0 to n - 1. */
  reserve(n: number): void {
    if (n > this.timers) this.deal(this.buckets, n, this.shift);
  }

  /** The instant a timer is due, or -1 when it is not set. */
  dueAt(timer: number): number {
    return this.at[timer + this.buckets] as number;
  }

  /** Sets a timer that is not set, for an instant below NEVER. */
  set(timer: number, at: number, rank: number): void {
    const node = timer + this.buckets;
    const slice = at >> this.shift;
    this.at[node] = at;
    this.rank[node] = rank;
    this.place(node, slice & (this.buckets - 1), at, rank);
    if (slice < this.slice) this.slice = slice;
    // With pending events and no known first, the earliest may be any of them: leave it to search.
    if (this.first < 0 ? this.size === 0 : this.before(at, rank, this.first)) {
      this.first = node;
      this.firstAt = at;
    }
    if (++this.size > this.buckets >> 1) this.deal(2 * this.buckets, this.timers, this.shift);
  }

  /** Does (at, rank) come before this node? */
  private before(at: number, rank: number, node: number): boolean {
    const other = this.at[node] as number;
    return at < other || (at === other && rank < (this.rank[node] as number));
  }

  /** Puts a node in its bucket's list, after every event that is not later. */
  private place(node: number, bucket: number, at: number, rank: number): void {
    const { next, prev } = this;
    let after = prev[bucket] as number;
    while (this.before(at, rank, after)) {
      after = prev[after] as number;
      this.listSteps++;
    }
    const before = next[after] as number;
    next[after] = node;
    prev[node] = after;
    next[node] = before;
    prev[before] = node;
    this.full[bucket >> 5] = (this.full[bucket >> 5] as number) | (1 << (bucket & 31));
  }

  /** Unsets a timer; does nothing when it is not set. */
  cancel(timer: number): void {
    const node = timer + this.buckets;
    const at = this.at[node] as number;
    if (at < 0) return;
    this.remove(node, (at >> this.shift) & (this.buckets - 1));
    if (node === this.first) this.first = -1;
  }

  private remove(node: number, bucket: number): void {
    const { next, prev } = this;
    const before = prev[node] as number;
    const after = next[node] as number;
    next[before] = after;
    prev[after] = before;
    if (before === after)
      this.full[bucket >> 5] = (this.full[bucket >> 5] as number) & ~(1 << (bucket & 31));
    this.at[node] = NOT_SET;
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
    const node = this.first;
    const slice = this.firstAt >> this.shift;
    this.slice = slice;
    this.remove(node, slice & (this.buckets - 1));
    this.first = -1;
    if (++this.taken >= TUNE_EVERY) this.tune();
    return node - this.buckets;
  }

  private search(): void {
    if (this.size === 0) {
      this.firstAt = NEVER;
      return;
    }
    const { at, full, next, shift } = this;
    const mask = this.buckets - 1;
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
      const node = next[slice & mask] as number;
      const due = at[node] as number;
      if (due >> shift === slice) {
        this.first = node;
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

  /** Nothing within one turn of the buckets: the earliest is the first of the lists' heads. */
  private searchHeads(): void {
    this.first = -1;
    this.firstAt = NEVER;
    for (let bucket = 0; bucket < this.buckets; bucket++) {
      const node = this.next[bucket] as number;
      const at = this.at[node] as number;
      if (node === bucket) continue;
      if (this.first >= 0 && !this.before(at, this.rank[node] as number, this.first)) continue;
      this.first = node;
      this.firstAt = at;
    }
    this.slice = this.firstAt >> this.shift;
    this.searchSteps += this.buckets >> 3;
  }

  /** Widens the slices when the search is long, narrows them when the lists are. */
  private tune(): void {
    const search = this.searchSteps / this.taken;
    const list = this.listSteps / this.taken;
    if (search > 2 * list + 2.5 && this.shift < 28)
      this.deal(this.buckets, this.timers, this.shift + 1);
    else if (list > search && this.shift > 0) this.deal(this.buckets, this.timers, this.shift - 1);
    this.taken = 0;
    this.searchSteps = 0;
    this.listSteps = 0;
  }

  /** Deals every event again; events of one instant meet in one bucket, so their order is kept. */
  private deal(buckets: number, timers: number, shift: number): void {
    const { at, next, rank } = this;
    const oldBuckets = this.buckets;
    const nodes = buckets + timers;
    this.at = new Int32Array(nodes).fill(NOT_SET);
    this.rank = new Uint8Array(nodes);
    this.next = new Int32Array(nodes);
    this.prev = new Int32Array(nodes);
    for (let bucket = 0; bucket < buckets; bucket++) {
      this.next[bucket] = bucket;
      this.prev[bucket] = bucket;
    }
    this.full = new Int32Array(buckets >> 5);
    this.buckets = buckets;
    this.timers = timers;
    this.shift = shift;
    for (let bucket = 0; bucket < oldBuckets; bucket++) {
      for (let old = next[bucket] as number; old !== bucket; old = next[old] as number) {
        const node = old - oldBuckets + buckets;
        const due = at[old] as number;
        this.at[node] = due;
        this.rank[node] = rank[old] as number;
        this.place(node, (due >> shift) & (buckets - 1), due, rank[old] as number);
      }
    }
    this.searchHeads();
  }
}
