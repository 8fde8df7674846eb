import { MEASURES, valueOf } from '../../folds/measures/figures.ts';
import { figuresOf } from '../compare.ts';
import type { StaffingAnswer } from './answer.ts';
import { measureOf } from './question.ts';

/** What days are like: the mean, the median day, and the day that one in ten is worse than. */
export interface DayFigure {
  readonly measure: string;
  /** Of all days together: a ratio of sums; of a percentile, the mean of the days'. */
  readonly mean: number | null;
  readonly median: number;
  readonly worstTenth: number;
}

/** Measures of which more is better; of the others less is. */
const GOOD = /^(serviceLevel|accessibility|lived)/;
const TOLD = [
  'accessibility',
  'abandonRate',
  'averageSpeedOfAnswer',
  'meanWait',
  'waitP90',
  'worstTenthWait',
  'lived',
];

/** Measure by measure, as people judge: by the bad days. */
export function dayFigures({ ask, rows }: StaffingAnswer): DayFigure[] {
  const figures = figuresOf(rows);
  return [...new Set([measureOf(ask.target), ...TOLD])].flatMap((name): DayFigure[] => {
    const measure = MEASURES.find((one) => one.name === name);
    if (measure === undefined) return [];
    const values = rows.map((row) => valueOf(measure, row)).filter(Number.isFinite);
    if (values.length < 10) return [];
    values.sort((a, b) => (GOOD.test(name) ? a - b : b - a));
    const at = (share: number): number =>
      values[Math.ceil(share * values.length - 1e-9) - 1] as number;
    return [
      { measure: name, mean: figures[name]?.mean ?? null, median: at(0.5), worstTenth: at(0.1) },
    ];
  });
}
