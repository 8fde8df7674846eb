/** How far a value is from the known one, in parts of it; 0 where they are the same. */
export const far = (got: number, known: number): number =>
  Object.is(got, known) ? 0 : Math.abs(got - known) / Math.abs(known);
