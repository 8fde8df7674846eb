/** The speeds offered, simulated seconds per real second. Any between .6 and 60 may be shown. */
export const SPEEDS = [0.6, 1, 2, 5, 8, 10, 15, 20, 30, 45, 60] as const;

/** The place on the slider nearest to a speed. */
export function placeOf(speed: number): number {
  let best = 0;
  SPEEDS.forEach((one, place) => {
    if (Math.abs(one - speed) < Math.abs((SPEEDS[best] ?? 1) - speed)) best = place;
  });
  return best;
}

export const speedAt = (place: number): number =>
  SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, Math.round(place)))] ?? 1;
