import type { ArrivalsPicture, Fit, Validation } from '../../../../models/doors/records.ts';
import type { Draw } from '../../../elements/plot/plot.ts';
import { clockTime } from '../../../text/figures.ts';
import { fitWords } from '../../../text/lab-fit.ts';

/** The drawings of a fit: what was recorded in ink, what the fit says of it in colour. */

const MINUTE = 60_000;
const hours = (tickEvery: number, from: number, to: number) => ({
  label: null,
  domain: [from, to],
  ticks: Array.from(
    { length: Math.floor(to / tickEvery) - Math.ceil(from / tickEvery) + 1 },
    (_, i) => (Math.ceil(from / tickEvery) + i) * tickEvery,
  ),
  tickFormat: (minutes: number) => clockTime(minutes * MINUTE),
});
const heightOf = (width: number): number => Math.max(160, Math.min(260, width * 0.55));

/** Hours between ticks, that they may stand apart. */
const spaced = (width: number, from: number, to: number): number =>
  60 * Math.max(1, Math.ceil(((to - from) / 60) * (56 / width)));

/** Days as dots, the profile as a line, and where 8 new days in 10 lie. */
export const arrivals =
  ({ counts, intervals, widthMin }: ArrivalsPicture): Draw =>
  (Plot, width) => {
    const from = intervals[0]?.beginsMin ?? 0;
    const to = (intervals.at(-1)?.beginsMin ?? 0) + widthMin;
    const last = intervals.at(-1);
    const middle = (one: { beginsMin: number }): number => one.beginsMin + widthMin / 2;
    const ends = (one: { beginsMin: number }): number => one.beginsMin + widthMin;
    return {
      height: heightOf(width),
      marginLeft: 40,
      marginTop: 24,
      marginRight: 24,
      x: hours(spaced(width, from, to), from, to),
      y: { label: fitWords().axes.calls(widthMin), grid: true, zero: true, nice: true },
      marks: [
        Plot.rectY(intervals, {
          ...{ x1: 'beginsMin', x2: ends, y1: 'low', y2: 'high', insetRight: 0.5 },
          ...{ fill: 'var(--hurry)', fillOpacity: 0.16 },
        }),
        Plot.dot(counts, {
          ...{ x: middle, y: 'calls', r: 1.4, fill: 'var(--ink)', fillOpacity: 0.35 },
        }),
        Plot.line(last === undefined ? intervals : [...intervals, { ...last, beginsMin: to }], {
          ...{ x: 'beginsMin', y: 'mean', curve: 'step-after' },
          ...{ stroke: 'var(--hurry)', strokeWidth: 1.5 },
        }),
        Plot.ruleY([0]),
      ],
    };
  };

interface Knot {
  readonly atS: number;
  readonly data: number;
  readonly fit: number;
}

/** The longest hundredth is left out: it would leave no room to the others. */
const SHOWN = 0.99;
/** Hours that are shown of those who call again. */
const A_WEEK_H = 168;

/** The share at most so long, of the data and of the law. */
export const law =
  (all: readonly Knot[]): Draw =>
  (Plot, width) => {
    const knots = all.filter(({ data }) => data <= SHOWN);
    return {
      height: heightOf(width),
      marginLeft: 40,
      marginTop: 24,
      marginRight: 24,
      marginBottom: 44,
      x: { label: fitWords().axes.seconds, type: 'sqrt', nice: true },
      y: { label: fitWords().axes.shareAtMost, domain: [0, 100], grid: true },
      marks: [
        Plot.line(knots, { x: 'atS', y: (one: Knot) => 100 * one.data, stroke: 'var(--ink)' }),
        Plot.line(knots, {
          ...{ x: 'atS', y: (one: Knot) => 100 * one.fit },
          ...{ stroke: 'var(--hurry)', strokeWidth: 1.5, strokeDasharray: '5 3' },
        }),
        Plot.ruleY([0]),
      ],
    };
  };

type Returns = NonNullable<Fit['returns']>;

