import { reals } from '../../kernel/rows.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import { TimeWeighted } from '../../kernel/time-weighted.ts';
import { Deaf, type Recorder } from '../../words/recorder.ts';
import { addAreas } from './areas.ts';
import { Busy, Hand } from './busy.ts';
import type { MeasuresFrame } from './frame.ts';
import { Lived } from './lived.ts';
import { Queueing } from './queueing.ts';
import { Staffed } from './staffed.ts';
import {
  AT_ONCE as AT_ONCE_,
  type DaySums,
  gatherCells,
  leaveOut,
  SUM as SUM_,
  SUMS as SUMS_,
  settleAtOnce,
} from './sums.ts';
import { Waits } from './waits.ts';

const NEVER = NEVER_;
const AT_ONCE = AT_ONCE_;
const SUM = SUM_;
const SUMS = SUMS_;

/**
 * Counts a day without keeping it (RULES M): a recorder that allocates nothing a call. What is
 * counted goes to the interval in which the call *arrived*; what lasts (queue, staff) to the
 * interval in which it lasted. figures.ts turns the sums into named measures.
 */
export class Measures extends Deaf implements Partial<Recorder> {
  /** Cell of (interval, type, group): SUMS numbers; group `groups` is that of the unanswered. */
  private readonly cells: number[];
  private readonly answerWaits: Waits;
  /** What lasts: calls waiting by type, then agents staffed and away by group. */
  private readonly timeWeighted: TimeWeighted;
  /** By agent. */
  private readonly hands: readonly Hand[];
  private readonly strideType: number;
  private readonly strideInterval: number;
  private readonly busy: Busy;
  private readonly lived: Lived | null;
  private readonly queue: Queueing;
  private readonly staffed: Staffed;
  /** The current interval and its bounds. */
  private interval = 0;
  /** Where its cells begin. */
  private here = 0;
  private start = 0;
  private edge = 0;

  constructor(private readonly frame: MeasuresFrame) {
    super();
    const { groups, intervals, types } = frame;
    this.strideType = (groups + 1) * SUMS;
    this.strideInterval = types * this.strideType;
    this.hands = Array.from(frame.groupOf, (group) => new Hand(group, group * SUMS));
    this.cells = reals((intervals + 1) * this.strideInterval);
    this.answerWaits = new Waits(frame);
    this.busy = new Busy(frame);
    this.lived = frame.lived === null ? null : new Lived(frame.lived, this.cells);
    this.timeWeighted = new TimeWeighted(types + 2 * groups, intervals + 1, frame.warmUpMs);
    this.queue = new Queueing(frame, this.timeWeighted);
    this.staffed = new Staffed(frame, this.timeWeighted);
    this.clear();
  }

  /** Makes it ready for another day. */
  clear(): void {
    // Not with fill, which is slow on plain arrays of numbers.
    const { cells } = this;
    for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = 0;
    this.answerWaits.clear();
    this.timeWeighted.clear();
    this.busy.clear();
    this.lived?.clear();
    this.queue.clear();
    this.staffed.clear();
    for (const hand of this.hands) hand.clear();
    this.interval = 0;
    this.here = 0;
    this.start = 0;
    this.edge = Math.min(this.frame.intervalMs, this.frame.lengthMs);
  }

  ended(at: number): void {
    if (at >= this.edge) this.roll(at);
    this.timeWeighted.sumUpTo(at, this.interval);
    for (const hand of this.hands) this.busy.end(hand, at, this.interval, this.start);
    this.busy.settle(this.hands, this.interval);
    this.staffed.end(at);
  }

  arrived(
    at: number,
    call: number,
    _caller: number,
    type: number,
    attempt: number,
    cause: number,
    _says: number,
    after: number,
  ): void {
    if (at >= this.edge) this.roll(at);
    if (this.lived !== null) this.lived.arrived(call, cause);
    if (at < this.frame.warmUpMs) return;
    const cell = this.here + (type + 1) * this.strideType - SUMS;
    this.cells[cell + SUM.offered]! += 1;
    if (attempt > 0) this.cells[cell + SUM.first + Math.max(1, after)]! += 1;
  }

  queued(at: number, call: number, type: number): void {
    this.queue.join(at, call, type, this.interval);
  }

  blocked(at: number, call: number, type: number): void {
    const cell = this.cellOf(at, type, this.frame.groups);
    this.lived?.unserved(call, type, 0, false, cell);
    if (cell >= 0) this.cells[cell + SUM.blocked]! += 1;
  }

