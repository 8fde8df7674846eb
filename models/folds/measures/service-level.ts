/**
 * Service level F3 ("offered", the usual one; RULES M4) is calls answered within the target, of
 * these: answered or given up. Said here once, for the wall and for studies.
 */
export const ofF3 = (answered: number, abandoned: number): number => answered + abandoned;

/** The same as a share, 0 to 1; null before the first such call. */
export function serviceLevelF3(counts: {
  readonly within: number;
  readonly answered: number;
  readonly abandoned: number;
}): number | null {
  const of = ofF3(counts.answered, counts.abandoned);
  return of > 0 ? counts.within / of : null;
}
