import type { AgentState, Command, NotReadyReason } from '../../../models/doors/live.ts';

/** What a person at a desk may do; `transfer`, `notReady` and `mask` ask for one thing more. */
export const MOVES = [
  'answer',
  'ready',
  'resume',
  'conclude',
  'hold',
  'transfer',
  'notReady',
  'mask',
  'limit',
] as const;
export type Move = (typeof MOVES)[number];

const POSSIBLE: Record<AgentState, readonly Move[]> = {
  out: [],
  notReady: ['ready', 'notReady', 'mask'],
  ready: ['notReady', 'mask'],
  ringing: ['answer', 'mask'],
  talking: ['conclude', 'limit', 'hold', 'transfer'],
  hold: ['resume', 'conclude', 'transfer'],
  closing: [],
  wrapping: ['ready', 'notReady', 'mask'],
};

/** What only some moments allow. */
export interface Occasion {
  /** How one meets a caller matters on this day. */
  readonly masks: boolean;
  /** The caller on the line is uncivil. */
  readonly uncivil: boolean;
}
export const NO_OCCASION: Occasion = { masks: false, uncivil: false };

/** The moves of a state, the one most often made first. */
export const movesIn = (state: AgentState, { masks, uncivil } = NO_OCCASION): readonly Move[] =>
  POSSIBLE[state].filter((move) => (move !== 'mask' || masks) && (move !== 'limit' || uncivil));

/** The moves to show: while taking leave those of the talk, none of which can be made. */
export const shownIn = (state: AgentState, occasion = NO_OCCASION): readonly Move[] =>
  state === 'closing' ? movesIn('talking') : movesIn(state, occasion);

/** Letters of the keyboard; H holds and resumes. Space and Enter answer as well. */
export const KEYS: Record<Move, string> = {
  answer: 'a',
  ready: 'r',
  resume: 'h',
  conclude: 'c',
  hold: 'h',
  transfer: 't',
  notReady: 'p',
  mask: 'm',
  limit: 'l',
};

/** Moves that ask for one thing more before they are made. */
const ASKING = ['transfer', 'notReady', 'mask'] as const;
export type Asking = (typeof ASKING)[number];
export const isAsking = (move: Move): move is Asking => ASKING.includes(move as Asking);

/** Reasons a person gives; `schedule` and `missed` are the centre's own. */
export const REASONS: readonly NotReadyReason[] = ['break', 'training', 'admin', 'other'];

/** The move of a key in this state, or null. */
export function moveOf(key: string, state: AgentState, occasion = NO_OCCASION): Move | null {
  const possible = movesIn(state, occasion);
  if ((key === ' ' || key === 'Enter') && possible.includes('answer')) return 'answer';
  const letter = key.toLowerCase();
  return possible.find((move) => KEYS[move] === letter) ?? null;
}

/** The command of a move that needs nothing more. */
export function commandOf(move: Exclude<Move, Asking>, agent: number, call: number): Command {
  return move === 'ready' ? { kind: 'ready', agent } : { kind: move, agent, call };
}
