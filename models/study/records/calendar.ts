import { checkedDate, epochDay, isoDate } from './moments.ts';

/** The days of a file: which date each key is, once all of them were seen. */

export type DateOrder = 'dmy' | 'mdy';

export interface ReadDates {
  /** The order taken for dates such as 3/10/2025; null where there is none of them. */
  readonly order: DateOrder | null;
  /** Both orders are possible: the one taken is a guess. */
  readonly isGuess: boolean;
  /** Keys that are no date in that order. */
  readonly strange: readonly string[];
  /** The name of each key: YYYY-MM-DD for dates, else the key itself. */
  readonly names: readonly string[];
}

const TWO = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const inOrder = (key: string, order: DateOrder): string => {
  const parts = TWO.exec(key);
  if (parts === null) return key;
  const [a, b, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return order === 'dmy' ? checkedDate(year, b, a) : checkedDate(year, a, b);
};

/** The day of a name as a number, NaN where it is no date. */
export function dayNumber(name: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(name);
  const [year, month, day] = (parts ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return Number.NaN;
  return checkedDate(year, month, day) === '' ? Number.NaN : epochDay(year, month, day);
}

/** From the first to the last date, in days; Infinity where one does not exist. */
function spanOf(keys: readonly string[], order: DateOrder): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const key of keys) {
    const day = dayNumber(inOrder(key, order));
    if (Number.isNaN(day)) return Number.POSITIVE_INFINITY;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last - first;
}

/** The order in which more of the dates exist, where none has them all. */
function likelier(keys: readonly string[], usual: DateOrder): DateOrder {
  const exist = (order: DateOrder): number =>
    keys.filter((key) => inOrder(key, order) !== '').length;
  const [dmy, mdy] = [exist('dmy'), exist('mdy')];
  return dmy === mdy ? usual : dmy > mdy ? 'dmy' : 'mdy';
}

/** Days of a file lie near each other: this many times nearer in one order decides. */
const NEARER = 4;

/**
 * The dates of a file from all of its keys.
 * @param wanted the order that was asked for
 * @param usual the order where the file does not tell
 */
export function readDates(
  keys: readonly string[],
  wanted: DateOrder | undefined,
  usual: DateOrder,
): ReadDates {
  const open = keys.filter((key) => TWO.test(key));
  if (open.length === 0) return { order: null, isGuess: false, strange: [], names: keys };
  const span = { dmy: spanOf(open, 'dmy'), mdy: spanOf(open, 'mdy') };
  let order: DateOrder = wanted ?? usual;
  let isGuess = false;
  if (wanted === undefined) {
    if (span.dmy === Number.POSITIVE_INFINITY && span.mdy < span.dmy) order = 'mdy';
    else if (span.mdy === Number.POSITIVE_INFINITY && span.dmy < span.mdy) order = 'dmy';
    else if (open.length > 2 && span.dmy * NEARER < span.mdy) order = 'dmy';
    else if (open.length > 2 && span.mdy * NEARER < span.dmy) order = 'mdy';
    else if (Math.min(span.dmy, span.mdy) === Number.POSITIVE_INFINITY)
      order = likelier(open, usual);
    else isGuess = open.some((key) => inOrder(key, 'dmy') !== inOrder(key, 'mdy'));
  }
  const strange = open.filter((key) => inOrder(key, order) === '');
  return { order, isGuess, strange, names: keys.map((key) => inOrder(key, order) || key) };
}

/** The date before or after another; '' where it is no date. */
export const neighbour = (name: string, by: number): string => {
  const day = dayNumber(name);
  return Number.isNaN(day) ? '' : isoDate(day + by);
};