  answered(
    at: number,
    call: number,
    type: number,
    _attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    if (at >= this.edge) this.roll(at);
    const hand = this.hands[agent]!;
    hand.since = at;
    if (waitMs > 0) {
      this.answeredAfter(at, type, hand, waitMs);
      if (this.lived !== null) this.lived.answered(call, type, waitMs, hand.cell);
      return;
    }
    if (this.queue.justJoined(at, call)) this.queue.leave(at, type);
    // The way of most calls: what else is counted of a wait of 0 follows from this (sums), and
    // nothing is added to the waits of the journey.
    const inWarmUp = at < this.frame.warmUpMs;
    hand.cell = inWarmUp ? -1 : this.here + type * this.strideType + hand.groupCell;
    if (!inWarmUp) this.cells[hand.cell + AT_ONCE]! += 1;
  }

  private answeredAfter(at: number, type: number, hand: Hand, waitMs: number): void {
    const { cells, frame } = this;
    this.queue.leave(at, type);
    const interval = this.intervalOf(at - waitMs);
    if (interval < 0) {
      hand.cell = -1;
      return;
    }
    const cell = interval * this.strideInterval + type * this.strideType + hand.groupCell;
    hand.cell = cell;
    cells[cell + SUM.answered]! += 1;
    if (waitMs <= frame.targetMs) cells[cell + SUM.answeredInTarget]! += 1;
    this.answerWaits.add(waitMs, interval, type, hand.group);
    cells[cell + SUM.waitAnsweredMs]! += waitMs;
    if (waitMs > cells[cell + SUM.longestAnsweredMs]!) cells[cell + SUM.longestAnsweredMs] = waitMs;
  }

  abandoned(at: number, call: number, type: number, _attempt: number, waitMs: number): void {
    if (at >= this.edge) this.roll(at);
    this.queue.leave(at, type);
    const { cells, frame } = this;
    const cell = this.cellOf(at - waitMs, type, frame.groups);
    if (this.lived !== null) this.lived.unserved(call, type, waitMs, true, cell);
    if (cell < 0) return;
    cells[cell + SUM.abandoned]! += 1;
    cells[cell + SUM.waitAbandonedMs]! += waitMs;
    if (waitMs <= frame.targetMs) cells[cell + SUM.abandonedInTarget]! += 1;
    if (waitMs <= frame.shortAbandonMs) cells[cell + SUM.abandonedShort]! += 1;
    if (waitMs > cells[cell + SUM.longestAbandonedMs]!)
      cells[cell + SUM.longestAbandonedMs] = waitMs;
  }

  transferred(
    at: number,
    call: number,
    type: number,
    agent: number,
    _group: number,
    talkMs: number,
    holdMs: number,
  ): void {
    if (at >= this.edge) this.roll(at);
    const { cell } = this.hands[agent]!;
    this.lived?.transferred(call, type, holdMs, cell);
    if (cell < 0) return;
    this.cells[cell + SUM.transferred]! += 1;
    this.cells[cell + SUM.talkMs]! += talkMs;
    this.cells[cell + SUM.holdMs]! += holdMs;
  }

  relayed(at: number, call: number, type: number, agent: number, waitMs: number): void {
    if (at >= this.edge) this.roll(at);
    this.queue.leave(at, type);
    const hand = this.hands[agent]!;
    hand.since = at;
    // The interval of arrival is no longer known here: the second leg counts where it begins.
    hand.cell = this.cellOf(at, type, hand.group);
    this.lived?.relayed(call, type, waitMs, hand.cell);
  }

  dropped(at: number, call: number, type: number, waitMs: number): void {
    if (at >= this.edge) this.roll(at);
    this.queue.leave(at, type);
    const cell = this.cellOf(at - waitMs, type, this.frame.groups);
    this.lived?.unserved(call, type, waitMs, true, cell);
    if (cell >= 0) this.cells[cell + SUM.dropped]! += 1;
  }

  promised(at: number, _call: number, type: number): void {
    this.queue.leave(at, type);
    const cell = this.cellOf(at, type, this.frame.groups);
    if (cell >= 0) this.cells[cell + SUM.promised]! += 1;
  }

