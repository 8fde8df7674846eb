import { GESTURE, type Wording } from '../../../models/doors/game.ts';
import type { AgentState, DeskView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { gameWords } from '../../text/game.ts';
import { sceneIn, spoken } from '../../text/spoken.ts';

const DOING = {
  [GESTURE.breathe]: 'breathe',
  [GESTURE.listen]: 'listen',
  [GESTURE.explain]: 'explain',
  [GESTURE.acknowledge]: 'acknowledge',
  [GESTURE.refuse]: 'refuse',
  [GESTURE.brief]: 'brief',
  [GESTURE.signal]: 'signal',
} as const;

/** What one does now, the gesture or the work; '' while nobody is on the line. */
export function doingSaid({ gesture }: DeskView, mine: AgentState): string {
  const { doing, working } = gameWords();
  const name = gesture ? DOING[gesture.gesture as keyof typeof DOING] : undefined;
  if (name) return doing[name];
  return mine === 'talking' ? working : '';
}

/** Tells those who listen what a caller says, once. */
export class CallersWords {
  /** What was told last: of which call, until which instant; null: nothing yet. */
  private told: { call: number; lines: number } | null = null;

  forget(): void {
    this.told = null;
  }

  /** What callers have said since it was last asked. */
  since({ talks }: DeskView, publicView: PublicView | null, wording: Wording): string[] {
    const scene = publicView && sceneIn(publicView);
    const talk = talks.at(-1);
    const before = this.told;
    this.told = talk ? { call: talk.call, lines: talk.lines.length } : { call: -1, lines: 0 };
    // What was said before one came is not news.
    if (!scene || !talk || before === null) return [];
    const from = before.call === talk.call ? before.lines : 0;
    return talk.lines
      .slice(from)
      .map((line) => spoken(scene, talk, line, wording))
      .filter(({ who }) => who !== 'me')
      .map(({ text }) => text);
  }
}
