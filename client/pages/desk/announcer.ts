import {
  type AgentState,
  type DayView,
  type DeskView,
  waitingNow,
} from '../../../models/doors/live.ts';

/** What was last said to a screen reader about this desk. */
export interface Said {
  /** What the agent did, and for which call; or -1. */
  readonly state: AgentState;
  readonly call: number;
  readonly long: boolean;
  readonly lost: number;
  readonly at: number;
  /** The call of which it was said that the line weighs more, or -1. */
  readonly crossed: number;
  /** How difficult the talk in hand was. */
  readonly level: number;
  /** How many events had begun. */
  readonly events: number;
}

/** What has become of the call in hand, and of the desk after it. */
export type Turn =
  | 'rings'
  | 'missed'
  | 'hungUp'
  | 'hungUpOnHold'
  | 'answered'
  | 'held'
  | 'resumed'
  | 'closing'
  | 'ended'
  | 'ready'
  | 'notReady'
  | 'out';

export type News =
  | { readonly kind: Turn | 'gaveUp' }
  /** `n`: how many wait. */
  | { readonly kind: 'line' | 'crossed'; readonly n: number }
  | { readonly kind: 'turned'; readonly level: number }
  /** `name`: of what has begun. */
  | { readonly kind: 'began'; readonly name: DayView['events'][number]['name'] };

const LONG = 5;
/** People who hang up are told at most this often, in real time. */
const EVERY_MS = 15_000;

const TURNS: Readonly<Record<AgentState, Turn>> = {
  out: 'out',
  notReady: 'notReady',
  ready: 'ready',
  ringing: 'rings',
  talking: 'answered',
  hold: 'held',
  closing: 'closing',
  wrapping: 'ended',
};

/** What the desk does now that it did not do before, or null. */
function turnOf(said: Said, { agent, call, team }: DeskView): Turn | null {
  const me = team[agent];
  if (!me || (me.state === said.state && me.call === said.call)) return null;
  if (me.state === 'notReady' && me.reason === 'missed') return 'missed';
  if (me.state === 'ready' && said.state === 'ringing') return 'hungUp';
  if (me.state === 'talking' && said.state === 'hold' && me.call === said.call) return 'resumed';
  if (said.state === 'hold' && call?.hungUp === true) return 'hungUpOnHold';
  return TURNS[me.state];
}

/**
 * What is worth saying since then: turns and thresholds only, never each second. `crossed`:
 * somebody is on the line here, and the price of the next minute is above its worth, for those who
 * wait or, if nobody does, for those who will call.
 */
export function newsOf(
  said: Said | null,
  view: DeskView,
  realNow: number,
  crossed = false,
): [News[], Said] {
  const me = view.team[view.agent];
  const n = waitingNow(view.line);
  const long = said?.long ? n >= LONG - 2 : n >= LONG;
  const lost = view.day.totals.abandoned;
  const news: News[] = [];
  const turn = said && turnOf(said, view);
  if (turn) news.push({ kind: turn });
  const { events } = view.day;
  for (const { name } of said ? events.slice(said.events) : []) news.push({ kind: 'began', name });
  if (said && long && !said.long) news.push({ kind: 'line', n });
  const call = view.call?.call ?? -1;
  if (said && crossed && call !== said.crossed) news.push({ kind: 'crossed', n });
  const level = view.call?.level ?? 0;
  if (said && level > said.level) news.push({ kind: 'turned', level });
  const hungUp = said !== null && lost > said.lost;
  const tell = hungUp && turn !== 'hungUp' && realNow - said.at >= EVERY_MS;
  if (tell) news.push({ kind: 'gaveUp' });
  const at = tell || said === null ? realNow : said.at;
  const now = { state: me?.state ?? ('out' as const), call: me?.call ?? -1 };
  const last = { long, lost, at, level, crossed: crossed ? call : (said?.crossed ?? -1) };
  return [news, { ...now, ...last, events: events.length }];
}
