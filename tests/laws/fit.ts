/** Distances between what was drawn and what a law says, as numbers of standard deviations. */

/** How far a chi-square over equally likely cells lies from its mean. */
export function chiSquareZ(cells: ArrayLike<number>): number {
  let n = 0;
  for (let i = 0; i < cells.length; i += 1) n += cells[i] ?? 0;
  const expected = n / cells.length;
  let chi = 0;
  for (let i = 0; i < cells.length; i += 1) {
    const apart = (cells[i] ?? 0) - expected;
    chi += (apart * apart) / expected;
  }
  const freedom = cells.length - 1;
  return (chi - freedom) / Math.sqrt(2 * freedom);
}

/** Chi-square of the pairs over a square grid: uniform and independent, or not. */
export function pairsZ(
  n: number,
  pair: (i: number) => readonly [number, number],
  side = 32,
): number {
  const cells = new Float64Array(side * side);
  for (let i = 0; i < n; i += 1) {
    const [u, v] = pair(i);
    const cell = Math.floor(u * side) * side + Math.floor(v * side);
    cells[cell] = (cells[cell] ?? Number.NaN) + 1;
  }
  return chiSquareZ(cells);
}

/**
 * Kolmogorov's distance times sqrt n: beyond 1.95 once in a thousand, beyond 2.2 once in 8,000.
 * @param head P(X <= x), continuous
 */
export function kolmogorov(values: readonly number[], head: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  let farthest = 0;
  sorted.forEach((x, i) => {
    const p = head(x);
    farthest = Math.max(farthest, p - i / sorted.length, (i + 1) / sorted.length - p);
  });
  return farthest * Math.sqrt(sorted.length);
}

/** The same between two samples. */
export function kolmogorovOfTwo(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [[...a].sort((p, q) => p - q), [...b].sort((p, q) => p - q)];
  let [i, j, farthest] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const at = Math.min(x[i] ?? 0, y[j] ?? 0);
    while (i < x.length && (x[i] ?? 0) <= at) i += 1;
    while (j < y.length && (y[j] ?? 0) <= at) j += 1;
    farthest = Math.max(farthest, Math.abs(i / x.length - j / y.length));
  }
  return farthest * Math.sqrt((x.length * y.length) / (x.length + y.length));
}
