import { describe, expect, it } from 'vitest';
import { type AxesPoint, twoAxes } from '../../client/charts/two-axes.ts';

/** The two halves of the quality of service, as two axes. */

const SIZE = { width: 1_600, height: 800 };
const LINE = 30;
const at = (key: string, reached: number, lived: number): AxesPoint => ({
  ...{ key, kind: 'team', reached, lived, label: `Team ${key}` },
});

describe('the two axes', () => {
  it('go from left to right and upwards, and hold every point', () => {
    const { bottom, left, points, right, top } = twoAxes(
      [at('1', 0.2, 30), at('2', 0.9, 30), at('3', 0.9, 80)],
      SIZE,
      LINE,
    );
    const place = new Map(points.map((one) => [one.key, one]));
    expect(place.get('1')?.x).toBeLessThan(place.get('2')?.x ?? 0);
    expect(place.get('3')?.y).toBeLessThan(place.get('2')?.y ?? 0);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x).toBeLessThanOrEqual(right);
      expect(y).toBeGreaterThanOrEqual(top);
      expect(y).toBeLessThanOrEqual(bottom);
    }
  });

  it('never leave what can be: a share is within 0 and 1, an experience within 0 and 100', () => {
    const { xTicks, yTicks } = twoAxes([at('1', 0, 0), at('2', 1, 100)], SIZE, LINE);
    expect(xTicks.map(({ value }) => value)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('write no name upon another, however many stand at one place', () => {
    const { points, right } = twoAxes(
      Array.from({ length: 8 }, (_, i) => at(String(i), 0.98, 50)),
      SIZE,
      LINE,
    );
    const heights = points.map(({ labelY }) => labelY).sort((a, b) => a - b);
    for (const [i, y] of heights.entries())
      if (i > 0) expect(y - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(LINE - 1e-6);
    for (const { anchor, labelX } of points)
      if (anchor === 'end') expect(labelX).toBeLessThan(right);
  });
});
