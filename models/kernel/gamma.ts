import { exp } from './exp.ts';
import { log, log1p } from './log.ts';
import { standardNormal } from './normal.ts';

/**
 * The gamma function, the gamma law (scale 1) and its quantile, on the kernel's own exponential and
 * logarithm: the same bits on every machine.
 */

const HALF_LOG_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;
/** Above it the gamma function has no finite number. */
const LARGEST = 171.62;
/** From here on Stirling's series has all its digits. */
const LARGE = 12;
/** Stirling's series of log gamma: B_2k / (2k (2k-1)), for x^-1, x^-3, … */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

const over = (x: number): number =>
  (((((1.6011952247675185e-4 * x + 1.1913514700658638e-3) * x + 1.0421379756176158e-2) * x +
    4.763678004571372e-2) *
    x +
    0.20744822764843598) *
    x +
    0.4942148268014971) *
    x +
  1.0;
const under = (x: number): number =>
  ((((((-2.3158187332412014e-5 * x + 5.396055804933034e-4) * x - 4.456419138517973e-3) * x +
    1.1813978522206043e-2) *
    x +
    3.5823639860549865e-2) *
    x -
    0.23459179571824335) *
    x +
    7.14304917030273e-2) *
    x +
  1.0;

/**
 * The gamma function, x > 0; infinite beyond 171.6. Error: an ulp, and half of one for each whole
 * step from [2, 3]. Source: Moshier 1989, Methods and Programs for Mathematical Functions (Cephes):
 * a ratio of polynomials in [2, 3], the recursion elsewhere.
 */
export function gamma(x: number): number {
  if (x > LARGEST) return Infinity;
  let product = 1;
  let y = x;
  while (y >= 3) product *= y -= 1;
  while (y < 2) product /= y++;
  return (product * over(y - 2)) / under(y - 2);
}

/** log gamma(x) less (x - 1/2) log x - x + log(2 pi) / 2, from x = 12 on. */
function stirling(x: number): number {
  const inverse = 1 / (x * x);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) series = series * inverse + STIRLING[k]!;
  return series / x;
}

/**
 * Logarithm of the gamma function, x > 0. Error: about 1e-15 of its size, or of 1. Source:
 * Stirling's series (Abramowitz and Stegun 6.1.41) from x = 12 on.
 */
export function logGamma(x: number): number {
  if (x < LARGE) return log(gamma(x));
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirling(x);
}

/** x^a e^-x / gamma(a + 1): the density at x, times x / a. */
function factor(a: number, x: number): number {
  if (a < LARGE) return exp(a * log(x) - x) / gamma(a + 1);
  const away = (x - a) / a;
  return exp(-a * (away - log1p(away)) - stirling(a)) / Math.sqrt(TWO_PI * a);
}

/** P(a, x) in units of the factor, by its power series. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q(a, x) in units of a times the factor, by its continued fraction (Lentz 1976). */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i += 1) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** Where the series is left for the fraction. */
const isNear = (shape: number, x: number): boolean => x < shape + 1;

/**
 * P(X > x) for X gamma with this shape and scale 1 (the upper regularised incomplete gamma
 * function). Error: about 1e-14 of its size. Source: Abramowitz and Stegun 6.5.29 and 6.5.31.
 */
export function gammaTail(shape: number, x: number): number {
  if (x <= 0) return 1;
  return isNear(shape, x)
    ? 1 - factor(shape, x) * series(shape, x)
    : shape * factor(shape, x) * fraction(shape, x);
}

/** P(X <= x) for the same X, with its own digits where it is small. */
export function gammaHead(shape: number, x: number): number {
  if (x <= 0) return 0;
  return isNear(shape, x)
    ? factor(shape, x) * series(shape, x)
    : 1 - shape * factor(shape, x) * fraction(shape, x);
}

/** The last step is smaller than this: the next would change no digit. */
const LAST_STEP = 1e-6;

/**
 * The p-quantile of the gamma law of this shape and scale 1, p in (0, 1). Error: below 1e-13 of its
 * size. Sources: for the beginning Wilson and Hilferty 1931, and DiDonato and Morris 1986 (ACM
 * TOMS 12, 377-393) at the ends; then Halley's method, on the logarithm of the lesser of the shares
 * below and above: below it is nearly a line in log x, above in x.
 */
export function gammaQuantile(p: number, shape: number): number {
  let x = p <= 0.5 ? below(p, shape) : above(1 - p, shape);
  for (let i = 0; i < 30; i += 1) {
    const step = p <= 0.5 ? stepBelow(x, p, shape) : stepAbove(x, 1 - p, shape);
    x *= step;
    const left = Math.abs(step - 1) * (1 + Math.sqrt(shape));
    if (left < LAST_STEP) break;
  }
  return x;
}

/** Wilson and Hilferty: the cube root is nearly normal. */
function cube(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + standardNormal(p) / (3 * Math.sqrt(shape));
  return root > 0.3 ? shape * root * root * root : 0;
}

function below(p: number, shape: number): number {
  const near = shape > 1 ? cube(p, shape) : 0;
  if (near > 0) return near;
  const first = exp((log(p) + logGamma(shape + 1)) / shape);
  return first * (1 + first / (shape + 1));
}

function above(q: number, shape: number): number {
  const near = shape > 0.5 ? cube(1 - q, shape) : 0;
  if (near > 0) return near;
  const first = -log(q * gamma(shape));
  if (first > 1.5) return first + (shape - 1) * log(first);
  return below(1 - q, shape);
}

/** By how much to multiply x: Halley's step of log P in log x. */
function stepBelow(x: number, p: number, shape: number): number {
  const share = gammaHead(shape, x);
  const rise = (shape * factor(shape, x)) / share;
  const newton = -log(share / p) / rise;
  return exp(newton / (1 + (newton * (shape - x - rise)) / 2));
}

/** The same, of log Q in x. */
function stepAbove(x: number, q: number, shape: number): number {
  const share = gammaTail(shape, x);
  const hazard = (shape * factor(shape, x)) / (x * share);
  const newton = log(share / q) / hazard;
  const to = newton / (1 + (newton * ((shape - 1) / x - 1 + hazard)) / 2);
  return Math.max(1 + to / x, 0.1);
}
