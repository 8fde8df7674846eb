import { clockIn, DAY_S, epochDay } from './moments.ts';

/** The interval that one cell writes: `09:00`, `09:00-09:15`, `9h à 10h`, `1:00 - 1:30 pm`. */
export interface WrittenRange {
  /** Where it begins, as a moment is written. */
  readonly begins: string;
  /** How long it lasts, seconds; NaN where the cell does not say. */
  readonly lastsS: number;
}

const INSTANTS = /^(\d{4}-\d\d-\d\dT[^/]+)\/(\d{4}-\d\d-\d\dT[^/]+)$/;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T([\d:.]+)(.*)$/;
const CLOCK = /\d{1,2}(?:[:h]\d\d(?::\d\d)?|h)?\s*(?:[ap]\.?m\.?)?/i.source;
const RANGE = new RegExp(`^(.*?${CLOCK})\\s*(?:-|–|—|à|to)\\s*(${CLOCK})$`, 'i');
const HALF = /[ap]\.?m\.?$/i;

/** Seconds after midnight of a clock time, or of a whole hour: `9`, `9h`. */
function clockOf(text: string): number {
  const hour = /^(\d{1,2})h?$/i.exec(text);
  return hour === null ? clockIn(text) : clockIn(`${hour[1]}:00`);
}

/** As a moment is read: `9h` is 9:00. */
const asClock = (text: string): string => text.replace(/(^|\s)(\d{1,2})h$/i, '$1$2:00');

/** Seconds of an instant from the start of 1970, of its own offset. */
function secondsOf(text: string): number {
  const [, year, month, day, clock = ''] = INSTANT.exec(text) ?? [];
  return epochDay(Number(year), Number(month), Number(day)) * DAY_S + clockIn(clock);
}

const apart = (fromS: number, toS: number): number => (toS - fromS + DAY_S) % DAY_S;

/** Ends written as the last minute or second of an interval are those of the next. */
export function whole(lastsS: number): number {
  for (const more of [0, 1, 60]) if ((lastsS + more) % 300 === 0) return lastsS + more;
  return lastsS;
}

export function rangeIn(cell: string): WrittenRange {
  const instants = INSTANTS.exec(cell);
  if (instants !== null) {
    const lastsS = secondsOf(instants[2] ?? '') - secondsOf(instants[1] ?? '');
    return { begins: instants[1] ?? '', lastsS: lastsS > 0 ? whole(lastsS) : Number.NaN };
  }
  const range = RANGE.exec(cell);
  if (range === null) return { begins: asClock(cell), lastsS: Number.NaN };
  const [begins, ends] = [(range[1] ?? '').trim(), (range[2] ?? '').trim()];
  const clock = new RegExp(`${CLOCK}$`, 'i').exec(begins)?.[0].trim() ?? '';
  // What stands before the clock is a date: `10-03-2025` is no range.
  const before = begins.slice(0, begins.length - clock.length).trim();
  if (Number.isNaN(clockOf(clock)) || (before !== '' && /^[\d]+$/.test(clock)))
    return { begins: asClock(cell), lastsS: Number.NaN };
  const toS = clockOf(ends);
  // 1:00-1:30 pm begins in the afternoon, 11:30-12:00 pm does not.
  const halves = HALF.test(ends) && !HALF.test(clock) ? ['am', 'pm'] : [''];
  const [nearest = ''] = halves
    .map((half) => `${asClock(clock)} ${half}`.trim())
    .sort((a, b) => apart(clockOf(a), toS) - apart(clockOf(b), toS));
  const lastsS = apart(clockOf(nearest), toS);
  const from = before === '' ? nearest : `${before} ${nearest}`;
  return { begins: from, lastsS: lastsS > 0 ? whole(lastsS) : Number.NaN };
}
