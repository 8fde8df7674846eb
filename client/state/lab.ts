import { BehaviorSubject, type Observable } from 'rxjs';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  catalogueFile,
  catalogueScenario,
  isProblem,
  type Problem,
  problem,
  readJson,
  readScenario,
  type Scenario,
  stillSupposed,
} from '../../models/doors/scenario.ts';
import {
  beyondOf,
  calibration,
  daysToAnswer,
  type Executor,
  playStaffing,
  reportOf,
  STAFFING_ASK,
  type StaffingAsk,
  type StaffingReport,
  type TrialMemory,
  unanswerable,
} from '../../models/doors/study.ts';
import { keepStudy, keptStudy } from './kept-studies.ts';
import { costOf, type LabCost, type Probing, probing } from './lab-cost.ts';
import { type Linked, linkOf } from './lab-link.ts';
import type { LabWork } from './lab-session.ts';

/** What a planner is working on in this page: the centre, the question, the answer. */

/** Where the centre comes from: a day of the catalogue, or a file that was read in this page. */
export interface LabSource {
  readonly kind: 'catalogue' | 'scenario';
  /** The id of the day, or the name of the file. */
  readonly name: string;
}

/** How many people are needed; whether the schedule of the centre, as it is written, holds. */
export type LabQuestion = 'staff' | 'schedule';

/** What can be found out of an answer afterwards. */
type Further = Pick<StaffingReport, 'price' | 'gap' | 'sensitivity'>;

/** An answer on its way, or what more is found out of it. */
export interface LabRun {
  readonly what: 'answer' | keyof Further;
  readonly played: number;
  readonly planned: number;
  /** What is left, ms; null while nobody can tell. */
  readonly leftMs: number | null;
}

/** What was played, kept; told when another question begins. */
export type LabMemory = TrialMemory & { begin(): void };

export interface LabState {
  readonly source: LabSource | null;
  readonly scenario: Scenario | null;
  /** The file from which editing begins; and as it is now. */
  readonly file: unknown;
  readonly edited: unknown;
  readonly question: LabQuestion;
  readonly ask: StaffingAsk;
  readonly problems: readonly Problem[];
  /** What answering costs on this device, as it seems; null while nobody can tell. */
  readonly cost: LabCost | null;
  readonly run: LabRun | null;
  /** The answer was on its way and was stopped: it goes on where it was. */
  readonly stopped: boolean;
  readonly report: StaffingReport | null;
}

const EMPTY: LabState = {
  ...{ source: null, scenario: null, file: null, edited: null },
  ...{ problems: [], cost: null, run: null, stopped: false, report: null },
  question: 'staff',
  ask: STAFFING_ASK,
};

/** A fault of ours ends the work in a sentence, not in a page that waits for ever. */
const failed = (error: unknown): Problem =>
  problem(
    'E_INTERNAL',
    '',
    `Le calcul a échoué (${String(error)}) ; changez la question ou le scénario, et signalez-le à ses auteurs.`,
    `The computation failed (${String(error)}); change the question or the scenario, and tell its authors.`,
  );

/** What is wrong with a file, by the name under which it was given. */
const ofFile = (name: string, isJson: boolean, { says, ...what }: Problem): Problem => {
  const [fr, en] = isJson
    ? ['ne peut pas servir de scénario', 'cannot serve as a scenario']
    : ['ne se laisse pas lire', 'cannot be read'];
  return {
    ...what,
    says: { fr: `« ${name} » ${fr}. ${says.fr}`, en: `“${name}” ${en}. ${says.en}` },
  };
};

const NOTHING_MORE = { price: false, gap: false, sensitivity: false };
/** Nothing is foretold before so much of the work is done. */
const TELLING = 0.03;

export class Lab {
  readonly #state = new BehaviorSubject<LabState>(EMPTY);
  readonly state$: Observable<LabState> = this.#state;
  readonly #executor: Executor;
  readonly #now: () => number;
  /** Ends what is being played. */
  #abort: (() => void) | null = null;

