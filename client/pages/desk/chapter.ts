import { CHAPTERS, type Chapter, SHIFT } from '../../../models/doors/game.ts';
import type { MoveName } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { Term } from '../../text/glossary.ts';

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

/** One can do something for one's breath on this day: else it is not shown. */
export const breathes = ({ arbitration }: PublicView): boolean =>
  arbitration?.gestures?.without.includes('breathe') === false;

/** The words that a desk of this day needs to be told. */
export function termsOf(publicView: PublicView): readonly Term[] {
  const { causes = 0, without = [] } = publicView.arbitration?.gestures ?? {};
  const has = (...moves: readonly MoveName[]) => moves.some((move) => !without.includes(move));
  const weighs = showsWeights(publicView);
  const needed: Record<Term, boolean> = {
    ...{ sheet: true, breath: breathes(publicView), voices: weighs, price: weighs },
    register: has('mask'),
    dare: has('acknowledge', 'refuse', 'limit'),
    pass: has('transfer', 'brief', 'promise'),
    cord: causes > 0,
  };
  return (Object.keys(needed) as Term[]).filter((term) => needed[term]);
}
