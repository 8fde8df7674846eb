import type { Fact } from '../../words/facts.ts';
import { LEVEL } from '../../words/facts.ts';
import { GESTURE } from '../../words/gestures.ts';
import { stepTalk, type Talk } from './talk.ts';

/** What gestures bring to light at one desk (RULES G), as plain JSON data. */

/** What a caller says to a person at a desk, in numbers: `play` has the words. */
export interface Said {
  readonly ordinal: number;
  readonly motive: number;
  readonly context: number;
  readonly hint: number;
}

/** What is known of the caller in hand. */
export interface EncounterView {
  said: Said;
  /** Lines of the sheet that listening turned, by SHEET_LINE; -1: not yet. */
  sheet: [claim: number, state: number, need: number];
  /** The caller claims something besides. */
  claims: boolean;
  /** How the last refusal was taken, as in REFUSAL, and what went with it; -1 before. */
  refusal: number;
  with: number;
  /** The hidden cause to which the caller points; -1: none. */
  clue: number;
  /** How much was explained, ms; and whether that was all. */
  explainedMs: number;
  explained: boolean;
  /** How often this caller's criticism was recognised, and the limit named. */
  acknowledged: number;
  limited: number;
  /** What the caller reproaches now was recognised to the end. */
  recognised: boolean;
}

/** A gesture going on (GESTURE), since when, and how long it lasts. */
export interface GestureNow {
  readonly gesture: number;
  readonly since: number;
  readonly lastsMs: number;
}

/** What took a person's energy at once: incivility, a reproach, the talk itself. */
export type FallCause = 'uncivil' | 'critical' | 'weary';

/** Energy that fell at once, from one share to another. */
export interface Fall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly by: FallCause;
}

/** A fall that one feels, in thousandths. */
const FELT = 80;

/** What a desk shows of encounters. */
export interface Encounters {
  call: {
    call: number;
    attempt: number;
    unreached: boolean;
    level: number;
    encounter: EncounterView | null;
  } | null;
  /** What was said and done in the last talks here; none where nothing is done by gestures. */
  talks: Talk[];
  /** What the person does besides working at the matter; null: nothing. */
  gesture: GestureNow | null;
  /** Energy of the person here, 0 to 1, when it was last told; null where that does not count. */
  energy: number | null;
  /** The call in hand when it was; -1: between two calls, or somebody else sat here since. */
  energyOf: number;
  /** The last time that it fell so far at once that one feels it. */
  fell: Fall | null;
  /** The hidden cause that was found, and brings no more callers; -1: none yet. */
  mended: number;
  /** A breath was taken since the last caller. */
  breathed: boolean;
}

export const startEncounters = () => ({
  talks: [],
  gesture: null,
  energy: null,
  energyOf: -1,
  fell: null,
  mended: -1,
  breathed: false,
});

const begun = (said: Said): EncounterView => ({
  said,
  sheet: [-1, -1, -1],
  claims: false,
  refusal: -1,
  with: 0,
  clue: -1,
  explainedMs: 0,
  explained: false,
  acknowledged: 0,
  limited: 0,
  recognised: false,
});

/** What one feels to fall falls within one call: of the rest, and of other calls, it says nothing. */
function tire(view: Encounters, at: number, energy: number): void {
  const { call, energy: before, energyOf } = view;
  const within = call !== null && call.call === energyOf;
  if (within && before !== null && Math.round(1_000 * (before - energy)) >= FELT) {
    const { level } = call;
    const by = level === LEVEL.incivility ? 'uncivil' : level === LEVEL.calm ? 'weary' : 'critical';
    view.fell = { at, from: before, to: energy, by };
  }
  view.energy = energy;
  view.energyOf = call?.call ?? -1;
}

/** Folds one fact of this desk, in place. */
export function stepEncounters(view: Encounters, fact: Fact): void {
  const whole = fact.kind === 'gestured' && fact.doneMs >= (view.gesture?.lastsMs ?? 0);
  stepTalk(view, fact, view.gesture?.lastsMs ?? 0);
  switch (fact.kind) {
    case 'gesture': {
      const { at: since, gesture, lastsMs } = fact;
      view.gesture = { gesture, since, lastsMs };
      if (gesture === GESTURE.breathe) view.breathed = true;
      return;
    }
    case 'energy':
      tire(view, fact.at, fact.energy / 1_000);
      return;
    case 'seated':
    case 'unseated':
      view.gesture = null;
      view.energyOf = -1;
      return;
    case 'voiced': {
      const { context, hint, motive, ordinal } = fact;
      view.breathed = false;
      if (view.call) view.call.encounter = begun({ context, hint, motive, ordinal });
      return;
    }
    default:
      if (fact.kind === 'gestured') view.gesture = null;
      if (view.call?.encounter) stepEncounter(view.call.encounter, fact, whole);
  }
}

/** @param whole the gesture that this fact ends was not cut short */
function stepEncounter(encounter: EncounterView, fact: Fact, whole: boolean): void {
  switch (fact.kind) {
    case 'gestured':
      if (fact.gesture === GESTURE.explain) {
        encounter.explainedMs += fact.doneMs;
        encounter.explained ||= whole;
      }
      if (fact.gesture === GESTURE.acknowledge) {
        encounter.acknowledged++;
        encounter.recognised ||= whole;
      }
      return;
    case 'tension':
      encounter.recognised = false;
      return;
    case 'learnt':
      encounter.sheet[fact.line] = fact.value;
      return;
    case 'claimed':
      encounter.claims = true;
      return;
    case 'refused':
      encounter.refusal = fact.taken;
      encounter.with = fact.with;
      return;
    case 'clue':
      encounter.clue = fact.cause;
      return;
    case 'limited':
      encounter.limited++;
      return;
    default:
  }
}
