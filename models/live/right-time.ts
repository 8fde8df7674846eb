import { type Advice, floorOfType } from './advice.ts';
import { phasesOf, speedAt, type TalkNow, tableIn, voicesOf } from './voices.ts';

/**
 * Between which two instants of a talk it may well be concluded, as far as the model knows: before
 * the first, hurrying makes the line longer; from the second on the others weigh more, and
 * lingering costs them more than it helps this caller. In talk time, holds left out, ms.
 */
export interface RightTime {
  readonly talkedMs: number;
  /** Concluded here, the call lasts m0; null where there is no floor. */
  readonly fromMs: number | null;
  /**
   * Here the next minute weighs as much for both, at the price of now: 0 where the others weigh
   * more all along, null where a minute costs them nothing.
   */
  readonly evenMs: number | null;
  readonly when: 'early' | 'right' | 'late';
}

/** Less than this many minutes, shown with one decimal, is none. */
export const NOTHING = 0.05;
/** No talk is looked at beyond: the curve has long been flat. */
const LONGEST_MS = 60 * 60_000;
const STEP_MS = 5_000;

/** From when on the next minute is worth less to the caller than it costs the others. */
function evenMs(advice: Advice, talk: TalkNow, price: number): number {
  const worth = (talkedMs: number) => voicesOf(advice, { ...talk, talkedMs }).care >= price;
  let at = LONGEST_MS;
  // The worth of a minute rises to its best and then falls: the last one that is worth it counts.
  while (at > 0 && !worth(at)) at -= STEP_MS;
  if (at <= 0) return 0;
  let [low, high] = [at, Math.min(LONGEST_MS, at + STEP_MS)];
  while (high - low > 100) {
    const middle = (low + high) / 2;
    if (worth(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The right time of a room's talks. What it found for a price it finds again at once. */
export class RightTimes {
  private readonly even = new Map<string, number>();

  constructor(private readonly advice: Advice) {}

  /** @param price of the next minute to the others, now */
  of(talk: TalkNow, price: number): RightTime {
    const { talkedMs } = talk;
    const floorMs = floorOfType(this.advice, talk.type).ms;
    const { closingMs } = phasesOf(this.advice, talk);
    const fromMs = floorMs === null ? null : Math.max(0, floorMs - closingMs);
    const even = price < NOTHING ? null : this.evenOf(talk, price);
    const early = fromMs !== null && talkedMs < fromMs;
    const late = even !== null && talkedMs > even;
    return { talkedMs, fromMs, evenMs: even, when: early ? 'early' : late ? 'late' : 'right' };
  }

  private evenOf(talk: TalkNow, price: number): number {
    const { agent, interval, type } = talk;
    const speed = speedAt(this.advice, agent, type);
    const { openingMs } = phasesOf(this.advice, talk);
    // Of the instant only what a matter is worth then makes a difference; of the desk, its speed.
    const { value } = tableIn(this.advice, interval);
    const key = `${type} ${speed} ${value} ${price} ${openingMs}`;
    const known = this.even.get(key);
    if (known !== undefined) return known;
    const found = evenMs(this.advice, talk, price);
    this.even.set(key, found);
    return found;
  }
}
