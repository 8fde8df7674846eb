import type { Law } from '../../scenario/scenario.ts';
import type { CallTable } from '../records/calls.ts';
import { numberOfDay } from './counts.ts';
import { kaplanMeier } from './fit.ts';
import { fitLaw } from './law-fit.ts';

/**
 * Who calls again, of the customers whom rows identify. From the end of a call to the beginning of
 * the next of the same customer; records end, so who has not called by then is censored (Kaplan and
 * Meier 1958).
 */

/** Within so long, this share has called again. */
export interface Within {
  readonly s: number;
  readonly share: number;
}

export interface ReturnCurve {
  /** Calls of identified customers that ended this way. */
  readonly n: number;
  /** How many of them are followed by another. */
  readonly back: number;
  /** At 15 minutes, an hour, a day, a week, as far as records go. */
  readonly within: readonly Within[];
  /** Time to the next call, at most at 100 shares, seconds. */
  readonly knots: readonly Within[];
}

/** Share back within an hour, by how long the call had lasted. */
export interface BackByService {
  /** From so many seconds of service. */
  readonly fromS: number;
  /** To less than; null: without end. */
  readonly toS: number | null;
  readonly n: number;
  readonly share: number;
}

export interface ReturnsFit {
  /** Share of all offered calls whose customer is known; of served calls; of those who gave up. */
  readonly identified: number;
  readonly afterLost: ReturnCurve | null;
  readonly afterServed: ReturnCurve | null;
  /**
   * Of the type of most calls, or of all types where rows say none; of calls that could be followed
   * for a week where records last three, else for an hour.
   */
  readonly byService: readonly BackByService[];
  readonly byServiceType: string;
  /** Returns that were seen on the day of the call itself: what a simulated day can play. */
  readonly sameDay: SameDay;
}

/** Shares of all calls, whoever made them: who is not identified is not seen to return. */
export interface SameDay {
  /** Of calls that gave up, and of those served: followed by another of the same customer. */
  readonly afterLost: number;
  readonly afterServed: number;
  /** How long after; null where too few were seen. */
  readonly lostDelay: Law | null;
  readonly servedDelay: Law | null;
  /** Of all calls: those that follow another; and by hour of the day, from 0. */
  readonly again: number;
  readonly againAt: readonly number[];
}

const HOUR_S = 3_600;
/** Of a day and the night after it. */
const HOURS = 36;
const WEEK_S = 604_800;
const EDGES = [0, 10, 30, 60, 90, 120, 180, 300, 600];
const TOLD = [900, HOUR_S, 86_400, WEEK_S];
const DAY_S = 86_400;
/** With fewer calls nothing is told. */
const ENOUGH = 100;
/** Calls that are followed, about; of more, those of every so many customers are. */
const MOST = 200_000;

/** One call of a known customer. */
interface Known {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly served: boolean;
  readonly serviceS: number;
  readonly type: number;
}

function identifiedIn(table: CallTable): number {
  let known = 0;
  for (let i = 0; i < table.length; i++)
    if (table.customers.at(table.customer.get(i)) !== '') known += 1;
  return known;
}

function knownCalls(table: CallTable): Map<number, Known[]> {
  const days = new Map<number, number>();
  const calls = new Map<number, Known[]>();
  const every = Math.ceil(identifiedIn(table) / MOST);
  for (let i = 0; i < table.length; i++) {
    const customer = table.customer.get(i);
    if (table.customers.at(customer) === '' || customer % every !== 0) continue;
    const day = table.day.get(i);
    if (!days.has(day)) days.set(day, numberOfDay(table.nameOf(day)));
    const begins = (days.get(day) as number) * DAY_S;
    if (Number.isNaN(begins)) continue;
    const served = table.served.get(i) === 1;
    const [arrival, service, wait] = [
      table.arrival.get(i),
      table.service.get(i),
      table.wait.get(i),
    ];
    const end = served
      ? table.start.get(i) + (service > 0 ? service : 0)
      : arrival + (wait > 0 ? wait : 0);
    const one = {
      day,
      from: begins + arrival,
      to: begins + end,
      served,
      serviceS: service,
      type: table.type.get(i),
    };
    const own = calls.get(customer);
    if (own === undefined) calls.set(customer, [one]);
    else own.push(one);
  }
  for (const own of calls.values()) own.sort((a, b) => a.from - b.from);
  return calls;
}

/** A call, and how long after its end the next one came; `came` false: not before records end. */
interface Followed {
  readonly call: Known;
  readonly afterS: number;
  readonly came: boolean;
  /** It came on the day of the call. */
  readonly sameDay: boolean;
}

/** From the first call to the end of the last. */
function spanOf(calls: ReadonlyMap<number, readonly Known[]>): [start: number, end: number] {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const own of calls.values())
    for (const { from, to } of own) {
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
  return [start, end];
}

