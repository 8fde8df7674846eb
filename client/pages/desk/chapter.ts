import { CHAPTERS, type Chapter, SHIFT } from '../../../models/doors/game.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';

/** Things are done by gestures here. */
export const isGame = (publicView: PublicView | null): boolean =>
  (publicView?.arbitration?.gestures ?? null) !== null;

/** The chapter whose day this is; null: none. */
export const chapterOf = (publicView: PublicView | null): Chapter | null => {
  const of = publicView?.arbitration?.gestures?.chapter;
  return [...CHAPTERS, SHIFT].find(({ number }) => number === of) ?? null;
};

/** Both voices and the price are shown, on this day. */
export const showsWeights = (publicView: PublicView): boolean =>
  chapterOf(publicView)?.weighs ?? true;
