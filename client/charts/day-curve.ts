import { line, scaleLinear, select } from 'd3';
import type { DayView } from '../../models/doors/live.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import type { Size } from './score/frame.ts';
import { hatch } from './score/glyphs.ts';
import { f } from './score/slur.ts';

/**
 * The day by interval of arrival. A bar stands on the ground for those taken in time, a lighter one
 * on it for those taken late, a hatched one for those who hung up; the line is what was offered, so
 * the gap under it are those who still wait or were refused. `now` cuts the day in two.
 */
export interface DayPage {
  readonly day: DayView;
  readonly publicView: PublicView;
  readonly now: number;
  readonly words: { time(at: number): string };
}

const FOOT = 20;
const HOUR_MS = 3_600_000;

interface Bar {
  readonly i: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'within' | 'late' | 'lost';
}

function barsOf(day: DayView): Bar[] {
  const { answered, within, abandoned } = day.byInterval;
  return answered.flatMap((n, i): Bar[] => {
    const inTime = within[i] ?? 0;
    const top = n + (abandoned[i] ?? 0);
    return [
      { i, from: 0, to: inTime, kind: 'within' as const },
      { i, from: inTime, to: n, kind: 'late' as const },
      { i, from: n, to: top, kind: 'lost' as const },
    ].filter(({ from, to }) => to > from);
  });
}

export function drawDay(host: SVGSVGElement, page: DayPage, size: Size): void {
  const { day, publicView, now } = page;
  const { width, height } = size;
  const ground = height - FOOT;
  const { offered } = day.byInterval;
  const most = Math.max(4, ...offered);
  const x = scaleLinear([0, publicView.lengthMs], [1, width - 1]).clamp(true);
  const y = scaleLinear([0, most], [ground, 6]);
  const root = select(host)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  const begin = (i: number) => x(i * day.intervalMs);
  const end = (i: number) => x((i + 1) * day.intervalMs);
  const gap = Math.min(2, (end(0) - begin(0)) * 0.16);

  root
    .selectAll<SVGPathElement, Bar>('path.bar')
    .data(barsOf(day), (bar) => `${bar.i}${bar.kind}`)
    .join('path')
    .attr('class', (bar) => `bar ${bar.kind}`)
    .attr('d', (bar) => {
      // The interval that goes on is drawn as far as time has come.
      const [x1, x2] = [
        begin(bar.i) + gap,
        Math.max(begin(bar.i) + gap + 1, Math.min(end(bar.i) - gap, x(now))),
      ];
      const [y1, y2] = [y(bar.to), y(bar.from)];
      if (bar.kind === 'lost') return hatch(x1, x2, (y1 + y2) / 2, y2 - y1);
      return `M${f(x1)},${f(y1)}H${f(x2)}V${f(y2)}H${f(x1)}Z`;
    });
  const past = offered.filter((_, i) => i * day.intervalMs <= now);
  const steps = past.flatMap((n, i) => [
    [begin(i), y(n)] as [number, number],
    [Math.min(end(i), i === past.length - 1 ? x(now) : end(i)), y(n)] as [number, number],
  ]);
  root
    .selectAll('path.offered')
    .data([steps])
    .join('path')
    .attr('class', 'offered')
    .attr('d', line().digits(1));
  drawGround(host, page, size, x);
}

/** The ground, the hours and the playhead. */
function drawGround(
  host: SVGSVGElement,
  page: DayPage,
  size: Size,
  x: (at: number) => number,
): void {
  const { publicView, now, words } = page;
  const ground = size.height - FOOT;
  const root = select(host);
  root
    .selectAll('path.ground')
    .data([0])
    .join('path')
    .attr('class', 'ground')
    .attr('d', `M0,${ground}H${size.width}`);
  const least = (68 / size.width) * publicView.lengthMs;
  const every =
    [1, 2, 3, 4, 6, 12, 24].map((h) => h * HOUR_MS).find((step) => step >= least) ?? 48 * HOUR_MS;
  const hours: number[] = [];
  for (
    let t = Math.ceil(publicView.opensAtMs / every) * every;
    t <= publicView.opensAtMs + publicView.lengthMs;
    t += every
  )
    hours.push(t - publicView.opensAtMs);
  root
    .selectAll<SVGTextElement, number>('text')
    .data(hours, (at) => at)
    .join('text')
    .attr('class', 'hour')
    .attr('x', (at) => f(Math.min(size.width - 22, Math.max(22, x(at)))))
    .attr('y', size.height - 4)
    .attr('text-anchor', 'middle')
    .text((at) => words.time(at));
  root
    .selectAll<SVGPathElement, number>('path.event')
    .data(
      page.day.events.map(({ at }) => x(at)),
      (at) => at,
    )
    .join('path')
    .attr('class', 'event')
    .attr('d', (at) => `M${f(at + 5)},2H${f(at)}V${ground}`);
  root
    .selectAll('path.playhead')
    .data([x(now)])
    .join('path')
    .attr('class', 'playhead')
    .attr('d', (at) => `M${at.toFixed(1)},0V${ground + 4}`)
    .raise();
}
