import { lengthen, wholes } from '../../kernel/rows.ts';
import type { TimeWeighted } from '../../kernel/time-weighted.ts';
import type { MeasuresFrame } from './frame.ts';

/**
 * How many calls wait: the area under their number (in `timeWeighted`, one row a type) and the most
 * at once, by interval and by type.
 */
export class Queueing {
  /** Most calls waiting at once: in each interval, and of each type. */
  readonly peaks: number[];
  readonly peaksOfType: number[];
  private waiting = 0;
  /** Calls that began to wait at this very instant: one answered at once may be among them. */
  private readonly justQueued = wholes(16);
  private queuedNow = 0;
  private queuedAt = -1;

  constructor(
    private readonly frame: MeasuresFrame,
    private readonly timeWeighted: TimeWeighted,
  ) {
    this.peaks = wholes(frame.intervals + 1);
    this.peaksOfType = wholes(frame.types);
  }

  clear(): void {
    this.peaks.fill(0);
    this.peaksOfType.fill(0);
    this.waiting = 0;
    this.queuedAt = -1;
  }

  /** A call begins to wait. */
  join(at: number, call: number, type: number, interval: number): void {
    this.timeWeighted.add(type, at);
    this.waiting += 1;
    if (at !== this.queuedAt) this.queuedNow = 0;
    this.queuedAt = at;
    if (this.queuedNow === this.justQueued.length) lengthen(this.justQueued, 2 * this.queuedNow);
    this.justQueued[this.queuedNow++] = call;
    if (at < this.frame.warmUpMs) return;
    if (this.waiting > (this.peaks[interval] as number)) this.peaks[interval] = this.waiting;
    const ofType = this.timeWeighted.countOf(type);
    if (ofType > (this.peaksOfType[type] as number)) this.peaksOfType[type] = ofType;
  }

  /** A call waits no more. */
  leave(at: number, type: number): void {
    this.timeWeighted.remove(type, at);
    this.waiting -= 1;
  }

  /** Did this call begin to wait at this very instant? */
  justJoined(at: number, call: number): boolean {
    if (at !== this.queuedAt) return false;
    for (let i = 0; i < this.queuedNow; i += 1) if (this.justQueued[i] === call) return true;
    return false;
  }
}
