import { type Fact, type MaskName, USUAL_MASK } from '../../words/facts.ts';
import type { PublicView } from '../../words/public-view.ts';
import { type DayView, startDay, stepDay } from './day.ts';
import {
  type Encounters,
  type EncounterView,
  startEncounters,
  stepEncounters,
} from './encounter.ts';
import { type Line, startLine, stepLine, type Waiting } from './line.ts';
import { type ScoreView, startScore, stepScore } from './score.ts';
import { stepPromise } from './talk.ts';
import { type AgentNow, agentCount, startTeam, stepTeam } from './team.ts';

/** The call that rings at this desk, is on its line, or is being wrapped up. */
export interface DeskCall {
  call: number;
  type: number;
  attempt: number;
  /** What the caller said they want: a position in the type's list, or -1. */
  says: number;
  /** Arrival in the centre, or -1 where it was not seen. */
  arrivedAt: number;
  /** Start of the wait that ended (or will end) here. */
  since: number;
  rangAt: number;
  /** Until when it rings, if nobody answers. */
  ringsUntil: number;
  answeredAt: number;
  /** Since when on hold, or -1. */
  heldAt: number;
  /** Holds that are over. */
  heldMs: number;
  /** The caller hung up while on hold. */
  hungUp: boolean;
  /** Since when the caller is being taken leave of, or -1. */
  closingAt: number;
  concludedAt: number;
  /** Handed over by a colleague. */
  relayed: boolean;
  /** Called back, as was promised. */
  calledBack: boolean;
  /** Calls again after a promise to be called back: they were not reached. */
  unreached: boolean;
  /** When this desk concluded the call that it repeats; -1 where it was not this desk. */
  servedAt: number;
  /** How difficult the talk is, as in LEVEL. */
  level: number;
  /** What this talk takes besides the work, ms; null where that is what all take. */
  phases: { openingMs: number; closingMs: number } | null;
  /** How the caller took leave, as in PARTING; -1 as long as they have not. */
  parting: number;
  /** What gestures bring to light of the caller; null where nothing is done by gestures. */
  encounter: EncounterView | null;
}

/** A caller who was heard at a desk: positions of the type and of the sentence. */
export interface Heard {
  readonly type: number;
  readonly says: number;
}

/** My day so far. */
export interface Mine {
  answered: number;
  concluded: number;
  transferred: number;
  missed: number;
  /** Of these, in a row and up to now. */
  missedInARow: number;
  talkMs: number;
  holdMs: number;
  wrapMs: number;
}

/** What one desk shows, as plain JSON data of bounded size. */
export interface DeskView extends Encounters {
  /** Instant of the last fact folded. */
  at: number;
  /** This desk: its state is `team[agent]`. */
  agent: number;
  team: AgentNow[];
  line: Line;
  day: DayView;
  call: DeskCall | null;
  /** How long a call rings here, ms. */
  ringMs: number;
  /** With which the callers to come are met. */
  mask: MaskName;
  mine: Mine;
  /** The last callers whose sentence was heard here. */
  heard: Heard[];
  /** My own notes only. */
  score: ScoreView;
}

const LINE = 400;
const HEARD = 30;

export const startDesk = (publicView: PublicView, agent: number): DeskView => ({
  at: 0,
  agent,
  team: startTeam(publicView),
  line: startLine(LINE),
  day: startDay(publicView),
  call: null,
  ringMs: publicView.ringMs,
  mask: USUAL_MASK,
  mine: {
    answered: 0,
    concluded: 0,
    transferred: 0,
    missed: 0,
    missedInARow: 0,
    talkMs: 0,
    holdMs: 0,
    wrapMs: 0,
  },
  ...startEncounters(),
  heard: [],
  score: startScore(agentCount(publicView), agent),
});

/** How long the caller has been talked with, holds left out, ms. */
export function talkedMs({ call }: DeskView, now: number): number {
  if (!call || call.answeredAt < 0) return 0;
  const { answeredAt, closingAt, heldAt, heldMs } = call;
  const until = closingAt < 0 ? now : Math.min(now, closingAt);
  const onHold = heldAt < 0 ? 0 : until - heldAt;
  return Math.max(0, until - answeredAt - heldMs - onHold);
}

const taken = (entry: Waiting, says: number, { agent, line }: DeskView): DeskCall => ({
  call: entry.call,
  type: entry.type,
  attempt: entry.attempt,
  says,
  arrivedAt: entry.arrivedAt,
  since: entry.since,
  rangAt: -1,
  ringsUntil: -1,
  answeredAt: -1,
  heldAt: -1,
  heldMs: 0,
  hungUp: false,
  closingAt: -1,
  concludedAt: -1,
  relayed: entry.transferred,
  calledBack: entry.promised,
  unreached: line.unreached.includes(entry.cause),
  servedAt: entry.tie?.agent === agent ? entry.tie.at : -1,
  level: 0,
  phases: null,
  parting: -1,
  encounter: null,
});

