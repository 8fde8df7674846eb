import type { Selection } from 'd3';
import type { ScorePage } from '../score.ts';
import { type Frame, leftInstant } from './frame.ts';
import { f } from './slur.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Something that happens to everybody, by its name in the reader's language. */
export interface ScoreEvent {
  readonly at: number;
  /** -1 as long as it goes on. */
  readonly easedAt: number;
  readonly name: string;
}

const SIZE = 14;
/** Width of a letter, in parts of its size. */
const LETTER = 0.52;
const GAP = 6;

interface Label {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
}

/**
 * A bracket over the time of each event, as over the bars that are played in another way: down to
 * the last line where it begins, open where it goes on. In coordinates of time.
 */
export function drawEvents(root: Group, frame: Frame, page: ScorePage, now: number): void {
  const from = leftInstant(frame, now);
  const until = (event: ScoreEvent): number => (event.easedAt < 0 ? now : event.easedAt);
  const shown = page.events.filter((event) => until(event) >= from && event.at <= now);
  const y = frame.rise > 0 ? frame.top - 40 : 2;
  root
    .selectAll<SVGPathElement, ScoreEvent>('path.event')
    .data(shown)
    .join('path')
    .attr('class', 'event')
    .attr('d', (event) => {
      const x = f(event.at * frame.scale);
      return `M${x},${f(frame.bottom)}V${f(y)}H${f(until(event) * frame.scale)}`;
    });
  root
    .selectAll<SVGTextElement, Label>('text.event')
    .data(frame.rise > 0 ? labelsOf(frame, shown, from, now) : [])
    .join('text')
    .attr('class', 'event')
    .attr('font-size', SIZE)
    .attr('x', ({ x }) => f(x))
    .attr('y', y + SIZE)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** A name is written as long as there is room for it, to the left of what ends the page. */
function labelsOf(frame: Frame, events: readonly ScoreEvent[], from: number, now: number): Label[] {
  const [edge, playhead] = [from * frame.scale, now * frame.scale];
  let free = edge;
  return events.flatMap(({ at, easedAt, name }): Label[] => {
    const x = at * frame.scale;
    const width = name.length * SIZE * LETTER;
    const label = (anchor: Label['anchor']): Label[] => {
      free = x + (anchor === 'start' ? GAP + width : GAP);
      return [{ x: anchor === 'start' ? x + GAP : x - GAP, anchor, text: name }];
    };
    if (x >= free && x + GAP + width <= playhead) return label('start');
    return easedAt >= 0 && x - GAP - width >= free ? label('end') : [];
  });
}
