import { BehaviorSubject, type Observable } from 'rxjs';
import { config } from 'zod/v4/core';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  catalogueFile,
  catalogueScenario,
  isProblem,
  type Problem,
  readJson,
  readScenario,
  type Scenario,
} from '../../models/doors/scenario.ts';
import {
  beyondOf,
  type Executor,
  playStaffing,
  STAFFING_ASK,
  type StaffingAsk,
  type StaffingReport,
  staffingOf,
  unanswerable,
} from '../../models/doors/study.ts';

/** What a planner is working on in this page: the centre, the question, the answer. */

// What reads a scenario does without code made on the way, which the page’s policy forbids.
config({ jitless: true });

/** Where the centre comes from: a day of the catalogue, or a file that was read in this page. */
export interface LabSource {
  readonly kind: 'catalogue' | 'scenario';
  /** The id of the day, or the name of the file. */
  readonly name: string;
}

/** What can be found out of an answer afterwards. */
type Beyond = Pick<StaffingReport, 'price' | 'gap' | 'sensitivity'>;

/** An answer on its way. */
export interface LabRun {
  readonly played: number;
  readonly planned: number;
  /** What is left, ms; null while nobody can tell. */
  readonly leftMs: number | null;
}

export interface LabState {
  readonly source: LabSource | null;
  readonly scenario: Scenario | null;
  /** The file from which editing begins. */
  readonly file: unknown;
  readonly ask: StaffingAsk;
  readonly problems: readonly Problem[];
  readonly run: LabRun | null;
  readonly report: StaffingReport | null;
}

const EMPTY: LabState = {
  ...{ source: null, scenario: null, file: null, problems: [], run: null, report: null },
  ask: STAFFING_ASK,
};

/** Nothing is foretold before so much of the work is done. */
const TELLING = 0.03;

export class Lab {
  readonly #state = new BehaviorSubject<LabState>(EMPTY);
  readonly state$: Observable<LabState> = this.#state;
  readonly #executor: Executor;
  readonly #now: () => number;
  /** Ends what is being played. */
  #abort: (() => void) | null = null;

  /** @param now a clock, ms */
  constructor(executor: Executor, now: () => number = () => performance.now()) {
    this.#executor = executor;
    this.#now = now;
  }

  get state(): LabState {
    return this.#state.value;
  }

  #set(change: Partial<LabState>): void {
    this.#state.next({ ...this.state, ...change });
  }

  /** Takes a day of the catalogue; false where there is none of this name. */
  takeDay(id: string): boolean {
    const scenario = catalogueScenario(id);
    if (scenario === undefined) return false;
    this.#take({ kind: 'catalogue', name: id }, catalogueFile(id), scenario);
    return true;
  }

  /** Takes the text of a scenario file. */
  takeText(name: string, text: string): boolean {
    const json = readJson(text);
    if (json.ok) return this.takeFile(name, json.value);
    this.#set({ problems: [json.problem] });
    return false;
  }

  /** Takes a scenario file, as it was read or as records gave it. */
  takeFile(name: string, file: unknown): boolean {
    const reading = readScenario(file);
    if (reading.ok) this.#take({ kind: 'scenario', name }, file, reading.scenario);
    else this.#set({ problems: reading.problems });
    return reading.ok;
  }

  #take(source: LabSource, file: unknown, scenario: Scenario): void {
    this.cancel();
    this.#set({ source, file, scenario, problems: [], report: null });
  }

  /** The same centre, as it was edited. */
  edit(scenario: Scenario): void {
    this.cancel();
    this.#set({ scenario, problems: [], report: null });
  }

  setAsk(change: Partial<StaffingAsk>): void {
    this.cancel();
    this.#set({ ask: { ...this.state.ask, ...change }, report: null });
  }

  /** Stops what is being played; what was found before stays. */
  cancel(): void {
    this.#abort?.();
    this.#abort = null;
    this.#set({ run: null });
  }

  /** Answers the question about this centre; told by the state. */
  async answer(): Promise<void> {
    const { ask, scenario, source } = this.state;
    if (scenario === null || source === null) return;
    this.cancel();
    const refusal = unanswerable(scenario, ask);
    if (refusal !== null) return this.#set({ problems: [refusal], report: null });
    this.#set({ problems: [], report: null });
    const answer = await this.#play(staffingOf(scenario, ask));
    if (answer === null) return;
    const beyond = { price: null, gap: null, sensitivity: null };
    this.#set({ report: { asked: source.name, rules: RULES_VERSION, answer, ...beyond } });
  }

  /** Finds out more of the answer: what probability costs, why Erlang differs, what it rests on. */
  async look(what: keyof Beyond): Promise<void> {
    const { report } = this.state;
    if (report === null || report[what] !== null) return;
    this.cancel();
    const none = { price: false, gap: false, sensitivity: false };
    const found = await this.#play(beyondOf(report.answer, { ...none, [what]: true }));
    if (found !== null) this.#set({ report: { ...report, [what]: found[what] } });
  }

  /** Plays what a question asks for; null where it was stopped, refused or overtaken. */
  async #play<T>(asking: Parameters<typeof playStaffing<T>>[0]): Promise<T | null> {
    this.#set({ run: { played: 0, planned: 0, leftMs: null } });
    const begun = this.#now();
    const playing = playStaffing(asking, this.#executor, (played, planned) => {
      const done = planned > 0 ? played / planned : 0;
      const leftMs = done > TELLING ? ((this.#now() - begun) * (1 - done)) / done : null;
      this.#set({ run: { played, planned, leftMs } });
    });
    const { abort } = playing;
    this.#abort = abort;
    const ended = await playing.ended;
    // Another question may have been asked meanwhile.
    if (this.#abort !== abort) return null;
    this.#abort = null;
    this.#set({ run: null });
    if (isProblem(ended)) this.#set({ problems: [ended] });
    return ended === 'aborted' || isProblem(ended) ? null : ended;
  }
}
