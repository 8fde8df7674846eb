import { reals } from '../../kernel/rows.ts';
import type { Fact } from '../../words/facts.ts';
import { Lived, type LivedFrame } from './lived.ts';
import { SUM as SUM_, SUMS as SUMS_ } from './sums.ts';

const SUM = SUM_;
const SUMS = SUMS_;

/** Sums over all journeys that are over for the day: nothing of any one of them. */
export interface LivedSoFar {
  readonly callers: number;
  /** Mean score, 0 to 100, and that of the worst-served tenth. */
  readonly mean: number;
  readonly lowestTenth: number;
  /** Share of them below 50. */
  readonly poorly: number;
  /** Share whose matter is resolved, and share lost. */
  readonly resolved: number;
  readonly lost: number;
}

/** How a day has been lived so far, fact by fact: the same count as that of a study (lived.ts). */
export class LivedNow {
  private readonly cells = reals(SUMS);
  private readonly lived: Lived;

  constructor(frame: LivedFrame) {
    this.lived = new Lived(frame, this.cells);
  }

  /** Facts in order, none left out, as the centre told them. */
  step(fact: Fact): void {
    const { lived } = this;
    switch (fact.kind) {
      case 'arrived':
        return lived.arrived(fact.call, fact.cause);
      case 'answered':
        return lived.answered(fact.call, fact.type, fact.waitMs, 0);
      case 'abandoned':
      case 'dropped':
        return lived.unserved(fact.call, fact.type, fact.waitMs, true, 0);
      case 'blocked':
        return lived.unserved(fact.call, fact.type, 0, false, 0);
      case 'relayed':
        return lived.relayed(fact.call, fact.type, fact.waitMs, 0);
      case 'calledBack':
        return lived.calledBack(fact.call, fact.type, fact.waitMs, 0);
      case 'unreached':
        return lived.unreached(fact.call, fact.type, fact.waitMs, 0);
      case 'transferred':
        return lived.transferred(fact.call, fact.type, fact.holdMs, 0);
      case 'concluded':
        return lived.held(fact.call, fact.type, fact.holdMs, 0);
      case 'resolved': {
        const { attempt, call, last, need, solved, type, workMs, worst } = fact;
        return lived.resolved(call, type, attempt, solved, workMs, need, worst, last, 0);
      }
      case 'left':
        return lived.left(fact.call, fact.type, fact.how, 0);
      default:
    }
  }

  /** Null before the first caller's story is over. */
  soFar(): LivedSoFar | null {
    const of = (k: number): number => this.cells[k] as number;
    const callers = of(SUM.journeys);
    if (callers === 0) return null;
    return {
      callers,
      mean: of(SUM.lived) / callers,
      lowestTenth: this.lived.lowestTenth(),
      poorly: of(SUM.poorlyLived) / callers,
      resolved: of(SUM.livedParts) / callers,
      lost: of(SUM.lost) / callers,
    };
  }
}
