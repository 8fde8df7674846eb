import { type CallRecord, CallTable } from './calls.ts';
import { type Column, type Outcome, outcomeOf } from './columns.ts';
import { durationIn, PLAIN_DURATION } from './durations.ts';
import { type DurationColumn, type Forms, isZero, type MomentColumn } from './forms.ts';
import { hash53, Seen } from './interning.ts';
import type { Mapping } from './mapping.ts';
import { DAY_S, type Moment, type MomentReader } from './moments.ts';
import { Pasted } from './pasted.ts';
import { type Refusal, refusal } from './refusals.ts';
import type { Suspicions } from './suspicions.ts';

/** One row of a call-by-call table at a time: what became of the call. */

export interface CallCounts {
  /** Calls that never were: dropped. */
  phantoms: number;
  /** Hung up in the voice response unit: never offered to an agent. */
  vruHangups: number;
  /** Called by the centre itself: not offered. */
  outbound: number;
  /** The same call written twice: dropped. */
  duplicates: number;
  /** Further rows of a contact (transfers): merged with its first. */
  merged: number;
  /** Asked for an agent: served + abandoned. */
  offered: number;
  served: number;
  /** Gave up in the line. */
  abandoned: number;
}

/** Before a contact's number, so that it is hashed as no row is. */
const ID = '\u0002';
/** Longest time a cell may hold, seconds: a day counted on beyond midnight. */
const MAX_S = 2 * DAY_S;
/** Rows of one contact lie this near each other, seconds; else its number was used again. */
const ONE_CONTACT_S = 14_400;
/** Calls kept one by one; what comes after is counted. */
const MOST_KEPT = 2_000_000;

type Times = Pick<CallRecord, 'arrivalS' | 'served' | 'waitS' | 'startS' | 'serviceS'>;

/** A later moment of the same call: after midnight it begins anew at 0. */
const after = (seconds: number, from: number): number =>
  seconds < from - DAY_S / 2 ? seconds + DAY_S : seconds;

/** Of a table in which nothing was counted. */
export const NO_CALLS: CallCounts = {
  phantoms: 0,
  vruHangups: 0,
  outbound: 0,
  duplicates: 0,
  merged: 0,
  offered: 0,
  served: 0,
  abandoned: 0,
};

export class CallRows {
  readonly table = new CallTable();
  readonly counts: CallCounts = { ...NO_CALLS };
  /** The row of each call that has a number; of others how many times they stand there. */
  private readonly seen = new Seen();
  private readonly pasted = new Pasted();
  /** Rows alike to one before them, to the last cell, that name neither call nor agent. */
  private readonly alike: { call: CallRecord; wrapS: number; line: number; nth: number }[] = [];
  private readonly daysRead = new Map<string, string>();
  private readonly places: Readonly<Partial<Record<Column, number>>>;
  private readonly last: number;

  constructor(
    private readonly mapping: Mapping,
    private readonly forms: Forms,
    private readonly moments: MomentReader,
    private readonly suspicions: Suspicions,
  ) {
    this.places = Object.fromEntries(
      Object.entries(mapping.columns).map(([column, { at }]) => [column, at]),
    );
    this.last = Math.max(...Object.values(mapping.columns).map((place) => place.at));
  }

  private cell(cells: readonly string[], column: Column): string {
    const at = this.places[column];
    if (at === undefined) return '';
    const text = (cells[at] ?? '').trim();
    return text.length > 80 ? text.slice(0, 80) : text;
  }

  private has(column: Column): boolean {
    return this.places[column] !== undefined;
  }

  private refuse(line: number, column: Column, reason: Refusal['reason'], cell: string): Refusal {
    return refusal(line, this.mapping.columns[column]?.name ?? column, reason, cell);
  }

