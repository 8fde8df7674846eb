import type { CallTable } from '../records/calls.ts';
import { numberOfDay } from './counts.ts';
import { kaplanMeier } from './fit.ts';

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
  /** Of the type of most calls, or of all types where rows say none. */
  readonly byService: readonly BackByService[];
  readonly byServiceType: string;
  /** Share of the calls of identified customers that follow another within a day of theirs. */
  readonly again: number;
}

const HOUR_S = 3_600;
const EDGES = [0, 10, 30, 60, 90, 120, 180, 300, 600];
const TOLD = [900, 3_600, 86_400, 604_800];
const DAY_S = 86_400;
/** With fewer calls nothing is told. */
const ENOUGH = 100;
/** Calls that are followed, about; of more, those of every so many customers are. */
const MOST = 200_000;

/** One call of a known customer. */
interface Known {
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
}

const endOf = (calls: ReadonlyMap<number, readonly Known[]>): number => {
  let end = 0;
  for (const own of calls.values()) for (const { to } of own) end = Math.max(end, to);
  return end;
};

function followed(calls: ReadonlyMap<number, readonly Known[]>, end: number): Followed[] {
  const found: Followed[] = [];
  for (const own of calls.values())
    own.forEach((call, i) => {
      let next = i + 1;
      while (next < own.length && (own[next] as Known).from < call.to) next += 1;
      const later = own[next];
      const afterS = (later?.from ?? end) - call.to;
      if (afterS >= 0) found.push({ call, afterS, came: later !== undefined });
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

/**
 * What records tell of returns; null where they identify too few customers.
 * @param followedS calls that end less than so long before the records do are left out of the
 *   shares by time of service
 */
export function fitReturns(table: CallTable, followedS = HOUR_S): ReturnsFit | null {
  const calls = knownCalls(table);
  const end = endOf(calls);
  const all = followed(calls, end);
  if (all.length < ENOUGH) return null;
  const volume = new Map<number, number>();
  for (const { call } of all) volume.set(call.type, (volume.get(call.type) ?? 0) + 1);
  const [type = 0] = [...volume].sort((a, b) => b[1] - a[1])[0] ?? [];
  const again = all.filter(({ afterS, came }) => came && afterS <= DAY_S).length;
  return {
    identified: identifiedIn(table) / table.length,
    afterLost: curveOf(all.filter(({ call }) => !call.served)),
    afterServed: curveOf(all.filter(({ call }) => call.served)),
    byService: byService(all, type, end - followedS),
    byServiceType: table.types.at(type),
    again: again / all.length,
  };
}
