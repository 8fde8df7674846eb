/** A programmer's error stops loudly; a person's error is a Problem (words/problem.ts). */
export function check(condition: boolean, says: string): asserts condition {
  if (!condition) throw new Error(says);
}

/** For the default of an exhaustive switch. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};