  /** Seconds of a duration (NaN where empty), or why not. */
  private duration(cells: readonly string[], column: DurationColumn, line: number) {
    const text = this.cell(cells, column);
    if (text === '' || text === '-') return Number.NaN;
    const value = durationIn(text, this.forms.durations[column] ?? PLAIN_DURATION);
    if (Number.isNaN(value)) return this.refuse(line, column, 'number', text);
    return Math.abs(value) > MAX_S ? this.refuse(line, column, 'range', text) : value;
  }

  /** A moment (null where empty, or where its 0 says that there is none), or why not. */
  private moment(cells: readonly string[], column: MomentColumn, line: number) {
    const text = this.cell(cells, column);
    if (text === '' || text === '-') return null;
    if (this.forms.zeroIsNone.has(column) && isZero(text)) {
      this.suspicions.note('zeroIsNone', line);
      return null;
    }
    const moment = this.moments.read(text);
    if (moment === null) return this.refuse(line, column, 'date', text);
    return moment.seconds > MAX_S ? this.refuse(line, column, 'range', text) : moment;
  }

  private outcome(cells: readonly string[], line: number, start: Moment | null): Outcome | Refusal {
    const word = this.cell(cells, 'outcome');
    if (this.has('outcome')) {
      const outcome = outcomeOf(word);
      return outcome ?? this.refuse(line, 'outcome', 'outcome', word);
    }
    const lost = this.cell(cells, 'abandoned');
    if (this.has('abandoned') && lost !== '') {
      const flag = outcomeOf(lost);
      if (flag === undefined) return this.refuse(line, 'abandoned', 'outcome', lost);
      return flag === 'served' || lost.toLowerCase().startsWith('aband') ? 'hungUp' : 'served';
    }
    if (this.has('serviceStart')) return start === null ? 'hungUp' : 'served';
    return this.cell(cells, 'agent') === '' ? 'hungUp' : 'served';
  }

  private isOutbound(cells: readonly string[]): boolean {
    return /^(out|sortant|emis)/i.test(this.cell(cells, 'direction'));
  }

  /** Takes a row, or says why it cannot be used. */
  read(cells: readonly string[], line: number): Refusal | null {
    const needed: Column = this.has('outcome') ? 'outcome' : 'queueStart';
    if (cells.length <= this.last && this.cell(cells, needed) === '')
      return refusal(line, '', 'cells', String(cells.length));
    if (this.isOutbound(cells)) {
      this.counts.outbound += 1;
      return null;
    }
    const word = this.cell(cells, 'outcome');
    if (this.has('outcome') && outcomeOf(word) === 'phantom') {
      this.counts.phantoms += 1;
      return null;
    }
    return this.call(cells, line);
  }

  private call(cells: readonly string[], line: number): Refusal | null {
    // The order in which faults are looked for is that of a call.
    const unknown = this.has('outcome') ? this.outcome(cells, line, null) : null;
    if (unknown !== null && typeof unknown !== 'string') return unknown;
    const queueStart = this.moment(cells, 'queueStart', line);
    if (queueStart !== null && 'reason' in queueStart) return queueStart;
    const queue = this.duration(cells, 'queue', line);
    if (typeof queue !== 'number') return queue;
    const start = this.moment(cells, 'serviceStart', line);
    if (start !== null && 'reason' in start) return start;
    const service = this.duration(cells, 'service', line);
    if (typeof service !== 'number') return service;
    const outcome = unknown ?? this.outcome(cells, line, start);
    if (typeof outcome !== 'string') return outcome;
    const arrival = queueStart ?? this.arrival(cells, line);
    if (arrival !== null && 'reason' in arrival) return arrival;
    if (outcome === 'hungUp' && arrival === null) {
      this.counts.vruHangups += 1;
      return null;
    }
    const from = arrival ?? start;
    if (from === null) return this.refuse(line, 'queueStart', 'arrival', '');
    return this.timed(cells, line, { from, outcome, queue, service, start });
  }

