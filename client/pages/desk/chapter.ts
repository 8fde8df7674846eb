import { CHAPTERS, type Chapter } from '../../../models/doors/game.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';

/** Things are done by gestures here. */
export const isGame = (publicView: PublicView | null): boolean =>
  (publicView?.arbitration?.gestures ?? null) !== null;

/** The chapter whose day this is; null: none. */
export const chapterOf = ({ arbitration }: PublicView): Chapter | null =>
  CHAPTERS.find(({ number }) => number === arbitration?.gestures?.chapter) ?? null;

/** Both voices and the price are shown, on this day. */
export const showsWeights = (publicView: PublicView): boolean =>
  chapterOf(publicView)?.weighs ?? true;
