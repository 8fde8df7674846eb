import type { Fact } from '../words/facts.ts';
import type { Setting } from '../words/setting.ts';

/** What the wall shows, as plain JSON data of bounded size: the state of every agent and of the line, the recent score, the day so far. */
export interface WallView {
  /** Instant of the last fact folded. */
  at: number;
}

export function startWall(_setting: Setting): WallView {
  return { at: 0 };
}

/** Folds one fact into the view, in place. */
export function stepWall(view: WallView, fact: Fact): void {
  view.at = fact.at;
}
