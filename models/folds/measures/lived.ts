import { wholes } from '../../kernel/rows.ts';
import { Sketch } from '../../kernel/sketch.ts';
import { LEFT as LEFT_ } from '../../words/facts.ts';
import {
  effortOf,
  Journey,
  type LivedPlan,
  livedScore,
  strictScore,
  WELL_MET as WELL_MET_,
  waitOf,
} from './journey.ts';
import { HARM as HARM_, NEED as NEED_, SUM as SUM_ } from './sums.ts';

const LEFT = LEFT_;
const WELL_MET = WELL_MET_;
const HARM = HARM_;
const NEED = NEED_;
const SUM = SUM_;

/** What harm costs, in waiting-minute equivalents: one minute of one caller's wait is 1. */
export interface HarmCosts {
  readonly abandoned: number;
  readonly unresolved: number;
  readonly lost: number;
}

/** What a scenario with an arbitration of time adds to the frame of the report. */
export interface LivedFrame {
  readonly plan: LivedPlan;
  readonly costs: HarmCosts;
  /** Below this score a journey was badly lived. */
  readonly poorBelow: number;
  /** Weight of the harm done to callers of each type. */
  readonly values: readonly number[];
  /** What a minute of waiting to be called back weighs, over one in line. */
  readonly awayCost: number;
  /** Of each type: the needs, in thousandths, that part the easy, middle and hard thirds. */
  readonly thirds: readonly (readonly [number, number])[];
}

const MINUTE_MS = 60_000;
/** No need is greater, in thousandths. */
const MOST_NEED = 0x7fff_ffff;
/** Scores are kept in hundredths of a point: the sketch takes whole numbers. */
const HUNDREDTHS = 100;

/** Needs are whole thousandths: at most so many is at most the whole part of it. */
function wholeNeeds(bounds: readonly number[]): number[] {
  const needs = wholes(bounds.length);
  bounds.forEach((bound, type) => {
    needs[type] = Math.floor(Math.min(bound, MOST_NEED));
  });
  return needs;
}

/** Follows every caller from the first call to the last, and counts what it came to (RULES E). */
export class Lived {
  /** The journey of each call, by number; null where it went on with another call, or is over. */
  private readonly journeyOf: (Journey | null)[] = [];
  /** Journeys that are over: another caller takes them over. */
  private readonly free: Journey[] = [];
  /** Of each type: the last need of the easy and of the middle third, in whole thousandths. */
  private readonly easyUpTo: readonly number[];
  private readonly middleUpTo: readonly number[];
  readonly scores = new Sketch();

  constructor(
    private readonly frame: LivedFrame,
    private readonly cells: number[],
  ) {
    this.easyUpTo = wholeNeeds(frame.thirds.map(([low]) => low));
    this.middleUpTo = wholeNeeds(frame.thirds.map(([, high]) => high));
  }

  clear(): void {
    const { free, journeyOf } = this;
    for (let call = 0; call < journeyOf.length; call += 1) {
      const journey = journeyOf[call] as Journey | null;
      if (journey === null) continue;
      free.push(journey);
      journeyOf[call] = null;
    }
    this.scores.clear();
  }

  arrived(call: number, cause: number): void {
    const { journeyOf } = this;
    // One on record may call again while the first call still lasts: that is a journey of its own.
    const known = cause < 0 ? null : (journeyOf[cause] as Journey | null);
    let journey: Journey;
    if (known?.awaited) {
      journey = known;
      journeyOf[cause] = null;
    } else {
      journey = this.free.pop() ?? new Journey();
      journey.begin();
    }
    journeyOf[call] = journey;
    journey.attempt();
  }

  answered(call: number, type: number, waitMs: number, cell: number): void {
    this.journey(call).waited(waitMs);
    if (cell >= 0) this.harm(cell, type, HARM.minutes, waitMs / MINUTE_MS, 1);
  }

  /** Met again after a transfer: waited again meanwhile, in the same attempt. */
  relayed(call: number, type: number, waitMs: number, cell: number): void {
    this.answered(call, type, waitMs, cell);
  }

  /** Gave up, or was refused at the door: nobody met this caller. */
  unserved(call: number, type: number, waitMs: number, abandoned: boolean, cell: number): void {
    const journey = this.journey(call);
    journey.waited(waitMs);
    journey.met(0, 0);
    journey.awaited = true;
    if (cell < 0) return;
    this.harm(cell, type, HARM.minutes, waitMs / MINUTE_MS, 1);
    if (abandoned) this.harm(cell, type, HARM.abandoned, 1, this.frame.costs.abandoned);
  }

