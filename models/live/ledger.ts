import type { DeskView, Voices } from '../../models/doors/live.ts';
import type { RightTime } from './right-time.ts';

/** A call concluded at this desk, as this page weighed it: nothing of it comes from the server. */
export interface Concluded {
  readonly call: number;
  /** When it was decided to conclude, simulated ms; how long one had talked then. */
  readonly at: number;
  readonly talkedMs: number;
  /** Shorter than m0, leave-taking included. */
  readonly below: boolean;
  /** By how much the next minute was worth more to the caller than it cost, waiting minutes. */
  readonly missed: number;
  /** For how long the others had weighed more, ms, and by how much in all, waiting minutes. */
  readonly lateMs: number;
  readonly over: number;
  /** The voice that had been right; 'both' where they hardly differed. */
  readonly right: 'care' | 'hurry' | 'both';
}

/** Below this many minutes of waiting a call was concluded about when both weighed the same. */
export const ROUGHLY = 0.5;
/** A page that heard nothing for so long does not know what a call cost: it leaves it out. */
const GAP_MS = 90_000;
const MINUTE_MS = 60_000;

/** The talk in hand, as last seen. */
interface Open {
  call: number;
  at: number;
  time: RightTime;
  voices: Voices;
  lateMs: number;
  over: number;
  concluded: number;
  /** Looked at all along. */
  whole: boolean;
}

function judged({ at, call, lateMs, over, time, voices }: Open): Concluded {
  const below = time.when === 'early';
  const missed = Math.max(0, voices.care - voices.hurry);
  const right = below || missed >= ROUGHLY ? 'care' : over >= ROUGHLY ? 'hurry' : 'both';
  return { call, at, talkedMs: time.talkedMs, below, missed, lateMs, over, right };
}

/** Which voice had been right about each call that is concluded at a desk. */
export class Ledger {
  private open: Open | null = null;
  private readonly kept: Concluded[] = [];

  get calls(): readonly Concluded[] {
    return [...this.kept];
  }

  /** The desk at this instant, a few times a second. */
  see(now: number, view: DeskView, time: RightTime, voices: Voices): void {
    const state = view.team[view.agent]?.state;
    const call = state === 'talking' || state === 'hold' ? (view.call?.call ?? -1) : -1;
    const { open } = this;
    if (open && open.call !== call) this.close(open, view, state === 'closing');
    if (call < 0) return;
    const { concluded } = view.mine;
    if (open?.call !== call) {
      this.open = { call, at: now, time, voices, lateMs: 0, over: 0, concluded, whole: true };
      return;
    }
    const ms = now - open.at;
    if (ms > GAP_MS) open.whole = false;
    if (ms > 0 && open.time.when === 'late') {
      open.lateMs += ms;
      open.over += (Math.max(0, open.voices.hurry - open.voices.care) * ms) / MINUTE_MS;
    }
    Object.assign(open, { at: now, time, voices });
  }

  /** What was handed on, or broken off, was not concluded. */
  private close(open: Open, view: DeskView, closing: boolean): void {
    const concluded = closing || view.mine.concluded > open.concluded;
    if (concluded && open.whole) this.kept.push(judged(open));
    this.open = null;
  }
}
