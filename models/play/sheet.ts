import { CLAIM, SHEET_LINE } from '../words/gestures.ts';
import { STATES } from '../words/sheet.ts';
import { ANYWHERE, inLanguage, type Language, oneOf, type Pair, type Scene } from './scene.ts';

/**
 * What callers say, composed from their sheet. No luck: the same sheet is the same words, and the
 * number of the caller (`ordinal`) gives the manner.
 *
 * The lengths of the lists keep two callers of a day from saying the same. The centre gives 48
 * callers running 48 different pairs of motive and context, a step of 19 from one to the next. So
 * those who share a motive are 5, 10, 15, 20 or 25 apart, or what is left of these to 48, and who
 * share both are 48 apart: lists of 9 keep the former apart, lists of 5, 7 and 13 the latter.
 */

/** What a desk knows of what its caller says first. */
export interface Said {
  readonly ordinal: number;
  readonly motive: number;
  readonly context: number;
  /** Below STATES it betrays that state of mind, from there on a need. */
  readonly hint: number;
  /** 0 when they call for the first time. */
  readonly attempt: number;
  /** They had been promised a call, and were not reached. */
  readonly promised: boolean;
}

/** Whose words: enough to choose among them. */
export interface Speaker {
  readonly ordinal: number;
  readonly motive: number;
  readonly attempt?: number;
}

/** A sentence begins with a capital, whatever was put there. */
const CAPITALS = /(^[(]?|[.!?] )(\p{Ll})/gu;
const withCapitals = (text: string): string =>
  text.replace(CAPITALS, (_, before: string, letter: string) => before + letter.toUpperCase());

/** A text of one language, with another put in its place. */
export const fill = (text: Pair, inside: string, language: Language): string =>
  withCapitals(inLanguage(text, language).replace('{}', inside));

/** How somebody begins: a greeting, or that they have called before. */
function beginning({ ordinal, attempt, promised }: Said): Pair {
  const { hello, promised: broken, more, again } = ANYWHERE;
  if (attempt === 0) return oneOf(hello, ordinal);
  const said = promised ? broken : attempt > 1 ? more : again;
  return oneOf(said, ordinal + attempt);
}

/** What a caller says first: what brings them, and one turn of phrase that betrays them. */
export function opening(scene: Scene, said: Said, language: Language): string {
  const matter = inLanguage(oneOf(oneOf(scene.matter, said.motive), said.context), language);
  const tell = oneOf(oneOf(scene.tells, said.hint), said.ordinal + said.attempt);
  return `${inLanguage(beginning(said), language)} ${fill(tell, matter, language)}`;
}

/** A line of the sheet that listening turns, and what stands there. */
export interface Turned extends Speaker {
  readonly line: keyof typeof SHEET_LINE;
  readonly value: number;
}

/** What makes a line plain. */
function plain(scene: Scene, { line, value, motive }: Turned): Pair {
  if (line === 'claim') return oneOf(value === CLAIM.due ? scene.due : scene.undue, motive);
  return oneOf(oneOf(ANYWHERE.plain, line === 'state' ? value : STATES + value), motive);
}

/** What a caller says when listened to: it makes that line plain. */
export function turned(scene: Scene, of: Turned, language: Language): string {
  // Who is listened to for long says more than one: not after the same first words.
  const lead = oneOf(ANYWHERE.leads, of.ordinal + 4 * SHEET_LINE[of.line]);
  return `${inLanguage(lead, language)} ${inLanguage(plain(scene, of), language)}`;
}

/** A sentence that points to a cause without naming it. */
export function clue(scene: Scene, cause: number, ordinal: number, language: Language): string {
  const of = oneOf(oneOf(scene.causes, cause).clues, ordinal);
  return `${inLanguage(oneOf(ANYWHERE.asides, ordinal), language)} ${inLanguage(of, language)}`;
}
