import { type Decimal, digitsIn, numberIn } from './numerals.ts';

/** Durations: seconds, m:ss, h:mm:ss, 2 min 30 s. A duration is not a moment: 02:30 is 150 s. */

/** What a bare number counts. */
export type DurationUnit = 's' | 'ms' | 'min';
const SECONDS_IN: Readonly<Record<DurationUnit, number>> = { s: 1, ms: 0.001, min: 60 };

export interface DurationForm {
  readonly unit: DurationUnit;
  readonly decimal: Decimal;
  /** Two parts are hours and minutes, not minutes and seconds. */
  readonly isHoursMinutes: boolean;
}
export const PLAIN_DURATION: DurationForm = { unit: 's', decimal: '.', isHoursMinutes: false };

const PARTS = /^(-?)(?:(\d{1,3}):)?(\d{1,5}):([0-5]?\d)(?:[.,](\d{1,6}))?$/;
const WORDS =
  /^(?:pt)?(?:(\d+)\s*h(?:ours?|eures?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?\s*(?:(\d+(?:[.,]\d+)?)\s*s(?:ec(?:onde?s?)?)?)?$/i;

/** Seconds in a cell, or NaN. */
export function durationIn(cell: string, form: DurationForm): number {
  const whole = digitsIn(cell);
  if (!Number.isNaN(whole)) return whole * SECONDS_IN[form.unit];
  const text = cell.trim();
  const value = numberIn(text, form.decimal);
  if (!Number.isNaN(value)) return text.endsWith('%') ? Number.NaN : value * SECONDS_IN[form.unit];
  const parts = PARTS.exec(text);
  if (parts !== null) {
    const [, minus, hours, minutes, seconds, fraction] = parts;
    if (hours !== undefined && Number(minutes) > 59) return Number.NaN;
    const sum = Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction ?? 0}`);
    const scaled = hours === undefined && form.isHoursMinutes ? sum * 60 : sum;
    return (minus === '-' ? -1 : 1) * (Number(hours ?? 0) * 3_600 + scaled);
  }
  const words = WORDS.exec(text);
  if (words === null || text === '' || /^pt$/i.test(text)) return Number.NaN;
  const [, h = '0', m = '0', s = '0'] = words;
  return Number(h) * 3_600 + Number(m) * 60 + Number(s.replace(',', '.'));
}
