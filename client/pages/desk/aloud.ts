import { type AgentState, type DeskView, waitingNow } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { clockTime, figure } from '../../text/figures.ts';
import { say, words } from '../../text/language.ts';
import { levelSaid } from '../../text/meeting.ts';
import { worthWords } from '../../text/worth.ts';
import type { News } from './announcer.ts';

/** News of a desk as a sentence, for those who listen. */
export function newsSaid(news: News, view: DeskView, publicView: PublicView | null): string {
  const { announce } = words();
  if (news.kind === 'line') return announce.line(news.n);
  if (news.kind === 'gaveUp') return announce.gaveUp;
  if (news.kind === 'crossed') return worthWords()[news.n === 0 ? 'crossedComing' : 'crossed'];
  if (news.kind === 'turned') return levelSaid(news.level);
  const type = publicView?.types[view.call?.type ?? -1];
  return announce.rings(type ? say(type.name) : '');
}

/** On demand: the hour, my state, the line. */
export function deskSaid(
  view: DeskView,
  publicView: PublicView,
  mine: AgentState,
  now: number,
): string {
  const { announce, desk } = words();
  const n = waitingNow(view.line);
  const line = n === 0 ? desk.nobody : `${figure(n)} ${desk.inLine(n)}.`;
  return announce.state(clockTime(publicView.opensAtMs + now), desk.status[mine], line);
}
