import type { Fact } from '../words/facts.ts';
import type { Setting } from '../words/setting.ts';

/** What one desk shows, as plain JSON data of bounded size. */
export interface DeskView {
  at: number;
  agent: number;
}

export function startDesk(_setting: Setting, agent: number): DeskView {
  return { at: 0, agent };
}

/** Folds one fact (as its audience may know it) into the view, in place. */
export function stepDesk(view: DeskView, fact: Fact): void {
  view.at = fact.at;
}
