import { copyRow, objects, wholes } from './rows.ts';
import { NEVER as NEVER_ } from './time.ts';

const NEVER = NEVER_;

/**
 * The event list: one sorted list while few events are pending, a calendar queue (Brown 1988) when
 * they are many; cancellation in O(1).
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
/** Up to so many pending events are one list: to walk past half of them costs less than buckets. */
const FEW = 24;
/** The buckets are given up when so few are pending. */
const VERY_FEW = 12;

/** An event, pending or not: one for each timer, and one for the end of each list. */
class Event {
  /** Instant, ms, or -1 when not set. */
  at: number = NOT_SET;
  rank = 0;
  /** Neighbours in a circular list; itself when alone. */
  next: Event;
  prev: Event;

  /** @param timer its number; -1 for the end of a list */
  constructor(readonly timer: number) {
    this.next = this;
    this.prev = this;
  }

  /** Does (at, rank) come before this one? The end of a list is where it has been set to be. */
  follows(at: number, rank: number): boolean {
    return at < this.at || (at === this.at && rank < this.rank);
  }
}

/**
 * The lists are circular. The end of a bucket's list is earlier than anything, that of the one list
 * later, so no walk and no link ever meets a special case.
 */
export class Calendar {
  private readonly timers: Event[] = [];
  /** Are all pending events in one list, and its end: later than anything, where walks begin. */
  private few = true;
  private readonly list = new Event(-1);
  /** The end of each bucket's list; none while one list does, as it may all day. */
  private ends: Event[] = [];
  /** One bit a bucket: 1 when it holds an event. */
  private full: number[] = [];
  private buckets = BUCKETS;
  private shift: number;
  /** Slice from which the search for the earliest event starts: no pending event lies before it. */
  private slice = 0;
  /** The earliest event, or null when not known. */
  private first: Event | null = null;
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
    this.shift = Math.max(0, Math.min(24, 31 - Math.clz32(Math.max(1, gapMs))));
    this.list.at = NEVER;
    this.first = this.list;
    this.reserve(timers);
  }

  /** Becomes what another calendar is: the same events, in the same order. */
  copyFrom(other: Calendar): void {
    this.timers.length = Math.min(this.timers.length, other.timers.length);
    this.reserve(other.timers.length);
    for (const event of this.timers) event.at = NOT_SET;
    this.ends = emptyLists(other.ends.length);
    other.ends.forEach((end, bucket) => {
      this.copyList(this.ends[bucket] as Event, end);
    });
    empty(this.list);
    this.copyList(this.list, other.list);
    this.few = other.few;
    copyRow(this.full, other.full);
    this.buckets = other.buckets;
    this.shift = other.shift;
    this.slice = other.slice;
    this.first = other.first === null ? null : (this.timers[other.first.timer] ?? this.list);
    this.firstAt = other.firstAt;
    this.taken = other.taken;
    this.searchSteps = other.searchSteps;
    this.listSteps = other.listSteps;
    this.size = other.size;
  }

  /** Its own events of the same timers, at the same instants, into an empty list of its own. */
  private copyList(into: Event, from: Event): void {
    for (let event = from.next; event !== from; event = event.next) {
      const counterpart = this.timers[event.timer] as Event;
      counterpart.at = event.at;
      counterpart.rank = event.rank;
      link(counterpart, into.prev);
    }
  }

  /** Makes room for timers 0 to n - 1. */
  reserve(n: number): void {
    for (let timer = this.timers.length; timer < n; timer++) this.timers.push(new Event(timer));
  }

  /** The instant a timer is due, or -1 when it is not set. */
  dueAt(timer: number): number {
    return (this.timers[timer] as Event).at;
  }

  /** Sets a timer that is not set, for an instant below NEVER. */
  set(timer: number, at: number, rank: number): void {
    if (!(at >= 0 && at < NEVER)) refuse(at);
    const event = this.timers[timer] as Event;
    event.at = at | 0;
    event.rank = rank;
    if (this.few) {
      this.enlist(event);
      if (++this.size > FEW) this.deal(BUCKETS, this.shift);
      return;
    }
    const slice = at >> this.shift;
    this.place(event, slice & (this.buckets - 1));
    if (slice < this.slice) this.slice = slice;
    // With pending events and no known first, the earliest may be any of them: leave it to search.
    const { first } = this;
    if (first === null ? this.size === 0 : first.follows(at, rank)) {
      this.first = event;
      this.firstAt = at;
    }
    if (++this.size > this.buckets >> 1) this.deal(2 * this.buckets, this.shift);
  }

  /** Puts an event in the one list, after every one that is not later. */
  private enlist(event: Event): void {
    const { list } = this;
    const { at, rank } = event;
    let later = list.next;
    while (!later.follows(at, rank)) later = later.next;
    link(event, later.prev);
    this.first = list.next;
    this.firstAt = list.next.at;
  }

  /** Takes an event out of the one list. */
  private delist(event: Event): void {
    const { list } = this;
    unlink(event);
    event.at = NOT_SET;
    this.size--;
    this.first = list.next;
    this.firstAt = list.next.at;
  }

  /** Puts an event in its bucket's list, after every one that is not later. */
  private place(event: Event, bucket: number): void {
    const { at, rank } = event;
    let after = (this.ends[bucket] as Event).prev;
    while (after.follows(at, rank)) {
      after = after.prev;
      this.listSteps++;
    }
    link(event, after);
    this.full[bucket >> 5] = (this.full[bucket >> 5] as number) | (1 << (bucket & 31));
  }

  /** Unsets a timer; does nothing when it is not set. */
  cancel(timer: number): void {
    const event = this.timers[timer] as Event;
    if (event.at < 0) return;
    if (this.few) {
      this.delist(event);
      return;
    }
    this.remove(event, (event.at >> this.shift) & (this.buckets - 1));
    if (event === this.first) this.first = null;
  }

  private remove(event: Event, bucket: number): void {
    const { next, prev } = event;
    unlink(event);
    event.at = NOT_SET;
    if (next === prev)
      this.full[bucket >> 5] = (this.full[bucket >> 5] as number) & ~(1 << (bucket & 31));
    this.size--;
  }

  /** The instant of the earliest event, or NEVER. */
  peek(): number {
    if (this.first === null) this.search();
    return this.firstAt;
  }

  /** The rank of the earliest event: call peek first; there must be one. */
  peekRank(): number {
    return (this.first as Event).rank;
  }

  /** Takes the earliest event off the list: its timer. Call peek first; there must be one. */
  take(): number {
    const event = this.first as Event;
    if (this.few) {
      this.delist(event);
      return event.timer;
    }
    const slice = this.firstAt >> this.shift;
    this.slice = slice;
    this.remove(event, slice & (this.buckets - 1));
    this.first = null;
    if (++this.taken >= TUNE_EVERY) this.tune();
    return event.timer;
  }

  private search(): void {
    if (this.size === 0) {
      this.firstAt = NEVER;
      return;
    }
    const { ends, full, shift } = this;
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
      const event = (ends[slice & mask] as Event).next;
      const due = event.at;
      if (due >> shift === slice) {
        this.first = event;
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
    let first: Event | null = null;
    for (const end of this.ends) {
      const head = end.next;
      if (head !== end && (first === null || first.follows(head.at, head.rank))) first = head;
    }
    this.first = first;
    this.firstAt = first === null ? NEVER : first.at;
    this.slice = this.firstAt >> this.shift;
    this.searchSteps += this.buckets >> 3;
  }

  /**
   * Widens the slices when the search is long, narrows them when the lists are; one list will do
   * when hardly anything is pending.
   */
  private tune(): void {
    const search = this.searchSteps / this.taken;
    const list = this.listSteps / this.taken;
    if (this.size <= VERY_FEW) this.gather();
    else if (search > 2 * list + 2.5 && this.shift < 28) this.deal(this.buckets, this.shift + 1);
    else if (list > search && this.shift > 0) this.deal(this.buckets, this.shift - 1);
    this.taken = 0;
    this.searchSteps = 0;
    this.listSteps = 0;
  }

  /** From buckets to the one list; events of one instant come from one bucket, in their order. */
  private gather(): void {
    const before = this.ends;
    this.few = true;
    this.ends = [];
    for (const end of before) {
      let event = end.next;
      while (event !== end) {
        const { next } = event;
        this.enlist(event);
        event = next;
      }
    }
  }

  /** Deals every event again; events of one instant meet in one bucket, so their order is kept. */
  private deal(buckets: number, shift: number): void {
    const before = this.few ? [this.list] : this.ends;
    this.few = false;
    this.ends = emptyLists(buckets);
    this.full = wholes(buckets >> 5);
    this.buckets = buckets;
    this.shift = shift;
    for (const end of before) {
      let event = end.next;
      while (event !== end) {
        const { next } = event;
        this.place(event, (event.at >> shift) & (buckets - 1));
        event = next;
      }
    }
    empty(this.list);
    this.searchHeads();
  }
}

/** Takes an event from between its neighbours. */
function unlink(event: Event): void {
  const { next, prev } = event;
  prev.next = next;
  next.prev = prev;
}

/** This end is that of an empty list: its events are elsewhere. */
function empty(end: Event): void {
  end.next = end;
  end.prev = end;
}

/** The ends of so many empty lists. */
const emptyLists = (count: number): Event[] => objects(count, () => new Event(-1));

/** Puts an event after another. */
function link(event: Event, after: Event): void {
  const before = after.next;
  event.prev = after;
  event.next = before;
  after.next = event;
  before.prev = event;
}

function refuse(at: number): never {
  throw new RangeError(`Calendar: ${at} is not an instant from 0 to ${NEVER - 1} ms`);
}