  /** How long a day of this centre takes, so many at once; of another nobody knows. */
  #pace: { readonly scenario: Scenario; readonly days: number; readonly dayMs: number } | null =
    null;
  #probing: Probing | null = null;
  readonly #calibrating: Executor;
  readonly #memory: LabMemory | undefined;

  /**
   * @param now a clock, ms
   * @param calibrating plays a few days to see how long they take, and remembers none
   * @param memory keeps what was played: an answer that was stopped goes on
   */
  constructor(
    executor: Executor,
    now: () => number = () => performance.now(),
    calibrating: Executor = executor,
    memory?: LabMemory,
  ) {
    this.#memory = memory;
    this.#executor = executor;
    this.#now = now;
    this.#calibrating = calibrating;
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
    if (json.ok && this.takeFile(name, json.value)) return true;
    const problems = json.ok ? this.state.problems : [json.problem];
    this.#set({ problems: problems.map((one) => ofFile(name, json.ok, one)) });
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
    this.#set({ source, file, edited: file, scenario, problems: [], report: null });
    void this.foretell();
  }

  /** Finds out what answering will cost, by playing a few days. */
  async foretell(): Promise<void> {
    const { ask, question, scenario } = this.state;
    this.#set({ cost: null });
    if (scenario === null) return;
    this.#probing?.abort();
    const { days } = ask;
    if (this.#pace?.scenario !== scenario || this.#pace.days !== days) {
      // What is being answered has the device to itself.
      if (this.state.run !== null) return;
      const study = calibration(scenario, ask);
      const mine = probing(study, days, this.#calibrating, this.#now);
      this.#probing = mine;
      const dayMs = await mine.pace;
      if (dayMs === null || this.#probing !== mine) return;
      this.#pace = { scenario, days, dayMs };
    }
    if (ask !== this.state.ask || question !== this.state.question) return;
    const inAll = daysToAnswer(scenario, ask, question === 'schedule');
    this.#set({ cost: costOf(inAll, this.#pace.dayMs) });
  }

  /** The same centre, as it was edited. */
  edit(edited: unknown, scenario: Scenario): void {
    this.cancel();
    const { file } = this.state;
    const { supposed } = stillSupposed(file, edited as Pick<Scenario, 'supposed'>);
    this.#set({ edited, scenario: { ...scenario, supposed }, problems: [], report: null });
    void this.foretell();
  }

  /** Takes the question that a link brought; false where not all of it could be. */
  follow({ ask, day, file, question }: Linked, unusable: Problem | null = null): boolean {
    this.cancel();
    this.#set({ ask, question, report: null });
    const reading = file === undefined ? null : readScenario(file);
    if (reading?.ok) this.#take({ kind: 'catalogue', name: day }, file, reading.scenario);
    else void this.foretell();
    const unread = reading === null || reading.ok ? [] : reading.problems;
    const problems = [...(unusable === null ? [] : [unusable]), ...unread];
    if (problems.length > 0) this.#set({ problems });
    return reading?.ok === true && problems.length === 0;
  }

  /** Goes on with what was worked on before this page was loaded. */
  resume({ ask, edited, file, question, source, stopped }: LabWork): void {
    this.#set({ ask, question });
    const [was, now] = [readScenario(file), readScenario(edited)];
    if (source === null || !was.ok || !now.ok) return;
    this.#take(source, file, was.scenario);
    if (JSON.stringify(edited) !== JSON.stringify(file)) this.edit(edited, now.scenario);
    this.#set({ stopped });
  }

  /** What a room is opened on: a day of the catalogue as it is, or the file; null: nothing yet. */
  get playable(): string | object | null {
    const { edited, file, source } = this.state;
    if (source === null) return null;
    return source.kind === 'catalogue' && edited === file ? source.name : (edited as object);
  }

  /** Says why something could not be had. */
  refuse(problem: Problem): void {
    this.#set({ problems: [problem] });
  }

  /** What follows # in a link to this question; null where no link can hold it. */
  get link(): string | null {
    const { ask, edited, question, source } = this.state;
    if (source?.kind !== 'catalogue') return null;
    return linkOf({ day: source.name, file: edited, ask, question });
  }

  /** Keeps the answer on this device: the name it has; null: there is none, or it is refused. */
  async keep(name: string): Promise<string | null> {
    const { edited, report, source } = this.state;
    if (report === null || source === null) return null;
    return keepStudy({ name, at: Date.now(), source, file: edited, report });
  }

  /** Opens a study that was kept, with its answer where the rules are still the same. */
  async reopen(name: string): Promise<boolean> {
    const study = await keptStudy(name);
    if (study === undefined) return false;
    const { file, report, source } = study;
    const reading = readScenario(file);
    if (!reading.ok) return false;
    const question = report.planned === undefined ? 'staff' : 'schedule';
    this.#set({ ask: report.answer.ask, question });
    this.#take(source, file, reading.scenario);
    this.#set({ report: report.rules === RULES_VERSION ? report : null });
    return true;
  }

  setQuestion(question: LabQuestion): void {
    this.cancel();
    this.#set({ question, report: null });
    void this.foretell();
  }

  setAsk(change: Partial<StaffingAsk>): void {
    this.cancel();
    this.#set({ ask: { ...this.state.ask, ...change }, report: null });
    void this.foretell();
  }

  /** Stops what is being played, to go on with it later; what was found before stays. */
  stop(): void {
    const stopped = this.state.run?.what === 'answer';
    this.cancel();
    this.#set({ stopped });
  }

  /** Ends what is being played: something else is asked. */
  cancel(): void {
    this.#probing?.abort();
    this.#probing = null;
    this.#abort?.();
    this.#abort = null;
    this.#set({ run: null, stopped: false });
  }

  /** Answers the question about this centre; told by the state. */
  async answer(): Promise<void> {
    const { ask, question, scenario, source } = this.state;
    if (scenario === null || source === null) return;
    this.cancel();
    const refusal = unanswerable(scenario, ask, question === 'schedule');
    if (refusal !== null) return this.#set({ problems: [refusal], report: null });
    this.#set({ problems: [], report: null });
    this.#memory?.begin();
    const told = { asked: source.name, rules: RULES_VERSION };
    const planned = question === 'schedule';
    const report = await this.#play(
      'answer',
      reportOf(told, scenario, ask, { ...NOTHING_MORE, planned }),
    );
    if (report !== null) this.#set({ report });
  }

  /** Finds out more of the answer: what probability costs, why Erlang differs, what it rests on. */
  async look(what: keyof Further): Promise<void> {
    const { report } = this.state;
    if (report === null || report[what] !== null) return;
    this.cancel();
    const found = await this.#play(
      what,
      beyondOf(report.answer, { ...NOTHING_MORE, [what]: true }),
    );
    if (found !== null) this.#set({ report: { ...report, [what]: found[what] } });
  }

  /** Plays what a question asks for; null where it was stopped, refused or overtaken. */
  async #play<T>(
    what: LabRun['what'],
    asking: Parameters<typeof playStaffing<T>>[0],
  ): Promise<T | null> {
    this.#set({ run: { what, played: 0, planned: 0, leftMs: null } });
    const begun = this.#now();
    const tell = (played: number, planned: number): void => {
      const done = planned > 0 ? played / planned : 0;
      const leftMs = done > TELLING ? ((this.#now() - begun) * (1 - done)) / done : null;
      this.#set({ run: { what, played, planned, leftMs } });
    };
    const playing = playStaffing(asking, this.#executor, tell, this.#memory);
    const { abort } = playing;
    this.#abort = abort;
    const ended = await playing.ended.catch(failed);
    // Another question may have been asked meanwhile.
    if (this.#abort !== abort) {
      if (this.state.run === null && this.state.cost === null) void this.foretell();
      return null;
    }
    this.#abort = null;
    this.#set({ run: null });
    if (this.state.cost === null) void this.foretell();
    if (isProblem(ended)) this.#set({ problems: [ended] });
    return ended === 'aborted' || isProblem(ended) ? null : ended;
  }
}
