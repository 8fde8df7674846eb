import { type CallerContact, type CallerView, waitedUntil } from '../../models/doors/play.ts';
import { bar, cross, ring } from './score/glyphs.ts';
import { slur } from './score/slur.ts';

/**
 * What one caller went through in one centre, drawn as on the score: a thin stroke for each wait, a
 * bar for each talk, a cross where they gave up, and a slur from a call to the one it led to. Pure
 * geometry, in CSS pixels.
 */

/** A sign of a lane: the class by which it is coloured, and its path. */
export interface LaneMark {
  readonly kind: 'gaveUp' | 'slur' | 'talk' | 'wait';
  readonly d: string;
}

/** Where the time of all lanes lies on the page. */
export interface LaneScale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
}

const TALK = 14;
const WAIT = 2;
/** A talk of some seconds is seen too. */
const LEAST = 3;

/** From the first arrival to the last end, a little room after it, over all of these. */
export function laneScale(callers: readonly CallerView[], width: number): LaneScale {
  const all = callers.flatMap(({ contacts }) => contacts);
  const fromMs = Math.min(...all.map(({ arrivedAt }) => arrivedAt));
  const ends = all.map(({ arrivedAt, endedAt }) => Math.max(arrivedAt, endedAt));
  return { fromMs, toMs: Math.max(fromMs + 60_000, ...ends), width };
}

/** @param y middle of the lane */
export function laneMarks({ contacts }: CallerView, scale: LaneScale, y: number): LaneMark[] {
  const { fromMs, toMs, width } = scale;
  const x = (at: number): number => TALK + ((width - 2 * TALK) * (at - fromMs)) / (toMs - fromMs);
  const marks: LaneMark[] = [];
  for (const [i, one] of contacts.entries()) {
    marks.push(...contactMarks(one, x, y));
    const next = contacts[i + 1];
    if (next === undefined) continue;
    const [from, to] = [x(Math.max(one.arrivedAt, one.endedAt)), x(next.arrivedAt)];
    const above = y - TALK * 0.8;
    marks.push({ kind: 'slur', d: slur(from, above, to, above, 3.2, y - TALK) });
  }
  return marks;
}

function contactMarks(one: CallerContact, x: (at: number) => number, y: number): LaneMark[] {
  const { answeredAt, arrivedAt, endedAt, how } = one;
  const marks: LaneMark[] = [];
  const until = waitedUntil(one);
  if (until >= 0) marks.push({ kind: 'wait', d: bar(x(arrivedAt), x(until), y, WAIT) });
  if (answeredAt >= 0 && endedAt >= answeredAt) {
    const [from, to] = [x(answeredAt), x(endedAt)];
    marks.push({ kind: 'talk', d: bar(from, Math.max(to, from + LEAST), y, TALK) });
  }
  if (how === 'gaveUp') marks.push({ kind: 'gaveUp', d: cross(x(endedAt), y, 7) });
  if (how === 'blocked') {
    const d = `${cross(x(endedAt), y, 5)}${ring(x(endedAt), y, 8)}`;
    marks.push({ kind: 'gaveUp', d });
  }
  return marks;
}
