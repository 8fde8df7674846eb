/** The door of the game: encounters by gestures, and what is said in them. */

export type { EncounterView, Fall, FallCause, GestureNow } from '../folds/views/encounter.ts';
export type { Talk, TalkLine } from '../folds/views/talk.ts';
export { CHAPTERS, type Chapter, chapterFile, chapterScenario, SHIFT } from '../play/chapters.ts';
export {
  ownWords,
  type Reaction,
  reaction,
  refusal,
  registerWords,
  WORDINGS,
  type Wording,
} from '../play/reactions.ts';
export { causes, labelOf, type Scene, sceneOf } from '../play/scene.ts';
export { clue, opening, turned } from '../play/sheet.ts';
export { REGISTER } from '../words/facts.ts';
export {
  CLAIM,
  GESTURE,
  REFUSAL,
  REFUSALS,
  type RefusalName,
  SHEET_LINE,
} from '../words/gestures.ts';
export { answersOf, NATURES, type Nature, natureOf } from '../words/nature.ts';
