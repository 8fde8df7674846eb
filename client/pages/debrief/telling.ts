import { labelOf, opening, sceneOf } from '../../../models/doors/game.ts';
import { type Decision, LEFT } from '../../../models/doors/play.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { debriefWords } from '../../text/debrief.ts';
import { clockTime } from '../../text/figures.ts';
import { language, quoted, say } from '../../text/language.ts';

/** How one talk of a day is told, in words. */

export const hourOf = ({ opensAtMs }: PublicView, at: number): string => clockTime(opensAtMs + at);

/** What the caller wanted, in their words or by its kind. */
export function wantedOf({ attempt, says, shown, type }: Decision, publicView: PublicView): string {
  const gestures = publicView.arbitration?.gestures;
  if (shown !== null && gestures)
    return quoted(
      opening(sceneOf(gestures.scene), { ...shown, attempt, promised: false }, language()),
    );
  const of = publicView.types[type];
  const sentence = of?.says[says];
  return sentence ? quoted(say(sentence)) : of ? say(of.name) : '';
}

/** The matter in a few words, or its kind. */
export function matterOf({ shown, type }: Decision, publicView: PublicView): string {
  const gestures = publicView.arbitration?.gestures;
  if (shown !== null && gestures)
    return labelOf(sceneOf(gestures.scene), 'motive', shown.motive, language());
  const of = publicView.types[type];
  return of ? say(of.name) : '';
}

/** When, and what about: « 10:32, carte d’identité ». */
export const talkOf = (one: Decision, publicView: PublicView): string =>
  `${hourOf(publicView, one.tookAt)}, ${matterOf(one, publicView)}`;

/** What it came to, for that caller. */
export function cameOf(one: Decision, publicView: PublicView): string {
  const { came } = debriefWords();
  const parts = [one.solved === null ? came.handed : one.solved ? came.solved : came.open];
  if (one.back !== null) parts.push(came.back(hourOf(publicView, one.back.at)));
  else if (one.left === LEFT.tomorrow) parts.push(came.tomorrow);
  else if (one.left === LEFT.lost) parts.push(came.lost);
  return parts.join(' ');
}
