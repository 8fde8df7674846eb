import {
  type Advice,
  type DeskView,
  floorOfType,
  NOTHING,
  type RightTime,
  RightTimes,
  tableIn,
  talkOf,
  type Voices,
  voicesOf,
} from '../../models/doors/live.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import { behind } from './behind.ts';
import { type PriceSample, Prices } from './prices.ts';

/**
 * What is true of the others: nobody waits and a minute costs nothing; nobody waits, but those who
 * will call would; somebody waits, and it costs next to nothing; somebody waits, and it costs.
 */
export type Others = 'free' | 'coming' | 'slight' | 'waiting';

/** What the next minute of one desk is worth, as it stood a moment ago. */
export interface Weighed {
  readonly at: number;
  readonly voices: Voices;
  /** Somebody is on the line, and can still be given time. */
  readonly talking: boolean;
  /** Somebody is, and the line weighs more. */
  readonly crossed: boolean;
  readonly others: Others;
  /** Who calls again, of those whose matter is not resolved. */
  readonly again: Advice['again'];
  readonly right: RightTime;
  /** The most a minute can cost the others now. */
  readonly dearest: number;
  readonly samples: readonly PriceSample[];
  /** What the following minutes would be worth to the caller, if the talk goes on. */
  readonly ahead: readonly { readonly at: number; readonly care: number }[];
}

/** @param waiting how many are in the line */
export function othersOf(price: number, waiting: number): Others {
  if (waiting === 0) return price < NOTHING ? 'free' : 'coming';
  return price < NOTHING ? 'slight' : 'waiting';
}

/** How often it is weighed anew, real ms. */
const EVERY_MS = 240;
/** How far ahead is looked, and how finely, simulated ms. */
export const AHEAD_MS = 2 * 60_000;
const AHEAD_STEP_MS = 10_000;

/** The scale of one desk: both voices and the prices of the last minutes, four times a second. */
export class Weighing {
  private readonly prices = new Prices();
  private times: RightTimes | null = null;
  private last: Weighed | null = null;
  private lastReal = -Infinity;
  private lastN = -1;

  /**
   * @param n number of the last fact: what has changed is weighed at once
   * @param realNow real instant, ms
   */
  weigh(
    advice: Advice,
    publicView: PublicView,
    view: DeskView,
    now: number,
    n: number,
    realNow: number,
  ): Weighed {
    const fresh = n === this.lastN && realNow - this.lastReal < EVERY_MS;
    if (this.last && fresh) return this.last;
    this.lastReal = realNow;
    this.lastN = n;
    this.last = this.look(advice, publicView, view, now);
    return this.last;
  }

  private look(advice: Advice, publicView: PublicView, view: DeskView, now: number): Weighed {
    const state = view.team[view.agent]?.state;
    const talking = state === 'talking' || state === 'hold';
    const talk = talkOf(view, publicView.intervalMs, now);
    const voices = voicesOf(advice, talk);
    this.prices.see({ at: now, price: voices.hurry, care: talking ? voices.care : null });
    const floor = floorOfType(advice, talk.type);
    this.times ??= new RightTimes(advice);
    const right = this.times.of(talk, voices.hurry);
    const ahead: { at: number; care: number }[] = [];
    // On hold nobody can tell when the talk goes on.
    for (let ms = 0; state === 'talking' && ms <= AHEAD_MS; ms += AHEAD_STEP_MS) {
      const later = { ...talk, talkedMs: talk.talkedMs + ms };
      ahead.push({ at: now + ms, care: voicesOf(advice, later).care });
    }
    return {
      at: now,
      voices,
      talking,
      crossed: talking && voices.hurry >= NOTHING && voices.hurry > voices.care,
      others: othersOf(voices.hurry, behind(view.line, view.call?.call ?? -1).n),
      again: talking ? floor.again : advice.again,
      right,
      dearest: Math.max(...tableIn(advice, talk.interval).price),
      samples: this.prices.samples,
      ahead,
    };
  }
}
