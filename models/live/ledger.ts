import { type DeskView, talkedMs } from '../folds/views/desk.ts';
import { insideOf } from '../folds/views/inside.ts';
import type { Fact } from '../words/facts.ts';
import type { Advice } from './advice.ts';
import { type RightTime, RightTimes } from './right-time.ts';
import { type TalkNow, type Voices, voicesOf } from './voices.ts';

/** A call that a person concluded at a desk, and how both voices weighed then. */
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

/** The talk in hand, so far. */
interface OpenTalk {
  readonly call: number;
  lateMs: number;
  over: number;
}

/**
 * Which voice had been right about each call that a person concluded at a desk. Plain JSON, beside
 * the view of the desk and folded from the same facts: what a page that was there all along knows,
 * one that comes later is given.
 */
export interface Ledger {
  /** A person sits at the desk: what the computer does there is nobody's decision. */
  seated: boolean;
  open: OpenTalk | null;
  readonly calls: Concluded[];
}

/** Below this many minutes of waiting a call was concluded about when both weighed the same. */
export const ROUGHLY = 0.5;
/** The voices are weighed at least this often while one talks, simulated ms. */
const STEP_MS = 5_000;
const MINUTE_MS = 60_000;

export const startLedger = (): Ledger => ({ seated: false, open: null, calls: [] });

/** The talk in hand at a desk, or what a talk that began now would be. */
export function talkOf(view: DeskView, intervalMs: number, now: number): TalkNow {
  const interval = Math.max(0, Math.floor(now / intervalMs));
  const type = Math.max(0, view.call?.type ?? 0);
  return {
    agent: view.agent,
    type,
    talkedMs: talkedMs(view, now),
    inside: insideOf(view),
    interval,
    phases: view.call?.phases ?? null,
  };
}

function judged(open: OpenTalk, at: number, time: RightTime, voices: Voices): Concluded {
  const { call, lateMs, over } = open;
  const below = time.when === 'early';
  const missed = Math.max(0, voices.care - voices.hurry);
  const right = below || missed >= ROUGHLY ? 'care' : over >= ROUGHLY ? 'hurry' : 'both';
  return { call, at, talkedMs: time.talkedMs, below, missed, lateMs, over, right };
}

/** Folds facts into ledgers, for all desks of a room. */
export class Bookkeeper {
  private readonly times: RightTimes;

  constructor(
    private readonly advice: Advice,
    private readonly intervalMs: number,
  ) {
    this.times = new RightTimes(advice);
  }

  /** One fact told to the desk; `view` is what it saw before that fact. */
  step(ledger: Ledger, view: DeskView, fact: Fact): void {
    const state = view.team[view.agent]?.state;
    const talking = ledger.seated && (state === 'talking' || state === 'hold');
    const call = talking ? (view.call?.call ?? -1) : -1;
    if (call < 0) ledger.open = null;
    else if (ledger.open?.call !== call) ledger.open = { call, lateMs: 0, over: 0 };
    if (ledger.open) this.goOn(ledger.open, view, fact.at);
    if (!('agent' in fact) || fact.agent !== view.agent) return;
    if (fact.kind === 'seated') ledger.seated = true;
    if (fact.kind === 'unseated') ledger.seated = false;
    // What is handed on, or broken off, is not concluded.
    if (fact.kind === 'hungUp') ledger.open = null;
    if (ledger.open && (fact.kind === 'closing' || fact.kind === 'concluded')) {
      const talk = talkOf(view, this.intervalMs, fact.at);
      const voices = voicesOf(this.advice, talk);
      const time = this.times.of(talk, voices.hurry);
      ledger.calls.push(judged(ledger.open, fact.at, time, voices));
      ledger.open = null;
    }
  }

  /** Counts what it cost to go on until then: between two facts only time passes. */
  private goOn(open: OpenTalk, view: DeskView, until: number): void {
    for (let at = view.at; at < until; ) {
      const edge = (Math.floor(at / this.intervalMs) + 1) * this.intervalMs;
      const next = Math.min(until, edge, at + STEP_MS);
      const talk = talkOf(view, this.intervalMs, (at + next) / 2);
      const voices = voicesOf(this.advice, talk);
      if (this.times.of(talk, voices.hurry).when === 'late') {
        open.lateMs += next - at;
        open.over += (Math.max(0, voices.hurry - voices.care) * (next - at)) / MINUTE_MS;
      }
      at = next;
    }
  }
}
