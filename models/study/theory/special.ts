/**
 * The few special functions the closed forms need, from exp, log and sqrt alone: those give the
 * same bits on every engine, Math.pow and its kind do not.
 */

const HALF_LOG_TWO_PI = 0.9189385332046728;
/** Stirling's series of log gamma: B_2k / (2k (2k-1)), for x^-1, x^-3, … */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * Logarithm of the gamma function, x > 0. Error: about 1e-15 of its size. Source: Stirling's
 * series (Abramowitz and Stegun 6.1.41) from x = 12 on, the recursion below.
 */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 12) {
    product *= y;
    y += 1;
  }
  const inverse = 1 / (y * y);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) series = series * inverse + STIRLING[k]!;
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series / y - Math.log(product);
}

/** 1 - e^-x for x >= 0 without losing digits near 0. */
export function oneMinusExp(x: number): number {
  if (x > 0.5) return 1 - Math.exp(-x);
  let term = x;
  let sum = 0;
  for (let k = 2; term > 1e-18 * x || term < -1e-18 * x; k += 1) {
    sum += term;
    term *= -x / k;
  }
  return sum;
}

/** P(a, x), the lower regularised incomplete gamma function, by its power series. */
function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Q(a, x) = 1 - P(a, x) by its continued fraction (Lentz). */
function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / (b === 0 ? tiny : b);
  let h = d;
  for (let i = 1; i < 100_000; i += 1) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    d = 1 / (d === 0 ? tiny : d);
    c = b + numerator / c;
    if (c === 0) c = tiny;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * P(X > x) for X gamma with this shape and scale 1 (the upper regularised incomplete gamma
 * function). Error: about 1e-13 of its size. Source: Abramowitz and Stegun 6.5.29 and 6.5.31.
 */
export function gammaTail(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x);
}

/** P(X <= x) for the same X, with its own digits where it is small. */
export function gammaHead(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x);
}

/** P(Z > z) for Z standard normal, with its own digits in both tails. */
export function normalTail(z: number): number {
  const half = 0.5 * gammaTail(0.5, 0.5 * z * z);
  return z >= 0 ? half : 1 - half;
}
