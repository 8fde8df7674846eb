import { type DeskView, waitingNow } from '../../../models/doors/live.ts';

/** What was last said to a screen reader about this desk. */
export interface Said {
  /** The call that rang, or -1. */
  readonly rung: number;
  readonly long: boolean;
  readonly lost: number;
  readonly at: number;
  /** The call of which it was said that the line weighs more, or -1. */
  readonly crossed: number;
  /** How difficult the talk in hand was. */
  readonly level: number;
}

export type News =
  | { readonly kind: 'rings' | 'gaveUp' }
  /** `n`: how many wait. */
  | { readonly kind: 'line' | 'crossed'; readonly n: number }
  | { readonly kind: 'turned'; readonly level: number };

const LONG = 5;
/** People who hang up are told at most this often, in real time. */
const EVERY_MS = 15_000;

/**
 * What is worth saying since then: thresholds only, never each second. `crossed`: somebody is on
 * the line here, and the price of the next minute is above its worth, for those who wait or, if
 * nobody does, for those who will call.
 */
export function newsOf(
  said: Said | null,
  view: DeskView,
  realNow: number,
  crossed = false,
): [News[], Said] {
  const me = view.team[view.agent];
  const rung = me?.state === 'ringing' ? me.call : -1;
  const n = waitingNow(view.line);
  const long = said?.long ? n >= LONG - 2 : n >= LONG;
  const lost = view.day.totals.abandoned;
  const news: News[] = [];
  if (said && rung >= 0 && rung !== said.rung) news.push({ kind: 'rings' });
  if (said && long && !said.long) news.push({ kind: 'line', n });
  const call = view.call?.call ?? -1;
  if (said && crossed && call !== said.crossed) news.push({ kind: 'crossed', n });
  const level = view.call?.level ?? 0;
  if (said && level > said.level) news.push({ kind: 'turned', level });
  const tell = said !== null && lost > said.lost && realNow - said.at >= EVERY_MS;
  if (tell) news.push({ kind: 'gaveUp' });
  const at = tell || said === null ? realNow : said.at;
  return [news, { rung, long, lost, at, level, crossed: crossed ? call : (said?.crossed ?? -1) }];
}