function followed(calls: ReadonlyMap<number, readonly Known[]>, end: number): Followed[] {
  const found: Followed[] = [];
  for (const own of calls.values())
    own.forEach((call, i) => {
      let next = i + 1;
      while (next < own.length && (own[next] as Known).from < call.to) next += 1;
      const later = own[next];
      const afterS = (later?.from ?? end) - call.to;
      const [came, sameDay] = [later !== undefined, later?.day === call.day];
      if (afterS >= 0) found.push({ call, afterS, came, sameDay });
    });
  return found;
}

function curveOf(all: readonly Followed[]): ReturnCurve | null {
  if (all.length < ENOUGH) return null;
  const waits = all.map(({ afterS, came }) => ({ waitS: afterS, gaveUp: came }));
  const { share, waiting } = kaplanMeier(waits, TOLD);
  const came = all
    .filter((one) => one.came)
    .map(({ afterS }) => afterS)
    .sort((a, b) => a - b);
  const at = [
    ...new Set(
      Array.from(
        { length: Math.min(100, came.length) },
        (_, k, n = Math.min(100, came.length)) =>
          came[Math.ceil(((k + 1) / n) * came.length) - 1] as number,
      ),
    ),
  ];
  const curve = kaplanMeier(waits, at);
  return {
    n: all.length,
    back: came.length,
    within: TOLD.flatMap((s, i): Within[] =>
      (waiting[i] as number) > 0 ? [{ s, share: share[i] as number }] : [],
    ),
    knots: at.map((s, i) => ({ s, share: curve.share[i] as number })),
  };
}

function byService(all: readonly Followed[], type: number, until: number): BackByService[] {
  const bins = EDGES.map((fromS, i) => ({ fromS, toS: EDGES[i + 1] ?? null, n: 0, back: 0 }));
  for (const { afterS, call, came } of all) {
    if (!call.served || call.type !== type || !(call.serviceS >= 0)) continue;
    if (call.to > until) continue;
    let bin = 0;
    while (bin + 1 < EDGES.length && call.serviceS >= (EDGES[bin + 1] as number)) bin += 1;
    const one = bins[bin] as (typeof bins)[number];
    one.n += 1;
    if (came && afterS <= HOUR_S) one.back += 1;
  }
  return bins
    .filter(({ n }) => n > 0)
    .map(({ back, fromS, n, toS }) => ({ fromS, toS, n, share: back / n }));
}

/** What was seen to return on its own day. */
function sameDayOf(table: CallTable, all: readonly Followed[], identified: number): SameDay {
  let servedCalls = 0;
  const [calls, back] = [new Array<number>(HOURS).fill(0), new Array<number>(HOURS).fill(0)];
  const count = (hours: number[], s: number): void => {
    const hour = Math.min(HOURS - 1, Math.max(0, Math.floor(s / HOUR_S)));
    hours[hour] = (hours[hour] as number) + 1;
  };
  for (let i = 0; i < table.length; i++) {
    servedCalls += table.served.get(i);
    count(calls, table.arrival.get(i));
  }
  for (const { afterS, call, sameDay } of all)
    if (sameDay) count(back, call.to + afterS - Math.floor(call.from / DAY_S) * DAY_S);
  const backOf = (served: boolean): number[] =>
    all
      .filter(({ call, sameDay }) => sameDay && call.served === served)
      .map(({ afterS }) => afterS);
  const [lost, answered] = [backOf(false), backOf(true)];
  // Of more calls than are followed, those of every so many customers stand for all.
  const times = (identified * table.length) / all.length;
  const share = (n: number, of: number): number => (of > 0 ? Math.min(1, (times * n) / of) : 0);
  const delay = (values: readonly number[]): Law | null =>
    values.length < ENOUGH ? null : (fitLaw(values)?.law ?? null);
  return {
    afterLost: share(lost.length, table.length - servedCalls),
    afterServed: share(answered.length, servedCalls),
    lostDelay: delay(lost),
    servedDelay: delay(answered),
    again: share(lost.length + answered.length, table.length),
    againAt: calls.map((n, hour) => share(back[hour] as number, n)),
  };
}

/** What records tell of returns; null where they identify too few customers. */
export function fitReturns(table: CallTable): ReturnsFit | null {
  const calls = knownCalls(table);
  const [start, end] = spanOf(calls);
  const all = followed(calls, end);
  if (all.length < ENOUGH) return null;
  const volume = new Map<number, number>();
  for (const { call } of all) volume.set(call.type, (volume.get(call.type) ?? 0) + 1);
  const [type = 0] = [...volume].sort((a, b) => b[1] - a[1])[0] ?? [];
  const identified = identifiedIn(table) / table.length;
  return {
    identified,
    afterLost: curveOf(all.filter(({ call }) => !call.served)),
    afterServed: curveOf(all.filter(({ call }) => call.served)),
    byService: byService(all, type, end - (end - start > 3 * WEEK_S ? WEEK_S : HOUR_S)),
    byServiceType: table.types.at(type),
    sameDay: sameDayOf(table, all, identified),
  };
}
