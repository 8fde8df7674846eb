import { scaleLinear } from 'd3';
import type { Size } from './score/frame.ts';

/**
 * The two halves of the quality of service as two axes: how many got through, and how it was lived.
 * Pure geometry, in CSS pixels.
 */

/** A team as it played, or a policy on the same callers. */
export interface AxesPoint {
  readonly key: string;
  readonly kind: 'policy' | 'team';
  /** Share that got through, 0 to 1. */
  readonly reached: number;
  /** Lived experience, 0 to 100. */
  readonly lived: number;
  readonly label: string;
}

export interface PlacedPoint extends AxesPoint {
  readonly x: number;
  readonly y: number;
  /** Where its name begins, or ends where it would leave the page. */
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'end' | 'start';
}

export interface Axes {
  readonly points: readonly PlacedPoint[];
  readonly xTicks: readonly { readonly at: number; readonly value: number }[];
  readonly yTicks: readonly { readonly at: number; readonly value: number }[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What points take of an axis besides: they stand inside the page, not on its edge. */
const AROUND = 0.12;
const TICKS = 5;

/** @param line height of a line of text, px */
export function twoAxes(points: readonly AxesPoint[], size: Size, line: number): Axes {
  const left = 3 * line;
  const right = size.width - line;
  const top = line;
  const bottom = size.height - 2.2 * line;
  const x = scaleLinear(
    spanned(
      points.map(({ reached }) => reached),
      1,
    ),
    [left, right],
  ).nice(TICKS);
  const y = scaleLinear(
    spanned(
      points.map(({ lived }) => lived),
      100,
    ),
    [bottom, top],
  ).nice(TICKS);
  return {
    ...{ left, right, top, bottom },
    points: named(
      points.map((one) => ({ ...one, x: x(one.reached), y: y(one.lived) })),
      right,
      line,
    ),
    xTicks: x.ticks(TICKS).map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(TICKS).map((value) => ({ value, at: y(value) })),
  };
}

/** From a little below the least to a little above the most, within 0 and `most`. */
function spanned(values: readonly number[], most: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const around = Math.max((high - low) * AROUND, most * 0.05);
  return [Math.max(0, low - around), Math.min(most, high + around)];
}

type Point = AxesPoint & { readonly x: number; readonly y: number };

/** Each name beside its point, none upon another: from the top down, those below give way. */
function named(points: readonly Point[], right: number, line: number): PlacedPoint[] {
  const placed: PlacedPoint[] = [];
  for (const one of [...points].sort((a, b) => a.y - b.y)) {
    const width = one.label.length * line * 0.55;
    const fits = one.x + line + width < right;
    const labelX = fits ? one.x + 0.7 * line : one.x - 0.7 * line;
    const [from, to] = fits ? [labelX, labelX + width] : [labelX - width, labelX];
    let labelY = one.y;
    for (const other of placed) {
      const itsWidth = other.label.length * line * 0.55;
      const itsFrom = other.anchor === 'start' ? other.labelX : other.labelX - itsWidth;
      const beside = from < itsFrom + itsWidth && itsFrom < to;
      if (beside && labelY < other.labelY + line) labelY = other.labelY + line;
    }
    placed.push({ ...one, labelX, labelY, anchor: fits ? 'start' : 'end' });
  }
  return placed;
}
