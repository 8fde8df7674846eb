import type { RefusalName } from '../words/gestures.ts';
import { type After, ANYWHERE, inLanguage, type Language, oneOf, type Scene } from './scene.ts';
import { fill, type Speaker } from './sheet.ts';

/** What callers answer to what is done with them, and what is said at the desk. */

/** In the order of a talk. */
export const REACTIONS = [
  'explained',
  'cutShort',
  'heldBack',
  'criticism',
  'complaint',
  'incivility',
  'acknowledged',
  'claim',
  'refusedWell',
  'refusedBadly',
  'refusedUnjustly',
  'warned',
  'ended',
  'passedCold',
  'passedWarm',
  'promisedBack',
  'partedContent',
  'partedDoubts',
  'partedWithout',
] as const;
export type Reaction = (typeof REACTIONS)[number];

/**
 * How insults are worded: not at all (what one would hear of it is told), with the words struck
 * out, or as mild ones. None is ever aimed at what people are.
 */
export const WORDINGS = ['none', 'stylised', 'mild'] as const;
export type Wording = (typeof WORDINGS)[number];

/** Who reacts; how insults are worded, where there are any. */
export interface Reacting extends Speaker {
  readonly wording?: Wording;
}

const thingOf = (scene: Scene, motive: number, language: Language): string =>
  inLanguage(oneOf(scene.motives.thing, motive), language);

/** Somebody who calls again does not say the same again. */
const manner = ({ ordinal, attempt = 0 }: Speaker): number => ordinal + 4 * attempt;

/** Something asked for besides: neither these words nor their insistence tell whether it is due. */
function claim(scene: Scene, of: Speaker, language: Language): string {
  const claimed = oneOf(oneOf(scene.claims, of.motive), manner(of));
  const insisted = oneOf(ANYWHERE.claimed, manner(of));
  return `${inLanguage(claimed, language)} ${inLanguage(insisted, language)}`;
}

/** Where a text says nothing of the matter, what is added to it. */
const AFTER: Record<Exclude<Reaction, 'claim'>, After> = {
  explained: 'good',
  cutShort: 'bad',
  heldBack: 'on',
  criticism: 'bad',
  complaint: 'bad',
  incivility: 'bad',
  acknowledged: 'on',
  refusedWell: 'on',
  refusedBadly: 'bad',
  refusedUnjustly: 'bad',
  warned: 'on',
  ended: 'bad',
  passedCold: 'bad',
  passedWarm: 'on',
  promisedBack: 'on',
  partedContent: 'good',
  partedDoubts: 'on',
  partedWithout: 'bad',
};

/** What a caller says to what was done. */
export function reaction(scene: Scene, kind: Reaction, of: Reacting, language: Language): string {
  if (kind === 'claim') return claim(scene, of, language);
  const texts =
    kind === 'incivility' ? ANYWHERE.incivility[of.wording ?? 'none'] : ANYWHERE.reactions[kind];
  const said = oneOf(texts, manner(of));
  if (inLanguage(said, language).includes('{}'))
    return fill(said, thingOf(scene, of.motive, language), language);
  const after = oneOf(oneOf(scene.after[AFTER[kind]], of.motive), manner(of));
  return `${inLanguage(said, language)} ${inLanguage(after, language)}`;
}

/** What is said at the desk to refuse what is claimed. */
export function refusal(scene: Scene, way: RefusalName, of: Speaker, language: Language): string {
  const { bare, because, instead, then } = ANYWHERE.refusals;
  const n = manner(of);
  if (way === 'bare') return fill(oneOf(bare, n), thingOf(scene, of.motive, language), language);
  const other = inLanguage(oneOf(scene.instead, of.motive), language);
  if (way === 'instead') return fill(oneOf(instead, n), other, language);
  const reason = inLanguage(oneOf(scene.because, of.motive), language);
  const no = fill(oneOf(because, n), reason, language);
  return way === 'because' ? no : `${no} ${fill(oneOf(then, n), other, language)}`;
}

/** What one does on the line that one says something with. */
export type SpokenMove = keyof typeof ANYWHERE.spoken;
export const SPOKEN_MOVES = Object.keys(ANYWHERE.spoken) as readonly SpokenMove[];

/** One's own words, for the log of what was said. */
export const ownWords = (move: SpokenMove, language: Language): string =>
  inLanguage(ANYWHERE.spoken[move], language);

/**
 * One's own words where the register has its own: what slips out of who is as they are, or the set
 * phrase. Null: they say it as anybody would.
 */
export function registerWords(
  register: string,
  move: string,
  ordinal: number,
  language: Language,
): string | null {
  const of: Readonly<Record<string, Said>> | undefined = AS[register];
  const said = of?.[move];
  return said === undefined ? null : inLanguage(oneOf(said, ordinal), language);
}

type Said = readonly (readonly string[])[];
const AS: Readonly<Record<string, Readonly<Record<string, Said>>>> = ANYWHERE.spokenAs;