/** Who calls again, and how soon: after giving up, and after an answer. */
export const returns =
  ({ afterLost, afterServed }: Returns): Draw =>
  (Plot, width) => {
    const { curves } = fitWords();
    const shown = (curve: Returns['afterLost']) =>
      (curve?.knots ?? []).filter(({ s }) => s <= A_WEEK_H * 3_600);
    const lines = [
      ...shown(afterLost).map((one) => ({ ...one, of: curves.afterLost })),
      ...shown(afterServed).map((one) => ({ ...one, of: curves.afterServed })),
    ];
    return {
      height: heightOf(width),
      marginLeft: 40,
      marginTop: 24,
      marginRight: 24,
      x: { label: fitWords().axes.hours, type: 'sqrt', ticks: [1, 6, 24, 72, A_WEEK_H] },
      marginBottom: 44,
      y: { label: fitWords().axes.shareBack, zero: true, grid: true, nice: true },
      color: {
        domain: [curves.afterLost, curves.afterServed],
        range: ['var(--hurry)', 'var(--ink)'],
      },
      marks: [
        Plot.line(lines, {
          x: (one: { s: number }) => one.s / 3_600,
          y: (one: { share: number }) => 100 * one.share,
          stroke: 'of',
        }),
        Plot.ruleY([0]),
      ],
    };
  };

/** Of a band of so much probability, the share of unseen intervals in it; right is the diagonal. */
export const reliability =
  ({ diagram }: Fit['reliability']['weeks']): Draw =>
  (Plot, width) => {
    const side = Math.min(width, 320);
    const bands = diagram.map(({ margin, nominal, share }) => ({
      nominal: 100 * nominal,
      share: 100 * share,
      low: 100 * Math.max(0, share - (margin ?? 0)),
      high: 100 * Math.min(1, share + (margin ?? 0)),
    }));
    return {
      height: side,
      marginLeft: 40,
      marginTop: 24,
      marginRight: width - side + 12,
      marginBottom: 44,
      x: { label: fitWords().axes.nominal, domain: [0, 100], labelAnchor: 'left' },
      y: { label: fitWords().axes.inBand, domain: [0, 100], grid: true },
      marks: [
        Plot.line(
          [
            [0, 0],
            [100, 100],
          ],
          { stroke: 'var(--hurry)', strokeDasharray: '5 3' },
        ),
        Plot.areaY(bands, {
          x: 'nominal',
          y1: 'low',
          y2: 'high',
          fill: 'var(--ink)',
          fillOpacity: 0.12,
        }),
        Plot.line(bands, { x: 'nominal', y: 'share', stroke: 'var(--ink)', marker: 'dot' }),
      ],
    };
  };

export type HeldFigure = 'offered' | 'level' | 'abandons' | 'waitS';

/** What was recorded against the band of as many simulated days, interval by interval. */
export const held =
  ({ intervals }: Validation, key: HeldFigure): Draw =>
  (Plot, width) => {
    const from = intervals[0]?.beginsMin ?? 0;
    const widthMin = (intervals[1]?.beginsMin ?? from + 30) - from;
    const to = (intervals.at(-1)?.beginsMin ?? 0) + widthMin;
    const times = key === 'level' || key === 'abandons' ? 100 : 1;
    const scaled = (x: number | null): number => (x === null ? Number.NaN : times * x);
    const rows = intervals.map(({ beginsMin, figures }) => ({
      ...{ at: beginsMin + widthMin / 2, begins: beginsMin, ends: beginsMin + widthMin },
      low: scaled(figures[key].low),
      high: scaled(figures[key].high),
      recorded: scaled(figures[key].recorded),
      off: figures[key].off !== 0,
    }));
    return {
      height: heightOf(width),
      marginLeft: 40,
      marginTop: 24,
      marginRight: 24,
      x: hours(spaced(width, from, to), from, to),
      y: { label: fitWords().held[key], grid: true, zero: true, nice: true },
      marks: [
        Plot.rectY(rows, {
          ...{ x1: 'begins', x2: 'ends', y1: 'low', y2: 'high', insetRight: 0.5 },
          ...{ fill: 'var(--hurry)', fillOpacity: 0.16 },
        }),
        Plot.dot(rows, {
          ...{ x: 'at', y: 'recorded', r: (row: { off: boolean }) => (row.off ? 4 : 2.5) },
          fill: (row: { off: boolean }) => (row.off ? 'var(--hurry)' : 'var(--ink)'),
        }),
        Plot.ruleY([0]),
      ],
    };
  };
