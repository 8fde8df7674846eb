import { availableParallelism } from 'node:os';
import { type Language, stop } from './terminal.ts';

/** Numbers and choices given on the command line. */

/** A whole number within bounds. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  return stop(
    `${option} vaut « ${text.slice(0, 40)} » ; il faut un nombre entier de ${least} à ${most}.`,
    `${option} is "${text.slice(0, 40)}"; it must be a whole number from ${least} to ${most}.`,
  );
}

/** How many threads were asked for; all there are where none. */
export const threadsOf = ({ threads }: { readonly threads?: string | undefined }): number =>
  threads === undefined
    ? Math.max(1, availableParallelism())
    : wholeNumber('--threads', threads, 1, 64);

/** One of a few words. */
export function oneOf(option: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  const list = choices.map((choice) => (choice === '\t' ? 'tab' : choice)).join(' ');
  return stop(
    `${option} vaut « ${text.slice(0, 40)} » ; il faut l’un de : ${list}.`,
    `${option} is "${text.slice(0, 40)}"; it must be one of: ${list}.`,
  );
}

/** A share strictly between 0 and 1: 0.95. */
export function openShare(option: string, text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  return stop(
    `${option} vaut « ${text.slice(0, 40)} » ; il faut un nombre entre 0 et 1, par exemple 0.95.`,
    `${option} is "${text.slice(0, 40)}"; it must be a number between 0 and 1, for instance 0.95.`,
  );
}

/** 12,345 as that language groups it. */
export const counted = (value: number, language: Language): string =>
  new Intl.NumberFormat(language).format(value);

/** The same with what is counted: one (in French none too) or several. */
export const things = (value: number, language: Language, one: string, many: string): string =>
  `${counted(value, language)} ${value === 1 || (language === 'fr' && value < 2) ? one : many}`;

const MAX_SEED = 200;

/** A seed: any text that is not too long. */
export function seedOf(seed: string): string {
  if (seed !== '' && seed.length <= MAX_SEED) return seed;
  return stop(
    `--seed a ${seed.length} caractères ; il en faut de 1 à ${MAX_SEED}.`,
    `--seed has ${seed.length} characters; it needs 1 to ${MAX_SEED}.`,
  );
}
