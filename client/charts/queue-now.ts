import { select } from 'd3';
import type { Waiting } from '../../models/doors/live.ts';
import type { Size } from './score/frame.ts';
import { f } from './score/slur.ts';

/**
 * Those who wait, one dot each, the oldest first: hollow within the target, full beyond it, a
 * square while it rings at a desk. As large as they can be in the room there is; what does not fit
 * is told by the figure beside them.
 */
export function drawQueue(
  host: SVGSVGElement,
  calls: readonly Waiting[],
  now: number,
  targetMs: number,
  size: Size,
): void {
  const { width, height } = size;
  const { step, columns, places } = layout(calls.length, size);
  const r = Math.round(step * 3.4) / 10;
  const shown = calls.slice(0, places);
  const root = select(host)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  root
    .selectAll<SVGRectElement, Waiting>('rect')
    .data(shown, (one) => one.call)
    .join('rect')
    .attr('class', (one) => (now - one.since > targetMs ? 'dot long' : 'dot'))
    .attr('width', r * 2)
    .attr('height', r * 2)
    .attr('rx', (one) => (one.ringing >= 0 ? 0 : r))
    .attr('x', (_, i) => f((i % columns) * step + step / 2 - r))
    .attr('y', (_, i) => f(Math.floor(i / columns) * step + step / 2 - r));
}

/** The largest step of a grid in which `n` dots fit, between 7 and 26 pixels. */
function layout(
  n: number,
  { width, height }: Size,
): { step: number; columns: number; places: number } {
  for (let step = 26; ; step -= 1) {
    const columns = Math.max(1, Math.floor(width / step));
    const places = columns * Math.max(1, Math.floor(height / step));
    if (places >= n || step <= 7) return { step, columns, places };
  }
}
