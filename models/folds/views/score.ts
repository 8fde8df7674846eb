import { log } from '../../kernel/log.ts';
import type { Fact } from '../../words/facts.ts';
import type { Tie, Waiting } from './line.ts';

/** One call in the hands of one agent. Instants are -1 until they come. */
export interface Note {
  call: number;
  type: number;
  attempt: number;
  agent: number;
  /** Arrival in the centre, or -1 where it was not seen. */
  arrivedAt: number;
  /** Start of the wait before this note: the arrival, or the transfer. */
  since: number;
  /** Where that wait stood on the waiting staff, or -1. */
  lane: number;
  answeredAt: number;
  /** [from, to] of each hold; `to` is -1 while it lasts. */
  holds: [number, number][];
  /** Since when the caller is being taken leave of. */
  closingAt: number;
  concludedAt: number;
  wrappedAt: number;
  /** It ended by a transfer. */
  transferred: boolean;
  /** It began by one. */
  relayed: boolean;
  /**
   * How long the call was beside those of its type so far: standard deviations of the logarithm
   * from its mean, to one decimal, -3 (hurried) to 3 (long). 0 until it can be told.
   */
  tempo: number;
  /** When its caller came back, or -1. */
  returnedAt: number;
  /** The call that caused it, if it is a repeat whose cause is remembered. */
  tie: Tie | null;
}

/** A caller who was never answered: gave up, or was refused at the door. */
export interface Cross {
  call: number;
  type: number;
  attempt: number;
  since: number;
  at: number;
  lane: number;
  blocked: boolean;
  returnedAt: number;
  tie: Tie | null;
}

/** What the score draws, beside the callers who wait (line.ts). */
export interface ScoreView {
  /** Only the notes of this agent; -1 for everybody's, and the crosses. */
  only: number;
  windowMs: number;
  limit: number;
  /** In order of answer; those that ended more than `windowMs` ago are forgotten. */
  notes: Note[];
  crosses: Cross[];
  /** Ends of calls, older than the window too: what a repeat call is tied to. */
  ends: Tie[];
  endsLimit: number;
  /** Of each type: calls concluded, sum of log talk seconds, sum of its squares. */
  usual: [number, number, number][];
  /** Last instant at which old notes were forgotten. */
  sweptAt: number;
}

/**
 * A page shows less time of a large centre: its minutes are wider, and its snapshot stays small.
 */
const WINDOW_MS = 45 * 60_000;
const LARGE = 60;
const LARGE_WINDOW_MS = 26 * 60_000;
const NOTES = 2_000;
const ENDS = 1_500;
const SWEEP_MS = 60_000;
/** Calls of a type needed before one can be called short or long. */
const ENOUGH = 8;

/** The score of a whole centre, or of one agent (`only`). */
export function startScore(agents: number, only = -1): ScoreView {
  const own = only >= 0;
  return {
    only,
    windowMs: agents > LARGE && !own ? LARGE_WINDOW_MS : WINDOW_MS,
    limit: own ? 120 : NOTES + agents,
    notes: [],
    crosses: [],
    ends: [],
    endsLimit: own ? 200 : ENDS,
    usual: [],
    sweptAt: 0,
  };
}

const current = (score: ScoreView, call: number, agent: number): Note | undefined =>
  score.notes.findLast((note) => note.call === call && note.agent === agent);

/** Drops the oldest of a list a block at a time, so that a full list costs little at each fact. */
function bound<T>(list: T[], limit: number): void {
  const slack = Math.ceil(limit / 8);
  if (list.length >= limit + slack) list.splice(0, list.length - limit);
}

function sweep(score: ScoreView, at: number): void {
  if (at - score.sweptAt < SWEEP_MS) return;
  score.sweptAt = at;
  const from = at - score.windowMs;
  score.notes = score.notes.filter((note) => {
    const endedAt = Math.max(note.concludedAt, note.wrappedAt);
    return note.concludedAt < 0 || endedAt >= from;
  });
  score.crosses = score.crosses.filter((cross) => cross.at >= from);
}

/** The tempo (see Note) of a talk of this length, beside the calls of its type so far. */
export function tempoOf(score: ScoreView, type: number, talkMs: number): number {
  const [n, sum, squares] = score.usual[type] ?? [0, 0, 0];
  if (n < ENOUGH) return 0;
  const mean = sum / n;
  const spread = Math.sqrt(Math.max(0, squares / n - mean * mean));
  // Below a spread of 5 % all calls of the type are alike: none is short or long.
  if (spread < 0.05) return 0;
  const deviation = (logSeconds(talkMs) - mean) / spread;
  const tenths = Math.round(Math.max(-3, Math.min(3, deviation)) * 10);
  return tenths === 0 ? 0 : tenths / 10;
}

