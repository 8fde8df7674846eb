import { type AgentState, type DeskView, waitingNow } from '../../../models/index.ts';

/** What was last said to a screen reader about this desk. */
export interface Said {
  readonly state: AgentState;
  readonly long: boolean;
  readonly lost: number;
  readonly at: number;
}

export type News = { readonly kind: 'rings' | 'gaveUp' } | { readonly kind: 'line'; readonly n: number };

const LONG = 5;
/** People who hang up are told at most this often, in real time. */
const EVERY_MS = 15_000;

/** What is worth saying since then: thresholds only, never each second. */
export function newsOf(said: Said | null, view: DeskView, realNow: number): [News[], Said] {
  const state = view.team[view.agent]?.state ?? 'out';
  const n = waitingNow(view.line);
  const long = said?.long ? n >= LONG - 2 : n >= LONG;
  const lost = view.day.totals.abandoned;
  const news: News[] = [];
  if (said && state === 'ringing' && said.state !== 'ringing') news.push({ kind: 'rings' });
  if (said && long && !said.long) news.push({ kind: 'line', n });
  const tell = said !== null && lost > said.lost && realNow - said.at >= EVERY_MS;
  if (tell) news.push({ kind: 'gaveUp' });
  const at = tell || said === null ? realNow : said.at;
  return [news, { state, long, lost, at }];
}
