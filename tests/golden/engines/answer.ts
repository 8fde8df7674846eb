import type { Hashes } from './compare.ts';

/**
 * What asking one engine came to. `absent`: it is not on this machine, and need not be; `unasked`:
 * it should have been asked and could not be; `failed`: it ran our code and could not compute.
 */
export type Answer =
  | { readonly engine: string; readonly hashes: Hashes }
  | { readonly engine: string; readonly absent: string }
  | { readonly engine: string; readonly unasked: string }
  | { readonly engine: string; readonly failed: string };

/** How long an engine may take over all the golden days; Node takes three seconds. */
export const PATIENCE_MS = 180_000;

/** The first lines of what went wrong, on one line. */
export const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n').slice(0, 3).join(' ');
