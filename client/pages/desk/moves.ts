import type { AgentState, Command, NotReadyReason } from '../../../models/index.ts';

/** What a person at a desk may do; `transfer` and `notReady` ask for one thing more. */
export const MOVES = [
  'answer',
  'ready',
  'resume',
  'conclude',
  'hold',
  'transfer',
  'notReady',
] as const;
export type Move = (typeof MOVES)[number];

const POSSIBLE: Record<AgentState, readonly Move[]> = {
  out: [],
  notReady: ['ready', 'notReady'],
  ready: ['notReady'],
  ringing: ['answer'],
  talking: ['conclude', 'hold', 'transfer'],
  hold: ['resume', 'conclude', 'transfer'],
  closing: [],
  wrapping: ['ready', 'notReady'],
};

/** The moves of a state, the one most often made first. */
export const movesIn = (state: AgentState): readonly Move[] => POSSIBLE[state];

/** The moves to show: while taking leave those of the talk, none of which can be made. */
export const shownIn = (state: AgentState): readonly Move[] =>
  POSSIBLE[state === 'closing' ? 'talking' : state];

/** Letters of the keyboard; H holds and resumes. Space and Enter answer as well. */
export const KEYS: Record<Move, string> = {
  answer: 'a',
  ready: 'r',
  resume: 'h',
  conclude: 'c',
  hold: 'h',
  transfer: 't',
  notReady: 'p',
};

/** Reasons a person gives; `schedule` and `missed` are the centre's own. */
export const REASONS: readonly NotReadyReason[] = ['break', 'training', 'admin', 'other'];

/** The move of a key in this state, or null. */
export function moveOf(key: string, state: AgentState): Move | null {
  const possible = movesIn(state);
  if ((key === ' ' || key === 'Enter') && possible.includes('answer')) return 'answer';
  const letter = key.toLowerCase();
  return possible.find((move) => KEYS[move] === letter) ?? null;
}

/** The command of a move that needs nothing more. */
export function commandOf(
  move: Exclude<Move, 'transfer' | 'notReady'>,
  agent: number,
  call: number,
): Command {
  return move === 'ready' ? { kind: 'ready', agent } : { kind: move, agent, call };
}
