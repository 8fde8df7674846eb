import { FORMAT, type ScenarioFile } from '../../scenario/scenario.ts';
import { isProblem, type Problem, type Says } from '../../words/problem.ts';
import { keyOf, kindsOf, openingHours } from '../records/call-day.ts';
import type { CallRecord, CallTable } from '../records/calls.ts';
import { clockOf, type DayOptions } from '../records/day-options.ts';
import { intervalDay } from '../records/interval-day.ts';
import { together } from '../records/interval-rows.ts';
import type { CallReading, IntervalReading, Reading } from '../records/reader.ts';
import { groupsOf, type Kind } from '../records/staff.ts';
import { dayForecast, fitArrivals } from './arrivals.ts';
import { CountLaw } from './count-law.ts';
import type { CountedDay, Counts } from './counts.ts';
import type { DaysLike } from './day-asked.ts';
import { type HandlingFit, handlingLaw } from './handling.ts';
import { type PatienceFit, patienceLaw } from './patience.ts';
import { busyOf } from './staff-seen.ts';

/** A typical day as a scenario: the mean of the days that are like the one asked for. */

/** Who was at work in an interval, over the days. */
export interface StaffSeen {
  /** Agents at the desk, mean, least and most of the days. */
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Busy agents on average, and the most at one moment, mean of the days. */
  readonly busy: number;
  readonly peak: number;
}

export interface TypicalDay {
  readonly scenario: ScenarioFile;
  /** What it is called: Tuesday. */
  readonly label: Says;
  /** The days it is the mean of. */
  readonly days: readonly string[];
  readonly growth: number;
  /** Calls of such a day: the mean, and what one day in ten stays below and one goes beyond. */
  readonly volume: { readonly mean: number; readonly p10: number; readonly p90: number };
  /** By interval; empty of a table, whose column or estimate is in the scenario. */
  readonly staff: readonly StaffSeen[];
  /** What is supposed, or left out. */
  readonly notes: readonly Says[];
}

export interface TypicalAsk extends DayOptions {
  /** Times the recorded volume. */
  readonly growth: number;
  readonly intervalMin: number;
}

/** Presence is worked out on so many days at most, calls of groups on so many. */
const MOST_DAYS = 60;
const SAMPLE = 30_000;

const hundredth = (x: number): number => Math.round(x * 100) / 100;
const thousandth = (x: number): number => Math.round(x * 1_000) / 1_000;

/** Their arrivals as one kind of day, and how much such a day brings. */
function arrivalsOf(days: readonly CountedDay[], widthS: number, growth: number) {
  const fit = fitArrivals(days.map((day) => ({ day, kind: 0 })));
  const [profile] = fit.profiles;
  const mean = (profile?.mean ?? []).map((calls) => calls * growth);
  const grown = {
    kind: 0,
    days: days.length,
    mean,
    total: mean.reduce((sum, x) => sum + x, 0),
  };
  const law = new CountLaw(dayForecast(fit, grown));
  return {
    arrivals: {
      busynessCv: thousandth(Math.min(1, fit.dayCv)),
      intervalCv: thousandth(Math.min(1, fit.intervalCv)),
      factorMin: widthS / 60,
    },
    volume: { mean: grown.total, p10: law.quantile(0.1), p90: law.quantile(0.9) },
  };
}

/** The calls of some days, day by day. */
export function* callsOf(table: CallTable, days: readonly string[]): Generator<CallRecord[]> {
  const wanted = new Map(days.map((name, i) => [name, i]));
  const places: number[][] = days.map(() => []);
  for (let i = 0; i < table.length; i++) {
    const place = wanted.get(table.dayName(i));
    if (place !== undefined) (places[place] as number[]).push(i);
  }
  for (const own of places) yield own.map((i) => table.at(i));
}

interface Hours {
  readonly from: number;
  readonly to: number;
}

/** Median opening and closing of days. */
function hoursOf(days: readonly (readonly CallRecord[])[], widthS: number): Hours | null {
  const hours = days.flatMap((calls) => openingHours(calls, widthS) ?? []);
  if (hours.length === 0) return null;
  const middle = (of: (one: Hours) => number): number =>
    hours.map(of).sort((a, b) => a - b)[hours.length >> 1] as number;
  const [from, to] = [middle(({ from }) => from), middle(({ to }) => to)];
  // Who is served after the last call had waited: the door was closed by then.
  let last = from;
  for (const { arrivalS } of days.flat()) if (arrivalS < to) last = Math.max(last, arrivalS);
  return { from, to: Math.min(to, (Math.floor(last / widthS) + 1) * widthS) };
}

