import {
  type AgentState,
  type DeskView,
  MOST_MISSES,
  waitingNow,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { clockTime, durationSaid, figure } from '../../text/figures.ts';
import { quoted, say, words } from '../../text/language.ts';
import { levelSaid, partingSaid } from '../../text/meeting.ts';
import { worthWords } from '../../text/worth.ts';
import type { News } from './announcer.ts';

/** Who is on the line: what they said, what it is about, and that they called before. */
function callerSaid({ call }: DeskView, publicView: PublicView | null): string {
  const { desk } = words();
  const type = publicView?.types[call?.type ?? -1];
  if (!call || !type) return desk.silent;
  const said = type.says[call.says];
  const again = call.attempt > 0 ? `, ${desk.attempt(call.attempt + 1)}` : '';
  return `${said ? quoted(say(said)) : desk.silent} ${say(type.name)}${again}.`;
}

/** A name said by itself. */
const sentence = (name: string): string => (/[.!?…]$/.test(name) ? name : `${name}.`);

/** News of a desk as a sentence, for those who listen. */
export function newsSaid(news: News, view: DeskView, publicView: PublicView | null): string {
  const { announce, desk } = words();
  switch (news.kind) {
    case 'line':
      return announce.line(news.n);
    case 'gaveUp':
      return announce.gaveUp;
    case 'crossed':
      return worthWords()[news.n === 0 ? 'crossedComing' : 'crossed'];
    case 'turned':
      return levelSaid(news.level);
    case 'began':
      return sentence(say(news.name));
    case 'rings': {
      const type = publicView?.types[view.call?.type ?? -1];
      return announce.rings(type ? say(type.name) : '');
    }
    case 'answered':
      // Where callers have words of their own, these follow.
      return view.call?.encounter
        ? `${desk.status.talking}.`
        : `${desk.status.talking}. ${callerSaid(view, publicView)}`;
    case 'missed':
      return view.mine.missedInARow < MOST_MISSES
        ? `${desk.reasons.missed}. ${desk.quiet.missed}`
        : desk.quiet.aside;
    case 'hungUp':
      return announce.hungUp;
    case 'hungUpOnHold':
      return desk.hungUp;
    case 'held':
      return `${desk.status.hold}.`;
    case 'resumed':
      return announce.resumed;
    case 'closing':
      return `${desk.status.closing}.`;
    case 'ended':
      return [view.call?.encounter ? '' : partingSaid(view.call?.parting ?? -1), announce.ended]
        .filter(Boolean)
        .join(' ');
    default:
      return `${desk.status[news.kind]}.`;
  }
}

/** On demand: the hour, my state and for how long, the line. */
export function deskSaid(
  view: DeskView,
  publicView: PublicView,
  mine: AgentState,
  now: number,
): string {
  const { announce, desk } = words();
  const n = waitingNow(view.line);
  const line = n === 0 ? desk.nobody : `${figure(n)} ${desk.inLine(n)}.`;
  const { call } = view;
  const onLine = call && call.answeredAt >= 0 && mine !== 'wrapping';
  const since = onLine ? call.answeredAt : (view.team[view.agent]?.since ?? 0);
  const lasted = `${desk.since} ${durationSaid(Math.max(0, now - since))}`;
  const said = `${desk.status[mine]} ${lasted}`;
  return announce.state(clockTime(publicView.opensAtMs + now), said, line);
}
