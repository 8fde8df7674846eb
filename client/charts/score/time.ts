import type { Selection } from 'd3';
import type { ScorePage } from '../score.ts';
import { type Frame, leftInstant } from './frame.ts';
import { bar } from './glyphs.ts';
import { f } from './slur.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

const MINUTE_MS = 60_000;
/** Minutes from one barline to the next, by how much room a minute has. */
const STEPS = [1, 5, 15, 30, 60, 120];

/** Barlines fall on round times of the clock; every third one carries its time. */
function stepOf(frame: Frame): number {
  return STEPS.find((step) => step * MINUTE_MS * frame.scale >= 70) ?? 240;
}

/** Barlines, times, and the double bars where the day opens and closes; in coordinates of time. */
export function drawTime(root: Group, frame: Frame, page: ScorePage, now: number): void {
  const { opensAtMs, lengthMs } = page.publicView;
  const step = stepOf(frame) * MINUTE_MS;
  const from = leftInstant(frame, now) - step;
  const until = now + step * 2;
  const bars: number[] = [];
  for (let at = Math.ceil((opensAtMs + from) / step) * step - opensAtMs; at <= until; at += step)
    if (at >= 0) bars.push(at);
  const x = (at: number) => Math.round(at * frame.scale) + 0.5;
  const edge = leftInstant(frame, now) * frame.scale;
  const blocks = [...frame.groups];
  const d = (at: number) =>
    blocks.map((box) => `M${f(x(at))},${f(box.top)}V${f(box.bottom)}`).join('') ||
    `M${f(x(at))},${f(frame.top)}V${f(frame.bottom)}`;
  root
    .selectAll<SVGPathElement, number>('path.barline')
    .data(bars, (at) => at)
    .join('path')
    .attr('class', (at) => `barline${(at + opensAtMs) % (step * 3) === 0 ? ' quarter' : ''}`)
    .attr('d', (at) => `M${f(x(at))},${f(frame.top)}V${f(frame.floor)}${d(at)}`);
  root
    .selectAll<SVGTextElement, number>('text.hour')
    // A time is written as long as there is room for it, from the left edge to the playhead.
    .data(
      bars.filter((at) => x(at) + 46 < now * frame.scale && x(at) + 5 >= edge),
      (at) => at,
    )
    .join('text')
    .attr('class', 'hour')
    .attr('font-size', frame.rise > 0 ? Math.min(15, frame.top - 11) : 12)
    .attr('x', (at) => x(at) + 5)
    .attr('y', frame.top - 8)
    .text((at) => page.words.time(at));
  root
    .selectAll<SVGPathElement, number>('path.double')
    .data(
      [0, lengthMs].filter((at) => at <= until),
      (at) => at,
    )
    .join('path')
    .attr('class', 'double')
    .attr('d', (at) =>
      blocks
        .map((box) => doubleBar(at * frame.scale, at === 0 ? -1 : 1, box.top, box.bottom))
        .join(''),
    );
}

/** Thick and thin, the thin one towards the music. */
function doubleBar(x: number, side: 1 | -1, top: number, bottom: number): string {
  const [y, height] = [(top + bottom) / 2, bottom - top];
  const thick = side < 0 ? bar(x - 7, x - 3.5, y, height) : bar(x + 3.5, x + 7, y, height);
  return thick + bar(x - 0.6, x + 0.6, y, height);
}