  /** When it asked for an agent, where no column says so by itself. */
  private arrival(cells: readonly string[], line: number): Moment | null | Refusal {
    const time = this.moment(cells, 'time', line);
    if (time !== null) return time;
    if (this.has('queueStart') || this.has('time')) return null;
    if (!this.has('vruEntry')) {
      // The day's own cell may hold the time.
      const day = this.has('serviceStart') ? null : this.moments.read(this.cell(cells, 'day'));
      return day === null || day.date === '' || Number.isNaN(day.seconds) ? null : day;
    }
    const entry = this.moment(cells, 'vruEntry', line);
    if (entry === null || 'reason' in entry) return entry;
    const vru = this.duration(cells, 'vru', line);
    if (typeof vru !== 'number') return vru;
    return { ...entry, seconds: entry.seconds + (vru > 0 ? vru : 0) };
  }

  private timed(
    cells: readonly string[],
    line: number,
    known: {
      from: Moment;
      outcome: Outcome;
      queue: number;
      service: number;
      start: Moment | null;
    },
  ): Refusal | null {
    const { from, outcome, queue, start } = known;
    const served = outcome === 'served';
    const written = this.cell(cells, 'day');
    if (from.date === '' && !this.daysRead.has(written) && this.moments.isNoDate(written))
      return this.refuse(line, 'day', 'calendar', written);
    const left = this.moment(cells, 'queueEnd', line);
    if (left !== null && 'reason' in left) return left;
    const end = this.moment(cells, 'end', line);
    if (end !== null && 'reason' in end) return end;
    const wrap = this.duration(cells, 'wrap', line);
    if (typeof wrap !== 'number') return wrap;
    const hold = this.duration(cells, 'hold', line);
    if (typeof hold !== 'number') return hold;
    const between = (a: Moment, b: Moment | null): number => {
      if (b === null) return Number.NaN;
      const isInstant = !Number.isNaN(a.instantMs) && !Number.isNaN(b.instantMs);
      return isInstant
        ? (b.instantMs - a.instantMs) / 1_000
        : after(b.seconds, a.seconds) - a.seconds;
    };
    const given = between(from, served ? start : (left ?? end));
    const waitS = this.waitOf(Number.isNaN(queue) ? given : queue, served, line);
    const startS = from.seconds + (served && !Number.isNaN(given) ? given : waitS);
    if (served && !Number.isNaN(queue) && Math.abs(given - queue) > 3)
      this.suspicions.note('waitDiffers', line);
    let serviceS = known.service + (hold > 0 ? hold : 0);
    if (Number.isNaN(serviceS) && start !== null) serviceS = between(start, end);
    if (serviceS < 0) return this.refuse(line, 'service', 'number', String(serviceS));
    if (!served) serviceS = Number.NaN;
    const times = { arrivalS: from.seconds, served, waitS, startS, serviceS };
    this.offer(cells, line, from, times, wrap);
    return null;
  }

  private waitOf(waitS: number, served: boolean, line: number): number {
    if (Number.isNaN(waitS)) {
      if (!served) this.suspicions.note('lostWithoutWait', line);
      return served ? 0 : Number.NaN;
    }
    if (waitS < 0) this.suspicions.note('negativeWait', line);
    else if (waitS === 0 && !served) this.suspicions.note('lostAtOnce', line);
    return Math.max(0, waitS);
  }

  private dayOf(cells: readonly string[], from: Moment): string {
    if (from.date !== '') return from.date;
    const text = this.cell(cells, 'day');
    if (text === '') return '1';
    let day = this.daysRead.get(text);
    if (day === undefined) {
      day = /^\d{1,7}$/.test(text) ? text : this.moments.read(text)?.date || text;
      if (this.daysRead.size < 10_000) this.daysRead.set(` ${text}`.slice(1), day);
    }
    return day;
  }

