import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Study } from '../design.ts';

/** JSON in which the order of keys says nothing: two equal values are one text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inside]) => inside !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inside]) => `${JSON.stringify(key)}:${canonical(inside)}`).join()}}`;
}

/** SHA-256, in hexadecimal, of a value as plain data. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/**
 * What a study is called wherever its chunks are kept: two studies of one identity have the same
 * bytes, chunk by chunk. SHA-256 in hexadecimal of all that determines them: scenario, seed,
 * replications, how they are cut, and the version of the rules by which they are played.
 * @param rules `RULES_VERSION` of the engine
 */
export const identityOf = (study: Study, rules: string): string =>
  hashOf({ format: 'contretemps-study-run/1', rules, study });
