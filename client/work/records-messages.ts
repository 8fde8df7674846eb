import type { Problem, ScenarioFile } from '../../models/doors/scenario.ts';
import type { ReaderOptions, Reading, RecordedDay, Staffed } from '../../models/doors/study.ts';

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
}

/** A scenario staffed by a file of shifts, and how many rows that had. */
export interface ShiftsRead extends Staffed {
  readonly rows: number;
}

export type ToReader =
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
    };

export type FromReader =
  /** Bytes read, of all. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly read: FileRead | Problem }
  | { readonly kind: 'day'; readonly day: RecordedDay | Problem }
  | { readonly kind: 'shifts'; readonly shifts: ShiftsRead | Problem };
