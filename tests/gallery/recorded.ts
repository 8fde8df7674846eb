import type { Fact } from '../../models/index.ts';
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
