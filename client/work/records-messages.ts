import type {
  Fit,
  ReaderOptions,
  Reading,
  RecordedDay,
  RecordedDays,
  Staffed,
  UnreadHeader,
} from '../../models/doors/records.ts';
import type { Problem, ScenarioFile } from '../../models/doors/scenario.ts';

/** What the page and its reader of records (a Web Worker, which keeps them) tell each other. */

/** How a file is to be read; the clock is named, as a function crosses no border. */
export interface ReadAsk extends Omit<ReaderOptions, 'localOf' | 'keep'> {
  /** The centre's time zone (IANA), where instants come with an offset. */
  readonly zone?: string | undefined;
}

/** What is told of a file that was read: all but its calls, which stay in the reader. */
export interface FileRead
  extends Pick<
    Reading,
    'kind' | 'mapping' | 'headerLine' | 'counts' | 'refusals' | 'suspicions' | 'days'
  > {
  /** The header, and the first rows below it, as they are written. */
  readonly header: readonly string[];
  readonly first: readonly (readonly string[])[];
  /** How many intervals a table has; of calls none. */
  readonly intervals: number;
  /** How long intervals may be, minutes, and are unless another is chosen. */
  readonly lengths: readonly number[];
  readonly usualMin: number;
}

/** What is told of a file whose header is not understood: why, and enough to correct it. */
export interface FileUnread
  extends Pick<FileRead, 'header' | 'first'>,
    Pick<UnreadHeader, 'likely'> {
  readonly kind: 'unread';
  readonly problem: Problem;
  /** What columns are taken for so far. */
  readonly mapping: Pick<FileRead['mapping'], 'columns' | 'grid' | 'shape'>;
}

/** A scenario staffed by a file of shifts, and how many rows that had. */
export interface ShiftsRead extends Omit<Staffed, 'order'> {
  readonly rows: number;
}

/** What is to be made of all the days of a file. */
export interface FitAsked {
  readonly name: string;
  readonly intervalMin: number;
  /** A weekday, or the number of a day; undefined: a usual one. */
  readonly dayToStaff: string | undefined;
  readonly holiday: boolean;
  /** Times the recorded volume. */
  readonly growth: number;
}

/** A fit; and what its scenario is held against, where it has one. */
export interface FileFit {
  readonly fit: Fit;
  readonly recorded: RecordedDays | null;
}

/** What a reader is asked. */
export type Asked =
  | { readonly kind: 'read'; readonly file: Blob; readonly ask: ReadAsk }
  | {
      readonly kind: 'day';
      readonly day: string | undefined;
      readonly name: string;
      readonly intervalMin: number;
    }
  | {
      readonly kind: 'shifts';
      readonly file: Blob;
      readonly ask: ReadAsk;
      /** Of which date; '' for the mean of all of them. */
      readonly day: string;
      readonly scenario: ScenarioFile;
    }
  | { readonly kind: 'fit'; readonly ask: FitAsked };

/** What it tells of each. */
export interface Told {
  readonly read: FileRead | FileUnread;
  readonly day: RecordedDay;
  readonly shifts: ShiftsRead;
  readonly fit: FileFit;
}

/** Asks are numbered: several may be on their way. */
export interface ToReader {
  readonly id: number;
  readonly asked: Asked;
}

export type FromReader =
  /** Bytes read, of all. */
  | {
      readonly id: number;
      readonly kind: 'progress';
      readonly done: number;
      readonly total: number;
    }
  | { readonly id: number; readonly kind: 'told'; readonly told: Told[keyof Told] | Problem };
