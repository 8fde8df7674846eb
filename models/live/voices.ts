import { solvedShare } from '../policies/curve.ts';
import { type Advice, floorOfType, type PriceTable } from './advice.ts';

/**
 * The two voices an agent hears (MODEL 10, screen wording): « Prends soin de ce client » is as
 * strong as what the next minute brings this caller, « Dépêche-toi, le suivant attend » as what it
 * costs the others. Both in waiting-minute equivalents, so that they can be weighed.
 */
export interface Voices {
  /** What the next minute is worth to this caller: V (r(w + 1 min) - r(w)), by their weight. */
  readonly care: number;
  /** What this matter weighs later if it is left open: the call again, or the loss (MODEL 10.3). */
  readonly later: number;
  /** By how much it raises the share of such matters that are resolved, 0 to 1. */
  readonly resolves: number;
  /** What it costs the others. */
  readonly hurry: number;
  /** That is about right only (PriceTable). */
  readonly about: boolean;
  /** Of which: minutes that they will wait, and callers who will give up, in expectation. */
  readonly waitedMin: number;
  readonly lost: number;
  /** Share of such matters that are resolved if the agent concludes now. */
  readonly resolvedNow: number;
  /** The talk is still shorter than the pace below which hurrying makes the line longer. */
  readonly belowFloor: boolean;
}

/** What one needs to know of a talk: for whom it is, how long it has lasted, how full it is. */
export interface TalkNow {
  /** At which desk. */
  readonly agent: number;
  readonly type: number;
  /** Since the answer, holds left out, ms. */
  readonly talkedMs: number;
  /** Customers in the centre, on the line and in after-call work included. */
  readonly inside: number;
  /** Interval of the day. */
  readonly interval: number;
  /** What it takes besides the work; absent or null where that is what all take. */
  readonly phases?: Phases | null;
}

/** From the answer to work on the solution, and from the decision to conclude to the end, ms. */
export interface Phases {
  readonly openingMs: number;
  readonly closingMs: number;
}

const MINUTE_MS = 60_000;

const read = (table: PriceTable, values: readonly number[], inside: number): number =>
  inside < table.from ? 0 : (values[Math.min(inside - table.from, values.length - 1)] ?? 0);

/** The prices that hold in an interval of the day. */
export function tableIn(advice: Advice, interval: number): PriceTable {
  const { tableOfInterval, tables } = advice;
  const place = tableOfInterval[Math.min(interval, tableOfInterval.length - 1)] ?? 0;
  return tables[place] as PriceTable;
}

/** What one more minute of anybody's talk costs the others now, waiting-minute equivalents. */
export const priceNow = (advice: Advice, inside: number, interval: number): number => {
  const table = tableIn(advice, interval);
  return read(table, table.price, inside);
};

/** How fast this agent works for callers of a type. */
export function speedAt({ speeds }: Advice, agent: number, type: number): number {
  const group = speeds.findLast(({ first }) => first <= agent);
  return group?.ofType[type] ?? 1;
}

/** What this talk takes besides the work: as it was told, or as is usual at this desk's speed. */
export function phasesOf(
  advice: Advice,
  { agent, phases, type }: Pick<TalkNow, 'agent' | 'phases' | 'type'>,
): Phases {
  if (phases) return phases;
  const speed = speedAt(advice, agent, type);
  return { openingMs: advice.openingMs / speed, closingMs: advice.closingMs / speed };
}

/** The two voices, now. What the caller needs is not known: the mean of their type is taken. */
export function voicesOf(advice: Advice, talk: TalkNow): Voices {
  const { curve, needs, values } = advice;
  const floorMs = floorOfType(advice, talk.type).ms;
  const { closingMs, openingMs } = phasesOf(advice, talk);
  const table = tableIn(advice, talk.interval);
  const need = needs[talk.type] ?? 1;
  const speed = speedAt(advice, talk.agent, talk.type);
  const work = Math.max(0, talk.talkedMs - openingMs) * speed;
  const after = Math.max(0, talk.talkedMs + MINUTE_MS - openingMs) * speed;
  const resolvedNow = solvedShare(curve, work, need);
  const resolves = solvedShare(curve, after, need) - resolvedNow;
  const later = table.value * (values[talk.type] ?? 1);
  return {
    care: later * resolves,
    later,
    resolves,
    hurry: read(table, table.price, talk.inside),
    about: table.about,
    waitedMin: read(table, table.waitedMin, talk.inside),
    lost: read(table, table.lost, talk.inside),
    resolvedNow,
    belowFloor: floorMs !== null && talk.talkedMs + closingMs < floorMs,
  };
}
