import { LEFT } from '../../words/facts.ts';
import { Deaf, type Recorder } from '../../words/recorder.ts';

const MINUTE_MS = 60_000;

/**
 * Counts the harm done from an instant on to all callers but one (MODEL 10): minutes waited,
 * callers who gave up, contacts in vain, callers lost. Each weighs by the value of their type in
 * what `wme` sums; the counts themselves do not weigh.
 */
export class HarmCount extends Deaf implements Partial<Recorder> {
  /** Waiting-minute equivalents. */
  wme = 0;
  waitedMin = 0;
  gaveUp = 0;
  /** Callers with a matter still open who will call tomorrow. */
  tomorrow = 0;
  private from = 0;
  private except = -1;

  /**
   * @param costs in waiting-minute equivalents
   * @param values weight of the harm done to callers of each type
   */
  constructor(
    private readonly costs: {
      readonly abandon: number;
      readonly unresolved: number;
      readonly lost: number;
    },
    private readonly values: readonly number[],
    /** What a minute of waiting to be called back weighs, over one in line. */
    private readonly awayCost = 1,
  ) {
    super();
  }

  /** Begins again at `now`; what becomes of one call is left out. */
  begin(now: number, except: number): void {
    this.wme = 0;
    this.waitedMin = 0;
    this.gaveUp = 0;
    this.tomorrow = 0;
    this.from = now;
    this.except = except;
  }

  /** A caller of this type has waited since then, until now. */
  waited(type: number, since: number, now: number): void {
    const minutes = (now - Math.max(since, this.from)) / MINUTE_MS;
    this.waitedMin += minutes;
    this.harm(type, minutes);
  }

  private harm(type: number, wme: number): void {
    this.wme += wme * (this.values[type] as number);
  }

  answered(at: number, _: number, type: number, __: number, ___: number, waitMs: number): void {
    if (waitMs > 0) this.waited(type, at - waitMs, at);
  }
  relayed(at: number, _: number, type: number, __: number, waitMs: number): void {
    this.waited(type, at - waitMs, at);
  }
  /** A caller of this type has waited since then to be called back, until now. */
  waitedAway(type: number, since: number, now: number): void {
    const minutes = (this.awayCost * (now - Math.max(since, this.from))) / MINUTE_MS;
    this.waitedMin += minutes;
    this.harm(type, minutes);
  }
  calledBack(at: number, _: number, type: number, __: number, ___: number, waitMs: number): void {
    this.waitedAway(type, at - waitMs, at);
  }
  unreached(at: number, _: number, type: number, waitMs: number): void {
    this.waitedAway(type, at - waitMs, at);
  }
  abandoned(at: number, _: number, type: number, __: number, waitMs: number): void {
    this.leaves(at, type, waitMs);
  }
  dropped(at: number, _: number, type: number, waitMs: number): void {
    this.leaves(at, type, waitMs);
  }

  private leaves(at: number, type: number, waitMs: number): void {
    this.waited(type, at - waitMs, at);
    this.gaveUp += 1;
    this.harm(type, this.costs.abandon);
  }

  resolved(_: number, call: number, type: number, __: number, ___: number, solved: number): void {
    if (solved === 0 && call !== this.except) this.harm(type, this.costs.unresolved);
  }
  left(_: number, call: number, type: number, how: number): void {
    if (call === this.except) return;
    if (how === LEFT.lost) this.harm(type, this.costs.lost);
    else if (how === LEFT.tomorrow) this.tomorrow += 1;
  }
}
