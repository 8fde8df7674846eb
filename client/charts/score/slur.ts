/**
 * An engraved slur: a curve that swells in the middle and ends in a point, as a closed path. It
 * leans from one staff to the other and rises over the line between its ends, a long one less
 * steeply than a short one; never above `room` px over its ends, where the page may end.
 */
export function slur(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  thickness: number,
  room: number,
): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const lift = Math.min(54, room, 9 + Math.abs(dx) * 0.1 + Math.abs(dy) * 0.1);
  const handle = (share: number, sag: number) =>
    `${f(x1 + dx * share)},${f(y1 + dy * share - lift * 1.3 + sag)}`;
  const [a, b, c, d] = [
    handle(0.2, 0),
    handle(0.8, 0),
    handle(0.79, thickness * 1.33),
    handle(0.21, thickness * 1.33),
  ];
  return `M${f(x1)},${f(y1)}C${a} ${b} ${f(x2)},${f(y2)}C${c} ${d} ${f(x1)},${f(y1)}Z`;
}

/** A coordinate to a tenth of a pixel: short paths, and the same ones everywhere. */
export const f = (x: number): string => String(Math.round(x * 10) / 10);
