import { curveMonotoneX, curveStepAfter, line, scaleLinear, select } from 'd3';
import type { PriceSample } from '../state/prices.ts';
import type { Size } from './score/frame.ts';
import { f } from './score/slur.ts';

/**
 * The price of a minute, as time went by: steps on a tint for what it cost the others, a heavy
 * curve for what it was worth to each caller on the line; the curve of the call in hand goes on
 * dotted beyond now. Where the curve goes under the steps, the line weighs more than the call.
 */
export interface PricePage {
  readonly samples: readonly PriceSample[];
  readonly now: number;
  readonly ahead: readonly { readonly at: number; readonly care: number }[];
  /** Time shown before now, and after it, simulated ms. */
  readonly pastMs: number;
  readonly aheadMs: number;
  /** The most a minute can cost the others. */
  readonly dearest: number;
  readonly words: { minutes(n: number): string };
}

/** A page that heard nothing for so long saw no price. */
const GAP_MS = 90_000;
/** The height of the name of a rule, which stands on it. */
const NAME = 15;
const HEAD = 3;
const FOOT = 3;

interface Stretch {
  readonly key: string;
  readonly points: readonly (readonly [number, number])[];
}

/** Cuts a row of samples where there is nothing, or nothing was seen. */
function stretches(
  samples: readonly PriceSample[],
  now: number,
  value: (sample: PriceSample) => number | null,
): Stretch[] {
  const found: { key: string; points: [number, number][] }[] = [];
  let open: [number, number][] | null = null;
  let before = -Infinity;
  for (const sample of samples) {
    const worth = value(sample);
    if (worth === null || sample.at - before > GAP_MS) open = null;
    before = sample.at;
    if (worth === null) continue;
    if (open === null) found.push({ key: String(sample.at), points: (open = []) });
    open.push([sample.at, worth]);
  }
  const last = samples.at(-1);
  const end = open?.at(-1);
  if (end && last && now > last.at && now - last.at <= GAP_MS) open?.push([now, end[1]]);
  return found;
}

/** Steps need only the points at which they turn, and the last. */
const turns = ({ key, points }: Stretch): Stretch => ({
  key,
  points: points.filter(([, worth], i) => i === points.length - 1 || worth !== points[i - 1]?.[1]),
});

/** The most a minute was, or will be, worth to a caller: their curve is never cut. */
const mostCare = ({ ahead, samples }: PricePage): number =>
  Math.max(0, ...samples.map(({ care }) => care ?? 0), ...ahead.map(({ care }) => care));

export function drawPrice(host: SVGSVGElement, page: PricePage, size: Size): void {
  const { width, height } = size;
  const { now, samples } = page;
  const ground = height - FOOT;
  const top = Math.max(1, 1.12 * Math.max(page.dearest, mostCare(page)));
  const x = scaleLinear([now - page.pastMs, now + page.aheadMs], [0, width - 1]);
  const y = scaleLinear([0, top], [ground, HEAD]);
  const root = select(host)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  const rules = rulesOf(top, height);
  drawRules(host, rules, size, y);
  // A nested <svg> cuts what would rise above the page, without an id.
  const window = root
    .selectAll<SVGSVGElement, number>('svg')
    .data([0])
    .join('svg')
    .attr('width', width)
    .attr('height', height);
  const put = (name: string, data: readonly Stretch[], d: (one: Stretch) => string | null) =>
    window
      .selectAll<SVGPathElement, Stretch>(`path.${name}`)
      .data(data, (one) => one.key)
      .join('path')
      .attr('class', name)
      .attr('d', d);
  const place = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, worth]) => y(worth),
  ).digits(1);
  const steps = (one: Stretch) => place.curve(curveStepAfter)(one.points);
  const prices = stretches(samples, now, ({ price }) => price).map(turns);
  put('tint', prices, (one) => {
    const [first, last] = [one.points[0], one.points.at(-1)];
    if (!first || !last) return null;
    return `${steps(one)}V${ground}H${f(x(first[0]))}Z`;
  });
  put('price', prices, steps);
  const cares = stretches(samples, now, ({ care }) => care);
  put('worth', cares, (one) => place.curve(curveMonotoneX)(one.points));
  const rest = page.ahead.map(({ at, care }): [number, number] => [at, care]);
  put('later', rest.length > 1 ? [{ key: 'later', points: rest }] : [], (one) =>
    place.curve(curveMonotoneX)(one.points),
  );
  root
    .selectAll('path.playhead')
    .data([x(now)])
    .join('path')
    .attr('class', 'playhead')
    .attr('d', (at) => `M${f(at)},0V${height}`)
    .raise();
  root
    .selectAll<SVGTextElement, number>('text')
    .data(
      rules.filter((worth) => worth > 0 && y(worth) > NAME),
      (worth) => worth,
    )
    .join('text')
    .attr('class', 'unit')
    .attr('x', 0)
    .attr('y', (worth) => f(y(worth) - 3))
    .text((worth) => page.words.minutes(worth))
    .raise();
}

/** Whole minutes of waiting that have a rule: as many as leave room for their names. */
function rulesOf(top: number, height: number): number[] {
  const every = Math.max(1, Math.ceil((top * 22) / height));
  const rules: number[] = [];
  for (let worth = 0; worth < top - 0.1; worth += every) rules.push(worth);
  return rules;
}

function drawRules(
  host: SVGSVGElement,
  rules: readonly number[],
  size: Size,
  y: (worth: number) => number,
): void {
  select(host)
    .selectAll<SVGPathElement, number>('path.rule')
    .data(rules, (worth) => worth)
    .join('path')
    .attr('class', (worth) => (worth === 0 ? 'rule ground' : 'rule'))
    .attr('d', (worth) => `M0,${f(y(worth))}H${size.width}`);
}
