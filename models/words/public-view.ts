import type { Arbitration } from '../scenario/arbitration.ts';
import type { SceneName } from '../scenario/arbitration-gestures.ts';
import type { MoveName } from './moves.ts';
import type { Says } from './problem.ts';

/** What concerns people in a scenario (its own fields, and masks): hypotheses, all of them. */
export type HumanPart =
  | 'announce'
  | 'callback'
  | 'discover'
  | 'speed'
  | 'fit'
  | 'mood'
  | 'difficult'
  | 'energy'
  | 'supports'
  | 'gestures'
  | 'masks';

/** How long the talks of a group are meant to last, as in arbitration.policy. */
export type PolicyShown = Arbitration['policy'] & {
  /** Its own, not that of the team. */
  readonly own: boolean;
};

/** Of the gestures of a day, what whoever makes them may know. */
export interface GesturesShown {
  /** The world whose words callers speak. */
  readonly scene: SceneName;
  /** The chapter of the game whose day this is; null: none. */
  readonly chapter: number | null;
  /** Moves that this day leaves out. */
  readonly without: readonly MoveName[];
  /** How many causes one may suspect; 0 where none is hidden. */
  readonly causes: number;
}

/**
 * What everybody in a room may know of its scenario: names, desks and the day's frame.
 * Rates, laws and patience are not in it: they would tell the future.
 */
export interface PublicView {
  readonly name: Says;
  readonly about: Says;
  /** Where the figures come from, or empty. */
  readonly source: Says;
  /** Clock time of opening, milliseconds after midnight. */
  readonly opensAtMs: number;
  readonly lengthMs: number;
  readonly intervalMs: number;
  readonly types: readonly {
    readonly id: string;
    readonly name: Says;
    readonly says: readonly Says[];
  }[];
  /** Agents `first` to `first + desks - 1` belong to this group. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: Says;
    readonly first: number;
    readonly desks: number;
    /** Positions of the types it handles. */
    readonly types: readonly number[];
    /** Which policy the computer follows at its desks; null in a classical centre. */
    readonly policy: PolicyShown | null;
  }[];
  /** How time is arbitrated; null in a classical centre. */
  readonly arbitration: {
    readonly execution: Arbitration['execution'];
    /** What concerns people here: hypotheses. */
    readonly people: readonly HumanPart[];
    /** What a person does on the line, where that is done by gestures; else null. */
    readonly gestures: GesturesShown | null;
    /** The human hypotheses of the scenario were left out. */
    readonly withoutPeople: boolean;
  } | null;
  /** Answered within this counts as met, milliseconds. */
  readonly targetMs: number;
  readonly shortAbandonMs: number;
  /** How long a call rings at a person's desk, milliseconds. */
  readonly ringMs: number;
}
