import { copyRow, wholes } from './rows.ts';
import { NEVER as NEVER_ } from './time.ts';

const NEVER = NEVER_;

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

const BUCKETS = 32;
const TUNE_EVERY = 512;
const NOT_SET = -1;

/* A node: four numbers side by side, so that an event is a quarter of a cache line. */
const AT = 0;
const RANK = 1;
const NEXT = 2;
const PREV = 3;
const SHIFT = 2;

/**
 * Nodes 0 to buckets - 1 are the ends of circular lists, one a bucket; node buckets + t is timer t.
 * A list's end is earlier than anything, so no walk and no link ever meets a special case.
 */
export class Calendar {
  private nodes: number[];
  /** One bit a bucket: 1 when it holds an event. */
  private full: number[];
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
    this.nodes = emptyNodes(BUCKETS + timers);
    this.full = wholes(BUCKETS >> 5);
  }

  /** Becomes what another calendar is: the same events, in the same order. */
  copyFrom(other: Calendar): void {
    copyRow(this.nodes, other.nodes);
    copyRow(this.full, other.full);
    this.buckets = other.buckets;
    this.timers = other.timers;
    this.shift = other.shift;
    this.slice = other.slice;
    this.first = other.first;
    this.firstAt = other.firstAt;
    this.taken = other.taken;
    this.searchSteps = other.searchSteps;
    this.listSteps = other.listSteps;
    this.size = other.size;
  }

  /** Makes room for timers 0 to n - 1. */
  reserve(n: number): void {
    if (n > this.timers) this.deal(this.buckets, n, this.shift);
  }

  /** The instant a timer is due, or -1 when it is not set. */
  dueAt(timer: number): number {
    return this.nodes[(timer + this.buckets) << SHIFT] as number;
  }

  /** Sets a timer that is not set, for an instant below NEVER. */
  set(timer: number, at: number, rank: number): void {
    if (!(at >= 0 && at < NEVER)) refuse(at);
    const node = timer + this.buckets;
    const slice = at >> this.shift;
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
    const other = this.nodes[node << SHIFT] as number;
    return at < other || (at === other && rank < (this.nodes[(node << SHIFT) + RANK] as number));
  }

  /** Puts a node in its bucket's list, after every event that is not later. */
  private place(node: number, bucket: number, at: number, rank: number): void {
    const { nodes } = this;
    const from = node << SHIFT;
    nodes[from + AT] = at | 0;
    nodes[from + RANK] = rank;
    let after = nodes[(bucket << SHIFT) + PREV] as number;
    while (this.before(at, rank, after)) {
      after = nodes[(after << SHIFT) + PREV] as number;
      this.listSteps++;
    }
    const before = nodes[(after << SHIFT) + NEXT] as number;
    nodes[(after << SHIFT) + NEXT] = node;
    nodes[from + PREV] = after;
    nodes[from + NEXT] = before;
    nodes[(before << SHIFT) + PREV] = node;
    this.full[bucket >> 5] = (this.full[bucket >> 5] as number) | (1 << (bucket & 31));
  }

  /** Unsets a timer; does nothing when it is not set. */
  cancel(timer: number): void {
    const node = timer + this.buckets;
    const at = this.nodes[node << SHIFT] as number;
    if (at < 0) return;
    this.remove(node, (at >> this.shift) & (this.buckets - 1));
    if (node === this.first) this.first = -1;
  }

  private remove(node: number, bucket: number): void {
    const { nodes } = this;
    const from = node << SHIFT;
    const before = nodes[from + PREV] as number;
    const after = nodes[from + NEXT] as number;
    nodes[(before << SHIFT) + NEXT] = after;
    nodes[(after << SHIFT) + PREV] = before;
    nodes[from] = NOT_SET;
    if (before === after)
      this.full[bucket >> 5] = (this.full[bucket >> 5] as number) & ~(1 << (bucket & 31));
    this.size--;
  }

  /** The instant of the earliest event, or NEVER. */
  peek(): number {
    if (this.first < 0) this.search();
    return this.firstAt;
  }

  /** The rank of the earliest event: call peek first; there must be one. */
  peekRank(): number {
    return this.nodes[(this.first << SHIFT) + RANK] as number;
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
    const { full, nodes, shift } = this;
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
      const node = nodes[((slice & mask) << SHIFT) + NEXT] as number;
      const due = nodes[node << SHIFT] as number;
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
      const node = this.nodes[(bucket << SHIFT) + NEXT] as number;
      if (node === bucket) continue;
      const at = this.nodes[node << SHIFT] as number;
      const rank = this.nodes[(node << SHIFT) + RANK] as number;
      if (this.first >= 0 && !this.before(at, rank, this.first)) continue;
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
    const { buckets: oldBuckets, nodes } = this;
    this.nodes = emptyNodes(buckets + timers);
    this.full = wholes(buckets >> 5);
    this.buckets = buckets;
    this.timers = timers;
    this.shift = shift;
    const after = (node: number): number => nodes[(node << SHIFT) + NEXT] as number;
    for (let bucket = 0; bucket < oldBuckets; bucket++) {
      for (let old = after(bucket); old !== bucket; old = after(old)) {
        const at = nodes[old << SHIFT] as number;
        const rank = nodes[(old << SHIFT) + RANK] as number;
        this.place(old - oldBuckets + buckets, (at >> shift) & (buckets - 1), at, rank);
      }
    }
    this.searchHeads();
  }
}

/** Nodes that are each alone in their list: ends of empty lists, and timers not set. */
function emptyNodes(count: number): number[] {
  const nodes = wholes(0);
  for (let node = 0; node < count; node++) nodes.push(NOT_SET, 0, node, node);
  return nodes;
}

function refuse(at: number): never {
  throw new RangeError(`Calendar: ${at} is not an instant from 0 to ${NEVER - 1} ms`);
}