const logSeconds = (ms: number): number => log(Math.max(1, ms) / 1_000);

/** Counts a talk among those of its type. */
function learn(score: ScoreView, type: number, talkMs: number): void {
  while (score.usual.length <= type) score.usual.push([0, 0, 0]);
  const usual = score.usual[type];
  if (!usual) return;
  const x = logSeconds(talkMs);
  usual[0]++;
  usual[1] += x;
  usual[2] += x * x;
}

/** The end of a call that may be repeated, newest first. */
const endOf = (score: ScoreView, call: number): Tie | undefined =>
  score.ends.findLast((end) => end.call === call);

function tieTo(score: ScoreView, entry: Waiting, at: number): void {
  const end = endOf(score, entry.cause);
  if (!end) return;
  entry.tie = { ...end };
  const note = score.notes.findLast((one) => one.call === end.call);
  const cross = note ? undefined : score.crosses.findLast((one) => one.call === end.call);
  const cause = note ?? cross;
  if (cause) cause.returnedAt = at;
}

function begin(
  score: ScoreView,
  at: number,
  agent: number,
  entry: Waiting,
  relayed: boolean,
): void {
  if (score.only >= 0 && score.only !== agent) return;
  const { call, type, attempt, arrivedAt, since, lane, tie } = entry;
  const ends = {
    closingAt: -1,
    concludedAt: -1,
    wrappedAt: -1,
    transferred: false,
    relayed,
    tempo: 0,
    returnedAt: -1,
  };
  score.notes.push({
    call,
    type,
    attempt,
    agent,
    arrivedAt,
    since,
    lane,
    answeredAt: at,
    holds: [],
    ...ends,
    tie,
  });
  bound(score.notes, score.limit);
}

function finish(score: ScoreView, at: number, call: number, agent: number): Note | undefined {
  const note = current(score, call, agent);
  if (!note) return undefined;
  note.concludedAt = at;
  const last = note.holds.at(-1);
  if (last && last[1] < 0) last[1] = at;
  return note;
}

function remember(score: ScoreView, end: Tie): void {
  if (score.only >= 0 && score.only !== end.agent) return;
  score.ends.push(end);
  bound(score.ends, score.endsLimit);
}

function lose(score: ScoreView, at: number, entry: Waiting, blocked: boolean): void {
  remember(score, { call: entry.call, at, agent: -1, lane: entry.lane, tempo: 0 });
  if (score.only >= 0) return;
  const { call, type, attempt, since, lane, tie } = entry;
  score.crosses.push({ call, type, attempt, since, at, lane, blocked, returnedAt: -1, tie });
  bound(score.crosses, score.limit);
}

/** Folds one fact into the score; `entry` is the caller it speaks of, as the line knew it. */
export function stepScore(score: ScoreView, fact: Fact, entry: Waiting | null): void {
  const { at } = fact;
  sweep(score, at);
  switch (fact.kind) {
    case 'arrived':
      if (entry && fact.cause >= 0) tieTo(score, entry, at);
      return;
    case 'answered':
    case 'relayed':
      if (entry) begin(score, at, fact.agent, entry, fact.kind === 'relayed');
      return;
    case 'calledBack':
      // Who was called back did not wait in line until now.
      if (entry) begin(score, at, fact.agent, { ...entry, lane: -1, since: at }, false);
      return;
    case 'held':
      current(score, fact.call, fact.agent)?.holds.push([at, -1]);
      return;
    case 'hungUp':
    case 'resumed': {
      const last = current(score, fact.call, fact.agent)?.holds.at(-1);
      if (last) last[1] = at;
      return;
    }
    case 'closing': {
      const note = current(score, fact.call, fact.agent);
      if (note) note.closingAt = at;
      return;
    }
    case 'transferred': {
      const note = finish(score, at, fact.call, fact.agent);
      if (note) note.transferred = true;
      return;
    }
    case 'concluded': {
      const tempo = tempoOf(score, fact.type, fact.talkMs);
      learn(score, fact.type, fact.talkMs);
      const note = finish(score, at, fact.call, fact.agent);
      if (note) note.tempo = tempo;
      const { call, agent } = fact;
      return remember(score, { call, at, agent, lane: note?.lane ?? -1, tempo });
    }
    case 'wrapped': {
      const note = current(score, fact.call, fact.agent);
      if (note) note.wrappedAt = at;
      return;
    }
    case 'blocked':
    case 'abandoned':
    case 'dropped':
      if (entry) lose(score, at, entry, fact.kind === 'blocked');
      return;
    case 'unreached':
      if (entry) lose(score, at, { ...entry, lane: -1, since: at }, false);
      return;
    default:
  }
}
