import type { Fact } from '../../words/facts.ts';

/** Where a repeat call comes from: the end of the call that caused it. */
export interface Tie {
  call: number;
  /** When the cause ended: concluded, given up or refused. */
  at: number;
  /** Who concluded it, or -1 for a caller who was never answered. */
  agent: number;
  /** Its lane on the waiting staff. */
  lane: number;
  /** How short or long the call was (see Note). */
  tempo: number;
}

/** A caller who waits. One who rings at a desk still waits. */
export interface Waiting {
  call: number;
  type: number;
  attempt: number;
  /** The call it repeats, or -1. */
  cause: number;
  /** Instant of arrival, or -1 where it was not seen. */
  arrivedAt: number;
  /** Start of this wait: the arrival, or the last transfer. */
  since: number;
  /** The desk it rings at, or -1. */
  ringing: number;
  /** Handed over by an agent: this wait does not count as a wait before an answer. */
  transferred: boolean;
  /** Hung up to be called back. */
  promised: boolean;
  /** Place on the waiting staff: the lowest that was free when the wait began. */
  lane: number;
  tie: Tie | null;
}

/**
 * Everybody who waits, in order of the start of the wait. The list is bounded; those who found it
 * full are only counted, in `beyond`.
 */
export interface Line {
  calls: Waiting[];
  /** Who is to be called back, in order of the promise; as many at most. */
  promised: Waiting[];
  /** Calls that were to be called back, and were not reached; as many at most, the last ones. */
  unreached: number[];
  limit: number;
  beyond: number;
  /** Of those only counted, how many were transferred. */
  beyondTransferred: number;
  /** No caller of `beyond` began to wait before this instant. */
  beyondSince: number;
}

export const startLine = (limit: number): Line => ({
  calls: [],
  promised: [],
  unreached: [],
  limit,
  beyond: 0,
  beyondTransferred: 0,
  beyondSince: -1,
});

/** How many wait now. */
export const waitingNow = (line: Line): number => line.calls.length + line.beyond;

/** How many of those were never answered. */
export const unansweredNow = (line: Line): number => {
  let n = line.beyond - line.beyondTransferred;
  for (const entry of line.calls) if (!entry.transferred) n++;
  return n;
};

/** Since when the oldest waits, or -1 when nobody does. */
export const oldestSince = (line: Line): number =>
  line.calls[0]?.since ?? (line.beyond > 0 ? line.beyondSince : -1);

function freeLane(line: Line): number {
  const used = new Set<number>();
  for (const entry of line.calls) used.add(entry.lane);
  let lane = 0;
  while (used.has(lane)) lane++;
  return lane;
}

function join(line: Line, entry: Waiting): Waiting {
  if (line.calls.length < line.limit) line.calls.push(entry);
  else {
    if (line.beyond === 0) line.beyondSince = entry.since;
    line.beyond++;
    if (entry.transferred) line.beyondTransferred++;
  }
  return entry;
}

const find = (line: Line, call: number): Waiting | undefined =>
  line.calls.find((entry) => entry.call === call) ??
  line.promised.find((entry) => entry.call === call);

function noteUnreached({ limit, unreached }: Line, call: number): void {
  unreached.push(call);
  if (unreached.length > limit) unreached.shift();
}

/** Takes a caller off the list of those to be called back; one not on it is made up. */
function recall(line: Line, call: number, made: () => Omit<Waiting, 'call'>): Waiting {
  const place = line.promised.findIndex((entry) => entry.call === call);
  const [entry] = place < 0 ? [] : line.promised.splice(place, 1);
  return entry ?? { call, ...made() };
}

/** Takes a call out of the line; one that was only counted is made up from what the fact tells. */
function leave(line: Line, call: number, made: () => Omit<Waiting, 'call'>): Waiting {
  const place = line.calls.findIndex((entry) => entry.call === call);
  const entry = line.calls[place];
  if (entry !== undefined) {
    line.calls.splice(place, 1);
    return entry;
  }
  const unseen = { call, ...made() };
  if (line.beyond > 0) {
    line.beyond--;
    if (unseen.transferred && line.beyondTransferred > 0) line.beyondTransferred--;
    if (line.beyond === 0) line.beyondSince = -1;
  }
  return unseen;
}

const unseen = (
  type: number,
  attempt: number,
  since: number,
  transferred: boolean,
): Omit<Waiting, 'call'> => ({
  type,
  attempt,
  cause: -1,
  arrivedAt: transferred ? -1 : since,
  since,
  ringing: -1,
  transferred,
  promised: false,
  lane: -1,
  tie: null,
});

/** Folds one fact into the line; gives the caller it speaks of, joined or gone too, or null. */
export function stepLine(line: Line, fact: Fact): Waiting | null {
  const { at } = fact;
  switch (fact.kind) {
    case 'arrived': {
      const { call, type, attempt, cause } = fact;
      const lane = freeLane(line);
      return join(line, {
        call,
        type,
        attempt,
        cause,
        arrivedAt: at,
        since: at,
        ringing: -1,
        transferred: false,
        promised: false,
        lane,
        tie: null,
      });
    }
    case 'transferred': {
      const { call, type } = fact;
      return join(line, { call, ...unseen(type, 0, at, true), lane: freeLane(line) });
    }
    case 'rang':
    case 'missed': {
      const entry = find(line, fact.call);
      if (entry) entry.ringing = fact.kind === 'rang' ? fact.agent : -1;
      return entry ?? null;
    }
    case 'blocked':
      return leave(line, fact.call, () => unseen(fact.type, fact.attempt, at, false));
    case 'answered':
    case 'abandoned':
      return leave(line, fact.call, () => unseen(fact.type, fact.attempt, at - fact.waitMs, false));
    case 'promised': {
      const { attempt, call, type } = fact;
      const entry = leave(line, call, () => unseen(type, attempt, at, false));
      entry.promised = true;
      if (line.promised.length < line.limit) line.promised.push(entry);
      return entry;
    }
    case 'calledBack':
    case 'unreached':
      if (fact.kind === 'unreached') noteUnreached(line, fact.call);
      return recall(line, fact.call, () => ({
        ...unseen(
          fact.type,
          fact.kind === 'calledBack' ? fact.attempt : 0,
          at - fact.waitMs,
          false,
        ),
        promised: true,
      }));
    case 'relayed':
    case 'dropped':
      return leave(line, fact.call, () => unseen(fact.type, 0, at - fact.waitMs, true));
    default:
      return null;
  }
}