  calledBack(
    at: number,
    call: number,
    type: number,
    _attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    if (at >= this.edge) this.roll(at);
    const hand = this.hands[agent]!;
    hand.since = at;
    hand.cell = this.cellOf(at - waitMs, type, hand.group);
    this.lived?.calledBack(call, type, waitMs, hand.cell);
    if (hand.cell < 0) return;
    this.cells[hand.cell + SUM.calledBack]! += 1;
    this.cells[hand.cell + SUM.callBackMs]! += waitMs;
  }

  unreached(at: number, call: number, type: number, waitMs: number): void {
    const cell = this.cellOf(at - waitMs, type, this.frame.groups);
    this.lived?.unreached(call, type, waitMs, cell);
    if (cell >= 0) this.cells[cell + SUM.unreached]! += 1;
  }

  concluded(
    _at: number,
    call: number,
    type: number,
    agent: number,
    talkMs: number,
    holdMs: number,
  ): void {
    const { cell } = this.hands[agent]!;
    if (holdMs > 0) this.lived?.held(call, type, holdMs, cell);
    if (cell < 0) return;
    this.cells[cell + SUM.handled]! += 1;
    this.cells[cell + SUM.talkMs]! += talkMs;
    if (holdMs > 0) this.cells[cell + SUM.holdMs]! += holdMs;
  }

  resolved(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    solved: number,
    workMs: number,
    need: number,
    worst: number,
    last: number,
  ): void {
    if (at >= this.edge) this.roll(at);
    const { cell } = this.hands[agent]!;
    this.lived?.resolved(call, type, attempt, solved, workMs, need, worst, last, cell);
  }

  left(at: number, call: number, type: number, how: number): void {
    if (at >= this.edge) this.roll(at);
    this.lived?.left(call, type, how, this.cellOf(at, type, this.frame.groups));
  }

  wrapped(at: number, _call: number, agent: number, wrapMs: number): void {
    if (at >= this.edge) this.roll(at);
    const hand = this.hands[agent]!;
    this.busy.end(hand, at, this.interval, this.start);
    if (hand.cell >= 0 && wrapMs > 0) this.cells[hand.cell + SUM.wrapUpMs]! += wrapMs;
  }

  signedIn(at: number, agent: number): void {
    if (at >= this.edge) this.roll(at);
    this.staffed.come(at, agent, this.hands[agent]!);
  }

  signedOut(at: number, agent: number): void {
    if (at >= this.edge) this.roll(at);
    this.staffed.go(at, agent, this.hands[agent]!);
  }

  ready(at: number, agent: number): void {
    if (at >= this.edge) this.roll(at);
    this.staffed.away(at, this.hands[agent]!, false);
  }

  notReady(at: number, agent: number): void {
    if (at >= this.edge) this.roll(at);
    this.staffed.away(at, this.hands[agent]!, true);
  }

  /** Interval in which a call arrived, or -1 when it came during the warm-up. */
  private intervalOf(at: number): number {
    if (at < this.frame.warmUpMs) return -1;
    // Most calls are answered in the interval of their arrival.
    if (at >= this.start && at < this.edge) return this.interval;
    return Math.min((at / this.frame.intervalMs) | 0, this.frame.intervals);
  }

  private cellOf(at: number, type: number, group: number): number {
    const interval = this.intervalOf(at);
    if (interval < 0) return -1;
    return interval * this.strideInterval + type * this.strideType + group * SUMS;
  }

  /** Goes on to the interval of `at`; the last one, after closing, has no end. */
  private roll(at: number): void {
    const { intervalMs, intervals, lengthMs } = this.frame;
    while (at >= this.edge) {
      this.timeWeighted.sumUpTo(this.edge, this.interval);
      this.busy.settle(this.hands, this.interval);
      this.interval += 1;
      this.here += this.strideInterval;
      this.start = this.edge;
      const end = Math.min((this.interval + 1) * intervalMs, lengthMs);
      this.edge = this.interval >= intervals ? NEVER : end;
    }
  }

  /** The sums of the day that was recorded. */
  sums(): DaySums {
    settleAtOnce(this.cells, this.frame, (calls, i, t, g) => {
      this.answerWaits.add(0, i, t, g, calls);
    });
    const sums = gatherCells(this.cells, this.frame);
    addAreas(sums, this.timeWeighted, this.queue, this.busy, this.staffed.scheduled);
    sums.day[SUM.livedP10] = this.lived?.lowestTenth() ?? Number.NaN;
    this.answerWaits.write(sums);
    leaveOut(sums);
    return sums;
  }
}
