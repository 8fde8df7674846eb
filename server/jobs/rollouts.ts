import type { Rollout, TimedCommand, WhatIf } from '../../models/doors/live.ts';
import type { DebriefFound, DebriefWhat } from '../../models/doors/play.ts';
import { isProblem, type Problem, problem } from '../../models/doors/scenario.ts';
import { Child } from './child.ts';
import type { DeskAsked } from './debrief-work.ts';
import { programFile } from './program.ts';
import type { FromPricer, ToPricer } from './rollout-messages.ts';

/** A day of a room, as far as its price goes; `day` names it among those of all rooms. */
export interface Moment {
  readonly day: string;
  /** JSON. */
  readonly scenario: string;
  readonly seed: string;
  /** The commands of the day. The same list, only longer, as long as it is the same day. */
  readonly commands: readonly TimedCommand[];
  /** How many of them there were at that instant. */
  readonly count: number;
  /** The instant, simulated ms. */
  readonly at: number;
}

export interface RolloutsOptions {
  /** Real ms that the futures of one price may take where no other price waits. */
  readonly budgetMs: number;
  /** No price after so long means that the process hangs, real ms. */
  readonly timeoutMs: number;
  /** The same of a day lived again: the longest days take much longer than a price. */
  readonly dayTimeoutMs: number;
  /** Prices, and days to be lived again, that may wait. */
  readonly waiting: number;
  /** Calls `what` once after so many real ms unless stopped. */
  readonly after: (ms: number, what: () => void) => () => void;
  /** Told when the process is lost (for the log). */
  readonly lost?: (why: string) => void;
  /** The program of the process (tests put a failing one here). */
  readonly worker?: string;
}

type Answer = FromPricer['answer'];

/** What is asked of a moment: a price, its day lived again, or what is told of it to one desk. */
type Asked =
  | { readonly kind: 'price'; readonly agent: number; readonly ahead: number }
  | { readonly kind: 'whatIf' }
  | { readonly kind: 'debrief'; readonly desk: DeskAsked; readonly asked: DebriefWhat };

interface Waiting {
  readonly moment: Moment;
  readonly asked: Asked;
  readonly answer: (answer: Answer) => void;
}

const WORKER = programFile('rollout-worker');
const MEMORY_MB = 1_024;
/** Even where many prices wait, each is given this. */
const LEAST_BUDGET_MS = 40;
/** A process that dies before its first answer is not replaced before this, real ms. */
const REST_MS = 5_000;
/** Commands in one message: more would hold up the rooms while they are written. */
const COMMANDS_AT_ONCE = 500;

export const PRICER_DIED = problem(
  'E_WORKER',
  '',
  'Le calcul s’est interrompu ; redemandez-le dans quelques secondes.',
  'The computation was interrupted; ask again in a few seconds.',
);
const PRICER_BUSY = problem(
  'E_BUSY',
  '',
  'Ce serveur a trop de calculs à faire en même temps ; réessayez dans un instant.',
  'This server has too many computations to do at once; try again in a moment.',
);

/**
 * Prices by rollout, and days lived again on the same callers, worked out in a process of its own,
 * one at a time. Whatever happens to that process, who asked gets an answer, and nothing else is
 * lost: what waits is asked of the next one.
 */
export class Rollouts {
  readonly #options: RolloutsOptions;
  readonly #child: Child<ToPricer, FromPricer>;
  /** Of each room, the list of commands that the process follows, and how many of them it has. */
  readonly #followed = new Map<string, { commands: readonly TimedCommand[]; sent: number }>();
  readonly #queue: Waiting[] = [];
  #current: Waiting | null = null;

