import type { Says } from './problem.ts';

/**
 * What is told to a person of their own day at a desk, once it is over. Plain JSON: it is worked
 * out once, kept, and shown as it was. Times are simulated ms, harm is in waiting-minute
 * equivalents (wme). Rows: a talk as it was decided; then what it came to.
 */

/**
 * How a talk ended: by the person's decision (handed on cold, or once a colleague was briefed), by
 * the caller's, or with the person gone.
 */
export type Ending = 'concluded' | 'transferred' | 'briefed' | 'limit' | 'hungUp' | 'left';

/** A talk that a person took at a desk, and what could be known of it when it ended. */
export interface Talked {
  readonly agent: number;
  readonly call: number;
  readonly type: number;
  /** Since when the person was on the line; when the end was decided, and how. */
  readonly tookAt: number;
  readonly at: number;
  readonly how: Ending;
  /** On the line with the person until then, holds left out; of which in gestures; on hold, ms. */
  readonly talkedMs: number;
  readonly gesturesMs: number;
  readonly heldMs: number;
  /** Customers in the centre just before the end, as prices count them; and calls waiting. */
  readonly inside: number;
  readonly waiting: number;
  /** What the next minute would then have cost the others, and brought the caller. */
  readonly hurry: number;
  readonly care: number;
  /** What the minutes of this talk cost the others, at the price of each. */
  readonly cost: number;
  /** By how much that was above what they brought, where it was. */
  readonly given: number;
  /** By how much the minutes to come would have brought more than they cost. */
  readonly refused: number;
}

/** A call by the person who makes it: who, and how many of theirs came before. */
export interface CallOf {
  readonly call: number;
  readonly caller: number;
  readonly attempt: number;
}

/** The call by which the caller came back, and why: as in AFTER. */
export interface Back extends CallOf {
  readonly at: number;
  readonly after: number;
}

/** The call that this one repeats, and at which desk it was met last; -1 where nobody met it. */
export interface Cause extends CallOf {
  readonly agent: number;
}

/** What the caller let show, in the numbers of a sheet (words/sheet.ts). */
export interface Shown {
  readonly ordinal: number;
  readonly motive: number;
  readonly context: number;
  /** Below STATES it betrayed that state of mind, from there on a need. */
  readonly hint: number;
  /** Lines that listening turned (SHEET_LINE), in that order, and what stood there. */
  readonly learnt: readonly { readonly line: number; readonly value: number }[];
  /** The caller claimed something; how a refusal of it was taken (REFUSAL), or -1. */
  readonly claimed: boolean;
  readonly refusal: number;
}

/** A talk with what it came to: what nobody at the desk could know while it lasted. */
export interface Decision extends Talked, CallOf {
  /** What the caller said they want: a position in the type's list, or -1. */
  readonly says: number;
  /** What they let a person hear; null where nothing is done by gestures. */
  readonly shown: Shown | null;
  /** For how long they had waited, ms. */
  readonly waitMs: number;
  readonly cause: Cause | null;
  /** Whether the matter was resolved; null where the talk was handed on, or left. */
  readonly solved: boolean | null;
  /**
   * What the caller needed, 1 being usual; in which fifth of its type that is, from 0; and the work
   * done, ms at speed 1. Null likewise.
   */
  readonly need: number | null;
  readonly fifth: number | null;
  readonly workMs: number | null;
  /** How the caller took leave, as in PARTING; -1 where they did not. */
  readonly parting: number;
  /** The call by which they came back, the same day. */
  readonly back: Back | null;
  /** How they left for the day with that call, as in LEFT; -1 where it was not their last. */
  readonly left: number;
  /** What the work brought this caller, whose true need counts, less what the talk cost. */
  readonly paid: number | null;
}

/** What a shift was, in numbers. */
export interface Shift {
  /** Callers met, each counted once; those whose matter was resolved; those who will call again. */
  readonly served: number;
  readonly resolved: number;
  readonly again: number;
  /** Callers who gave up in the line while the person was there. */
  readonly gaveUp: number;
}

/** The talks to look at again: places in the list of decisions; null where there is none. */
export interface MomentPlaces {
  /** The dearest minutes given, the dearest refused, and those that paid best. */
  readonly given: number | null;
  readonly refused: number | null;
  readonly paid: number | null;
  /** The three most uncomfortable choices, at most. */
  readonly uneasy: readonly number[];
}

/** What was seen of a call, that speaks for a mask or against it. */
export type Sign =
  | 'pickedUp'
  | 'letRing'
  | 'hid'
  | 'listened'
  | 'notListened'
  | 'explained'
  | 'notExplained'
  | 'kept'
  | 'cold'
  | 'longHold'
  | 'toPace'
  | 'cut';

