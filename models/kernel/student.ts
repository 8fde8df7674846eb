import { exp } from './exp.ts';
import { log, log1p } from './log.ts';
import { standardNormal } from './normal.ts';
import { expm1, power } from './power.ts';

/** Student's law and its quantile, on the kernel's own exponential and logarithm. */

const PI = Math.PI;
/** The last step is smaller than this: the next would change no digit. */
const LAST_STEP = 1e-6;

/**
 * gamma(x + 1/2) / gamma(x), x > 0. Source: the series of its logarithm from x = 16 on (Abramowitz
 * and Stegun 6.1.40, twice), the recursion below.
 */
function gammaRatio(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 16; y += 1) product *= y / (y + 0.5);
  const r = 1 / (y * y);
  const series =
    (-1 / 8 + r * (1 / 192 + r * (-1 / 640 + r * (17 / 14_336 - r * (31 / 18_432))))) / y;
  return product * Math.sqrt(y) * exp(series);
}

/** The density at t, times t. */
function factor(t: number, freedom: number): number {
  const top = gammaRatio(freedom / 2) / Math.sqrt(PI * freedom);
  return t * top * exp((-(freedom + 1) / 2) * log1p((t * t) / freedom));
}

/** P(0 < T < t) in units of the factor, by the power series of the incomplete beta function. */
function series(t: number, freedom: number): number {
  const y = (t * t) / (freedom + t * t);
  let term = 1;
  let sum = 1;
  for (let k = 0; term > sum * 1e-17; k += 1) {
    term *= (y * (freedom + 1 + 2 * k)) / (3 + 2 * k);
    sum += term;
  }
  return sum;
}

/**
 * P(T > t) in units of the factor, by the continued fraction of the incomplete beta function that
 * no cancellation spoils (DiDonato and Morris 1992, ACM TOMS 18, 360-373, BFRAC; Lentz 1976).
 */
function fraction(t: number, freedom: number): number {
  const [a, b] = [freedom / 2, 0.5];
  const x = freedom / (freedom + t * t);
  const y = (t * t) / (freedom + t * t);
  const away = a * y - b * x + 1;
  let c = (a * away) / (a + 1);
  let d = 0;
  let h = 1 / c;
  for (let m = 1; m < 10_000; m += 1) {
    const odd = a + 2 * m - 1;
    const over = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (odd * odd);
    const under = m + (m * (b - m) * x) / odd + ((a + m) * (away + m * (1 + y))) / (odd + 2);
    d = 1 / (under + over * d);
    c = under + over / c;
    const step = c * d;
    h /= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h / 2;
}

/** P(0 < T < t), t > 0. */
const middle = (t: number, freedom: number): number => factor(t, freedom) * series(t, freedom);

/** P(T > t), t > 0. */
function tail(t: number, freedom: number): number {
  if (t * t < (3 * freedom) / (freedom + 2)) return 0.5 - middle(t, freedom);
  return factor(t, freedom) * fraction(t, freedom);
}

/**
 * The p-quantile of Student's law, p in (0, 1), freedom > 0. Error: below 1e-13 of its size.
 * Sources: Hill 1970 (CACM 13, 619-620, algorithm 396) for the beginning; then Halley's method on
 * the logarithm of the share between 0 and t, or beyond t, against log t.
 */
export function studentQuantile(p: number, freedom: number): number {
  const isInner = p > 0.25 && p < 0.75;
  const share = isInner ? Math.abs(p - 0.5) : Math.min(p, 1 - p);
  if (share === 0) return 0;
  let t = beginning(isInner ? 0.5 - share : share, freedom);
  for (let i = 0; i < 50; i += 1) {
    const now = isInner ? middle(t, freedom) : tail(t, freedom);
    const rise = ((isInner ? 1 : -1) * factor(t, freedom)) / now;
    const newton = -log(now / share) / rise;
    const bend = 1 - ((freedom + 1) * t * t) / (freedom + t * t) - rise;
    const step = newton / (1 + (newton * bend) / 2);
    t *= exp(step);
    if (Math.abs(step) < LAST_STEP) break;
  }
  return p < 0.5 ? -t : t;
}

/** Hill's approximation; for few degrees of freedom where the tail alone would end. */
function beginning(q: number, n: number): number {
  if (n < 3) return power((gammaRatio(n / 2) * power(n, n / 2 - 1)) / (Math.sqrt(PI) * q), 1 / n);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * PI) / 2) * n;
  const y = power(2 * q * d, 2 / n);
  if (y <= 0.05 + a) {
    const first = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4);
    return Math.sqrt(n * (((first * y - 1) * (n + 1)) / (n + 2) + 1 / y));
  }
  const x = standardNormal(q);
  const x2 = x * x;
  if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
  c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
  const z = (((((0.4 * x2 + 6.3) * x2 + 36) * x2 + 94.5) / c - x2 - 3) / b + 1) * x;
  return Math.sqrt(n * expm1(a * z * z));
}
