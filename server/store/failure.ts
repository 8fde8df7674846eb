import { DamagedRecord } from './store.ts';

/**
 * Why a store could not do what was asked: `damaged`, what it holds is not what was written;
 * `full`, there is no space left; `refused`, anything else of disk or database.
 */
export type Failure = 'damaged' | 'full' | 'refused';

const DAMAGED = /malformed|not a database|corrupt/i;
const FULL = /ENOSPC|EDQUOT|database or disk is full/i;

/** What an exception of a store means. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DamagedRecord) return 'damaged';
  const said =
    error instanceof Error ? `${(error as { code?: unknown }).code} ${error.message}` : '';
  if (DAMAGED.test(said)) return 'damaged';
  return FULL.test(said) ? 'full' : 'refused';
}
