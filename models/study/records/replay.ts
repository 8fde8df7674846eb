import type { CallRecord } from './calls.ts';

/**
 * A recorded day played again as it was: who called when, who answered, for how long. Nothing is
 * drawn, so what comes out must be what was written down: it proves the reading.
 */

export interface DayFigures {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Share of those offered who were answered within the target. */
  readonly level: number;
  /** Mean wait of those answered, seconds; NaN where nobody was. */
  readonly waitS: number;
  /** Mean wait of those who gave up, as far as it is known, seconds. */
  readonly lostAfterS: number;
}

/** The target of a level, inclusive, seconds. */
const TARGET_S = 20;

interface Ended {
  readonly served: boolean;
  readonly waitS: number;
}

function figuresOf(ended: readonly Ended[]): DayFigures {
  const meanOf = (waits: readonly number[]): number =>
    waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const answered = ended.filter((call) => call.served).map((call) => call.waitS);
  const lost = ended.filter((call) => !call.served).map((call) => call.waitS);
  return {
    offered: ended.length,
    answered: answered.length,
    abandoned: lost.length,
    level: answered.filter((wait) => wait <= TARGET_S).length / ended.length,
    waitS: meanOf(answered),
    lostAfterS: meanOf(lost.filter((wait) => !Number.isNaN(wait))),
  };
}

/** The figures as the rows say them. */
export const recordedFigures = (calls: readonly CallRecord[]): DayFigures => figuresOf(calls);

export interface Replayed {
  readonly figures: DayFigures;
  /** Calls that began while their agent had another. */
  readonly overlaps: number;
}

const ms = (seconds: number): number => Math.round(seconds * 1_000);

/** The day, event by event: callers join the line, and leave it when the records say. */
export function replay(calls: readonly CallRecord[]): Replayed {
  const events = calls.flatMap((call, i) => {
    const at = ms(call.arrivalS);
    const leaves = Number.isNaN(call.waitS) ? at : at + ms(call.waitS);
    return [
      { at, joins: true, i },
      { at: leaves, joins: false, i },
    ];
  });
  // Who comes at the instant at which somebody leaves comes first: they may be one person.
  events.sort((a, b) => a.at - b.at || Number(b.joins) - Number(a.joins) || a.i - b.i);
  const line = new Map<number, number>();
  const freeAt = new Map<string, number>();
  const ended: Ended[] = [];
  let overlaps = 0;
  for (const { at, i, joins } of events) {
    if (joins) {
      line.set(i, at);
      continue;
    }
    const { agent, serviceS, served, waitS } = calls[i] as CallRecord;
    const since = line.get(i) ?? at;
    line.delete(i);
    ended.push({ served, waitS: Number.isNaN(waitS) ? Number.NaN : (at - since) / 1_000 });
    if (!served || agent === '') continue;
    if ((freeAt.get(agent) ?? 0) > at + 1_000) overlaps += 1;
    freeAt.set(agent, Math.max(freeAt.get(agent) ?? 0, at + ms(serviceS > 0 ? serviceS : 0)));
  }
  return { figures: figuresOf(ended), overlaps };
}
