import { plain } from '../../scenario/untrusted.ts';
import { isProblem, type Problem, type ProblemCode, problem } from '../../words/problem.ts';
import {
  type Column,
  type Layout,
  outcomeOf,
  outcomeWords,
  readHeader,
  secondsIn,
} from './columns.ts';

/**
 * Call-by-call records: what became of each call, as a switch wrote it down. Rows that cannot be
 * used are counted by reason, and each is said with its line and column to whoever asks.
 */

/** One call that was offered to the agents. */
export interface CallRecord {
  readonly day: string;
  /** When it asked for an agent, seconds after midnight. */
  readonly arrivalS: number;
  readonly served: boolean;
  /** Time in the line, whatever its end. */
  readonly waitS: number;
  /** When an agent took it (served only), seconds after midnight. */
  readonly startS: number;
  /** Time with the agent; NaN where the row does not say. */
  readonly serviceS: number;
  /** '' where unknown. */
  readonly agent: string;
  readonly customer: string;
  readonly priority: string;
  readonly type: string;
}

/** Why a row cannot be used. */
export type Reason = 'outcome' | 'number' | 'range' | 'arrival' | 'cells';

/** A row that cannot be used: where, and what to do. */
export interface Refusal {
  /** Line of the file, from 1; the header is line 1. */
  readonly line: number;
  /** The file's name of the column, or ''. */
  readonly column: string;
  readonly reason: Reason;
  readonly problem: Problem;
}

export interface RecordCounts {
  /** Rows under the header that hold anything. */
  rows: number;
  /** Calls that never were: dropped. */
  phantoms: number;
  /** Hung up in the voice response unit: never offered to an agent. */
  vruHangups: number;
  /** Asked for an agent: served + abandoned. */
  offered: number;
  served: number;
  /** Gave up in the line. */
  abandoned: number;
  /** Rows that cannot be used, in all and by reason. */
  unusable: number;
  byReason: Record<Reason, number>;
}

export interface Records {
  readonly calls: readonly CallRecord[];
  readonly counts: RecordCounts;
  /** The first refusals, as many as were asked for. */
  readonly refusals: readonly Refusal[];
  /** Names of the days, in order of appearance, with their offered calls. */
  readonly days: ReadonlyMap<string, number>;
}

/** Longest time a cell may hold, seconds: a day counted on beyond midnight. */
const MAX_SECONDS = 2 * 86_400;

/**
 * Reads rows as they come, header first (one reader a file). A new reader is needed for each file.
 * @param keep how many refusals to keep with their sentence (all are counted)
 */
export class RecordReader {
  private layout: Layout | null = null;
  private readonly calls: CallRecord[] = [];
  private readonly refusals: Refusal[] = [];
  private readonly days = new Map<string, number>();
  private readonly counts: RecordCounts = {
    rows: 0,
    phantoms: 0,
    vruHangups: 0,
    offered: 0,
    served: 0,
    abandoned: 0,
    unusable: 0,
    byReason: { outcome: 0, number: 0, range: 0, arrival: 0, cells: 0 },
  };
  private readonly keep: number;

  constructor(keep = 20) {
    this.keep = keep;
  }

  /** The header: null when understood. */
  header(cells: readonly string[]): Problem | null {
    const layout = readHeader(cells);
    if (isProblem(layout)) return layout;
    this.layout = layout;
    return null;
  }

  /** One row, from line `line` of the file. Empty rows are passed over. */
  row(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    this.counts.rows += 1;
    const refusal = this.read(cells, line);
    if (refusal === null) return;
    this.counts.unusable += 1;
    this.counts.byReason[refusal.reason] += 1;
    if (this.refusals.length < this.keep) this.refusals.push(refusal);
  }

  end(): Records {
    return { calls: this.calls, counts: this.counts, refusals: this.refusals, days: this.days };
  }

  private cell(cells: readonly string[], column: Column): string {
    const place = this.layout?.[column];
    return place === undefined ? '' : (cells[place.at] ?? '').trim().slice(0, 80);
  }

  private refuse(
    line: number,
    column: Column | '',
    reason: Reason,
    fr: string,
    en: string,
  ): Refusal {
    const name = column === '' ? '' : (this.layout?.[column]?.name ?? column);
    const code: ProblemCode = reason === 'range' ? 'E_RANGE' : 'E_TYPE';
    return { line, column: name, reason, problem: problem(code, `${line}.${name}`, fr, en) };
  }

