/**
 * The event list: a calendar queue in typed arrays (Brown 1988), with cancellation in O(1).
 *
 * An event is a timer, named by a small integer its owner keeps for life (agent 3's timer, call
 * slot 17's patience): nothing is allocated, and a timer holds at most one pending event. Order is
 * total: (instant, rank, order of setting). Instants are integer milliseconds below 2^32.
 *
 * Time is cut in slices of 2^shift ms, dealt round-robin to buckets; each bucket is a sorted list.
 * The width adapts to the work actually done, so a rush hour, a night and long delays all stay
 * cheap; order never depends on it.
 */
export const RANKS = 8;

const TUNE_EVERY = 512;

export class Calendar {
  /** at * RANKS + rank, or -1 when the timer is not set. */
  private key: Float64Array;
  private next: Int32Array;
  private prev: Int32Array;
  private head: Int32Array;
  private tail: Int32Array;
  private mask: number;
  private shift: number;
  /** Slice from which the search for the earliest event starts: no pending event lies before it. */
  private slice = 0;
  /** The earliest timer, or -1 when not known. */
  private first = -1;
  private firstKey = Infinity;
  private taken = 0;
  private emptySteps = 0;
  private listSteps = 0;
  /** Number of pending events. */
  size = 0;

  /** @param timers number of timers at first; @param gapMs a guess of the mean time between events */
  constructor(timers: number, gapMs: number) {
    this.key = new Float64Array(timers).fill(-1);
    this.next = new Int32Array(timers);
    this.prev = new Int32Array(timers);
    this.head = new Int32Array(32).fill(-1);
    this.tail = new Int32Array(32).fill(-1);
    this.mask = 31;
    this.shift = Math.max(0, Math.min(24, 31 - Math.clz32(Math.max(1, gapMs))));
  }

  /** Makes room for timers 0 to n - 1. */
  reserve(n: number): void {
    const old = this.key.length;
    if (n <= old) return;
    const key = new Float64Array(n).fill(-1, old);
    key.set(this.key);
    this.key = key;
    const next = new Int32Array(n);
    next.set(this.next);
    this.next = next;
    const prev = new Int32Array(n);
    prev.set(this.prev);
    this.prev = prev;
  }

  isSet(timer: number): boolean {
    return (this.key[timer] as number) >= 0;
  }

  /** The instant a set timer is due. */
  dueAt(timer: number): number {
    return Math.floor((this.key[timer] as number) / RANKS);
  }

  /** Sets a timer that is not set. */
  set(timer: number, at: number, rank: number): void {
    const key = at * RANKS + rank;
    const slice = at >>> this.shift;
    this.key[timer] = key;
    const bucket = slice & this.mask;
    let after = this.tail[bucket] as number;
    if (after >= 0 && (this.key[after] as number) > key) {
      let steps = 0;
      do {
        after = this.prev[after] as number;
        steps++;
      } while (after >= 0 && (this.key[after] as number) > key);
      this.listSteps += steps;
    }
    this.link(timer, bucket, after);
    if (slice < this.slice) this.slice = slice;
    // With pending events and no known first, the earliest may be any of them: leave it to search.
    if (this.first >= 0 ? key < this.firstKey : this.size === 0) {
      this.first = timer;
      this.firstKey = key;
    }
    if (++this.size > 2 * this.mask) this.resize(4 * (this.mask + 1), this.shift);
  }

  private link(timer: number, bucket: number, after: number): void {
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
    const key = this.key[timer] as number;
    if (key < 0) return;
    const bucket = (Math.floor(key / RANKS) >>> this.shift) & this.mask;
    this.unlink(timer, bucket);
    if (timer === this.first) {
      this.first = -1;
      this.firstKey = Infinity;
    }
  }

  private unlink(timer: number, bucket: number): void {
    const before = this.prev[timer] as number;
    const after = this.next[timer] as number;
    if (before < 0) this.head[bucket] = after;
    else this.next[before] = after;
    if (after < 0) this.tail[bucket] = before;
    else this.prev[after] = before;
    this.key[timer] = -1;
    this.size--;
  }

  /** The key (at * RANKS + rank) of the earliest event, or Infinity. */
  peek(): number {
    if (this.first < 0 && this.size > 0) this.search();
    return this.firstKey;
  }

  /** Takes the earliest event off the list: its timer. Call peek first; there must be one. */
  take(): number {
    const timer = this.first;
    const slice = Math.floor(this.firstKey / RANKS) >>> this.shift;
    this.slice = slice;
    this.unlink(timer, slice & this.mask);
    this.first = -1;
    this.firstKey = Infinity;
    if (++this.taken >= TUNE_EVERY) this.tune();
    return timer;
  }

  private search(): void {
    const { head, key, mask } = this;
    const width = RANKS * (1 << this.shift);
    let slice = this.slice;
    let top = (slice + 1) * width;
    for (let steps = 0; steps <= mask; steps++) {
      const timer = head[slice & mask] as number;
      if (timer >= 0) {
        const k = key[timer] as number;
        if (k < top) {
          this.first = timer;
          this.firstKey = k;
          this.slice = slice;
          this.emptySteps += steps;
          return;
        }
      }
      slice++;
      top += width;
    }
    this.emptySteps += 2 * mask;
    this.searchHeads();
  }

  /** Nothing within one turn of the buckets: the earliest is the least of the heads. */
  private searchHeads(): void {
    let best = Infinity;
    for (let bucket = 0; bucket <= this.mask; bucket++) {
      const timer = this.head[bucket] as number;
      if (timer < 0 || (this.key[timer] as number) >= best) continue;
      best = this.key[timer] as number;
      this.first = timer;
    }
    this.firstKey = best;
    this.slice = Math.floor(best / RANKS) >>> this.shift;
  }

  /** Widens the slices when too many are empty, narrows them when lists grow long. */
  private tune(): void {
    const empty = this.emptySteps / this.taken;
    const list = this.listSteps / this.taken;
    this.taken = 0;
    this.emptySteps = 0;
    this.listSteps = 0;
    if (empty > 2 * list + 2 && this.shift < 28) {
      this.resize(this.mask + 1, this.shift + (empty > 16 ? 2 : 1));
    } else if (list > 2 * empty + 2 && this.shift > 0) {
      this.resize(this.mask + 1, this.shift - 1);
    }
  }

  /** Deals every event again; events of one instant meet in one bucket, so their order is kept. */
  private resize(buckets: number, shift: number): void {
    const { head, mask } = this;
    this.head = new Int32Array(buckets).fill(-1);
    this.tail = new Int32Array(buckets).fill(-1);
    this.mask = buckets - 1;
    this.shift = shift;
    for (let bucket = 0; bucket <= mask; bucket++) {
      let timer = head[bucket] as number;
      while (timer >= 0) {
        const following = this.next[timer] as number;
        const key = this.key[timer] as number;
        const into = (Math.floor(key / RANKS) >>> shift) & this.mask;
        let after = this.tail[into] as number;
        while (after >= 0 && (this.key[after] as number) > key) after = this.prev[after] as number;
        this.link(timer, into, after);
        timer = following;
      }
    }
    this.first = -1;
    this.firstKey = Infinity;
    this.slice = 0;
    if (this.size > 0) this.searchHeads();
  }
}
