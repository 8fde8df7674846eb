import type { CommandOf, MoveName } from '../../words/moves.ts';
import type { Problem } from '../../words/problem.ts';
import type { Desk } from '../state/team.ts';
import type { World } from '../state/world.ts';

/**
 * What a move does, once its row in the table allows it (words/moves.ts): a person sits at this
 * desk (or is about to), the agent's state is one of the row's, the call named is the one in hand.
 */
interface MoveRule<K extends MoveName> {
  /** Why it cannot be done all the same; null: it can. */
  whyNot?(w: World, desk: Desk, command: CommandOf<K>): Problem | null;
  does(w: World, desk: Desk, command: CommandOf<K>): void;
}

/** Some of the moves; all of them together are in apply.ts. */
export type MoveRules = { readonly [K in MoveName]?: MoveRule<K> };
export type AllMoves = Required<MoveRules>;