  /** Seconds of a column (NaN where empty), or why not. */
  private seconds(cells: readonly string[], column: Column, line: number): number | Refusal {
    const text = this.cell(cells, column);
    if (text === '') return Number.NaN;
    const value = secondsIn(text);
    const shown = plain(text, 30);
    if (Number.isNaN(value))
      return this.refuse(
        line,
        column,
        'number',
        `« ${shown} » n’est pas un nombre de secondes ; écrivez 125 ou 12,5.`,
        `"${shown}" is not a number of seconds; write 125 or 12.5.`,
      );
    if (value > MAX_SECONDS)
      return this.refuse(
        line,
        column,
        'range',
        `${shown} s dépasse deux jours ; corrigez ou retirez cette ligne.`,
        `${shown} s is beyond two days; correct or remove this row.`,
      );
    return value;
  }

  private read(cells: readonly string[], line: number): Refusal | null {
    const last = Math.max(...Object.values(this.layout ?? {}).map((place) => place.at));
    if (cells.length <= last && this.cell(cells, 'outcome') === '')
      return this.refuse(
        line,
        '',
        'cells',
        `Cette ligne a ${cells.length} cases ; complétez-la.`,
        `This row has ${cells.length} cells; complete it.`,
      );
    const word = this.cell(cells, 'outcome');
    const outcome = outcomeOf(word);
    if (outcome === undefined) {
      const shown = plain(word, 30);
      return this.refuse(
        line,
        'outcome',
        'outcome',
        `« ${shown} » n’est pas une issue connue ; il faut l’une de : ${outcomeWords()}.`,
        `"${shown}" is not a known outcome; it must be one of: ${outcomeWords()}.`,
      );
    }
    if (outcome === 'phantom') {
      this.counts.phantoms += 1;
      return null;
    }
    const times: number[] = [];
    for (const column of ['queueStart', 'queue', 'serviceStart', 'service'] as const) {
      const value = this.seconds(cells, column, line);
      if (typeof value !== 'number') return value;
      times.push(value);
    }
    const [
      queueStart = Number.NaN,
      queue = Number.NaN,
      serviceStart = Number.NaN,
      service = Number.NaN,
    ] = times;
    if (outcome === 'hungUp' && Number.isNaN(queueStart)) {
      this.counts.vruHangups += 1;
      return null;
    }
    const served = outcome === 'served';
    const arrivalS = Number.isNaN(queueStart) ? serviceStart : queueStart;
    if (Number.isNaN(arrivalS))
      return this.refuse(
        line,
        'queueStart',
        'arrival',
        'Un appel servi a besoin du début d’attente ou du début de service ; ajoutez l’un des deux.',
        'A served call needs the start of its wait or of its service; add one of them.',
      );
    const waitS = Number.isNaN(queue)
      ? Math.max(0, served ? serviceStart - arrivalS || 0 : 0)
      : queue;
    this.offer(cells, {
      arrivalS,
      served,
      waitS,
      startS: Number.isNaN(serviceStart) ? arrivalS + waitS : serviceStart,
      serviceS: served ? service : Number.NaN,
    });
    return null;
  }

  private offer(
    cells: readonly string[],
    times: Pick<CallRecord, 'arrivalS' | 'served' | 'waitS' | 'startS' | 'serviceS'>,
  ): void {
    const day = this.cell(cells, 'day') || '1';
    this.calls.push({
      ...times,
      day,
      agent: this.cell(cells, 'agent'),
      customer: this.cell(cells, 'customer'),
      priority: this.cell(cells, 'priority'),
      type: this.cell(cells, 'type'),
    });
    this.counts.offered += 1;
    if (times.served) this.counts.served += 1;
    else this.counts.abandoned += 1;
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
  }
}

const REASONS: Readonly<Record<Reason, readonly [fr: string, en: string]>> = {
  outcome: ['issue inconnue', 'unknown outcome'],
  number: ['durée illisible', 'unreadable time'],
  range: ['durée impossible', 'impossible time'],
  arrival: ['heure d’arrivée absente', 'no time of arrival'],
  cells: ['cases manquantes', 'missing cells'],
};

/** What a reason is called, in one language. */
export const reasonIn = (reason: Reason, language: 'fr' | 'en'): string =>
  REASONS[reason][language === 'fr' ? 0 : 1];