function release(call: DeskCall, at: number): void {
  if (call.heldAt >= 0) call.heldMs += at - call.heldAt;
  call.heldAt = -1;
  call.concludedAt = at;
}

/** What a fact about this desk changes in its call. */
function stepCall(view: DeskView, fact: Fact, entry: Waiting | null, mine: boolean): void {
  const { call } = view;
  switch (fact.kind) {
    case 'rang':
      if (!entry) return;
      view.call = {
        ...taken(entry, fact.says, view),
        rangAt: fact.at,
        ringsUntil: fact.at + view.ringMs,
      };
      // What rang for the computer, or for another person, was not heard by this one.
      if (fact.says < 0 || !mine) return;
      view.heard.push({ type: entry.type, says: fact.says });
      if (view.heard.length > HEARD) view.heard.shift();
      return;
    case 'answered':
    case 'calledBack':
    case 'relayed':
      if (call?.call !== fact.call && entry) view.call = taken(entry, -1, view);
      if (view.call) view.call.answeredAt = fact.at;
      return;
    case 'held':
      if (call) call.heldAt = fact.at;
      return;
    case 'resumed':
      if (!call) return;
      if (call.heldAt >= 0) call.heldMs += fact.at - call.heldAt;
      call.heldAt = -1;
      return;
    case 'tension':
      if (call) call.level = fact.level;
      return;
    case 'hungUp':
      if (call) call.hungUp = true;
      return;
    case 'parted':
      if (call) call.parting = fact.how;
      return;
    case 'phased':
      if (call) call.phases = { openingMs: fact.openingMs, closingMs: fact.closingMs };
      return;
    case 'seated':
      view.mask = USUAL_MASK;
      view.mine.missedInARow = 0;
      return;
    case 'masked':
      view.mask = fact.mask;
      return;
    case 'closing':
      if (call) call.closingAt = fact.at;
      return;
    case 'concluded':
    case 'transferred':
      if (call) release(call, fact.at);
      return;
    case 'missed':
    case 'wrapped':
    case 'ready':
    case 'notReady':
    case 'signedOut':
      view.call = null;
      return;
    default:
  }
}

function stepMine(mine: Mine, fact: Fact): void {
  switch (fact.kind) {
    case 'answered':
    case 'calledBack':
    case 'relayed':
      mine.answered++;
      mine.missedInARow = 0;
      return;
    case 'concluded':
      mine.concluded++;
      mine.talkMs += fact.talkMs;
      mine.holdMs += fact.holdMs;
      return;
    case 'transferred':
      mine.transferred++;
      mine.talkMs += fact.talkMs;
      mine.holdMs += fact.holdMs;
      return;
    case 'missed':
      mine.missed++;
      mine.missedInARow++;
      return;
    case 'wrapped':
      mine.wrapMs += fact.wrapMs;
      return;
    default:
  }
}

/** Desks ring that long from here on; what rings already, at least as long from now. */
function stepRing(view: DeskView, at: number, ms: number): void {
  view.ringMs = ms;
  if (view.call) view.call.ringsUntil = Math.max(view.call.ringsUntil, at + ms);
}

/**
 * Folds one fact (as its audience may know it) into the view, in place. `present`: the person whose
 * view this is sits there; what somebody else does at the desk is not their doing.
 */
export function stepDesk(view: DeskView, fact: Fact, present = true): void {
  view.at = fact.at;
  const entry = stepLine(view.line, fact);
  stepTeam(view.team, fact, entry);
  stepDay(view.day, fact);
  stepScore(view.score, fact, entry);
  if (fact.kind === 'ringLasts') stepRing(view, fact.at, fact.ms);
  if (fact.kind === 'promised') stepPromise(view, fact);
  if (fact.kind === 'mended') view.mended = fact.cause;
  if ('agent' in fact && fact.agent === view.agent) {
    // Nor is what the computer does.
    const mine = present && view.team[view.agent]?.person === true;
    stepCall(view, fact, entry, mine);
    if (mine) stepEncounters(view, fact);
    if (mine) stepMine(view.mine, fact);
  } else if (
    (fact.kind === 'abandoned' || fact.kind === 'dropped') &&
    view.call?.call === fact.call
  ) {
    // The caller gave up while it rang here.
    if (view.call.answeredAt < 0) view.call = null;
  }
}
