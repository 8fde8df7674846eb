import { lengthen, wholes } from './rows.ts';

/**
 * A mergeable sketch of a distribution of durations: counts in log-linear buckets (the idea of
 * HdrHistogram: an octave is cut into equal parts, so the relative error is the same everywhere).
 * Whole milliseconds below 128 have a bucket each; above, an octave has 64, and a quantile is wrong
 * by at most 1/128 of itself (0.78 %), and never beyond the shortest or the longest that was added.
 * Counts only add up: merging is exact in any order.
 */

/** Buckets of one octave; durations below twice this are counted exactly. */
const PARTS = 64;
/** First duration that is too long, ms (139 years). */
const TOO_LONG = 4_398_046_511_104;
const TWO_31 = 2_147_483_648;

/** Position of the bucket of a duration: 0 to 127 for itself, then 64 for each octave. */
function bucketOf(ms: number): number {
  if (ms < TWO_31) {
    const shift = 25 - Math.clz32(ms | PARTS);
    return (ms >>> shift) + shift * PARTS;
  }
  if (!(ms < TOO_LONG)) refuse(ms);
  const high = Math.floor(ms / 2048);
  const shift = 25 - Math.clz32(high);
  return (high >>> shift) + (shift + 11) * PARTS;
}

function refuse(ms: number): never {
  throw new RangeError(`Sketch: ${ms} is not a duration between 0 and 2^42 - 1 ms`);
}

/** The value that stands for a bucket: itself below 128 ms, else its middle. */
function middleOf(bucket: number): number {
  if (bucket < 2 * PARTS) return bucket;
  const shift = Math.floor(bucket / PARTS) - 1;
  let width = 1;
  for (let i = 0; i < shift; i += 1) width *= 2;
  return (bucket - shift * PARTS + 0.5) * width;
}

function checkShares(shares: readonly number[]): void {
  let before = 0;
  for (const p of shares) {
    if (!(p >= before && p <= 1))
      throw new RangeError(`quantiles: shares must rise from 0 to 1, not from ${before} to ${p}`);
    before = p;
  }
}

/** Quantiles of non-negative whole milliseconds, in bounded memory. */
export class Sketch {
  /** How many durations were added. */
  count = 0;
  /** Buckets from here on are empty. */
  private end = 0;
  /** The shortest and the longest added, ms; neither says anything while empty. */
  private shortest = TOO_LONG;
  private longest = 0;
  private readonly cells = wholes(256);

  /** Adds a duration, a whole number of ms from 0 to 2^42 - 1, so many times. */
  add(ms: number, times = 1): void {
    const bucket = bucketOf(ms);
    if (bucket >= this.end) this.extend(ms, bucket);
    this.cells[bucket]! += times;
    this.count += times;
    if (ms < this.shortest) this.shortest = ms;
    if (ms > this.longest) this.longest = ms;
  }

  /**
   * The p-quantile, ms: the smallest value that at least a share p of the durations does not
   * exceed, at most 0.78 % off (exact below 128 ms). NaN when nothing was added.
   * @param p share, 0 to 1
   */
  quantile(p: number): number {
    return this.quantiles([p])[0] as number;
  }

  /** The same of several shares, which do not fall, in one pass. */
  quantiles(shares: readonly number[]): number[] {
    const out = new Float64Array(shares.length);
    this.writeQuantiles(shares, out, 0);
    return [...out];
  }

  /** The same, written side by side into `out`, the first of them here. */
  writeQuantiles(shares: readonly number[], out: Float64Array, first: number): void {
    checkShares(shares);
    const { cells, count, longest, shortest } = this;
    if (count === 0) {
      out.fill(Number.NaN, first, first + shares.length);
      return;
    }
    // From above: little lies between the longest and the p-quantile, much below it.
    let bucket = this.end - 1;
    let above = 0;
    for (let i = shares.length - 1; i >= 0; i -= 1) {
      // A tolerance of rounding: 0.07 * 100 is 7.000000000000001, and means the 7th.
      const rank = Math.max(1, Math.ceil(shares[i]! * count * (1 - 1e-15)));
      out[first + i] = 0;
      if (rank <= cells[0]!) continue;
      while (above + cells[bucket]! <= count - rank) above += cells[bucket--]!;
      out[first + i] = Math.min(longest, Math.max(shortest, middleOf(bucket)));
    }
  }

  /**
   * The mean of the longest of them, ms, as near as a quantile is; a duration that belongs to the
   * share in part counts in part. NaN when nothing was added.
   * @param share share of the durations, above 0 and up to 1
   */
  meanOfLongest(share: number): number {
    const { cells, longest, shortest } = this;
    let left = share * this.count;
    let sum = 0;
    for (let bucket = this.end - 1; left > 0 && bucket >= 0; bucket -= 1) {
      const many = Math.min(left, cells[bucket]!);
      sum += many * Math.min(longest, Math.max(shortest, middleOf(bucket)));
      left -= many;
    }
    return sum / (share * this.count);
  }

  /** Adds everything the other holds. */
  merge(other: Sketch): void {
    if (other.end > this.end) this.extend(0, other.end - 1);
    for (let bucket = 0; bucket < other.end; bucket += 1)
      this.cells[bucket]! += other.cells[bucket]!;
    this.count += other.count;
    this.shortest = Math.min(this.shortest, other.shortest);
    this.longest = Math.max(this.longest, other.longest);
  }

  /** Forgets everything; costs the range in which durations lie. */
  clear(): void {
    const { cells } = this;
    let left = this.count - cells[0]!;
    for (let bucket = this.end - 1; left > 0; bucket -= 1) {
      left -= cells[bucket]!;
      cells[bucket] = 0;
    }
    cells[0] = 0;
    this.end = 0;
    this.count = 0;
    this.shortest = TOO_LONG;
    this.longest = 0;
  }

  /**
   * Everything it holds as plain numbers (for another thread, a file): the shortest, the longest,
   * then bucket, count, bucket, count…; nothing where it is empty.
   */
  toCells(): number[] {
    if (this.count === 0) return [];
    const out: number[] = [this.shortest, this.longest];
    for (let bucket = 0; bucket < this.end; bucket += 1) {
      const cell = this.cells[bucket]!;
      if (cell > 0) out.push(bucket, cell);
    }
    return out;
  }

  /** The sketch whose `toCells` this is. */
  static fromCells([shortest, longest, ...cells]: readonly number[]): Sketch {
    const sketch = new Sketch();
    if (shortest === undefined || longest === undefined) return sketch;
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const bucket = cells[i]!;
      if (bucket >= sketch.end) sketch.extend(0, bucket);
      sketch.cells[bucket]! += cells[i + 1]!;
      sketch.count += cells[i + 1]!;
    }
    sketch.shortest = shortest;
    sketch.longest = longest;
    return sketch;
  }

  private extend(ms: number, bucket: number): void {
    // A negative number lands far above every common duration, hence here: the usual way pays no
    // check.
    if (ms < 0) refuse(ms);
    this.end = bucket + 1;
    if (bucket < this.cells.length) return;
    let size = this.cells.length;
    while (size <= bucket) size *= 2;
    lengthen(this.cells, size);
  }
}
