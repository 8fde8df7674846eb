import type { RecordedDay } from '../../models/doors/records.ts';
import { type Problem, problem } from '../../models/doors/scenario.ts';
import type {
  Asked,
  FileFit,
  FitAsked,
  FromReader,
  ReadAsk,
  ShiftsRead,
  Told,
  ToReader,
} from '../work/records-messages.ts';
import { spawnReader } from '../work/spawn-reader.ts';

/** What a page needs of a worker that reads records. */
export interface Reader {
  onmessage: ((event: MessageEvent<FromReader>) => void) | null;
  postMessage(message: ToReader): void;
  terminate(): void;
}

/** Somebody who waits for an answer. */
interface Waiting {
  readonly progress: (share: number) => void;
  readonly settle: (told: Told[keyof Told] | Problem) => void;
}

const overtaken = (): Problem =>
  problem(
    'E_STATE',
    '',
    'Ce fichier se relit autrement ; demandez de nouveau dans un instant.',
    'This file is being read otherwise; ask again in a moment.',
  );

/** A file of records, read in this page and nowhere else. */
export class RecordFile {
  readonly file: File;
  readonly #spawn: () => Reader;
  #reader: Reader | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** How often it was read: what was found before is then of another reading. */
  readings = 0;

  constructor(file: File, spawn: () => Reader = spawnReader) {
    this.file = file;
    this.#spawn = spawn;
  }

  /** Reads the file, anew with each correction; `progress` hears the share that was read. */
  async read(ask: ReadAsk, progress: (share: number) => void): Promise<Told['read'] | Problem> {
    // What is being read otherwise is of no use any more.
    this.close();
    this.readings += 1;
    this.#reader = this.#spawn();
    this.#reader.onmessage = this.#heard;
    return this.#ask({ kind: 'read', file: this.file, ask }, progress);
  }

  /** One day of it as a scenario; undefined where there is one only, or all are to be one. */
  async day(day: string | undefined, intervalMin: number): Promise<RecordedDay | Problem> {
    const { name } = this.file;
    return this.#ask({ kind: 'day', day, name, intervalMin });
  }

  /** The scenario with the staff of a second file, of planned shifts. */
  async shifts(
    file: Blob,
    ask: ReadAsk,
    { day, scenario }: RecordedDay,
  ): Promise<ShiftsRead | Problem> {
    return this.#ask({ kind: 'shifts', file, ask, day, scenario });
  }

  /** All its days fitted. */
  async fit(ask: FitAsked): Promise<FileFit | Problem> {
    return this.#ask({ kind: 'fit', ask });
  }

  #ask<K extends keyof Told>(
    asked: Extract<Asked, { kind: K }>,
    progress: (share: number) => void = () => {},
  ): Promise<Told[K] | Problem> {
    const reader = this.#reader;
    if (reader === null) return Promise.resolve(overtaken());
    const id = this.#asked;
    this.#asked += 1;
    return new Promise((settle) => {
      this.#waiting.set(id, { progress, settle: settle as Waiting['settle'] });
      reader.postMessage({ id, asked });
    });
  }

  readonly #heard = ({ data }: MessageEvent<FromReader>): void => {
    const waiting = this.#waiting.get(data.id);
    if (data.kind === 'progress') return waiting?.progress(data.done / data.total);
    this.#waiting.delete(data.id);
    waiting?.settle(data.told);
  };

  /** Forgets all that was read; whoever still waits is told. */
  close(): void {
    this.#reader?.terminate();
    this.#reader = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { settle } of waiting) settle(overtaken());
  }
}
