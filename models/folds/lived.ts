import { Sketch } from '../kernel/sketch.ts';
import { LEFT as LEFT_ } from '../words/facts.ts';
import { components, Journeys, type LivedPlan, livedScore, strictScore } from './journey.ts';
import { HARM as HARM_, SUM as SUM_ } from './sums.ts';

const LEFT = LEFT_;
const HARM = HARM_;
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
  /** Of each type: the needs, in thousandths, that part the easy, middle and hard thirds. */
  readonly thirds: readonly (readonly [number, number])[];
}

const MINUTE_MS = 60_000;
/** In the place of a journey: its call is unknown, or the journey went on with another call. */
const NOBODY = -1;
/** The call of a journey is over, the journey perhaps not: this less its row. */
const AWAITED = -2;
/** Scores are kept in hundredths of a point: the sketch takes whole numbers. */
const HUNDREDTHS = 100;

/** Follows every caller from the first call to the last, and counts what it came to (RULES E). */
export class Lived {
  private readonly journeys = new Journeys();
  /** The journey of each call, by number; AWAITED less the journey once the call is over. */
  private journeyOf = new Int32Array(1_024);
  private readonly parts = new Float64Array(4);
  readonly scores = new Sketch();

  constructor(
    private readonly frame: LivedFrame,
    private readonly cells: number[],
  ) {}

  clear(): void {
    this.journeys.clear();
    this.scores.clear();
  }

  arrived(call: number, cause: number): void {
    if (call >= this.journeyOf.length) {
      const longer = new Int32Array(2 * Math.max(call, this.journeyOf.length));
      longer.set(this.journeyOf);
      this.journeyOf = longer;
    }
    // One on record may call again while the first call still lasts: that is a journey of its own.
    const known = cause < 0 ? NOBODY : (this.journeyOf[cause] as number);
    const goesOn = known <= AWAITED;
    if (goesOn) this.journeyOf[cause] = NOBODY;
    const journey = goesOn ? AWAITED - known : this.journeys.begin();
    this.journeyOf[call] = journey;
    this.journeys.attempt(journey);
    // A matter resolved before is not the one of this call.
    this.journeys.solve(journey, 0);
  }

  answered(call: number, type: number, waitMs: number, cell: number): void {
    this.journeys.waited(this.journey(call), waitMs, this.frame.plan);
    if (cell >= 0) this.harm(cell, type, HARM.minutes, waitMs / MINUTE_MS, 1);
  }

  /** Met again after a transfer: waited again meanwhile, in the same attempt. */
  relayed(call: number, type: number, waitMs: number, cell: number): void {
    this.answered(call, type, waitMs, cell);
  }

  /** Gave up, or was refused at the door: nobody met this caller. */
  unserved(call: number, type: number, waitMs: number, abandoned: boolean, cell: number): void {
    const journey = this.journey(call);
    this.journeys.waited(journey, waitMs, this.frame.plan);
    this.journeys.met(journey, 0);
    this.journeyOf[call] = AWAITED - journey;
    if (cell < 0) return;
    this.harm(cell, type, HARM.minutes, waitMs / MINUTE_MS, 1);
    if (abandoned) this.harm(cell, type, HARM.abandoned, 1, this.frame.costs.abandoned);
  }

  transferred(call: number): void {
    this.journeys.transfer(this.journey(call));
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
    const { cells, frame, journeys } = this;
    const journey = this.journey(call);
    journeys.met(journey, worst / 1_000);
    journeys.met(journey, last / 1_000);
    journeys.solve(journey, solved);
    this.journeyOf[call] = AWAITED - journey;
    if (cell < 0) return;
    cells[cell + (solved === 1 ? SUM.resolved : SUM.unresolved)]! += 1;
    if (solved === 0) this.harm(cell, type, HARM.unresolved, 1, frame.costs.unresolved);
    cells[cell + SUM.workMs]! += workMs;
    if (attempt > 0) return;
    const [low, high] = frame.thirds[type] as readonly [number, number];
    const third = need <= low ? SUM.easy : need <= high ? SUM.middle : SUM.hard;
    cells[cell + third]! += 1;
    cells[cell + third + 1]! += solved;
  }

  /**
   * The caller of this call, which is over, is gone; counted in this cell, of the interval in which
   * it was. One who will call tomorrow is scored as the journey stands (RULES E4): were they left
   * out, a policy that ends few matters in the day would be judged by the lucky ones.
   */
  left(call: number, type: number, how: number, cell: number): void {
    const { cells, frame, parts } = this;
    const journey = AWAITED - this.journey(call);
    this.journeyOf[call] = NOBODY;
    components(frame.plan, this.journeys, journey, parts);
    this.journeys.end(journey);
    if (cell < 0) return;
    const place = how === LEFT.content ? SUM.content : how === LEFT.lost ? SUM.lost : SUM.tomorrow;
    cells[cell + place]! += 1;
    if (how === LEFT.lost) this.harm(cell, type, HARM.lost, 1, frame.costs.lost);
    const score = livedScore(frame.plan, parts);
    this.scores.add(Math.round(score * HUNDREDTHS));
    cells[cell + SUM.journeys]! += 1;
    cells[cell + SUM.lived]! += score;
    cells[cell + SUM.livedStrict]! += strictScore(frame.plan, parts);
    if (score < frame.poorBelow) cells[cell + SUM.poorlyLived]! += 1;
    for (let k = 0; k < 4; k += 1) cells[cell + SUM.livedParts + k]! += parts[k]!;
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

  private journey(call: number): number {
    return this.journeyOf[call] as number;
  }
}
