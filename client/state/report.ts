import { BehaviorSubject, type Observable } from 'rxjs';
import { config } from 'zod/v4/core';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  type AnotherDay,
  anotherDay,
  answeredAgain,
  changedAsk,
  changedVolume,
  type DayChange,
  type Held,
  noChange,
  type Report,
  readReport,
  reportHash,
  reportHeld,
  staffingPrinted,
} from '../../models/doors/report.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import {
  type Executor,
  playStaffing,
  type StaffingAnswer,
  staffingOf,
  unanswerable,
} from '../../models/doors/study.ts';

/** A report that recomputes itself, while it is open: what was printed, and what comes out now. */

// What reads a scenario does without code made on the way, which the page’s policy forbids.
config({ jitless: true });

/** Work on its way. */
export interface Running {
  readonly played: number;
  readonly planned: number;
  /** What is left, ms; null while nobody can tell. */
  readonly leftMs: number | null;
}

/** What became of the figures when they were computed again. */
export type Check =
  | { readonly kind: 'running'; readonly run: Running }
  | { readonly kind: 'stopped' }
  /** The rules are not this engine's. */
  | { readonly kind: 'others' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'done'; readonly hash: string; readonly held: Held };

/** The same callers another day: never the printed answer. */
export interface Other {
  readonly change: DayChange;
  readonly isBusy: boolean;
  /** How the printed staffing does there. */
  readonly day: AnotherDay | null;
  /** The staffing that was looked for there. */
  readonly answer: StaffingAnswer | null;
  readonly problem: Problem | null;
}

export interface ReportState {
  readonly report: Report | null;
  /** Why there is nothing to show; null of a template that nobody has filled. */
  readonly problem: Problem | null;
  /** Of what is printed. */
  readonly hash: string;
  readonly check: Check;
  /** null where nothing can be played. */
  readonly other: Other | null;
}

/** Nothing is foretold before so much of the work is done. */
const TELLING = 0.03;
/** What a template holds where the data of a report go. */
const EMPTY = 'null';
const STARTING: Running = { played: 0, planned: 0, leftMs: null };

export class Evidence {
  readonly #state: BehaviorSubject<ReportState>;
  readonly state$: Observable<ReportState>;
  readonly #executor: Executor;
  readonly #now: () => number;
  #abortCheck: (() => void) | null = null;
  #abortOther: (() => void) | null = null;

  /**
   * @param text the data of a report, or its page
   * @param now a clock, ms
   */
  constructor(
    text: string,
    executor: Executor,
    now: () => number = () => performance.now(),
    rules = RULES_VERSION,
  ) {
    this.#executor = executor;
    this.#now = now;
    const read = readReport(text, rules);
    const none = { report: null, problem: null, hash: '', other: null };
    this.#state = new BehaviorSubject<ReportState>(
      isProblem(read)
        ? { ...none, problem: text === EMPTY ? null : read, check: { kind: 'stopped' } }
        : {
            ...none,
            report: read.report,
            hash: reportHash(read.report),
            check: { kind: read.sameRules ? 'stopped' : 'others' },
            other: read.sameRules ? calm(noChange(read.report.ask)) : null,
          },
    );
    this.state$ = this.#state;
  }

  get state(): ReportState {
    return this.#state.value;
  }

  #set(change: Partial<ReportState>): void {
    this.#state.next({ ...this.state, ...change });
  }

  /** Computes the printed figures again; told by the state. */
  async recompute(): Promise<void> {
    const { check, report } = this.state;
    if (report === null || check.kind === 'others') return;
    this.stop();
    const refusal = unanswerable(report.scenario, report.ask);
    if (refusal !== null) return this.#set({ check: { kind: 'failed', problem: refusal } });
    this.#set({ check: { kind: 'running', run: STARTING } });
    const begun = this.#now();
    const playing = playStaffing(answeredAgain(report), this.#executor, (played, planned) => {
      const done = planned > 0 ? played / planned : 0;
      const leftMs = done > TELLING ? ((this.#now() - begun) * (1 - done)) / done : null;
      this.#set({ check: { kind: 'running', run: { played, planned, leftMs } } });
    });
    this.#abortCheck = playing.abort;
    const ended = await playing.ended;
    if (this.#abortCheck !== playing.abort || ended === 'aborted') return;
    this.#abortCheck = null;
    this.#set({
      check: isProblem(ended)
        ? { kind: 'failed', problem: ended }
        : { kind: 'done', hash: reportHash(ended), held: reportHeld(report, ended) },
    });
  }

  /** Stops computing again. */
  stop(): void {
    this.#abortCheck?.();
    this.#abortCheck = null;
    if (this.state.check.kind === 'running') this.#set({ check: { kind: 'stopped' } });
  }

  /** Another day: how the printed staffing does there. */
  async change(change: Partial<DayChange>): Promise<void> {
    const { other, report } = this.state;
    if (other === null || report === null) return;
    const wanted = { ...other.change, ...change };
    const { ask, scenario } = report;
    const asking = anotherDay(scenario, ask, staffingPrinted(report), wanted);
    await this.#play(calm(wanted), asking, (day) => ({ day }));
  }

  /** Another day: the staffing that it would take. */
  async search(): Promise<void> {
    const { other, report } = this.state;
    if (other === null || report === null) return;
    const scenario = changedVolume(report.scenario, other.change);
    const ask = changedAsk(report.ask, other.change);
    const refusal = unanswerable(scenario, ask);
    if (refusal !== null) return this.#set({ other: { ...other, problem: refusal } });
    const asking = staffingOf(scenario, ask);
    await this.#play({ ...other, answer: null }, asking, (answer) => ({ answer }));
  }

  /** Back to the printed day. */
  back(): void {
    const { report } = this.state;
    this.#abortOther?.();
    this.#abortOther = null;
    if (report !== null && this.state.other !== null)
      this.#set({ other: calm(noChange(report.ask)) });
  }

  async #play<T>(
    other: Other,
    asking: Parameters<typeof playStaffing<T>>[0],
    told: (found: T) => Partial<Other>,
  ): Promise<void> {
    this.#abortOther?.();
    this.#set({ other: { ...other, isBusy: true, problem: null } });
    const playing = playStaffing(asking, this.#executor);
    this.#abortOther = playing.abort;
    const ended = await playing.ended;
    if (this.#abortOther !== playing.abort || ended === 'aborted') return;
    this.#abortOther = null;
    const calmed = { ...other, isBusy: false };
    this.#set({
      other: isProblem(ended) ? { ...calmed, problem: ended } : { ...calmed, ...told(ended) },
    });
  }
}

const calm = (change: DayChange): Other => ({
  ...{ change, isBusy: false, day: null, answer: null, problem: null },
});
