/** The paces offered, simulated seconds per real second. Any between 1 and 60 may be shown. */
export const PACES = [1, 2, 5, 10, 15, 20, 30, 45, 60] as const;

/** The place on the slider nearest to a pace. */
export function placeOf(pace: number): number {
  let best = 0;
  PACES.forEach((one, place) => {
    if (Math.abs(one - pace) < Math.abs((PACES[best] ?? 1) - pace)) best = place;
  });
  return best;
}

export const paceAt = (place: number): number =>
  PACES[Math.max(0, Math.min(PACES.length - 1, Math.round(place)))] ?? 1;
