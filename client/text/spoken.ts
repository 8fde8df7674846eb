import {
  CLAIM,
  causes,
  clue,
  GESTURE,
  labelOf,
  opening,
  ownWords,
  REFUSALS,
  type Reaction,
  reaction,
  refusal,
  type Scene,
  sceneOf,
  type Talk,
  type TalkLine,
  turned,
  type Wording,
} from '../../models/doors/game.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import { gameWords } from './game.ts';
import { language } from './language.ts';
import { typeset } from './typeset.ts';

/** A talk at a desk, in words: what the caller says, what one says and does. */

/** Who speaks; `known`: nobody, one has come to know it. */
export interface SpokenLine {
  readonly who: 'caller' | 'me' | 'known';
  readonly text: string;
  readonly at: number;
}

const LEVELS: readonly Reaction[] = ['criticism', 'complaint', 'incivility'];
const PARTINGS: readonly Reaction[] = ['partedContent', 'partedDoubts', 'partedWithout'];

/** The world whose words are spoken in this room; null where nobody has words of their own. */
export const sceneIn = ({ arbitration }: PublicView): Scene | null =>
  arbitration?.gestures ? sceneOf(arbitration.gestures.scene) : null;

const set = (text: string): string => (language() === 'fr' ? typeset(text) : text);

/** A hidden cause, by its name in this world. */
export const causeName = (scene: Scene, cause: number): string =>
  set(causes(scene, language())[cause]?.name ?? '');

/** A line of the sheet that is known. */
export const labelled = (
  scene: Scene,
  line: 'motive' | 'context' | 'state' | 'need',
  value: number,
): string => set(labelOf(scene, line, value, language()));

/** What a caller says; null where the line is no caller's. */
function ofCaller(scene: Scene, talk: Talk, line: TalkLine, wording: Wording): string | null {
  const { ordinal, motive } = talk;
  const { value, what } = line;
  const in_ = language();
  // Somebody who reacts in the same way again does not say the same again.
  const before = talk.lines.filter((one) => one.what === what && one.at < line.at).length;
  const who = { ordinal: ordinal + before, motive, attempt: talk.attempt, wording };
  const says = (kind: Reaction | undefined) => (kind ? reaction(scene, kind, who, in_) : null);
  switch (what) {
    case 'opening':
      return opening(scene, talk, in_);
    case 'state':
    case 'need':
      return turned(scene, { ...who, line: what, value }, in_);
    case 'clue':
      return clue(scene, value, ordinal, in_);
    case 'level':
      return says(LEVELS[value - 1]);
    case 'parted':
      return says(PARTINGS[value]);
    case 'gesture':
    case 'refusal':
    case 'limit':
    case 'hold':
    case 'pass':
    case 'promise':
    case 'conclude':
    case 'signal':
    case 'due':
    case 'suited':
      return null;
    default:
      return says(what);
  }
}

const SAID = {
  [GESTURE.breathe]: 'breathe',
  [GESTURE.listen]: 'listen',
  [GESTURE.explain]: 'explain',
  [GESTURE.acknowledge]: 'acknowledge',
  [GESTURE.brief]: 'brief',
} as const;

/** What is said at the desk. */
function own(scene: Scene, talk: Talk, { value, what }: TalkLine): string {
  const { log } = gameWords();
  const in_ = language();
  switch (what) {
    case 'refusal':
      return refusal(scene, REFUSALS[value] ?? 'bare', talk, in_);
    case 'limit':
      return ownWords('limit', in_);
    case 'hold':
      return log.hold;
    case 'pass':
      return ownWords('transfer', in_);
    case 'promise':
      return log.promise;
    case 'conclude':
      return log.conclude;
    case 'signal':
      return log.suspects(causeName(scene, value));
    default:
      return ownWords(SAID[value as keyof typeof SAID] ?? 'listen', in_);
  }
}

/** One line of a talk, in the language of this device. */
export function spoken(scene: Scene, talk: Talk, line: TalkLine, wording: Wording): SpokenLine {
  const { at, value, what } = line;
  const caller = ofCaller(scene, talk, line, wording);
  if (caller !== null) return { who: 'caller', text: set(caller), at };
  const { log } = gameWords();
  if (what === 'due') return { who: 'known', text: value === CLAIM.due ? log.due : log.undue, at };
  if (what === 'suited') return { who: 'known', text: log.suited, at };
  return { who: what === 'signal' ? 'known' : 'me', text: set(own(scene, talk, line)), at };
}
