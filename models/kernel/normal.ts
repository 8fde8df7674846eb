import { log } from './log.ts';

/**
 * The quantile of the standard normal law: what every lognormal need, stance and temperament asks
 * for, so its speed counts (a third of the library's time). Algorithm AS 241, PPND16 (Wichura 1988,
 * Applied Statistics 37, 477-484): three ratios of polynomials, about 15 digits; sums, products, a
 * logarithm and a root, so the same bits on every machine.
 */

const middleOver = (r: number): number =>
  ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
    45921.95393154987) *
    r +
    13731.69376550946) *
    r +
    1971.5909503065513) *
    r +
    133.14166789178438) *
    r +
  3.3871328727963665;

const middleUnder = (r: number): number =>
  ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r +
    21213.794301586597) *
    r +
    5394.196021424751) *
    r +
    687.1870074920579) *
    r +
    42.31333070160091) *
    r +
  1.0;

const nearOver = (r: number): number =>
  ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
    1.2704582524523684) *
    r +
    3.6478483247632045) *
    r +
    5.769497221460691) *
    r +
    4.630337846156546) *
    r +
  1.4234371107496835;

const nearUnder = (r: number): number =>
  ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
    0.14810397642748008) *
    r +
    0.6897673349851) *
    r +
    1.6763848301838038) *
    r +
    2.053191626637759) *
    r +
  1.0;

const farOver = (r: number): number =>
  ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
    0.026532189526576124) *
    r +
    0.29656057182850487) *
    r +
    1.7848265399172913) *
    r +
    5.463784911164114) *
    r +
  6.657904643501103;

const farUnder = (r: number): number =>
  ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
    0.0007868691311456133) *
    r +
    0.014875361290850615) *
    r +
    0.1369298809227358) *
    r +
    0.599832206555888) *
    r +
  1.0;

/** Where the middle ends, as a distance from 1/2; and where the far tails begin. */
const MIDDLE = 0.425;
const FAR = 5;

/** @param p in (0, 1); @returns z with P(Z <= z) = p */
export function standardNormal(p: number): number {
  const q = p - 0.5;
  if (q < -MIDDLE || q > MIDDLE) return tail(p, q);
  const r = MIDDLE * MIDDLE - q * q;
  return (q * middleOver(r)) / middleUnder(r);
}

function tail(p: number, q: number): number {
  const far = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const r = far <= FAR ? far - 1.6 : far - FAR;
  const z = far <= FAR ? nearOver(r) / nearUnder(r) : farOver(r) / farUnder(r);
  return q < 0 ? -z : z;
}
