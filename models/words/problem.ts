/**
 * What a person got wrong, as a value: never thrown across a border, always answered.
 * A programmer's error is an exception (kernel/check.ts); a person's error is one of these.
 */

/** The closed list of reasons. Each is made somewhere in the product, and a test sees to it. */
export const PROBLEM_CODES = [
  'E_TYPE', // the shape is wrong: a field is missing, unknown or of another kind
  'E_RANGE', // a value lies outside what is allowed
  'E_STATE', // understood, but it cannot be done now (no call on this line, already on hold…)
  'E_STALE', // it speaks of a call or a state that has passed
  'E_DUP', // given twice where one is wanted
  'E_FORBIDDEN', // this seat may not do that
  'E_TOKEN', // unknown or replaced seat token
  'E_UNKNOWN', // no such room, scenario, agent, group…
  'E_RATE', // too many, too fast
  'E_SIZE', // too large
  'E_COST', // would take too long to compute
  'E_BUSY', // the server has no room left
  'E_STORAGE', // could not be stored, therefore not done
  'E_VERSION', // made by another version of the rules
  'E_WORKER', // a computation died
  'E_DESYNC', // two copies of one truth disagree
  'E_INTERNAL', // our fault
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A sentence in both languages of the product. */
export interface Says {
  readonly fr: string;
  readonly en: string;
}

export interface Problem {
  readonly code: ProblemCode;
  /** Where: a dotted path in what was sent (`groups.0.staff`), or '' for the whole. */
  readonly path: string;
  /** What is wrong and what to do, one sentence. */
  readonly says: Says;
  /** It passes by itself: the very same may be asked again after so many real ms. */
  readonly afterMs?: number;
}

export const problem = (code: ProblemCode, path: string, fr: string, en: string): Problem => ({
  code,
  path,
  says: { fr, en },
});

/** True for a Problem, false for any other answer. */
export const isProblem = (x: unknown): x is Problem =>
  typeof x === 'object' && x !== null && 'code' in x && 'says' in x && 'path' in x;
