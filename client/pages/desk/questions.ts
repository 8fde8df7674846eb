import { REFUSALS, REGISTER } from '../../../models/doors/game.ts';
import {
  type DeskView,
  type MOVES,
  moveRow,
  OWN_MASKS,
  OWN_REASONS,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { Option } from '../../elements/choice/choice.ts';
import { encounterWords } from '../../text/encounter.ts';
import { say, words } from '../../text/language.ts';
import { meetingWords } from '../../text/meeting.ts';
import { moveWords } from '../../text/moves.ts';
import { causeName, sceneIn } from '../../text/spoken.ts';
import type { Asking } from './moves.ts';

/** What a move asks before it is made, and the answers to choose from. */
export interface Question {
  readonly heading: string;
  readonly options: readonly Option[];
}

/** Groups a call may be handed to: those that handle its type first. */
function groups(publicView: PublicView, view: DeskView): Option[] {
  const { desk } = words();
  const type = view.call?.type ?? -1;
  const options = publicView.groups.map((group, id) => {
    const fits = group.types.includes(type);
    return { id, name: say(group.name), fits, ...(fits ? {} : { note: desk.notHandled }) };
  });
  return options.sort((a, b) => Number(b.fits) - Number(a.fits));
}

/** By gestures, three ways of being oneself; elsewhere every mask. */
const masksOf = ({ arbitration }: PublicView) => (arbitration?.gestures ? REGISTER : OWN_MASKS);

/** What there is to choose from, each with its position. */
function optionsOf(choice: Asked, publicView: PublicView, view: DeskView): Option[] {
  const { desk } = words();
  const { does, masks } = meetingWords();
  switch (choice) {
    case 'group':
      return groups(publicView, view);
    case 'reason':
      return OWN_REASONS.map((reason, id) => ({ id, name: desk.reasons[reason] }));
    case 'mask':
      return masksOf(publicView).map((mask, id) => ({ id, name: masks[mask], note: does[mask] }));
    case 'refusal':
      return REFUSALS.map((way, id) => ({ id, name: encounterWords().refusals[way] }));
    case 'cause': {
      const scene = sceneIn(publicView);
      return Array.from({ length: publicView.arbitration?.gestures?.causes ?? 0 }, (_, id) => ({
        id,
        name: (scene && causeName(scene, id)) || encounterWords().cause(id),
      }));
    }
  }
}

/** What a move of a button may ask for. */
type Asked = (typeof MOVES)[Asking]['asks'];

const choiceOf = (asking: Asking): Asked => moveRow(asking).asks as Asked;

/** The question of this move. */
export const questionOf = (asking: Asking, publicView: PublicView, view: DeskView): Question => ({
  heading: moveWords()[asking].asks ?? '',
  options: optionsOf(choiceOf(asking), publicView, view),
});

/** What was picked, by its position; undefined where there is no such answer. */
export function picked(
  asking: Asking,
  publicView: PublicView,
  id: number,
): number | string | undefined {
  switch (choiceOf(asking)) {
    case 'group':
      return id;
    case 'reason':
      return OWN_REASONS[id];
    case 'mask':
      return masksOf(publicView)[id];
    case 'refusal':
      return REFUSALS[id];
    case 'cause':
      return id;
  }
}
