import { z } from 'zod';
import type { Says } from '../words/problem.ts';

// Schemas are read without code made on the way, which the policy of pages forbids.
z.config({ jitless: true });

/**
 * How a parameter of the scenario is declared: what it means, its unit, range and neutral value.
 */
export interface Meaning {
  unit?: string;
  neutral?: unknown;
  /** Evidence grade A–D of the default (MODEL.md); D is shown as a hypothesis. */
  grade?: 'A' | 'B' | 'C' | 'D';
}
export const real = (min: number, max: number, says: string, meaning: Meaning = {}) =>
  z
    .number()
    .min(min)
    .max(max)
    .meta({ description: says, ...meaning });
export const count = (min: number, max: number, says: string, meaning: Meaning = {}) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .meta({ description: says, ...meaning });
export const share = (says: string, meaning: Meaning = {}) =>
  real(0, 1, says, { unit: '1', ...meaning });

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
  .meta({
    description: 'Short name used in commands, files and --set paths: letters, digits, - and _.',
  });

/**
 * What no text may hold: control characters, which a terminal obeys, and marks that turn the
 * direction of the text around them.
 */
export const UNSEEN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** Nothing but blanks and marks without width: a name that nobody could read or point at. */
export const BLANK = /^[\s\p{Cf}]+$/u;

const text = (most: number) => {
  const one = z
    .string()
    .min(1)
    .max(most)
    .regex(new RegExp(`^(?![\\s\\p{Cf}]+$)[^${UNSEEN.source.slice(1, -1)}]*$`, 'u'));
  return z.union([one, z.strictObject({ fr: one, en: one })]);
};

/** One text for both languages, or one for each. */
export const Text = text(500).meta({
  description: 'A text shown on screen: one for all, or {fr, en}.',
});
export const LongText = text(1_000);
export const ShortText = text(80).meta({
  description: 'A short text shown on one line of a screen: one for all, or {fr, en}.',
});
export type Text = z.output<typeof Text>;

/** The same in both languages where there is one for all; empty where there is none. */
export function saysOf(text: Text | undefined): Says {
  if (text === undefined) return { fr: '', en: '' };
  return typeof text === 'string' ? { fr: text, en: text } : text;
}
