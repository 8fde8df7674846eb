/** The door of the game: encounters by gestures, and what is said in them. */

export { CHAPTERS, type Chapter, chapterFile, chapterScenario, SHIFT } from '../play/chapters.ts';
export { labelOf, sceneOf } from '../play/scene.ts';
export { opening } from '../play/sheet.ts';
export { REGISTER } from '../words/facts.ts';
export {
  REFUSAL,
  REFUSALS,
  type RefusalName,
} from '../words/gestures.ts';
