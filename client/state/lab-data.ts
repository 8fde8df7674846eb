import {
  type RecordedDay,
  type Simulated,
  simulatedDay,
  staffedDay,
} from '../../models/doors/records.ts';
import { isProblem, type Problem, readScenario } from '../../models/doors/scenario.ts';
import type { Executor } from '../../models/doors/study.ts';
import type { FileRead, FileUnread, ReadAsk, ShiftsRead } from '../work/records-messages.ts';
import { RecordFile } from './records.ts';

/** A file of calls on its way to a centre: read, corrected, a day of it taken. */

type Column = keyof NonNullable<ReadAsk['mapping']>;

export interface DataState {
  /** Name of the file; null: none. */
  readonly file: string | null;
  readonly ask: ReadAsk;
  /** Share that was read; null: nothing is being read. */
  readonly share: number | null;
  readonly read: FileRead | null;
  /** What is known of a file whose header is not understood; null: it is, or nothing is known. */
  readonly unread: FileUnread | null;
  readonly day: string | undefined;
  readonly intervalMin: number;
  readonly made: RecordedDay | null;
  /** The file of planned shifts that staffs it, and what was read of it. */
  readonly shifts: { readonly name: string; readonly read: ShiftsRead } | null;
  readonly proving: boolean;
  readonly simulated: Simulated | null;
  readonly problem: Problem | null;
}

const EMPTY: DataState = {
  ...{ file: null, ask: {}, share: null, read: null, unread: null },
  ...{ day: undefined, intervalMin: 30 },
  ...{ made: null, shifts: null, proving: false, simulated: null, problem: null },
};

/** Days by which a recorded day is simulated. */
const PROOF_DAYS = 200;
const KEPT = 'contretemps.columns';

/** Corrections are remembered by the shape of the header, on this device. */
function remembered(shape: string): ReadAsk['mapping'] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return (kept as Record<string, ReadAsk['mapping']>)[shape];
  } catch {
    return undefined;
  }
}

function remember(shape: string, mapping: ReadAsk['mapping']): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as object;
    localStorage.setItem(KEPT, JSON.stringify({ ...kept, [shape]: mapping }));
  } catch {
    // Storage may be refused: the correction then lasts as long as the page.
  }
}

/** Takes a scenario file that was made of records; says why not. */
type Take = (name: string, file: unknown) => Problem | null;

export class LabData {
  state: DataState = EMPTY;
  readonly #changed: () => void;
  readonly #take: Take;
  readonly #executor: Executor;
  readonly #open: (file: File) => RecordFile;
  #file: RecordFile | null = null;
  /** A length of intervals was chosen; else it is the usual one. */
  #chosen = false;

  /**
   * @param changed told of each change
   * @param take takes a scenario file that was made of records; says why not
   */
  constructor(
    executor: Executor,
    changed: () => void,
    take: Take,
    open: (file: File) => RecordFile = (file) => new RecordFile(file),
  ) {
    this.#executor = executor;
    this.#changed = changed;
    this.#take = take;
    this.#open = open;
  }

  #set(change: Partial<DataState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }

  /** Opens a file of records, and reads it. */
  async open(file: File): Promise<void> {
    this.#file?.close();
    this.#file = this.#open(file);
    this.#chosen = false;
    this.#set({ ...EMPTY, file: file.name });
    await this.readAgain({});
    const { columns } = this;
    const known = columns === null ? undefined : remembered(columns.mapping.shape);
    if (known !== undefined) await this.readAgain({ mapping: known });
  }

  /** Reads the file again, otherwise. */
  async readAgain(change: ReadAsk): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    const ask = { ...this.state.ask, ...change };
    this.#set({ ask, share: 0, made: null, shifts: null, simulated: null, problem: null });
    const read = await file.read(ask, (share) => this.#set({ share }));
    if (file !== this.#file || ask !== this.state.ask) return;
    if (isProblem(read)) return this.#set({ share: null, read: null, unread: null, problem: read });
    if (read.kind === 'unread')
      return this.#set({ share: null, read: null, unread: read, problem: read.problem });
    const [first] = read.days.keys();
    const known = this.state.day !== undefined && read.days.has(this.state.day);
    const usual = read.kind === 'calls' ? first : undefined;
    const { intervalMin } = this.state;
    this.#set({
      ...{ share: null, read, unread: null, day: known ? this.state.day : usual },
      intervalMin: read.lengths.includes(intervalMin) && this.#chosen ? intervalMin : read.usualMin,
    });
  }

  /** The file that is open, once it was read; null: none. */
  get records(): RecordFile | null {
    const { read, share } = this.state;
    return read === null || share !== null ? null : this.#file;
  }

  /** The table whose columns can be corrected, understood or not. */
  get columns(): FileRead | FileUnread | null {
    return this.state.read ?? this.state.unread;
  }

  /** Takes column `at` for another thing, or for nothing. */
  async correct(at: number, column: Column | ''): Promise<void> {
    const { columns: table } = this;
    if (table === null) return;
    const mapping: Partial<Record<Column, string | null>> = { ...this.state.ask.mapping };
    for (const [other, place] of Object.entries(table.mapping.columns))
      if (place.at === at) mapping[other as Column] = null;
    if (column !== '') mapping[column] = table.header[at] ?? '';
    remember(table.mapping.shape, mapping);
    await this.readAgain({ mapping });
  }

  chooseDay(day: string): void {
    this.#set({ day: day === '' ? undefined : day, made: null, shifts: null, simulated: null });
  }

  chooseInterval(intervalMin: number): void {
    this.#chosen = true;
    this.#set({ intervalMin, made: null, shifts: null, simulated: null });
  }

  /** Makes a centre of the day chosen. */
  async make(): Promise<void> {
    const { day, intervalMin } = this.state;
    const file = this.#file;
    const made = await file?.day(day, intervalMin);
    const { state } = this;
    const isOf = file === this.#file && day === state.day && intervalMin === state.intervalMin;
    if (made === undefined || !isOf) return;
    if (isProblem(made)) return this.#set({ problem: made });
    const problem = this.#take(state.file ?? '', made.scenario);
    this.#set({ made: problem === null ? made : null, shifts: null, problem });
  }

  /** Staffs the centre by a file of planned shifts. */
  async staff(file: File): Promise<void> {
    const { ask, made } = this.state;
    if (made === null) return;
    const read = await this.#file?.shifts(file, ask, made);
    if (read === undefined || made !== this.state.made) return;
    if (isProblem(read)) return this.#set({ problem: read });
    const shifts = { name: file.name, read };
    const staffed = staffedDay(made, read);
    const problem = this.#take(this.state.file ?? '', read.scenario);
    if (problem !== null) return this.#set({ problem });
    this.#set({ made: staffed, shifts, simulated: null, problem: null });
  }

  /** Simulates the day as often as it takes to see whether it gives back its own figures. */
  async prove(): Promise<void> {
    const { made, proving } = this.state;
    const reading = made === null ? null : readScenario(made.scenario);
    if (reading === null || !reading.ok || proving) return;
    this.#set({ proving: true });
    const simulated = await simulatedDay(reading.scenario, PROOF_DAYS, this.#executor);
    this.#set(made === this.state.made ? { proving: false, simulated } : { proving: false });
  }

  close(): void {
    this.#file?.close();
  }
}
