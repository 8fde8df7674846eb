/** Refuses a bad argument in a sentence that names it. */
export function demand(ok: boolean, name: string, says: string, given: unknown): asserts ok {
  if (!ok) throw new RangeError(`${name} must be ${says}; it is ${String(given)}`);
}

/** A finite number that is at least 0. */
export function demandAmount(name: string, x: number): void {
  demand(x >= 0 && x < Number.POSITIVE_INFINITY, name, 'a finite number, 0 or more', x);
}

/** A finite number above 0. */
export function demandPositive(name: string, x: number): void {
  demand(x > 0 && x < Number.POSITIVE_INFINITY, name, 'a finite number above 0', x);
}

/** A whole number that is at least `least`. */
export function demandCount(name: string, x: number, least = 0): void {
  demand(Number.isSafeInteger(x) && x >= least, name, `a whole number, ${least} or more`, x);
}

/** A share: 0 to 1. */
export function demandShare(name: string, x: number): void {
  demand(x >= 0 && x <= 1, name, 'a share between 0 and 1', x);
}
