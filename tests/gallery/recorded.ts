import type { Fact } from '../../models/doors/live.ts';
import morning from './morning.json';

/**
 * One morning of SMALL as it was once played, so that a picture changes only when its drawing does.
 * A row is the instant, the kind, then the fields of that kind.
 */
const fields = morning.fields as Record<string, readonly string[]>;

export const MORNING: readonly Fact[] = morning.facts.map(([at, kind, ...values], n) => {
  const named = (fields[String(kind)] ?? []).map((name, i) => [name, values[i]]);
  return { n, at, kind, ...Object.fromEntries(named) } as Fact;
});

/** From the decision to conclude to the release of the line, in the morning below. */
export const LEAVE_MS = 45_000;

/** The same morning in a centre where one takes leave of a caller before the line is free. */
export const LEAVING: readonly Fact[] = leaving(MORNING);

function leaving(facts: readonly Fact[]): Fact[] {
  /** Since when each agent talks without a hold. */
  const since = new Map<number, number>();
  const closings: Fact[] = [];
  for (const fact of facts) {
    if (fact.kind === 'answered' || fact.kind === 'relayed' || fact.kind === 'resumed')
      since.set(fact.agent, fact.at);
    if (fact.kind !== 'concluded') continue;
    const at = Math.max(since.get(fact.agent) ?? 0, fact.at - LEAVE_MS);
    closings.push({ n: fact.n - 0.5, at, kind: 'closing', call: fact.call, agent: fact.agent });
  }
  const all = [...facts, ...closings].sort((a, b) => a.at - b.at || a.n - b.n);
  return all.map((fact, n) => ({ ...fact, n }));
}
