import type { RecordedDay } from '../../models/doors/records.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import type {
  FileFit,
  FileRead,
  FitAsked,
  FromReader,
  ReadAsk,
  ShiftsRead,
  ToReader,
} from '../work/records-messages.ts';
import { spawnReader } from '../work/spawn-reader.ts';

/** What a page needs of a worker that reads records. */
export interface Reader {
  onmessage: ((event: MessageEvent<FromReader>) => void) | null;
  postMessage(message: ToReader): void;
  terminate(): void;
}

/** A file of records, read in this page and nowhere else; asked one thing at a time. */
export class RecordFile {
  readonly file: File;
  readonly #spawn: () => Reader;
  #reader: Reader | null = null;
  /** How often it was read: what was found before is then of another reading. */
  readings = 0;

  constructor(file: File, spawn: () => Reader = spawnReader) {
    this.file = file;
    this.#spawn = spawn;
  }

  /** Reads the file, anew with each correction; `progress` hears the share that was read. */
  async read(ask: ReadAsk, progress: (share: number) => void): Promise<FileRead | Problem> {
    // What is being read otherwise is of no use any more.
    this.close();
    this.readings += 1;
    this.#reader = this.#spawn();
    const heard = await this.#ask({ kind: 'read', file: this.file, ask }, 'read', progress);
    return heard.read;
  }

  /** One day of it as a scenario; undefined where there is one only, or all are to be one. */
  async day(day: string | undefined, intervalMin: number): Promise<RecordedDay | Problem> {
    const { name } = this.file;
    const heard = await this.#ask({ kind: 'day', day, name, intervalMin }, 'day', () => {});
    return heard.day;
  }

  /** The scenario with the staff of a second file, of planned shifts. */
  async shifts(
    file: Blob,
    ask: ReadAsk,
    { day, scenario }: RecordedDay,
  ): Promise<ShiftsRead | Problem> {
    const message = { kind: 'shifts', file, ask, day, scenario } as const;
    const heard = await this.#ask(message, 'shifts', () => {});
    return heard.shifts;
  }

  /** All its days fitted. */
  async fit(ask: FitAsked): Promise<FileFit | Problem> {
    return (await this.#ask({ kind: 'fit', ask }, 'fit', () => {})).fit;
  }

  #ask<K extends 'read' | 'day' | 'fit' | 'shifts'>(
    message: ToReader,
    kind: K,
    progress: (share: number) => void,
  ): Promise<Extract<FromReader, { kind: K }>> {
    const reader = this.#reader;
    return new Promise((settle) => {
      if (reader === null) return;
      reader.onmessage = ({ data }) => {
        if (data.kind === 'progress') progress(data.done / data.total);
        else if (data.kind === kind) settle(data as Extract<FromReader, { kind: K }>);
      };
      reader.postMessage(message);
    });
  }

  /** Forgets all that was read. */
  close(): void {
    this.#reader?.terminate();
    this.#reader = null;
  }
}
