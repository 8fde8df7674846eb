import { type Fact, factRow } from '../words/facts.ts';

/**
 * As whom a fact is known: the projector, the desk of one agent; and once the day is over, either
 * of them (`agent` -1: the projector), who may then know what was hidden while it lasted.
 */
export type Viewer =
  | { readonly as: 'wall' }
  | { readonly as: 'desk'; readonly agent: number }
  | { readonly as: 'over'; readonly agent: number };

/** What stands in a field that is hidden. */
const HIDDEN: Readonly<Record<string, number | string>> = { caller: -1, says: -1, reason: 'other' };

/**
 * The one door by which facts leave: what this audience may know of a fact, or null where it may
 * not even know that something happened (columns `to` and `hides` of the table of facts). It must
 * never tell the future (patience and handling are in no fact), who a caller is, or why a colleague
 * is away. `cause` stays: that a call repeats an earlier one is past, and the score draws it. Once
 * the day is over there is no future to tell: all is laid open but what is `personal`.
 */
export function forAudience(fact: Fact, audience: Viewer): Fact | null {
  const row = factRow(fact.kind);
  // The record of other rules may hold kinds that these no longer know.
  if (row === undefined) return null;
  const { to, hides, personal } = row;
  // The way of most facts.
  if (to === 'all' && hides === undefined) return fact;
  const own = audience.as !== 'wall' && 'agent' in fact && fact.agent === audience.agent;
  // What a person did is theirs, once the day is over too.
  const open = audience.as === 'over' && personal !== true;
  if (!open && !own && to !== 'all') return null;
  if (!open && to === 'over') return null;
  if (hides === undefined || own || open) return fact;
  const told: Record<string, unknown> = { ...fact };
  for (const field of hides) told[field] = HIDDEN[field];
  return told as unknown as Fact;
}
