import type { CallRecord } from './calls.ts';

/**
 * Who was at the desk, from the calls taken. A silence says nothing by itself: an agent may sit
 * there with nobody to answer. What speaks against it is a caller who waits while the agent is
 * silent, for longer than after-call work explains.
 */

/** From, to: seconds after midnight. */
export type Span = readonly [from: number, to: number];

/** A silence up to this counts as being at the desk, seconds: after-call work, a glass of water. */
const AT_DESK_S = 600;

/** When the call ends; of one who gave up no one knows when, when it came. */
const endOf = ({ arrivalS, serviceS, startS }: CallRecord): number =>
  Number.isNaN(startS) ? arrivalS : startS + (serviceS > 0 ? serviceS : 0);

/** When somebody was waiting, in order, merged. */
export function waitingSpans(calls: readonly CallRecord[]): Span[] {
  const spans = calls
    .filter((call) => call.waitS > 0)
    .map((call): [number, number] => [call.arrivalS, call.arrivalS + call.waitS])
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push(span);
  }
  return merged;
}

/** The parts of a span during which nobody waited. */
function quietParts(waiting: readonly Span[], [from, to]: Span): Span[] {
  const parts: Span[] = [];
  let at = from;
  for (const [a, b] of waiting) {
    if (a >= to) break;
    if (b <= at) continue;
    if (a > at) parts.push([at, a]);
    at = Math.max(at, b);
  }
  if (at < to) parts.push([at, to]);
  return parts;
}

/**
 * When one agent was at the desk: their calls, after-call work, and the silences of others' calls
 * (`AT_DESK_S` of each at most, before it or after) as long as nobody waited.
 */
export function atDesk(calls: readonly CallRecord[], waiting: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const call of [...calls].sort((a, b) => a.startS - b.startS)) {
    const silence = call.startS - end;
    if (silence > 0) {
      if (silence > AT_DESK_S) {
        spans.push(...quietBefore(waiting, Math.max(end, call.startS - AT_DESK_S), call.startS));
        spans.push(...quietAfter(waiting, end, Math.min(call.startS - AT_DESK_S, end + AT_DESK_S)));
      } else if (call.arrivalS <= end) spans.push([end, call.startS]);
      else spans.push(...quietParts(waiting, [end, call.startS]));
    }
    const from = Math.max(end, call.startS);
    end = Math.max(end, endOf(call));
    if (end > from) spans.push([from, end]);
  }
  spans.push(...quietAfter(waiting, end, end + AT_DESK_S));
  return spans;
}

/** The last quiet part before an agent's call, if it leads up to it. */
const quietBefore = (waiting: readonly Span[], from: number, to: number): Span[] =>
  quietParts(waiting, [from, to]).filter((part) => part[1] === to);

/** The first quiet part after an agent's call, if it begins with its end. */
const quietAfter = (waiting: readonly Span[], from: number, to: number): Span[] =>
  to > from ? quietParts(waiting, [from, to]).filter((part) => part[0] === from) : [];

/**
 * Agents at the desk in each interval: the sum of the shares of it for which each was there. Of the
 * first and the last interval only that counts during which there were calls.
 */
export function presenceOf(
  byAgent: ReadonlyMap<string, readonly CallRecord[]>,
  day: readonly CallRecord[],
  hours: { readonly from: number; readonly to: number },
  widthS: number,
): number[] {
  const waiting = waitingSpans(day);
  const intervals = Math.ceil((hours.to - hours.from) / widthS);
  const first = Math.max(hours.from, Math.min(...day.map((call) => call.arrivalS)));
  const last = Math.min(hours.to, Math.max(...day.map(endOf)));
  const seconds = new Array<number>(intervals).fill(0);
  const lengthOf = (i: number): number => {
    const start = Math.max(first, hours.from + i * widthS);
    return Math.max(1, Math.min(last, hours.from + (i + 1) * widthS) - start);
  };
  for (const calls of byAgent.values())
    for (const [from, to] of atDesk(calls, waiting))
      for (let i = 0; i < intervals; i++) {
        const start = Math.max(first, hours.from + i * widthS);
        const end = Math.min(last, hours.from + (i + 1) * widthS);
        const overlap = Math.min(to, end) - Math.max(from, start);
        if (overlap > 0) seconds[i] = (seconds[i] ?? 0) + overlap;
      }
  return seconds.map((sum, i) => Math.round((sum / lengthOf(i)) * 100) / 100);
}
