import { type Command, type DeskView, MASK_NAMES } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { Option } from '../../elements/choice/choice.ts';
import { say, words } from '../../text/language.ts';
import { meetingWords } from '../../text/meeting.ts';
import { type Asking, REASONS } from './moves.ts';

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

/** The question of this move. */
export function questionOf(asking: Asking, publicView: PublicView, view: DeskView): Question {
  const { desk } = words();
  const { does, maskFor, masks } = meetingWords();
  switch (asking) {
    case 'transfer':
      return { heading: desk.transferTo, options: groups(publicView, view) };
    case 'notReady': {
      const options = REASONS.map((reason, id) => ({ id, name: desk.reasons[reason] }));
      return { heading: desk.reasonFor, options };
    }
    case 'mask': {
      const options = MASK_NAMES.map((mask, id) => ({ id, name: masks[mask], note: does[mask] }));
      return { heading: maskFor, options };
    }
  }
}

/** The command of a move once its answer is picked, by id; null where there is no such answer. */
export function commandPicked(
  asking: Asking,
  id: number,
  agent: number,
  call: number,
): Command | null {
  const mask = MASK_NAMES[id];
  const reason = REASONS[id];
  if (asking === 'transfer') return { kind: 'transfer', agent, call, group: id };
  if (asking === 'mask') return mask ? { kind: 'mask', agent, mask } : null;
  return reason ? { kind: 'notReady', agent, reason } : null;
}
