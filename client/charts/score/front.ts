import type { Selection } from 'd3';
import { oldestSince } from '../../../models/doors/live.ts';
import type { ScorePage } from '../score.ts';
import { type Frame, playheadAt } from './frame.ts';
import { f } from './slur.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The playhead, the time it has come to, and how long the oldest caller has been waiting. */
export function drawFront(root: Group, frame: Frame, page: ScorePage, now: number): void {
  const x = playheadAt(frame, now);
  root
    .selectAll('path.playhead')
    .data([x])
    .join('path')
    .attr('class', 'playhead')
    .attr('d', `M${f(x)},${f(frame.top - 8)}V${f(frame.bottom + 6)}`);
  const since = oldestSince(page.line);
  const room = frame.right - x;
  const labels = [];
  if (frame.rise > 0 && room > 34) {
    labels.push({
      name: 'now',
      text: page.words.time(now),
      y: frame.top - 8,
    });
    if (since >= 0)
      labels.push({ name: 'oldest', text: page.words.lasts(now - since), y: frame.floor - 8 });
  }
  root
    .selectAll<SVGTextElement, (typeof labels)[number]>('text')
    .data(labels, (label) => label.name)
    .join('text')
    .attr('class', (label) => label.name)
    .attr('font-size', Math.round(Math.min(22, frame.top - 9, Math.max(13, room / 4))))
    .attr('x', f(x + 8))
    .attr('y', (label) => label.y)
    .text((label) => label.text);
}
