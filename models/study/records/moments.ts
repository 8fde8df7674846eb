import { digitsIn } from './numerals.ts';

/**
 * Moments as tables write them: seconds since midnight, 9:05[:07] [PM], ISO with or without offset,
 * seconds or milliseconds since 1970, a date, a date and a time. A date whose order of day and
 * month one cell cannot tell stays as it is until the whole file was seen (`calendar.ts`).
 */

/** A moment in the centre's own time. */
export interface Moment {
  /** The date as a key of the calendar; '' where the cell names none. */
  readonly date: string;
  /** Seconds after that day's midnight; NaN where the cell is only a date. */
  readonly seconds: number;
  /** Milliseconds since 1970, where the cell is an instant anywhere on earth; else NaN. */
  readonly instantMs: number;
}

export const DAY_S = 86_400;
const DAY_MS = 86_400_000;

/** Days since 1970 of a date of the Gregorian calendar (Hinnant's arithmetic). */
export function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const inEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + inEra - 719_468;
}

/** The date of so many days since 1970, YYYY-MM-DD. */
export function isoDate(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const inEra = z - era * 146_097;
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const ofYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = ofEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A date that exists, as YYYY-MM-DD; '' for the 31st of February. */
export function checkedDate(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > 31) return '';
  const text = isoDate(epochDay(year, month, day));
  return Number(text.slice(8)) === day ? text : '';
}

/** The centre's clock: local day and seconds after midnight of an instant. */
export type LocalOf = (ms: number) => { readonly day: string; readonly seconds: number };

/** Offsets change at quarters of an hour, and seldom: each is asked for once. */
const QUARTER_MS = 900_000;

/**
 * Instants to local moments. Within a day, seconds are counted from noon back and forth, so that
 * they grow with time on days of 23 and 25 hours too, and every moment after the change of the
 * clocks is what the clock showed.
 */
export class Zone {
  private readonly offsets = new Map<number, number>();
  private readonly noons = new Map<number, number>();

  constructor(private readonly localOf: LocalOf) {}

  private offsetAt(ms: number): number {
    const quarter = Math.floor(ms / QUARTER_MS);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      const start = quarter * QUARTER_MS;
      const { day, seconds } = this.localOf(start);
      const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
      offset = epochDay(y, m, d) * DAY_MS + seconds * 1_000 - start;
      this.offsets.set(quarter, offset);
    }
    return offset;
  }

  /** What the clock showed, seconds after midnight. */
  clock(ms: number): number {
    const local = ms + this.offsetAt(ms);
    return (local - Math.floor(local / DAY_MS) * DAY_MS) / 1_000;
  }

  moment(ms: number): Moment {
    const day = Math.floor((ms + this.offsetAt(ms)) / DAY_MS);
    let noon = this.noons.get(day);
    if (noon === undefined) {
      const guess = day * DAY_MS + DAY_MS / 2 - this.offsetAt(ms);
      noon = day * DAY_MS + DAY_MS / 2 - this.offsetAt(guess);
      this.noons.set(day, noon);
    }
    return { date: isoDate(day), seconds: DAY_S / 2 + (ms - noon) / 1_000, instantMs: ms };
  }
}

const MONTHS = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
];
const monthNamed = (word: string): number => {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((names) => names.some((name) => bare.startsWith(name))) + 1;
};
/** Of two digits the nearer century, as spreadsheets take it: 99 is 1999, 26 is 2026. */
const yearOf = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2_000 : 1_900);

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/;
const NAMED = /^(?:\p{L}+\.?,? )?(\d{1,2})[ -](\p{L}{3,})\.?[ -](\d{2}|\d{4})$/u;
const COMPACT = /^(19|20)(\d\d)(\d\d)(\d\d)$/;
const DATES = [YEAR_FIRST, YEAR_LAST, COMPACT];

/**
 * The key of a date: YYYY-MM-DD, or `a/b/yyyy` where the order of day and month is not yet known;
 * '' where the text is no date.
 */
function dateKey(text: string): string {
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null) return checkedDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [a, b] = [Number(last[1]), Number(last[2])];
    const year = yearOf(last[3] ?? '');
    return checkedDate(year, a, b) === '' && checkedDate(year, b, a) === ''
      ? ''
      : `${a}/${b}/${year}`;
  }
  const compact = COMPACT.exec(text);
  if (compact !== null)
    return checkedDate(
      Number(`${compact[1]}${compact[2]}`),
      Number(compact[3]),
      Number(compact[4]),
    );
  const named = NAMED.exec(text);
  if (named === null) return '';
  return checkedDate(yearOf(named[3] ?? ''), monthNamed(named[2] ?? ''), Number(named[1]));
}

