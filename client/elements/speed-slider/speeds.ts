/** The speeds offered, simulated seconds per real second. Any between .6 and 60 may be shown. */
export const SPEEDS = [0.6, 1, 2, 5, 8, 10, 15, 20, 30, 45, 60] as const;

/** Those up to the fastest that makes sense here. */
export const speedsTo = (most: number): readonly number[] => SPEEDS.filter((one) => one <= most);

/** The place on the slider nearest to a speed. */
export function placeOf(speed: number, speeds: readonly number[] = SPEEDS): number {
  let best = 0;
  speeds.forEach((one, place) => {
    if (Math.abs(one - speed) < Math.abs((speeds[best] ?? 1) - speed)) best = place;
  });
  return best;
}

export const speedAt = (place: number, speeds: readonly number[] = SPEEDS): number =>
  speeds[Math.max(0, Math.min(speeds.length - 1, Math.round(place)))] ?? 1;
