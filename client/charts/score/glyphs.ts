import { f } from './slur.ts';

/** The signs of the score as SVG paths, pure functions of their place and size. */

/** A note head: an oval that leans, as engravers cut it. */
export function head(x: number, y: number, r: number): string {
  // Half axes r and 0.72 r, turned by 22 degrees: the ends of the long axis are here.
  const [ex, ey] = [r * 0.927, -r * 0.375];
  const arc = `A${f(r)},${f(r * 0.72)} -22 1 1`;
  return `M${f(x - ex)},${f(y - ey)}${arc} ${f(x + ex)},${f(y + ey)}${arc} ${f(x - ex)},${f(y - ey)}Z`;
}

/** A bar from x1 to x2. */
export const bar = (x1: number, x2: number, y: number, thickness: number): string =>
  `M${f(x1)},${f(y - thickness / 2)}H${f(x2)}V${f(y + thickness / 2)}H${f(x1)}Z`;

/** A bar that falls away to a thread soon after x1: the caller is being taken leave of. */
export function fade(x1: number, x2: number, y: number, thickness: number): string {
  const thread = Math.min(thickness, Math.max(1, thickness * 0.34));
  const shoulder = Math.min(x2, x1 + 4 * thickness);
  const [top, low] = [y - thread / 2, y + thread / 2];
  return (
    `M${f(x1)},${f(y - thickness / 2)}L${f(shoulder)},${f(top)}H${f(x2)}V${f(low)}` +
    `H${f(shoulder)}L${f(x1)},${f(y + thickness / 2)}Z`
  );
}

/** Slanted strokes across a bar, cut at its edges: time on hold, callers lost. */
export function hatch(x1: number, x2: number, y: number, thickness: number): string {
  const [top, bottom] = [y - thickness / 2, y + thickness / 2];
  let d = `M${f(x1)},${f(top)}H${f(x2)}V${f(bottom)}H${f(x1)}Z`;
  const step = Math.max(3, Math.min(5, thickness * 0.62));
  for (let from = x1 - thickness + step; from < x2; from += step) {
    const [a, b] = [Math.max(from, x1), Math.min(from + thickness, x2)];
    if (b > a) d += `M${f(a)},${f(bottom - (a - from))}L${f(b)},${f(bottom - (b - from))}`;
  }
  return d;
}

/** A caller who gave up. */
export const cross = (x: number, y: number, r: number): string =>
  `M${f(x - r)},${f(y - r)}L${f(x + r)},${f(y + r)}M${f(x - r)},${f(y + r)}L${f(x + r)},${f(y - r)}`;

/** A caller refused at the door: a cross in a ring. */
export const ring = (x: number, y: number, r: number): string =>
  `M${f(x - r)},${f(y)}A${f(r)},${f(r)} 0 1 1 ${f(x + r)},${f(y)}A${f(r)},${f(r)} 0 1 1 ${f(x - r)},${f(y)}Z`;

/** The wait before a note: a thin line above the staff that bows down into the head. */
export function leadIn(x1: number, x2: number, y: number, above: number, r: number): string {
  const high = y - above;
  const bow = Math.min(r * 1.6, (x2 - x1) / 2);
  return `M${f(x1)},${f(high)}H${f(x2 - bow)}Q${f(x2 - 0.4)},${f(high)} ${f(x2)},${f(y - r * 0.7)}`;
}

/** Staccato: a short call. */
export const dot = (x: number, y: number, r: number): string => ring(x, y, r);

/** Tenuto: a call that was given its time. */
export const dash = (x: number, y: number, length: number): string =>
  bar(x - length / 2, x + length / 2, y, 1.6);
