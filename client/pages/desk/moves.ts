import {
  type AgentState,
  MOVE_NAMES,
  type MOVES,
  type MoveName,
  moveRow,
  type OccasionName,
} from '../../../models/doors/live.ts';

type Rows = typeof MOVES;

/** What a person at a desk may do by a button: the rows that have a key. */
export type Move = { [K in MoveName]: Rows[K]['key'] extends string ? K : never }[MoveName];
/** Moves that ask for one thing more before they are made. */
export type Asking = { [K in Move]: Rows[K]['asks'] extends string ? K : never }[Move];

/** The buttons, in the order of the table. */
export const BUTTONS = MOVE_NAMES.filter((name): name is Move => moveRow(name).key !== null);

export const isAsking = (move: Move): move is Asking => moveRow(move).asks !== null;

/** What only some moments allow. */
export interface Occasion extends Readonly<Record<OccasionName, boolean>> {
  /** Moves that this day leaves out. */
  readonly without: readonly MoveName[];
}
export const NO_OCCASION: Occasion = {
  ...{ masks: false, gestures: false, critical: false, uncivil: false, claims: false, cord: false },
  callBack: false,
  without: [],
};

/** The moves of a state, the one most often made first. */
export const movesIn = (state: AgentState, occasion = NO_OCCASION): readonly Move[] =>
  BUTTONS.filter((move) => {
    const { during, needs } = moveRow(move);
    if (occasion.without.includes(move)) return false;
    return during.includes(state) && (needs === null || occasion[needs]);
  });

/** The moves to show: while taking leave those of the talk, none of which can be made. */
export const shownIn = (state: AgentState, occasion = NO_OCCASION): readonly Move[] =>
  state === 'closing' ? movesIn('talking') : movesIn(state, occasion);

/** The letter of the keyboard; one that no moment needs twice. Space and Enter answer as well. */
export const keyOf = (move: Move): string => moveRow(move).key ?? '';

/** Moves by letter, for the list of keys; those that need something only where it may come. */
export function byKey(masks: boolean): [key: string, moves: Move[]][] {
  const found = new Map<string, Move[]>();
  for (const move of BUTTONS)
    if (masks || moveRow(move).needs === null)
      found.set(keyOf(move), [...(found.get(keyOf(move)) ?? []), move]);
  return [...found];
}

/** Moves by digit, where things are done by gestures: those that this day has. */
export function byDigit({ cord, without }: Occasion): [digit: string, moves: Move[]][] {
  const found = new Map<string, Move[]>();
  for (const move of BUTTONS) {
    const { digit, needs } = moveRow(move);
    if (digit === null || without.includes(move) || (needs === 'cord' && !cord)) continue;
    found.set(digit, [...(found.get(digit) ?? []), move]);
  }
  return [...found].sort(([a], [b]) => (Number(a) || 10) - (Number(b) || 10));
}

/** The move of a key (`keyTyped`) in this state, or null. */
export function moveOf(key: string, state: AgentState, occasion = NO_OCCASION): Move | null {
  const possible = movesIn(state, occasion);
  if ((key === ' ' || key === 'Enter') && possible.includes('answer')) return 'answer';
  const letter = key.toLowerCase();
  return possible.find((move) => keyOf(move) === letter) ?? null;
}
