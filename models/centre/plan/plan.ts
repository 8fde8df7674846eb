import type { Sampler } from '../../kernel/laws.ts';
import type { PatienceKinds } from '../../policies/patience-kinds.ts';
import type { AgentChoice, LineChoice } from '../../policies/routing.ts';
import type { Says } from '../../words/problem.ts';
import type { PeoplePlan } from './people-plan.ts';
import type { TalkPlan } from './talk-plan.ts';

/**
 * A scenario made ready to run: laws as samplers, minutes and seconds as milliseconds, names as
 * positions. Made once for a scenario and shared by all its days (nothing in it changes).
 */
export interface Plan {
  readonly lengthMs: number;
  /** The grain in which paces and laws are told: the last ones hold from then on. */
  readonly intervalMs: number;
  readonly cutAtClosing: boolean;
  readonly busynessCv: number;
  readonly intervalCv: number;
  /** Stretches of the day with a factor of their own (RULES A3), and how long one is; else one. */
  readonly spells: number;
  readonly spellMs: number;
  /** Null in a classical world. */
  readonly talk: TalkPlan | null;
  /** Null where agents and callers are all alike. */
  readonly people: PeoplePlan | null;
  readonly types: readonly TypePlan[];
  readonly groups: readonly GroupPlan[];
  readonly sources: readonly SourcePlan[];
  readonly trace: TracePlan | null;
  /** In order of their instants: when the bursts that have a name begin and end (RULES A5). */
  readonly moments: readonly MomentPlan[];
  readonly agents: number;
  readonly agentChoice: AgentChoice;
  readonly lineChoice: LineChoice;
  readonly waitingPlaces: number;
  readonly trunks: number;
  readonly ringMs: number;
  /*
   * What a common scenario has not is false here: V8 tells what is false in two instructions, and
   * needs nine to be sure of what is true.
   */
  /** A trace, or sentences: an arrival is more than its numbers. */
  readonly storied: boolean;
  /** A trace, or an agent who does not work at speed 1 on every type. */
  readonly uneven: boolean;
  /** A guess of the mean time between events, for the calendar. */
  readonly gapMs: number;
}

export interface ReturnPlan {
  readonly probability: number;
  readonly delay: Sampler;
}

/** How long calls take, and their callers wait, who arrive at some time of the day. */
export interface LawsPlan {
  readonly handling: Sampler;
  readonly wrapUp: Sampler;
  readonly patience: Sampler;
  /** The same by kinds of callers, with the messages that are played meanwhile. */
  readonly patienceKinds: PatienceKinds;
}

export interface TypePlan extends LawsPlan {
  /** By interval of arrival, the last from then on; null where all have those of the type. */
  readonly byInterval: readonly LawsPlan[] | null;
  /** What the caller needs, 1 being usual; asked for only where talks are arbitrated. */
  readonly need: Sampler;
  /** False when after-call work is always 0, so that nothing is drawn for it. */
  readonly hasWrapUp: boolean;
  readonly endless: boolean;
  readonly headStartMs: number;
  /** True when a caller comes back with the need and the patience of the first attempt. */
  readonly sameOnReturn: boolean;
  readonly sentences: number;
  readonly redial: ReturnPlan;
  readonly retry: ReturnPlan;
  readonly repeat: ReturnPlan;
  /** Who may handle it, in scenario order. */
  readonly servers: readonly Server[];
  /** The group to ask for its agent idle the longest, where no policy has a choice; else -1. */
  readonly onlyGroup: number;
  /** Overflow delays of its servers, increasing, without 0. */
  readonly overflowsMs: readonly number[];
}

/** A group as seen by a type. */
export interface Server {
  readonly group: number;
  readonly priority: number;
  readonly afterMs: number;
}

/** A line of waiting calls as seen by a group: a type's, or the group's own for transfers. */
export interface Served {
  readonly line: number;
  readonly priority: number;
  readonly afterMs: number;
  readonly headStartMs: number;
}

export interface GroupPlan {
  readonly first: number;
  readonly desks: number;
  /** Scheduled agents, from each instant on; the first is opening. */
  readonly shifts: readonly ShiftPlan[];
  /** Share of the time for which each is missing, and how long at a time, mean. */
  readonly shrinkage: number;
  readonly absenceMs: number;
  readonly speedCv: number;
  /** Speed on each type. */
  readonly speeds: Float64Array;
  readonly lines: readonly Served[];
  /** The line to take the first call of, where no policy has a choice; else -1. */
  readonly onlyLine: number;
  readonly breaks: readonly BreakPlan[];
}

export interface ShiftPlan {
  readonly atMs: number;
  readonly staff: number;
  /** The half-hour of the day: a fraction of an agent is drawn once in each. */
  readonly halfHour: number;
}

export interface BreakPlan {
  readonly atMs: number;
  readonly lengthMs: number;
  /** Agents of the group, by position, that take it. */
  readonly takers: readonly number[];
}

/**
 * A person's number is that of their call in its source, times SOURCE_IDS, plus the source's own: a
 * type's position, or one of those kept for bursts. So a burst more changes nobody else's luck.
 */
export const SOURCE_IDS = 256;
export const TRACE_ID = SOURCE_IDS - 1;

/** Arrivals of one type: rates per millisecond over slices of time. */
export interface SourcePlan {
  readonly id: number;
  readonly type: number;
  /** Slice i runs from edges[i] to edges[i + 1]. */
  readonly edges: Float64Array;
  /** Rate at the beginning and the end of each slice. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The spell of the day in which each slice lies. */
  readonly spell: Int32Array;
  /** Bursts do not follow the day's busyness. */
  readonly busy: boolean;
}

/** An event begins, or brings no more calls than usual. */
export interface MomentPlan {
  readonly atMs: number;
  /** Its number, in the order in which they begin. */
  readonly event: number;
  /** Of one that begins; null where it is over. */
  readonly begins: Says | null;
}

export interface TracePlan {
  readonly at: Float64Array;
  readonly type: Int32Array;
  /** Milliseconds, or -1 when not known. */
  readonly handling: Float64Array;
  readonly patience: Float64Array;
  readonly waited: Float64Array;
  /** Row of the same person's first call. */
  readonly person: Int32Array;
  /** How many calls of the same person came before. */
  readonly attempt: Int32Array;
  /** By type, how many times as many calls come as are on record; null where just these do. */
  readonly volume: Float64Array | null;
  /** Calls on record. Rows beyond are those of the same callers again, each time as many. */
  readonly recorded: number;
}

/** The laws of calls of a type that arrive at this instant (RULES A10). */
export function lawsAt(plan: Plan, type: TypePlan, arrivedAt: number): LawsPlan {
  const { byInterval } = type;
  if (byInterval === null) return type;
  const interval = Math.min(byInterval.length - 1, Math.floor(arrivedAt / plan.intervalMs));
  return byInterval[interval] as LawsPlan;
}
