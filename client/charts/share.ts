import { select } from 'd3';
import type { Size } from './score/frame.ts';
import { f } from './score/slur.ts';

/** A share of a whole as a bar on its measure; `worst` is a notch where the worst-served stand. */
export interface SharePage {
  /** 0 to 1, or null where there is nothing to tell yet. */
  readonly share: number | null;
  readonly worst: number | null;
}

export function drawShare(host: SVGSVGElement, page: SharePage, size: Size): void {
  const { width, height } = size;
  const ground = height - 1;
  const x = (share: number) => f(Math.max(0, Math.min(1, share)) * width);
  const root = select(host)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  // The whole, its half and its ends: what the bar is measured on.
  const ends = [0.5, width / 2, width - 0.5];
  root
    .selectAll('path.ground')
    .data([0])
    .join('path')
    .attr('class', 'ground')
    .attr('d', `M0,${f(ground)}H${width}${ends.map((at) => `M${f(at)},${f(ground)}v-6`).join('')}`);
  const top = height * 0.5;
  root
    .selectAll<SVGPathElement, number>('path.bar')
    .data(page.share === null ? [] : [page.share])
    .join('path')
    .attr('class', 'bar within')
    .attr('d', (share) => `M0,${f(top)}H${x(share)}V${f(ground)}H0Z`);
  const r = height * 0.2;
  root
    .selectAll<SVGPathElement, number>('path.worst')
    .data(page.worst === null ? [] : [page.worst])
    .join('path')
    .attr('class', 'worst')
    .attr(
      'd',
      (at) =>
        `M${x(at)},${f(top - 1)}l${f(-r)},${f(-r)}h${f(2 * r)}ZM${x(at)},${f(top)}V${f(ground)}`,
    );
}