  /** Called back: a wait away from the line counts for less. */
  calledBack(call: number, type: number, waitMs: number, cell: number): void {
    this.answered(call, type, Math.round(waitMs * this.frame.awayCost), cell);
  }

  /** Called back in vain: nobody met this caller, who was not there. */
  unreached(call: number, type: number, waitMs: number, cell: number): void {
    this.calledBack(call, type, waitMs, cell);
    this.journey(call).awaited = true;
  }

  /** Was on hold in this talk, all holds together: who is held waits (RULES L9). */
  held(call: number, type: number, holdMs: number, cell: number): void {
    if (holdMs > 0) this.answered(call, type, holdMs, cell);
  }

  transferred(call: number, type: number, holdMs: number, cell: number): void {
    this.held(call, type, holdMs, cell);
    this.journey(call).transfers += 1;
  }

  /** What a contact came to; `cell` is that of its interval, type and group. */
  resolved(
    call: number,
    type: number,
    attempt: number,
    solved: number,
    workMs: number,
    need: number,
    worst: number,
    last: number,
    cell: number,
  ): void {
    const { cells } = this;
    const journey = this.journey(call);
    journey.met(worst, last);
    journey.solved = solved;
    journey.awaited = true;
    // NEED: one more for each bound beyond which the need lies (their difference has a sign bit).
    const third = ((this.easyUpTo[type]! - need) >>> 31) + ((this.middleUpTo[type]! - need) >>> 31);
    // One whom nobody met has a need too, which no fact tells: the first contact does (RULES E5).
    if (journey.third === NEED.unmet) journey.third = third;
    if (cell < 0) return;
    cells[cell + (solved === 1 ? SUM.resolved : SUM.unresolved)]! += 1;
    if (solved === 0) this.harm(cell, type, HARM.unresolved, 1, this.frame.costs.unresolved);
    cells[cell + SUM.workMs]! += workMs;
    if (attempt > 0) return;
    const place = cell + SUM.easy + 2 * third;
    cells[place]! += 1;
    cells[place + 1]! += solved;
  }

  /**
   * The caller of this call, which is over, is gone; counted in this cell, of the interval in which
   * it was. One who will call tomorrow is scored as the journey stands (RULES E4): were they left
   * out, a policy that ends few matters in the day would be judged by the lucky ones.
   */
  left(call: number, type: number, how: number, cell: number): void {
    const journey = this.journey(call);
    this.journeyOf[call] = null;
    this.free.push(journey);
    if (cell < 0) return;
    const place = how === LEFT.content ? SUM.content : how === LEFT.lost ? SUM.lost : SUM.tomorrow;
    this.cells[cell + place]! += 1;
    if (how === LEFT.lost) this.harm(cell, type, HARM.lost, 1, this.frame.costs.lost);
    this.score(journey, cell);
  }

  /** Counts how a journey was lived. */
  private score(journey: Journey, cell: number): void {
    const { cells } = this;
    const { plan, poorBelow } = this.frame;
    const { solved } = journey;
    const wait = waitOf(plan, journey);
    const effort = effortOf(plan, journey);
    const moments = journey.worst + journey.last;
    const relation = moments / (2 * WELL_MET);
    const score = livedScore(plan, solved, wait, effort, relation);
    this.scores.add(Math.round(score * HUNDREDTHS));
    cells[cell + SUM.journeys]! += 1;
    cells[cell + SUM.lived]! += score;
    cells[cell + SUM.livedStrict]! += strictScore(plan, solved, wait, effort, moments);
    const byNeed = cell + SUM.byNeed + 2 * journey.third;
    cells[byNeed]! += 1;
    cells[byNeed + 1]! += score;
    if (score < poorBelow) cells[cell + SUM.poorlyLived]! += 1;
    cells[cell + SUM.livedParts]! += solved;
    cells[cell + SUM.livedParts + 1]! += wait;
    cells[cell + SUM.livedParts + 2]! += effort;
    cells[cell + SUM.livedParts + 3]! += relation;
  }

  /** The score below which one caller in ten lies; NaN where nobody has left. */
  lowestTenth(): number {
    return this.scores.count === 0 ? Number.NaN : this.scores.quantile(0.1) / HUNDREDTHS;
  }

  /** So many of a harm (HARM) to a caller of this type, each of this cost. */
  private harm(cell: number, type: number, kind: number, many: number, cost: number): void {
    const value = this.frame.values[type] as number;
    this.cells[cell + SUM.harms + kind]! += many * value;
    this.cells[cell + SUM.costWme]! += many * cost * value;
  }

  private journey(call: number): Journey {
    return this.journeyOf[call] as Journey;
  }
}
