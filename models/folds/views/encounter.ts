import type { Fact } from '../../words/facts.ts';
import { GESTURE } from '../../words/gestures.ts';

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
  /** How much was explained, ms. */
  explainedMs: number;
  /** How often this caller's criticism was recognised, and the limit named. */
  acknowledged: number;
  limited: number;
}

/** A gesture going on (GESTURE), since when, and how long it lasts. */
export interface GestureNow {
  readonly gesture: number;
  readonly since: number;
  readonly lastsMs: number;
}

/** What a desk shows of encounters. */
export interface Encounters {
  call: { encounter: EncounterView | null } | null;
  /** What the person does besides working at the matter; null: nothing. */
  gesture: GestureNow | null;
  /** Energy of the person here, 0 to 1, when it was last told; null where that does not count. */
  energy: number | null;
  /** A breath was taken since the last caller. */
  breathed: boolean;
}

export const startEncounters = () => ({
  gesture: null,
  energy: null,
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
  acknowledged: 0,
  limited: 0,
});

/** Folds one fact of this desk, in place. */
export function stepEncounters(view: Encounters, fact: Fact): void {
  switch (fact.kind) {
    case 'gesture': {
      const { at: since, gesture, lastsMs } = fact;
      view.gesture = { gesture, since, lastsMs };
      if (gesture === GESTURE.breathe) view.breathed = true;
      return;
    }
    case 'energy':
      view.energy = fact.energy / 1_000;
      return;
    case 'seated':
    case 'unseated':
      view.gesture = null;
      return;
    case 'voiced': {
      const { context, hint, motive, ordinal } = fact;
      view.breathed = false;
      if (view.call) view.call.encounter = begun({ context, hint, motive, ordinal });
      return;
    }
    default:
      if (fact.kind === 'gestured') view.gesture = null;
      if (view.call?.encounter) stepEncounter(view.call.encounter, fact);
  }
}

function stepEncounter(encounter: EncounterView, fact: Fact): void {
  switch (fact.kind) {
    case 'gestured':
      if (fact.gesture === GESTURE.explain) encounter.explainedMs += fact.doneMs;
      if (fact.gesture === GESTURE.acknowledge) encounter.acknowledged++;
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