/** Groups with their mean staff; and all at work, by interval. */
class Staffs {
  private readonly groups = new Map<string, { group: Group; sum: number[] }>();
  private readonly totals: number[][] = [];
  private readonly busy: { mean: number; most: number }[][] = [];

  constructor(
    private readonly kinds: readonly Kind[],
    private readonly hours: Hours,
    private readonly widthS: number,
  ) {}

  add(day: readonly CallRecord[], all: readonly CallRecord[]): void {
    const groups = groupsOf(day, all, this.kinds, this.hours, this.widthS);
    const total: number[] = [];
    for (const group of groups) {
      const name = typeof group.name === 'string' ? group.name : group.name.en;
      const staff = group.staff as readonly number[];
      const own = this.groups.get(name) ?? { group, sum: staff.map(() => 0) };
      this.groups.set(name, own);
      staff.forEach((agents, i) => {
        own.sum[i] = (own.sum[i] as number) + agents;
        total[i] = (total[i] ?? 0) + agents;
      });
    }
    this.totals.push(total);
    this.busy.push(busyOf(day, this.hours, this.widthS));
  }

  told(): { groups: ScenarioFile['groups']; staff: StaffSeen[] } {
    const n = this.totals.length;
    const groups = [...this.groups.values()].map(({ group, sum }, g) => ({
      ...group,
      id: g === 0 && group.id === 'conseillers' ? group.id : `groupe-${g}`,
      staff: sum.map((agents) => hundredth(agents / n)),
    }));
    const mean = (of: (day: number) => number): number =>
      this.totals.reduce((sum, _, day) => sum + of(day), 0) / n;
    const staff = (this.totals[0] ?? []).map((_, i): StaffSeen => {
      const own = this.totals.map((total) => total[i] ?? 0);
      return {
        mean: mean((day) => own[day] as number),
        least: Math.min(...own),
        most: Math.max(...own),
        busy: mean((day) => this.busy[day]?.[i]?.mean ?? 0),
        peak: mean((day) => this.busy[day]?.[i]?.most ?? 0),
      };
    });
    return { groups, staff };
  }
}
type Group = ScenarioFile['groups'][number];

const everyFew = <T>(all: readonly T[], most: number): T[] =>
  all.filter((_, i) => i % Math.ceil(all.length / most) === 0);

/** What the fit of laws has for the types of a day. */
export interface Laws {
  readonly handling: HandlingFit | null;
  readonly patience: readonly PatienceFit[];
}

function typesOf(
  kinds: readonly Kind[],
  rates: ReadonlyMap<string, readonly number[]>,
  { handling, patience }: Laws,
): ScenarioFile['types'] {
  const afterCall = handling?.afterCall ?? null;
  return kinds.map(({ headStartS, id, key, name }) => {
    const [type = ''] = key.split('\u0000');
    return {
      id,
      name: name.slice(0, 100),
      perHour: [...(rates.get(key) ?? [])],
      handling:
        handling === null ? { law: 'exponential', meanS: 240 } : handlingLaw(handling, type),
      ...(afterCall === null ? {} : { wrapUp: afterCall.law }),
      patience: patienceLaw(patience, type),
      headStartS,
    };
  });
}

/** Mean calls per hour of each kind of call, by interval. */
function ratesOf(
  days: readonly (readonly CallRecord[])[],
  { from, to }: Hours,
  { growth, intervalMin, ...options }: TypicalAsk,
): Map<string, number[]> {
  const widthS = intervalMin * 60;
  const count = Math.ceil((to - from) / widthS);
  const rates = new Map<string, number[]>();
  for (const call of days.flat()) {
    const i = Math.floor((call.arrivalS - from) / widthS);
    if (i < 0 || i >= count) continue;
    const key = keyOf(call, options);
    const own = rates.get(key) ?? new Array<number>(count).fill(0);
    rates.set(key, own);
    own[i] = (own[i] as number) + 1;
  }
  const perHour = (growth * 3_600) / widthS / days.length;
  return new Map([...rates].map(([key, own]) => [key, own.map((n) => hundredth(n * perHour))]));
}

const RETURNS_INSIDE: Says = {
  fr: 'Le volume est celui de tous les appels reçus : ceux qui rappellent y sont déjà, et la journée ne les fait pas rappeler encore.',
  en: 'The volume is that of all calls received: those who called again are in it, and the day does not make them call again.',
};

