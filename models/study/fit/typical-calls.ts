import { FORMAT, type Law, type ScenarioFile } from '../../scenario/scenario.ts';
import { type Supposed, Supposing } from '../../scenario/supposed.ts';
import type { Problem, Says } from '../../words/problem.ts';
import {
  isEmpty,
  keyOf,
  kindsOf,
  nobodyNamed,
  openingHours,
  tooManyTypes,
} from '../records/call-day.ts';
import type { CallRecord, CallTable } from '../records/calls.ts';
import { clockOf, type DayOptions } from '../records/day-options.ts';
import type { Kind } from '../records/staff.ts';
import { both, percent } from '../report/said.ts';
import type { CountedDay } from './counts.ts';
import { type HandlingFit, handlingLaw } from './handling.ts';
import { hourFactors } from './hour-factors.ts';
import { type PatienceFit, patienceLaw } from './patience.ts';
import type { ReturnsFit, SameDay } from './returns.ts';
import { type Hours, type StaffSeen, Staffs } from './staff-seen.ts';

/** The mean of days of calls as a scenario: rates, laws, and who was seen at work. */

/** Hours and presence are worked out on so many days at most, and so many calls. */
const MOST_DAYS = 60;
const MOST_CALLS = 100_000;
/** Who takes which calls is inferred from so many. */
const SAMPLE = 30_000;

const hundredth = (x: number): number => Math.round(x * 100) / 100;

/** Numbers of the days of these names in a table. */
function numbersOf(table: CallTable, names: readonly string[]): Map<number, number> {
  const places = new Map(names.map((name, i) => [name, i]));
  const numbers = new Map<number, number>();
  for (let day = 0; day < table.days.list.length; day++) {
    const place = places.get(table.nameOf(day));
    if (place !== undefined) numbers.set(day, place);
  }
  return numbers;
}

/** The calls of some days, day by day. */
export function* callsOf(table: CallTable, names: readonly string[]): Generator<CallRecord[]> {
  const numbers = numbersOf(table, names);
  const places: number[][] = names.map(() => []);
  for (let i = 0; i < table.length; i++) {
    const place = numbers.get(table.day.get(i));
    if (place !== undefined) (places[place] as number[]).push(i);
  }
  for (const own of places) yield own.map((i) => table.at(i));
}

/** Median opening and closing of days; null where nobody was served. */
function hoursOf(days: readonly (readonly CallRecord[])[], widthS: number): Hours | null {
  const hours = days.flatMap((calls) => openingHours(calls, widthS) ?? []);
  if (hours.length === 0) return null;
  const middle = (of: (one: Hours) => number): number =>
    hours.map(of).sort((a, b) => a - b)[hours.length >> 1] as number;
  const [from, to] = [middle((one) => one.from), middle((one) => one.to)];
  // Who is served after the last call had waited: the door was closed by then.
  let last = from;
  for (const calls of days)
    for (const { arrivalS } of calls) if (arrivalS < to) last = Math.max(last, arrivalS);
  return { from, to: Math.min(to, (Math.floor(last / widthS) + 1) * widthS) };
}

/** Calls of these days by key and interval, and those outside the hours. */
function volumesOf(
  table: CallTable,
  names: readonly string[],
  { from, to }: Hours,
  { intervalMin, ...options }: TypicalCallsAsk,
): { byKey: Map<string, number[]>; outside: number } {
  const widthS = intervalMin * 60;
  const count = Math.ceil((to - from) / widthS);
  const numbers = numbersOf(table, names);
  const byKey = new Map<string, number[]>();
  let outside = 0;
  for (let n = 0; n < table.length; n++) {
    if (!numbers.has(table.day.get(n))) continue;
    const i = Math.floor((table.arrival.get(n) - from) / widthS);
    if (i < 0 || i >= count) {
      outside += 1;
      continue;
    }
    const [priority, type] = [
      table.priorities.at(table.priority.get(n)),
      table.types.at(table.type.get(n)),
    ];
    const key = keyOf({ priority, type }, options);
    const own = byKey.get(key) ?? new Array<number>(count).fill(0);
    byKey.set(key, own);
    own[i] = (own[i] as number) + 1;
  }
  return { byKey, outside };
}

/** What the fit of laws has for the types of a day. */
export interface Laws {
  readonly handling: HandlingFit | null;
  readonly patience: readonly PatienceFit[];
  readonly returns: ReturnsFit | null;
}

function typesOf(
  kinds: readonly Kind[],
  perHour: (key: string) => number[],
  { handling, patience }: Laws,
  back: SameDay | null,
): ScenarioFile['types'] {
  const afterCall = handling?.afterCall ?? null;
  return kinds.map(({ headStartS, id, key, name }) => {
    const [type = ''] = key.split('\u0000');
    return {
      id,
      name: name.slice(0, 100),
      perHour: perHour(key),
      handling:
        handling === null ? { law: 'exponential', meanS: 240 } : handlingLaw(handling, type),
      ...(afterCall === null ? {} : { wrapUp: afterCall.law }),
      patience: patienceLaw(patience, type),
      headStartS,
      ...returning(back),
    };
  });
}

