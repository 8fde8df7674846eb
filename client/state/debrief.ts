import type { Observable } from 'rxjs';
import type { Reply, WhatIf } from '../../models/doors/live.ts';
import type {
  Advice,
  DayRecord,
  Debrief,
  DebriefAsk,
  Debriefed,
  Decision,
  Fortune,
  MaskShare,
  OnAverage,
  ThatDay,
} from '../../models/doors/play.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import type { RoomState } from './room.ts';

/** What is asked of a day that is over, piece by piece, and what has come back. */

/** What is followed of the room whose day it was. */
export type DebriefView = Pick<RoomState, 'clock' | 'host' | 'publicView' | 'record' | 'refusal'>;

/** Where a day that is over is told: a room of the server, or one file. */
export interface DebriefRoom {
  readonly state$: Observable<DebriefView>;
  debrief(ask: DebriefAsk): Promise<Reply<Debriefed>>;
  close(): void;
  /** The same callers otherwise, where no server is asked. */
  readonly whatIf?: () => Promise<Reply<WhatIf>>;
  /** One's own words, where they came with the day. */
  readonly words?: Readonly<Record<string, string>>;
}

export type Bet = 'better' | 'same' | 'worse';
export const BETS = ['better', 'same', 'worse'] as const satisfies readonly Bet[];
export type Kind = 'given' | 'refused' | 'paid';

/** One talk taken otherwise: what one bet, and what was found. */
export interface Tried {
  readonly minutes: number;
  readonly bet: Bet;
  readonly story: ThatDay | null;
  readonly average: OnAverage | null;
  readonly problem: Problem | null;
}

export interface DebriefState {
  readonly found: Debrief | null;
  /** The rules by which it was worked out. */
  readonly rules: string;
  /** The desk whose day it was. */
  readonly agent: number;
  readonly problem: Problem | null;
  /** By the place of the talk. */
  readonly tried: ReadonlyMap<number, Tried>;
  readonly luck: Fortune | Problem | 'working' | null;
  /** The one advice; null until it is there, or where none can be given. */
  readonly advice: Advice | null;
  /** One's own guess, before the masks are told. */
  readonly guess: MaskShare['mask'] | null;
  /** The same callers otherwise were asked for. */
  readonly others: boolean;
}

const NOTHING: DebriefState = {
  found: null,
  rules: '',
  agent: 0,
  problem: null,
  tried: new Map(),
  luck: null,
  advice: null,
  guess: null,
  others: false,
};

const HALF_MIN = 30_000;

/** How much earlier, or later, the talk is ended instead, minutes: half of what was on the line. */
export function otherwise(kind: Kind, { talkedMs }: Pick<Decision, 'talkedMs'>): number {
  if (kind === 'refused') return 1;
  const halves = Math.max(1, Math.min(4, Math.floor(talkedMs / HALF_MIN / 2)));
  return -halves / 2;
}

/** What was found says of a bet: right, wrong, or that it stays open. */
export function judged({ average, bet, story }: Tried): boolean | null {
  if (average !== null && average.verdict !== 'undecided') return average.verdict === bet;
  if (story === null) return null;
  const { wme } = story.difference;
  // One day is a story: only where nothing moved does it settle a bet.
  return wme === 0 ? bet === 'same' : null;
}

export class Debriefing {
  state: DebriefState = NOTHING;

  constructor(
    private readonly asks: (what: DebriefAsk) => Promise<Reply<Debriefed>>,
    private readonly changed: () => void,
  ) {}

  /** One question at a time is answered: the next one waits for its turn. */
  private last: Promise<unknown> = Promise.resolve();
  private ask(what: DebriefAsk): Promise<Reply<Debriefed>> {
    const next = this.last.then(() => this.asks(what));
    this.last = next.catch(() => {});
    return next;
  }

  private set(change: Partial<DebriefState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }

  guess(guess: MaskShare['mask']): void {
    this.set({ guess });
  }

  playOthers(): void {
    this.set({ others: true });
  }

  /** All that the day follows from, or why it is not given. */
  async record(): Promise<DayRecord | Problem> {
    const reply = await this.ask({ what: 'record' });
    if (!reply.ok) return reply.problem;
    if (reply.what !== 'record') throw new TypeError('another answer was asked for');
    return reply.found;
  }

  async begin(): Promise<void> {
    const reply = await this.ask({ what: 'begin' });
    if (!reply.ok) return this.set({ problem: reply.problem });
    if (reply.what === 'begin')
      this.set({
        found: reply.found,
        rules: reply.rules,
        agent: reply.agent,
        problem: null,
      });
  }

  /** Where none is given nothing is said: the page does not wait for it. */
  async advise(): Promise<void> {
    const reply = await this.ask({ what: 'advice' });
    if (reply.ok && reply.what === 'advice') this.set({ advice: reply.found });
  }

  async wager(talk: number, minutes: number, bet: Bet): Promise<void> {
    if (this.state.tried.has(talk)) return;
    const put = (change: Partial<Tried>): void => {
      const before = this.state.tried.get(talk) ?? EMPTY;
      this.set({
        tried: new Map(this.state.tried).set(talk, { ...before, minutes, bet, ...change }),
      });
    };
    put({});
    const story = await this.ask({ what: 'thatDay', talk, minutes });
    if (!story.ok) return put({ problem: story.problem });
    if (story.what === 'thatDay') put({ story: story.found });
    const average = await this.ask({ what: 'onAverage', talk, minutes });
    if (!average.ok) return put({ problem: average.problem });
    if (average.what === 'onAverage') put({ average: average.found });
  }

  async fortune(): Promise<void> {
    if (this.state.luck === 'working') return;
    this.set({ luck: 'working' });
    const reply = await this.ask({ what: 'luck' });
    if (!reply.ok) this.set({ luck: reply.problem });
    else if (reply.what === 'luck') this.set({ luck: reply.found });
  }
}

const EMPTY = { story: null, average: null, problem: null };
