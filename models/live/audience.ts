import { type Fact, factRow } from '../words/facts.ts';
import type { Audience } from './wire.ts';

/** What stands in a field that is hidden. */
const HIDDEN: Readonly<Record<string, number | string>> = { caller: -1, says: -1, reason: 'other' };

/**
 * The one door by which facts leave: what this audience may know of a fact, or null where it may
 * not even know that something happened (columns `to` and `hides` of the table of facts). It must
 * never tell the future (patience and handling are in no fact), who a caller is, or why a colleague
 * is away. `cause` stays: that a call repeats an earlier one is past, and the score draws it.
 */
export function forAudience(fact: Fact, audience: Audience): Fact | null {
  const { to, hides } = factRow(fact.kind);
  const own = audience.as === 'desk' && 'agent' in fact && fact.agent === audience.agent;
  if (to === 'over' || (to === 'own' && !own)) return null;
  if (hides === undefined || own) return fact;
  const told: Record<string, unknown> = { ...fact };
  for (const field of hides) told[field] = HIDDEN[field];
  return told as unknown as Fact;
}
