/**
 * Rounds of measurement: everybody in turn, so that a busy moment of the machine hurts all alike.
 */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};

export interface Timed<T> {
  readonly ms: number;
  readonly value: T;
}

export function timed<T>(run: () => T): Timed<T> {
  const from = performance.now();
  const value = run();
  return { ms: performance.now() - from, value };
}

/**
 * Runs every entry `warmUps` times unmeasured, then `rounds` times in alternation; the order turns
 * by one each round. The run number is handed in (a seed).
 */
export function alternate<T>(
  entries: Readonly<Record<string, (run: number) => T>>,
  rounds: number,
  warmUps = 1,
): Record<string, Timed<T>[]> {
  const names = Object.keys(entries);
  const results: Record<string, Timed<T>[]> = {};
  for (const name of names) results[name] = [];
  for (let round = -warmUps; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + warmUps) % names.length] as string;
      const result = timed(() => (entries[name] as (run: number) => T)(round + warmUps + 1));
      if (round >= 0) results[name]?.push(result);
    }
  return results;
}
