import { plain } from '../../scenario/untrusted.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { type DateOrder, type ReadDates, readDates } from './calendar.ts';
import { DAY_S, type LocalOf, type Moment, MomentReader, Zone } from './moments.ts';
import { notInCalendar } from './refusals.ts';
import { isAway, type ShiftPlaces, shiftPlaces, shiftsNotUnderstood } from './shift-columns.ts';

/**
 * Planned shifts, row by row: a row a shift with its breaks, or a row an activity (a break, a
 * training), which is then taken out of that agent's presence.
 */

/** A stretch of a day, seconds after midnight; beyond 86,400 it is on the next day. */
export interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

export interface Shift extends Stretch {
  /** '' where the file names nobody: then each row is somebody. */
  readonly agent: string;
  /** As the file calls it; '' where it does not. */
  readonly group: string;
  /** YYYY-MM-DD, or as written; '' where the same every day. */
  readonly day: string;
  /** Taken out of presence. */
  readonly breaks: readonly Stretch[];
  /** The whole of it is no presence, but taken out of the agent's other rows. */
  readonly isAway: boolean;
  readonly line: number;
}

/** A row that cannot be used, and why. */
export interface ShiftRefusal {
  readonly line: number;
  readonly problem: Problem;
}

export interface ShiftReading {
  readonly shifts: readonly Shift[];
  readonly rows: number;
  readonly refusals: readonly ShiftRefusal[];
  /** Dates could be read in two ways, and this one was taken. */
  readonly guessed: DateOrder | null;
}

/** Rows looked through for a header, and rows read at all. */
const FOR_HEADER = 50;
const MOST_ROWS = 200_000;
/** A shift is no longer than this, seconds. */
const LONGEST_S = 16 * 3_600;

/** Reads one table of shifts; a new reader is needed for each. */
export class ShiftReader {
  private readonly moments: MomentReader;
  private readonly shifts: Shift[] = [];
  private readonly refusals: ShiftRefusal[] = [];
  private places: ShiftPlaces | null = null;
  private first: readonly string[] = [];
  private before = 0;
  private rows = 0;

  constructor(
    private readonly options: {
      readonly dateOrder?: DateOrder | undefined;
      /** The centre's clock; without it, instants are read as they are written. */
      readonly localOf?: LocalOf | undefined;
      /** The date that is wanted: of two ways to read dates, the one in which it is there. */
      readonly day?: string | undefined;
    } = {},
  ) {
    const { localOf } = options;
    this.moments = new MomentReader(localOf === undefined ? null : new Zone(localOf));
  }

  /** One row, header and all. Says why the table cannot be read at all, once that is known. */
  row(cells: readonly string[], line: number): Problem | null {
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (this.places === null) {
      this.places = shiftPlaces(cells);
      if (this.places !== null) return null;
      if (this.before === 0 || cells.length > this.first.length) this.first = cells;
      this.before += 1;
      return this.before < FOR_HEADER ? null : shiftsNotUnderstood(this.first);
    }
    this.rows += 1;
    if (this.rows > MOST_ROWS) return tooManyRows();
    const read = this.shift(cells, line, this.places);
    if ('problem' in read) this.refusals.push(read);
    else this.shifts.push(read);
    return null;
  }

  /** All that was read, once there are no more rows; or why it cannot be read. */
  end(): ShiftReading | Problem {
    if (this.places === null) return shiftsNotUnderstood(this.first);
    const keys = [...new Set(this.shifts.map(({ day }) => day))];
    const usual = this.places.names.some((name) => /d[ée]but|fin|jour/i.test(name)) ? 'dmy' : 'mdy';
    const dates = this.dates(keys, usual);
    const named = new Map(keys.map((key, i) => [key, dates.names[i] ?? key]));
    const isStrange = ({ day }: Shift): boolean => dates.strange.includes(day);
    const strange = this.shifts.filter(isStrange).map(({ day, line }) => noDate(line, day));
    return {
      shifts: this.shifts
        .filter((one) => !isStrange(one))
        .map((one) => ({ ...one, day: named.get(one.day) ?? one.day })),
      rows: this.rows,
      refusals: [...this.refusals, ...strange].sort((a, b) => a.line - b.line),
      guessed: dates.isGuess ? dates.order : null,
    };
  }

  private dates(keys: readonly string[], usual: DateOrder): ReadDates {
    const { dateOrder, day } = this.options;
    const read = readDates(keys, dateOrder, usual);
    if (!read.isGuess || day === undefined || read.names.includes(day)) return read;
    const other = readDates(keys, read.order === 'dmy' ? 'mdy' : 'dmy', usual);
    return other.names.includes(day) ? other : read;
  }

  /** A moment in a cell; a bare number is an hour. */
  private moment(cell: string): Moment | null {
    const text = cell.trim();
    if (/^\d{1,2}([.,]\d{1,2})?$/.test(text)) {
      const hours = Number(text.replace(',', '.'));
      return { date: '', seconds: hours <= 47 ? hours * 3_600 : Number.NaN, instantMs: Number.NaN };
    }
    return this.moments.read(text);
  }

