import { twoTo } from './exp.ts';

/**
 * Natural logarithms with sums, products and quotients only: an engine may take Math.log from the
 * library of its system, whose last bits are its own; these are the same on every machine.
 */

/** The least number that has all its 53 bits, and what brings a lesser one above it. */
const LEAST_WHOLE = 2.225_073_858_507_201_4e-308;
const TWO_54 = 18_014_398_509_481_984;
/** ln 2 in two parts: multiples of the first, up to 2^11 of them, are exact. */
const LN2_HIGH = 6.931_471_803_691_238e-1;
const LN2_LOW = 1.908_214_929_270_587_7e-10;
/** The even polynomial nearest to (log(1 + s) - log(1 - s)) / s - 2, for |s| < 0.1716. */
const L1 = 0.666_666_666_666_673_5;
const L2 = 0.399_999_999_994_094_2;
const L3 = 0.285_714_287_436_623_9;
const L4 = 0.222_221_984_321_497_84;
const L5 = 0.181_835_721_616_180_5;
const L6 = 0.153_138_376_992_093_73;
const L7 = 0.147_981_986_051_165_86;

/** A number, and its two halves; which of them is the high one depends on the machine. */
const NUMBER = new Float64Array(1);
const HALVES = new Int32Array(NUMBER.buffer);
NUMBER[0] = 1;
const HIGH = HALVES[0] === 0 ? 1 : 0;
/** Of the high half: the digits behind the 1, and how far those of the root of 2 are from 2. */
const DIGITS = 0xfffff;
const FROM_ROOT = 0x95f64;
/** Between these digits, f^2 / 2 is taken apart. */
const FAR_FROM = 0x6147a;
const FAR_TO = 0x6b851;

/**
 * ln x; -Infinity at 0, NaN below. Error: less than an ulp. Source: Sun's fdlibm, e_log.c (Ng
 * 1993): x = 2^k (1 + f) with 1 + f about 1, and log(1 + f) by the odd series of s = f / (2 + f).
 */
export function log(x: number): number {
  if (!(x >= LEAST_WHOLE && x < Infinity)) return farLog(x);
  NUMBER[0] = x;
  const high = HALVES[HIGH] as number;
  const digits = high & DIGITS;
  const k = (high >> 20) - 1_023 + ((digits + FROM_ROOT) >> 20);
  const f = x * twoTo(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const series = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  if (digits > FAR_FROM && digits < FAR_TO) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + series) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - series) - k * LN2_LOW - f);
}

/** The same at the ends of the range. */
function farLog(x: number): number {
  if (x > 0 && x < Infinity) return log(x * TWO_54) - 54 * Math.LN2;
  return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
}

/** ln(1 + x) with all the digits of a small x. Error: a few ulp. Source: Kahan (HP-15C, 1982). */
export function log1p(x: number): number {
  const from = 1 + x;
  if (from === 1) return x;
  return from < Infinity ? (log(from) * x) / (from - 1) : from;
}

const PIECES = 128;
/** Below 2^-16 the low bits count too much for the short way. */
const FEWEST_BITS = 16;

/** Of each piece of [1, 2): minus the log of its middle, then one over its middle. */
const TABLE = new Float64Array(2 * PIECES);
for (let i = 0; i < PIECES; i++) {
  const middle = 1 + (i + 0.5) / PIECES;
  TABLE[2 * i] = -log(middle);
  TABLE[2 * i + 1] = 1 / middle;
}
/** What a unit of `low` is worth once `high` has been shifted by so many places. */
const LOW = Float64Array.from({ length: FEWEST_BITS + 1 }, (_, zeros) => (1 << zeros) / 2_097_152);

/**
 * Minus the natural logarithm of a uniform given by its bits: what every exponential draw needs,
 * at a third of the price of the whole logarithm.
 *
 * The number is (high * 2^21 + low + 1/2) / 2^53. Its exponent is a count of leading zeros; what
 * remains, in [1, 2), is brought next to a middle of 128 by a table, and the rest is six terms of
 * the series: within 3e-16 of the true value.
 * @param high 32 bits, as a signed integer; @param low 21 bits
 */
export function minusLog(high: number, low: number): number {
  const zeros = Math.clz32(high);
  if (zeros > FEWEST_BITS) return longWay(high, low);
  const bits = high << zeros;
  const piece = (bits >>> 23) & (2 * PIECES - 2);
  const x = ((bits >>> 0) + (low + 0.5) * (LOW[zeros] as number)) / 2_147_483_648;
  const r = x * (TABLE[piece + 1] as number) - 1;
  const r2 = r * r;
  const series = r - r2 * 0.5 + r2 * (r * (1 / 3 - 0.25 * r) + r2 * (r * (0.2 - r * (1 / 6))));
  return (zeros + 1) * Math.LN2 + (TABLE[piece] as number) - series;
}

/** Apart, so that nothing of it is done before the usual way is chosen. */
function longWay(high: number, low: number): number {
  return -log(((high >>> 0) * 2_097_152 + low + 0.5) / 9_007_199_254_740_992);
}
