import type { CountedDay, Counts } from './counts.ts';

/** Days that are alike: weekdays; and days set apart from those of their weekday. */

/** A day of the week: 0 Monday to 6 Sunday; of numbered days, those seven apart; else 0. */
export const kindOf = ({ number }: CountedDay, { dated }: Pick<Counts, 'dated'>): number =>
  Number.isNaN(number) ? 0 : (((number + (dated ? 3 : 0)) % 7) + 7) % 7;

/** Its week; of days that have no number, its place. */
export const weekOf = (
  { number }: CountedDay,
  { dated }: Pick<Counts, 'dated'>,
  i: number,
): number => (Number.isNaN(number) ? i : Math.floor((number + (dated ? 3 : 0)) / 7));

/** Why a day is set apart. */
export type ApartWhy = 'closed' | 'quiet' | 'busy';

export interface ApartDay {
  readonly name: string;
  readonly why: ApartWhy;
  /** Its calls over those usual on such a day. */
  readonly ratio: number;
}

/** How far off its weekday's median a day lies that is set apart, at least. */
const FAR = 0.25;
/** And this many robust spreads (1.4826 times the median distance) of all days. */
const SPREADS = 4;
const CLOSED = 0.1;
/** Days of the same weekday before and after, which say what is usual: a trend moves it. */
const AROUND = 4;

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** The calls of each day over the median of the nearest days of its kind; NaN where unknown. */
function ratiosOf(counts: Counts): number[] {
  const byKind = new Map<number, number[]>();
  counts.days.forEach((day, i) => {
    const kind = kindOf(day, counts);
    byKind.set(kind, [...(byKind.get(kind) ?? []), i]);
  });
  const ratios = new Array<number>(counts.days.length).fill(Number.NaN);
  for (const own of byKind.values()) {
    if (own.length < 3) continue;
    own.forEach((place, k) => {
      const from = Math.max(0, Math.min(k - AROUND, own.length - 2 * AROUND - 1));
      const near = own.slice(from, from + 2 * AROUND + 1);
      const usual = medianOf(near.map((i) => (counts.days[i] as CountedDay).total));
      if (usual > 0) ratios[place] = (counts.days[place] as CountedDay).total / usual;
    });
  }
  return ratios;
}

/**
 * Days that are not like others of their weekday: holidays, closed days, days of a breakdown. A day
 * is one of them where its calls lie more than a quarter and more than four robust spreads off the
 * median of the nine nearest days of its weekday.
 */
export function daysApart(counts: Counts): ApartDay[] {
  const ratios = ratiosOf(counts);
  const known = ratios.filter((ratio) => !Number.isNaN(ratio));
  if (known.length === 0) return [];
  const far = Math.max(FAR, SPREADS * 1.4826 * medianOf(known.map((x) => Math.abs(x - 1))));
  return counts.days.flatMap(({ name }, i): ApartDay[] => {
    const ratio = ratios[i] as number;
    if (ratio < CLOSED) return [{ name, why: 'closed', ratio }];
    if (!(Math.abs(ratio - 1) > far)) return [];
    return [{ name, why: ratio < 1 ? 'quiet' : 'busy', ratio }];
  });
}