/** How much of what was done looks like this mask, and a 90 % interval; 0 to 1. */
export interface MaskShare {
  readonly mask: 'professional' | 'natural' | 'disengagement' | 'avoidance';
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** One call: the mask that it looks like the most, how surely, and what says so. */
export interface MaskTalk {
  /** Its place in the list of decisions; -1: it was let ring until it went back. */
  readonly talk: number;
  readonly at: number;
  readonly mask: MaskShare['mask'];
  readonly share: number;
  readonly signs: readonly Sign[];
}

/** The masks inferred from what was done. */
export interface Masks {
  readonly shares: readonly MaskShare[];
  readonly talks: readonly MaskTalk[];
}

/** The four competencies of those who serve. */
export const COMPETENCIES = ['communicate', 'unexpected', 'time', 'lived'] as const;
export type CompetencyName = (typeof COMPETENCIES)[number];

/** What a competency is read from, three of each. */
export type FeatureName =
  | 'listened'
  | 'explained'
  | 'saidNo'
  | 'cues'
  | 'tension'
  | 'claims'
  | 'picked'
  | 'notGiven'
  | 'notRefused'
  | 'solved'
  | 'relation'
  | 'leave';

/** How often it was done, or how well, 0 to 1; null where there was no occasion. */
export interface Feature {
  readonly name: FeatureName;
  readonly value: number | null;
  /** Occasions. */
  readonly n: number;
}

export interface Competency {
  readonly name: CompetencyName;
  /** The mean of its features, with a 95 % interval; null where there was no occasion. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly features: readonly Feature[];
  /** The talks that show it the best, and the least; places in the list of decisions. */
  readonly best: readonly number[];
  readonly least: readonly number[];
}

/** A word of a caller that betrayed a state of mind or a need, and what came of it. */
export interface Cue {
  readonly talk: number;
  /** As in Shown. */
  readonly hint: number;
  /** Listening made it plain. */
  readonly heard: boolean;
  /** What was done afterwards suits it; null where nothing was asked for. */
  readonly acted: boolean | null;
}

/** A call that came back, and the talk that caused it. */
export interface Return {
  readonly caller: number;
  /** Places in the list of decisions; -1: a call that somebody else took, or nobody. */
  readonly from: number;
  readonly to: number;
  /** When each began, or came in. */
  readonly fromAt: number;
  readonly at: number;
  /** As in AFTER. */
  readonly after: number;
}

/** How callers whom a person met lived it, 0 to 100: as the contact goes, and all their calls. */
export interface LivedBoth {
  readonly callers: readonly {
    readonly caller: number;
    /** The last talk with them. */
    readonly talk: number;
    /** Null: nothing of it was settled, or the journey was not over. */
    readonly contact: number | null;
    readonly journey: number | null;
  }[];
  readonly contact: number | null;
  readonly journey: number | null;
}

/** What is told on demand. */
export interface Further {
  readonly masks: Masks | null;
  readonly competencies: readonly Competency[];
  readonly cues: readonly Cue[];
  readonly returns: readonly Return[];
  readonly lived: LivedBoth | null;
}

/** What a debrief begins with, of one person at one desk of a day that is over. */
export interface Debrief {
  /** Absent from what was kept before it was told. */
  readonly further?: Further;
  readonly sentence: Says;
  readonly shift: Shift;
  /** Caller by caller, in order of the end of each talk. */
  readonly decisions: readonly Decision[];
  readonly moments: MomentPlaces;
  /** The length of a talk was a decision; else nothing of it is weighed. */
  readonly weighed: boolean;
}

/** What one way of going on came to, from an instant on, all callers counted. */
export interface ArmFigures {
  /** Harm in all (RULES E2). */
  readonly wme: number;
  readonly waitedMin: number;
  readonly gaveUp: number;
  /** Contacts that resolved a matter. */
  readonly resolved: number;
  /** Calls of those who had been served, and come back. */
  readonly comebacks: number;
  /** Callers lost for good, and those who will call tomorrow. */
  readonly lost: number;
  readonly tomorrow: number;
}

/** What became of the caller who was in hand. */
export interface InHand {
  /** Null where nothing of it was settled that day. */
  readonly solved: boolean | null;
  /** When they called again, or -1. */
  readonly backAt: number;
}

/** One way in which the day went on, to its end. */
export interface ArmOfDay {
  /** When the talk was ended. */
  readonly at: number;
  readonly figures: ArmFigures;
  /** The caller whose talk it was. */
  readonly inHand: InHand;
}

/** The recorded day, and the same with one decision taken otherwise: one true story. */
export interface ThatDay {
  /** From when on both are counted: the earlier of the two ends. */
  readonly from: number;
  readonly decided: ArmOfDay;
  readonly otherwise: ArmOfDay;
  /** Otherwise less decided: below 0, so much harm less. */
  readonly difference: ArmFigures;
}

/** What would have been done instead: concluded so much later, or earlier where it is below 0. */
export interface Otherwise {
  readonly minutes: number;
}

/** Whether it would have been better otherwise, as far as this can be told; else 'undecided'. */
export type Verdict = 'better' | 'worse' | 'undecided';

/** What the two decisions come to on average, over futures that nobody knew. */
export interface OnAverage {
  readonly verdict: Verdict;
  /** Harm to all otherwise less as decided, and half its 95 % interval. */
  readonly difference: number;
  readonly halfWidth: number;
  /** Of which: minutes waited, and callers who gave up. */
  readonly waitedMin: number;
  readonly gaveUp: number;
  /** Share of futures in which the caller in hand was resolved, as decided and otherwise. */
  readonly solved: { readonly decided: number; readonly otherwise: number };
  /** Pairs of futures that were played. */
  readonly pairs: number;
}

/** What chance made of a desk's day, and what its person did: harm a customer. */
export interface Fortune {
  /** Share of the scenario's days that are easier than this one, 0 to 1. */
  readonly harder: number;
  /** How many days that is told from. */
  readonly days: number;
  /** As the day was played, and with this desk played by the price of the next minute. */
  readonly played: number;
  readonly reference: number;
  /** The first less the second: what is the person's own, as far as it can be told. */
  readonly own: number;
}
