import {
  type TypicalDay,
  usualKind,
  type Validation,
  validate,
} from '../../models/doors/records.ts';
import { isProblem, type Problem, readScenario } from '../../models/doors/scenario.ts';
import type { Executor } from '../../models/doors/study.ts';
import type { FileFit } from '../work/records-messages.ts';
import type { RecordFile } from './records.ts';

/** What all the days of a file come to: fitted, shown, made a centre, held against themselves. */

export interface FitState {
  /** The file and interval it is of; null: of none yet. */
  readonly of: string | null;
  readonly working: boolean;
  readonly found: FileFit | null;
  readonly problem: Problem | null;
  /** A weekday, or the number of a day; undefined: a usual one. */
  readonly dayToStaff: string | undefined;
  readonly holiday: boolean;
  /** Per cent more calls than recorded. */
  readonly growth: number;
  /** The kind of day that is drawn. */
  readonly kind: number;
  /** Share of the days that hold it against itself that were played; null: none are. */
  readonly share: number | null;
  readonly validation: Validation | null;
}

const EMPTY: FitState = {
  ...{ of: null, working: false, found: null, problem: null, share: null, validation: null },
  ...{ dayToStaff: undefined, holiday: false, growth: 0, kind: 0 },
};

/** Days by which the fitted day is simulated. */
const DAYS = 400;
const SEED = '1';

export class LabFit {
  state: FitState = EMPTY;
  readonly #changed: () => void;
  readonly #executor: Executor;
  #asked = 0;
  #fitting: Promise<void> = Promise.resolve();

  /** @param changed told of each change */
  constructor(executor: Executor, changed: () => void) {
    this.#executor = executor;
    this.#changed = changed;
  }

  #set(change: Partial<FitState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }

  /** Fits a file, unless that was done. */
  async open(records: RecordFile, intervalMin: number): Promise<void> {
    const of = `${records.file.name} ${intervalMin} ${records.readings}`;
    if (of === this.state.of) return;
    this.#set({ ...EMPTY, of });
    await this.#fit(records, intervalMin);
    const { found } = this.state;
    if (found !== null) this.#set({ kind: usualKind(found.fit) });
  }

  /** The same, for another day. */
  async ask(
    records: RecordFile,
    intervalMin: number,
    change: Partial<Pick<FitState, 'dayToStaff' | 'holiday' | 'growth'>>,
  ): Promise<void> {
    this.#set(change);
    await this.#fit(records, intervalMin);
  }

  draw(kind: number): void {
    this.#set({ kind });
  }

  #fit(records: RecordFile, intervalMin: number): Promise<void> {
    this.#asked += 1;
    this.#fitting = this.#fitted(records, intervalMin);
    return this.#fitting;
  }

  async #fitted(records: RecordFile, intervalMin: number): Promise<void> {
    const { dayToStaff, growth, holiday } = this.state;
    const asked = this.#asked;
    this.#set({ working: true, problem: null, validation: null });
    const { name } = records.file;
    const times = 1 + growth / 100;
    const found = await records.fit({ name, intervalMin, dayToStaff, holiday, growth: times });
    if (asked !== this.#asked) return;
    if (isProblem(found)) return this.#set({ working: false, found: null, problem: found });
    const { typical } = found.fit;
    this.#set({ working: false, found, problem: isProblem(typical) ? typical : null });
  }

  /** The day asked for, once it is fitted; null where there is none. */
  async made(): Promise<TypicalDay | null> {
    await this.#fitting;
    return this.#typical;
  }

  get #typical(): TypicalDay | null {
    const typical = this.state.found?.fit.typical ?? null;
    return typical === null || isProblem(typical) ? null : typical;
  }

  /** Plays the fitted day, and holds what comes out against what was recorded. */
  async hold(): Promise<void> {
    const { found, share } = this.state;
    const reading = readScenario(this.#typical?.scenario);
    if (found === null || found.recorded === null || share !== null || !reading.ok) return;
    this.#set({ share: 0 });
    const ask = { days: DAYS, seed: SEED };
    const { recorded } = found;
    const ended = await validate(recorded, reading.scenario, ask, this.#executor, (done) => {
      if (this.state.found === found) this.#set({ share: done / DAYS });
    });
    if (this.state.found !== found) return this.#set({ share: null });
    if (isProblem(ended)) this.#set({ share: null, problem: ended });
    else this.#set({ share: null, validation: ended });
  }
}
