import { GESTURE, type Scene, type Talk, type Wording } from '../../../models/doors/game.ts';
import type { AgentState, DeskView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { gameWords } from '../../text/game.ts';
import { causeName, sceneIn, spoken } from '../../text/spoken.ts';
import { breathes } from './chapter.ts';

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

/** What was told last: so many lines of that call, that fall, that cause. */
interface Told {
  readonly call: number;
  readonly lines: number;
  readonly fell: number;
  readonly mended: number;
}

interface Since {
  readonly said: readonly string[];
  readonly more: readonly string[];
}

/** Tells those who listen what a caller says, once; and what becomes of one's breath. */
export class CallersWords {
  private told: Told | null = null;

  forget(): void {
    this.told = null;
  }

  /** What callers have said since it was last asked, and what else became known. */
  since(view: DeskView, publicView: PublicView | null, wording: Wording): Since {
    const { mended, talks } = view;
    const scene = publicView && sceneIn(publicView);
    const talk = talks.at(-1);
    const before = this.told;
    const fell = view.fell?.at ?? -1;
    this.told = { call: talk?.call ?? -1, lines: talk?.lines.length ?? 0, fell, mended };
    // What was said before one came is not news.
    if (!scene || !publicView || before === null) return { more: [], said: [] };
    const more: string[] = [];
    if (fell > before.fell && breathes(publicView)) more.push(`${gameWords().fell.title}.`);
    if (mended !== before.mended) more.push(gameWords().mended(causeName(scene, mended)));
    return { more, said: talk ? this.words(scene, talk, before, wording) : [] };
  }

  private words(scene: Scene, talk: Talk, before: Told, wording: Wording): string[] {
    const from = before.call === talk.call ? before.lines : 0;
    return talk.lines
      .slice(from)
      .map((line) => spoken(scene, talk, line, wording))
      .filter(({ who }) => who !== 'me')
      .map(({ text }) => text);
  }
}