  private offer(
    cells: readonly string[],
    line: number,
    from: Moment,
    times: Times,
    wrapS: number,
  ): void {
    // Written out: a spread here was half of the cost of a row.
    const call: CallRecord = {
      day: this.dayOf(cells, from),
      arrivalS: times.arrivalS,
      served: times.served,
      waitS: times.waitS,
      startS: times.startS,
      serviceS: times.serviceS,
      agent: this.cell(cells, 'agent'),
      customer: this.cell(cells, 'customer'),
      priority: this.cell(cells, 'priority'),
      type: this.cell(cells, 'type'),
    };
    const id = this.cell(cells, 'id');
    if (id === '') this.nameless(cells, call, wrapS, line);
    else if (!this.isKnown(id, call, line)) this.take(call, wrapS, line);
  }

  private take(call: CallRecord, wrapS: number, line: number): void {
    this.counts.offered += 1;
    if (call.served) this.counts.served += 1;
    else this.counts.abandoned += 1;
    if (this.table.length < MOST_KEPT) this.table.add(call, wrapS, line);
    else this.suspicions.note('notKept', line);
  }

  private drop(line: number): void {
    this.counts.duplicates += 1;
    this.suspicions.note('duplicates', line);
  }

  /** A call without a number. No agent answers two calls alike, while two callers may be. */
  private nameless(cells: readonly string[], call: CallRecord, wrapS: number, line: number): void {
    const hash = hash53(cells);
    const nth = Math.max(0, this.seen.get(hash)) + 1;
    const isOne = call.served && call.agent !== '';
    this.seen.set(hash, nth);
    this.pasted.add(call.day, nth, isOne);
    if (nth === 1) this.take(call, wrapS, line);
    else if (isOne) this.drop(line);
    else this.alike.push({ call, wrapS, line, nth });
  }

  /** Is this call, or another part of it, in the table already? Then it is dropped or merged. */
  private isKnown(id: string, call: CallRecord, line: number): boolean {
    const hash = hash53([ID, id]);
    const row = this.seen.get(hash);
    if (row < 0 || !this.isNear(row, call)) {
      this.seen.set(hash, this.table.length);
      return false;
    }
    if (this.isSame(row, call)) this.drop(line);
    else {
      this.counts.merged += 1;
      this.suspicions.note('merged', line);
      this.merge(row, call);
    }
    return true;
  }

  /** Once there are no more rows: what to make of those that may stand there twice. */
  end(): void {
    for (const { call, line, nth, wrapS } of this.alike) {
      if (this.pasted.isAgain(call.day, nth)) this.drop(line);
      else {
        this.suspicions.note('alike', line);
        this.take(call, wrapS, line);
      }
    }
  }

  private isNear(row: number, call: CallRecord): boolean {
    const { table } = this;
    if (row >= table.length) return false;
    const apart = Math.abs(table.arrival.get(row) - call.arrivalS);
    return table.day.get(row) === table.days.numberOf(call.day) && apart < ONE_CONTACT_S;
  }

  private isSame(row: number, call: CallRecord): boolean {
    const kept = this.table.at(row);
    const keys = Object.keys(kept) as (keyof CallRecord)[];
    return keys.every((key) => Object.is(kept[key], call[key]));
  }

  /** Another row of one contact: it arrives with the first, and all who talked to it add up. */
  private merge(row: number, call: CallRecord): void {
    const { table } = this;
    const kept = table.at(row);
    const arrivalS = Math.min(kept.arrivalS, call.arrivalS);
    const first = !kept.served || (call.served && call.startS < kept.startS) ? call : kept;
    table.arrival.set(row, arrivalS);
    if (!kept.served && !call.served) {
      table.wait.set(row, Math.max(kept.waitS, call.waitS));
      return;
    }
    if (!kept.served) {
      this.counts.abandoned -= 1;
      this.counts.served += 1;
      table.served.set(row, 1);
    }
    const talk = (one: CallRecord): number => (one.serviceS > 0 ? one.serviceS : 0);
    table.start.set(row, first.startS);
    table.wait.set(row, Math.max(0, first.startS - arrivalS));
    table.service.set(row, talk(kept) + talk(call));
    table.agent.set(row, table.agents.numberOf(first.agent));
  }
}