  private shift(cells: readonly string[], line: number, places: ShiftPlaces): Shift | ShiftRefusal {
    const at = (place: number | undefined): string =>
      place === undefined ? '' : (cells[place] ?? '').trim().slice(0, 80);
    const { columns } = places;
    const [from, to] = [this.moment(at(columns.start)), this.moment(at(columns.end))];
    for (const [moment, place] of [[from, columns.start] as const, [to, columns.end] as const])
      if (moment === null || Number.isNaN(moment.seconds))
        return noTime(line, places.names[place as number] ?? '', at(place));
    const [begin, end] = [from as Moment, to as Moment];
    const written = at(columns.day);
    if (begin.date === '' && this.moments.isNoDate(written)) return noDate(line, written);
    const isNext = end.seconds <= begin.seconds || (end.date !== '' && end.date !== begin.date);
    const toS = end.seconds + (isNext && end.seconds < DAY_S ? DAY_S : 0);
    if (toS - begin.seconds > LONGEST_S) return tooLong(line, (toS - begin.seconds) / 3_600);
    const breaks: Stretch[] = [];
    const ranges = [
      ...places.breaks.map((place) => [at(place.from), at(place.to)] as const),
      ...rangesIn(at(columns.breaks)),
    ];
    for (const [first, last] of ranges) {
      if (first === '' && last === '') continue;
      const pause = this.pause(first, last, begin.seconds, toS);
      if (pause === null) return noBreak(line, `${first}-${last}`);
      breaks.push(pause);
    }
    return {
      agent: at(columns.agent),
      group: at(columns.group),
      day: begin.date || this.dayOf(written),
      fromS: begin.seconds,
      toS,
      breaks,
      isAway: isAway(at(columns.activity)),
      line,
    };
  }

  private dayOf(text: string): string {
    return text === '' ? '' : this.moments.read(text)?.date || text;
  }

  /** A break of a shift; null where it is none of it. */
  private pause(first: string, last: string, fromS: number, shiftEndS: number): Stretch | null {
    const [from, to] = [this.moment(first), this.moment(last)];
    if (from === null || to === null || Number.isNaN(from.seconds + to.seconds)) return null;
    const begins = from.seconds + (from.seconds < fromS ? DAY_S : 0);
    const ends = to.seconds + (to.seconds < fromS || to.seconds < from.seconds ? DAY_S : 0);
    return begins >= fromS && ends <= shiftEndS && ends > begins
      ? { fromS: begins, toS: ends }
      : null;
  }
}

/** `10:00-10:15; 12h00 à 13h00`: the ends of each range, as written. */
function rangesIn(text: string): (readonly [string, string])[] {
  if (text === '' || text === '-' || text === '0') return [];
  return text.split(/[;,|+]|\bet\b|\band\b/).map((range) => {
    const [from = '', to = ''] = range.split(/\s*(?:-|–|—|\bto\b|à)\s*/);
    return [from.trim(), to.trim()] as const;
  });
}

const tooManyRows = (): Problem =>
  problem(
    'E_SIZE',
    '',
    `Ce fichier a plus de ${MOST_ROWS} lignes ; découpez-le par mois.`,
    `This file has more than ${MOST_ROWS} rows; split it by month.`,
  );

function noTime(line: number, name: string, cell: string): ShiftRefusal {
  const shown = plain(cell, 30);
  return {
    line,
    problem: problem(
      'E_TYPE',
      `${line}.${name}`,
      `« ${shown} » n’est pas une heure ; écrivez 9:00, 9h00 ou 2025-03-10 09:00.`,
      `"${shown}" is not a time; write 9:00, 9h00 or 2025-03-10 09:00.`,
    ),
  };
}

/** A row that cannot be a shift. */
const refused = (line: number, fr: string, en: string): ShiftRefusal => ({
  line,
  problem: problem('E_RANGE', `${line}`, fr, en),
});

const noDate = (line: number, cell: string): ShiftRefusal =>
  refused(line, ...notInCalendar(plain(cell, 30)));

function tooLong(line: number, hours: number): ShiftRefusal {
  const most = LONGEST_S / 3_600;
  const lasts = Math.round(hours * 10) / 10;
  return refused(
    line,
    `Cette présence durerait ${lasts} h, plus que ${most} ; corrigez son début ou sa fin.`,
    `This shift would last ${lasts} h, more than ${most}; correct its start or its end.`,
  );
}

function noBreak(line: number, cell: string): ShiftRefusal {
  const shown = plain(cell, 30);
  return refused(
    line,
    `« ${shown} » n’est pas une pause de cette présence ; écrivez son début et sa fin, 12:00-13:00, entre ceux de la présence.`,
    `"${shown}" is no break of this shift; write its start and its end, 12:00-13:00, between those of the shift.`,
  );
}
