import { MEASURES } from '../../folds/measures/figures.ts';
import type { Figure, Figures } from '../compare.ts';
import { fixed, type Language } from './numerals.ts';

/** Figures as people read them: with their unit, their interval, and how days differ. */

/** The unit of each measure, by name: `1` a share, `s`, `min`, `wme`, `points`, '' a count. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  MEASURES.map(({ name, unit }) => [name, unit]),
);

/** Where nothing is known. */
export const NONE: Figure = { mean: null, halfWidth: null, n: 0 };

/** A unit at the end of a figure, which is said once. */
const UNIT = / (%|s|min)$/;

/** A figure in another unit: a handling time in minutes, a share in hundredths. */
export function times({ spread, halfWidth, mean, n }: Figure, factor: number): Figure {
  const by = (x: number | null): number | null => (x === null ? null : factor * x);
  const tenths =
    spread === undefined ? {} : { spread: { p10: factor * spread.p10, p90: factor * spread.p90 } };
  return { mean: by(mean), halfWidth: by(halfWidth), n, ...tenths };
}

/** Numbers as a person of that language writes them. */
export class Numbers {
  private readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }

  fixed(value: number, digits: number): string {
    return fixed(value, digits, this.language);
  }

  plain(value: number | null, unit: string | undefined): string {
    if (value === null) return '–';
    if (unit === '1') return `${this.fixed(value * 100, 1)} %`;
    if (unit === 's') return `${this.fixed(value, 1)} s`;
    if (unit === 'min') return `${this.fixed(value, 2)} min`;
    if (unit === 'wme') return this.fixed(value, 2);
    if (unit === 'points') return this.fixed(value, 1);
    return this.fixed(value, Math.abs(value) < 100 ? 1 : 0);
  }

  /** The value and its interval, apart, so that a column of them lines up. */
  figure({ mean, halfWidth }: Figure, unit: string | undefined): [value: string, margin: string] {
    if (mean === null || halfWidth === null) return [this.plain(mean, unit), ''];
    const wide = this.plain(halfWidth, unit).replace(UNIT, '');
    // Never ± 0: what is too small to show is below the least that is shown.
    const margin = /[1-9]/.test(wide) ? `± ${wide}` : `± <${wide.replace(/0$/, '1')}`;
    return [this.plain(mean, unit), margin];
  }

  /** A change with its sign, which what is shown as nothing has not; and its interval. */
  change(change: Figure, unit: string | undefined): [value: string, margin: string] {
    const [value, margin] = this.figure(change, unit);
    const sign = (change.mean ?? 0) > 0 && /[1-9]/.test(value) ? '+' : '';
    return [`${sign}${value.replace('-', '−')}`, margin];
  }

  /** From the tenth to the ninetieth percentile between days; nothing where it is not known. */
  spread({ spread }: Figure, unit: string | undefined, to = ' – '): string {
    if (spread === undefined) return '';
    const [low, high] = [this.plain(spread.p10, unit), this.plain(spread.p90, unit)];
    return `${low.replace(UNIT, '')}${to}${high}`;
  }
}

/** Figures by name, each with its unit: plain data for other programs. */
export const withUnits = (figures: Figures): object =>
  Object.fromEntries(
    Object.entries(figures).map(([name, { spread, mean, halfWidth, n }]) => [
      name,
      { mean, halfWidth, n, unit: UNITS.get(name) ?? '', ...spread },
    ]),
  );