function ofCalls(
  { calls: table }: CallReading,
  like: DaysLike,
  laws: Laws,
  ask: TypicalAsk,
): Omit<TypicalDay, 'volume' | 'label' | 'days' | 'growth'> | null {
  const widthS = ask.intervalMin * 60;
  const days = [
    ...callsOf(
      table,
      like.days.map(({ name }) => name),
    ),
  ];
  const hours = hoursOf(days, widthS);
  if (hours === null) return null;
  const inside = days.map((calls) =>
    calls.filter(({ arrivalS }) => arrivalS >= hours.from && arrivalS < hours.to),
  );
  const kinds = kindsOf(inside.flat(), ask);
  const staffs = new Staffs(kinds, hours, widthS);
  const all = table.sample(SAMPLE);
  for (const day of everyFew(inside, MOST_DAYS)) if (day.length > 0) staffs.add(day, all);
  const { groups, staff } = staffs.told();
  const outside = days.flat().length - inside.flat().length;
  const notes = [RETURNS_INSIDE];
  if (outside > 0)
    notes.push({
      fr: `${outside} appels de ces jours, hors des heures d’ouverture, sont laissés de côté.`,
      en: `${outside} calls of these days, outside opening hours, are left aside.`,
    });
  const scenario: ScenarioFile = {
    format: FORMAT,
    name: '',
    day: {
      opensAt: clockOf(hours.from),
      lengthMin: (hours.to - hours.from) / 60,
      intervalMin: ask.intervalMin,
    },
    types: typesOf(kinds, ratesOf(inside, hours, ask), laws),
    groups,
    routing: { agents: 'skillPriority' },
  };
  return { scenario, staff, notes };
}

/** The rows of some days, at intervals as wide as the counts. */
export function intervalsOf(
  { intervals }: IntervalReading,
  days: readonly string[],
  widthS: number,
): IntervalReading['intervals'] {
  const wanted = new Set(days);
  const cells = new Map<string, { row: IntervalReading['intervals'][number]; rows: number }>();
  for (const one of intervals) {
    if (!wanted.has(one.day)) continue;
    const atS = Math.floor(one.atS / widthS) * widthS;
    const key = `${one.day} ${one.type} ${atS}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { row: { ...one, atS }, rows: 1 });
    else {
      const { row, rows } = known;
      const staffed = (row.staffed * rows + one.staffed) / (rows + 1);
      cells.set(key, { row: { ...together(row, one), staffed }, rows: rows + 1 });
    }
  }
  return [...cells.values()].map(({ row }) => row);
}

function ofIntervals(reading: IntervalReading, like: DaysLike, widthS: number, ask: TypicalAsk) {
  const names = like.days.map(({ name }) => name);
  const intervals = intervalsOf(reading, names, widthS);
  const days = new Map(like.days.map(({ name, total }) => [name, total]));
  const made = intervalDay({ ...reading, intervals, days }, { ...ask, intervalMin: widthS / 60 });
  if (isProblem(made)) return made;
  const { notes, scenario } = made;
  const types = scenario.types.map((type) => ({
    ...type,
    perHour: (type.perHour as readonly number[]).map((rate) => hundredth(rate * ask.growth)),
  }));
  return { scenario: { ...scenario, types }, staff: [], notes: [...notes, RETURNS_INSIDE] };
}

/** The mean of these days as a scenario; null of calls that nobody answered. */
export function typicalDay(
  reading: Reading,
  counts: Counts,
  like: DaysLike,
  laws: Laws,
  ask: TypicalAsk,
): TypicalDay | Problem | null {
  const { days, label } = like;
  const made =
    reading.kind === 'calls'
      ? ofCalls(reading, like, laws, ask)
      : ofIntervals(reading, like, counts.widthS, ask);
  if (made === null || isProblem(made)) return made;
  const { arrivals, volume } = arrivalsOf(days, counts.widthS, ask.growth);
  const source = ask.source.slice(0, 60);
  const name = ask.name ?? { fr: `${source}, ${label.fr}`, en: `${source}, ${label.en}` };
  const scenario = { ...made.scenario, name, source: ask.source.slice(0, 1_000), arrivals };
  return {
    ...{ scenario, label, volume, staff: made.staff, notes: made.notes },
    days: days.map((day) => day.name),
    growth: ask.growth,
  };
}