/** How much longer or shorter talks last by interval, where hours differ by more than chance. */
function factorsOf(
  handling: HandlingFit | null,
  { from, to }: Hours,
  widthS: number,
): Pick<ScenarioFile['types'][number], 'handlingFactor'> {
  const byHour = hourFactors(handling?.hours ?? []);
  if (byHour.size === 0) return {};
  const count = Math.ceil((to - from) / widthS);
  const handlingFactor = Array.from({ length: count }, (_, i) => {
    const factor = byHour.get(Math.floor((from + (i + 0.5) * widthS) / 3_600)) ?? 1;
    return Math.round(Math.min(100, Math.max(0.01, factor)) * 1_000) / 1_000;
  });
  return { handlingFactor };
}

/** How callers return, as a scenario has it. */
function returning(back: SameDay | null): Pick<ScenarioFile['types'][number], 'redial' | 'repeat'> {
  const of = (probability: number, delay: Law | null) =>
    delay === null ? {} : { probability: Math.round(probability * 1e4) / 1e4, delay };
  if (back === null) return {};
  return {
    redial: of(back.afterLost, back.lostDelay),
    repeat: of(back.afterServed, back.servedDelay),
  };
}

/** Said of every day made of records. */
export const RETURNS_INSIDE: Says = {
  fr: 'Le volume est celui de tous les appels reçus : ceux qui rappellent y sont déjà, et la journée ne les fait pas rappeler encore.',
  en: 'The volume is that of all calls received: those who called again are in it, and the day does not make them call again.',
};

/** Said where returns are played. */
const returnsApart = (back: SameDay): Says =>
  both((say, language) => {
    const again = percent(back.again, 1, language);
    const [lost, served] = [
      percent(back.afterLost, 1, language),
      percent(back.afterServed, 1, language),
    ];
    return say(
      `${again} des appels en suivent un autre du même client le même jour : retirés des premiers appels, ils reviennent après ${lost} des abandons et ${served} des services. Les retours de clients non identifiés restent dans les premiers appels.`,
      `${again} of calls follow another of the same customer that day: taken out of first calls, they return after ${lost} of abandonments and ${served} of services. Returns of customers who are not identified stay among first calls.`,
    );
  });

function supposedOf(outside: number, { handling }: Laws, back: SameDay | null): Supposed {
  const supposed = new Supposing();
  supposed.add('returns', back === null ? RETURNS_INSIDE : returnsApart(back));
  if (outside > 0)
    supposed.add('arrivals', {
      fr: `Laissés de côté, hors des heures d’ouverture de ces jours : ${outside} appel${outside < 2 ? '' : 's'}.`,
      en: `Left aside, outside the opening hours of these days: ${outside} call${outside === 1 ? '' : 's'}.`,
    });
  if (handling === null)
    supposed.add('handling', {
      fr: 'Aucune durée de service n’est écrite : 240 s, exponentielles, sont supposées.',
      en: 'No row says how long service took: 240 s, exponential, are supposed.',
    });
  return supposed.all;
}

export interface TypicalCallsAsk extends DayOptions {
  /** Takes returns that were seen out of the volume, and has callers return. */
  readonly returns?: boolean;
  readonly growth: number;
  readonly intervalMin: number;
}

/** The mean of these days; a Problem where nobody is named, null where nobody was served. */
export function typicalCalls(
  table: CallTable,
  like: readonly CountedDay[],
  laws: Laws,
  ask: TypicalCallsAsk,
): { scenario: ScenarioFile; staff: StaffSeen[] } | Problem | null {
  const widthS = ask.intervalMin * 60;
  const names = like.map(({ name }) => name);
  const calls = like.reduce((sum, { total }) => sum + total, 0);
  const every = Math.ceil(Math.max(names.length / MOST_DAYS, calls / MOST_CALLS, 1));
  const some = [
    ...callsOf(
      table,
      names.filter((_, i) => i % every === 0),
    ),
  ];
  const hours = hoursOf(some, widthS);
  if (hours === null) return null;
  const { byKey, outside } = volumesOf(table, names, hours, ask);
  const volume = new Map([...byKey].map(([key, own]) => [key, own.reduce((a, b) => a + b, 0)]));
  const kinds = kindsOf(volume, ask);
  const staffs = new Staffs(kinds, hours, widthS);
  const all = table.sample(SAMPLE);
  for (const day of some) {
    const inside = day.filter((one) => one.arrivalS >= hours.from && one.arrivalS < hours.to);
    if (inside.length > 0) staffs.add(inside, all);
  }
  const { groups, staff } = staffs.told();
  const refusal =
    tooManyTypes(kinds.length) ?? (isEmpty(groups) ? nobodyNamed(names[0] ?? '') : null);
  if (refusal !== null) return refusal;
  const back = ask.returns === true ? (laws.returns?.sameDay ?? null) : null;
  const scale = (ask.growth * 3_600) / widthS / names.length;
  const firstAt = (i: number): number =>
    1 - (back?.againAt[Math.floor((hours.from + (i + 0.5) * widthS) / 3_600)] ?? 0);
  const perHour = (key: string): number[] =>
    (byKey.get(key) ?? []).map((n, i) => hundredth(n * scale * firstAt(i)));
  const factor = factorsOf(laws.handling, hours, widthS);
  const scenario: ScenarioFile = {
    format: FORMAT,
    name: '',
    day: {
      opensAt: clockOf(hours.from),
      lengthMin: (hours.to - hours.from) / 60,
      intervalMin: ask.intervalMin,
    },
    types: typesOf(kinds, perHour, laws, back).map((type) => ({ ...type, ...factor })),
    groups,
    routing: { agents: 'skillPriority' },
    supposed: supposedOf(outside, laws, back),
  };
  return { scenario, staff };
}
