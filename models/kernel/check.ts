/** A programmer's error stops loudly; a person's error is a Problem (words/problem.ts). */
export function check(condition: boolean, says: string): asserts condition {
  if (!condition) throw new Error(says);
}
