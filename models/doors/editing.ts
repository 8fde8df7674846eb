/** The door of editing: what a form or a French schema needs, loaded only where asked for. */

export {
  type Difference,
  differences,
  type FilePath,
  takenBack,
  valueAt,
  withItem,
  withValue,
} from '../scenario/edit.ts';
export type { Law } from '../scenario/law.ts';
export { drawnLaw } from '../scenario/law-drawn.ts';
export {
  choiceOf,
  describedIn,
  frenchJsonSchema,
  unitSaid,
} from '../scenario/said/said.ts';
export { titleOf } from '../scenario/said/titles.ts';
