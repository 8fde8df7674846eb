/** `day · seed` → what its facts hash to. */
export type Hashes = Readonly<Record<string, string>>;

/** A golden day that an engine does not compute as it was kept. */
export interface Difference {
  readonly day: string;
  /** What the engine found; null: it has no such day. */
  readonly found: string | null;
  /** What the golden file keeps; null: it keeps no such day. */
  readonly kept: string | null;
}

export interface Comparison {
  /** Days that either side knows. */
  readonly days: number;
  readonly differences: readonly Difference[];
}

/** Where an engine's days and the golden ones differ: in their hash, or in being there at all. */
export function compare(kept: Hashes, found: Hashes): Comparison {
  const days = [...new Set([...Object.keys(kept), ...Object.keys(found)])];
  const differences = days
    .filter((day) => kept[day] !== found[day])
    .map((day) => ({ day, found: found[day] ?? null, kept: kept[day] ?? null }));
  return { days: days.length, differences };
}

/** The line of an engine, and one more for each day that differs. */
export const report = (engine: string, { days, differences }: Comparison): string =>
  [
    `${engine}: ${days - differences.length} of ${days} golden days are the same`,
    ...differences.map(
      ({ day, found, kept }) => `  ${day}: ${found ?? 'missing'}, not ${kept ?? 'kept'}`,
    ),
  ].join('\n');
