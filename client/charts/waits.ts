import { scaleLinear, select } from 'd3';
import { WAIT_CLASSES_MS } from '../../models/doors/live.ts';
import type { Size } from './score/frame.ts';
import { hatch } from './score/glyphs.ts';
import { f } from './score/slur.ts';

/**
 * How long people waited: those who were taken stand above the ground, by class of wait; those who
 * hung up hang below it, hatched. Beyond the target the bars are light.
 */
export interface WaitsPage {
  readonly waits: { readonly answered: readonly number[]; readonly abandoned: readonly number[] };
  readonly targetMs: number;
  /** The name of the upper end of a class, or of the open one. */
  name(classMs: number | null): string;
}

const FOOT = 20;

export function drawWaits(host: SVGSVGElement, page: WaitsPage, size: Size): void {
  const { width, height } = size;
  const { answered, abandoned } = page.waits;
  const up = Math.max(1, ...answered);
  const down = Math.max(0, ...abandoned);
  const y = scaleLinear([up, -Math.max(down, up * 0.12)], [4, height - FOOT]);
  const step = width / answered.length;
  const gap = Math.min(3, step * 0.12);
  const root = select(host)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  const late = (i: number) => (WAIT_CLASSES_MS[i] ?? Infinity) > page.targetMs;
  const bars = [...answered.entries()].filter(([, n]) => n > 0);
  root
    .selectAll<SVGPathElement, [number, number]>('path.up')
    .data(bars, ([i]) => i)
    .join('path')
    .attr('class', ([i]) => `bar up ${late(i) ? 'late' : 'within'}`)
    .attr('d', ([i, n]) => {
      const [x1, x2] = [f(i * step + gap), f((i + 1) * step - gap)];
      return `M${x1},${f(y(n))}H${x2}V${f(y(0))}H${x1}Z`;
    });
  root
    .selectAll<SVGPathElement, [number, number]>('path.down')
    .data(
      [...abandoned.entries()].filter(([, n]) => n > 0),
      ([i]) => i,
    )
    .join('path')
    .attr('class', 'bar down lost')
    .attr('d', ([i, n]) =>
      hatch(i * step + gap, (i + 1) * step - gap, (y(0) + y(-n)) / 2, y(-n) - y(0)),
    );
  root
    .selectAll('path.ground')
    .data([y(0)])
    .join('path')
    .attr('class', 'ground')
    .attr('d', (at) => `M0,${f(at)}H${width}`);
  const every = Math.ceil(44 / step);
  const last = answered.length - 1;
  const names = answered.flatMap((_, i) => (i % every === every - 1 || i === last ? [i] : []));
  root
    .selectAll<SVGTextElement, number>('text')
    .data(names, (i) => i)
    .join('text')
    .attr('class', 'hour')
    .attr('x', (i) => f(i === last ? width : (i + 0.5) * step))
    .attr('y', height - 4)
    .attr('text-anchor', (i) => (i === last ? 'end' : 'middle'))
    .text((i) => page.name(WAIT_CLASSES_MS[i] ?? null));
}