  constructor(options: RolloutsOptions) {
    this.#options = options;
    this.#child = new Child({
      program: options.worker ?? WORKER,
      memoryMB: MEMORY_MB,
      restMs: REST_MS,
      after: options.after,
      hear: ({ answer }) => this.#hear(answer),
      lost: (why) => this.#lost(why),
    });
  }

  /** The id of the process, while there is one. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Starts the process, unless there is one: that holds up the program for some 20 ms, so that it
   * is better done before the first ask than by it.
   */
  getReady(): void {
    this.#child.start();
  }

  /** Is anything being worked out? */
  get working(): boolean {
    return this.#current !== null;
  }

  /** What it would cost the others that this agent stays `ahead` minutes. Never rejects. */
  price(moment: Moment, agent: number, ahead: number): Promise<Rollout | Problem> {
    return this.#ask(moment, { kind: 'price', agent, ahead }) as Promise<Rollout | Problem>;
  }

  /** The day of this moment, which is over, as policies would have had it. Never rejects. */
  whatIf(moment: Moment): Promise<WhatIf | Problem> {
    return this.#ask(moment, { kind: 'whatIf' }) as Promise<WhatIf | Problem>;
  }

  /** What one person at one desk is told of the day of this moment, which is over. */
  debrief(moment: Moment, desk: DeskAsked, asked: DebriefWhat): Promise<DebriefFound | Problem> {
    const answer = this.#ask(moment, { kind: 'debrief', desk, asked });
    return answer as Promise<DebriefFound | Problem>;
  }

  /** This day asks no more. */
  forget(day: string): void {
    if (this.#followed.delete(day)) this.#child.tell({ kind: 'forget', day });
  }

  /** Ends the process; whoever waits is told so. */
  stop(): void {
    void this.#child.stop();
    this.#giveUp();
  }

  #ask(moment: Moment, asked: Asked): Promise<Answer> {
    if (this.#child.resting) return Promise.resolve(PRICER_DIED);
    if (this.#queue.length >= this.#options.waiting) return Promise.resolve(PRICER_BUSY);
    return new Promise((answer) => {
      this.#queue.push({ moment, asked, answer });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null) return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#current = next;
    this.#child.start();
    const { dayTimeoutMs, timeoutMs } = this.#options;
    const { asked } = next;
    this.#child.expect(asked.kind === 'price' ? timeoutMs : dayTimeoutMs);
    if (asked.kind === 'price') this.#sendPrice(next, asked);
    else this.#sendDay(next, asked, 0);
  }

  /** First what the process has not heard of this room, a little at a time; then the question. */
  #sendPrice(waiting: Waiting, asked: Asked & { readonly kind: 'price' }): void {
    if (waiting !== this.#current) return;
    const { agent, ahead } = asked;
    const { at, commands, count, day, scenario, seed } = waiting.moment;
    let known = this.#followed.get(day);
    if (known?.commands !== commands) {
      known = { commands, sent: 0 };
      this.#followed.set(day, known);
      this.#child.tell({ kind: 'follow', day, scenario, seed });
    }
    const next = commands.slice(known.sent, Math.min(count, known.sent + COMMANDS_AT_ONCE));
    known.sent += next.length;
    if (known.sent < count) {
      this.#child.tell({ kind: 'commands', day, commands: next });
      setImmediate(() => this.#sendPrice(waiting, asked));
      return;
    }
    const share = this.#options.budgetMs / (1 + this.#queue.length);
    const budgetMs = Math.max(LEAST_BUDGET_MS, share);
    this.#child.tell({ kind: 'price', day, commands: next, at, agent, ahead, budgetMs });
  }

  /** The commands of the whole day, a little at a time; with the last of them, the question. */
  #sendDay(waiting: Waiting, asked: Exclude<Asked, { kind: 'price' }>, sent: number): void {
    if (waiting !== this.#current) return;
    const { commands, count, scenario, seed } = waiting.moment;
    const upTo = Math.min(count, sent + COMMANDS_AT_ONCE);
    const next = commands.slice(sent, upTo);
    if (upTo < count) {
      this.#child.tell({ kind: 'played', commands: next });
      setImmediate(() => this.#sendDay(waiting, asked, upTo));
      return;
    }
    this.#child.tell({ ...asked, scenario, seed, commands: next });
  }

  #hear(answer: Answer): void {
    const current = this.#current;
    if (current === null) return;
    if (isProblem(answer) && answer.code === 'E_DESYNC') this.forget(current.moment.day);
    this.#answerCurrent(answer);
    this.#next();
  }

  /** The process is gone: whoever it worked for is told; what waits is asked of the next one. */
  #lost(why: string): void {
    this.#options.lost?.(why);
    if (this.#child.resting) {
      this.#giveUp();
      return;
    }
    this.#followed.clear();
    this.#answerCurrent(PRICER_DIED);
    this.getReady();
    this.#next();
  }

  /** There will be no process for some time: whoever waits is told so. */
  #giveUp(): void {
    this.#followed.clear();
    this.#answerCurrent(PRICER_DIED);
    for (const waiting of this.#queue.splice(0)) waiting.answer(PRICER_DIED);
  }

  #answerCurrent(answer: Answer): void {
    const current = this.#current;
    this.#current = null;
    current?.answer(answer);
  }
}