const CLOCK = /^(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?$/i;

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

/** Seconds after midnight of 09:05:07 and nothing else, as most cells are; NaN for the others. */
function plainClock(text: string): number {
  if (text.length !== 8 || text[2] !== ':' || text[5] !== ':') return Number.NaN;
  const hours = digitAt(text, 0) * 10 + digitAt(text, 1);
  const minutes = digitAt(text, 3) * 10 + digitAt(text, 4);
  const seconds = digitAt(text, 6) * 10 + digitAt(text, 7);
  return hours < 48 && minutes < 60 && seconds <= 60
    ? hours * 3_600 + minutes * 60 + seconds
    : Number.NaN;
}

/** Seconds after midnight of a clock time (up to 47:59 for what is counted on), or NaN. */
export function clockIn(text: string): number {
  const plain = plainClock(text);
  if (!Number.isNaN(plain)) return plain;
  const clock = CLOCK.exec(text);
  if (clock === null) return Number.NaN;
  let hours = Number(clock[1]);
  const [minutes, seconds] = [Number(clock[2]), Number(clock[3] ?? 0)];
  if (hours > 47 || minutes > 59 || seconds > 60) return Number.NaN;
  const half = clock[5]?.toLowerCase();
  if (half !== undefined) {
    if (hours > 12) return Number.NaN;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  return hours * 3_600 + minutes * 60 + seconds + Number(`0.${clock[4] ?? 0}`);
}

const OFFSET = /\s*(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)$/i;
const SPLIT = /^(\S+(?: \p{L}+\.? \S+)?)(?:T|,? +)(\d{1,2}[:h]\d\d.*)$/u;
const ISO_SPLIT = /^(\d{4}-\d\d-\d\d)T(.*)$/;

/** Seconds after midnight beyond which a bare number is a moment since 1970. */
const EPOCH_S = 100_000_000;
const EPOCH_MS = 100_000_000_000;

/** Reads moments; keeps the dates it has seen, which are few. */
export class MomentReader {
  private readonly dates = new Map<string, string>();
  /** Instants that were read as they are written, since nobody said where the centre is. */
  asWritten = 0;

  constructor(private readonly zone: Zone | null) {}

  /** What the clock showed at a moment: another on the mornings when clocks change. */
  clockAt({ instantMs, seconds }: Moment): number {
    return this.zone === null || Number.isNaN(instantMs) ? seconds : this.zone.clock(instantMs);
  }

  private date(text: string): string {
    let key = this.dates.get(text);
    if (key === undefined) {
      key = dateKey(text);
      // A slice of a file's text would keep all of that text.
      if (this.dates.size < 100_000) this.dates.set(` ${text}`.slice(1), key);
    }
    return key;
  }

  /** Is the cell written as a date, alone or before a time, but one that does not exist? */
  isNoDate(cell: string): boolean {
    const text = cell.trim();
    const date = (ISO_SPLIT.exec(text) ?? SPLIT.exec(text))?.[1] ?? text;
    const named = NAMED.exec(date);
    const isDate = DATES.some((form) => form.test(date)) || monthNamed(named?.[2] ?? '') > 0;
    return isDate && this.date(date) === '';
  }

  private instant(ms: number, offsetMs: number): Moment {
    if (this.zone !== null) return this.zone.moment(ms);
    this.asWritten += 1;
    const local = ms + offsetMs;
    const day = Math.floor(local / DAY_MS);
    return { date: isoDate(day), seconds: (local - day * DAY_MS) / 1_000, instantMs: ms };
  }

  private number(text: string): Moment | null {
    const value = Number(text.replace(',', '.'));
    if (value >= EPOCH_MS) return this.instant(value, 0);
    if (value >= EPOCH_S) return this.instant(value * 1_000, 0);
    return { date: '', seconds: value, instantMs: Number.NaN };
  }

  /** The moment in a cell, or null. */
  read(cell: string): Moment | null {
    const whole = digitsIn(cell);
    if (whole <= 2 * DAY_S) return { date: '', seconds: whole, instantMs: Number.NaN };
    const text = cell.trim();
    const clock = clockIn(text);
    if (!Number.isNaN(clock)) return { date: '', seconds: clock, instantMs: Number.NaN };
    if (COMPACT.test(text) && this.date(text) !== '')
      return { date: this.date(text), seconds: Number.NaN, instantMs: Number.NaN };
    if (/^\d{1,14}([.,]\d{1,9})?$/.test(text)) return this.number(text);
    const split = ISO_SPLIT.exec(text) ?? SPLIT.exec(text);
    if (split === null) {
      const date = this.date(text);
      return date === '' ? null : { date, seconds: Number.NaN, instantMs: Number.NaN };
    }
    return this.dateAndTime(split[1] ?? '', split[2] ?? '');
  }

  private dateAndTime(dateText: string, rest: string): Moment | null {
    const date = this.date(dateText);
    if (date === '') return null;
    const offset = OFFSET.exec(rest);
    const seconds = clockIn(offset === null ? rest : rest.slice(0, offset.index));
    if (Number.isNaN(seconds)) return null;
    if (offset === null || date.includes('/')) return { date, seconds, instantMs: Number.NaN };
    const minutes = Number(offset[3] ?? 0) * 60 + Number(offset[4] ?? 0);
    const offsetMs = (offset[2] === '-' ? -1 : 1) * minutes * 60_000;
    const [y = 0, m = 1, d = 1] = date.split('-').map(Number);
    const local = epochDay(y, m, d) * DAY_MS + seconds * 1_000;
    return this.instant(local - offsetMs, offsetMs);
  }
}
