import {
  FORMAT,
  type Law,
  MAX_TRACE,
  MAX_TYPES,
  type ScenarioFile,
} from '../../scenario/scenario.ts';
import { Supposing } from '../../scenario/supposed.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { fitLognormal, fitPatience } from '../fit/fit.ts';
import { type AfterCall, gapsOf, lawOfGaps } from './after-call.ts';
import type { CallRecord } from './calls.ts';
import { bareWord } from './columns.ts';
import { clockOf, type DayOptions, pickDay, type RecordedDay } from './day-options.ts';
import type { CallReading } from './reader.ts';
import { afterCallSays, reasonsOf } from './reasons.ts';
import { recordedFigures, replay } from './replay.ts';
import { groupsOf, type Kind } from './staff.ts';

/**
 * One recorded day as a scenario: its calls are the trace, with what is known of each; the laws,
 * needed for what the records cannot show (the service of those who gave up, the patience of those
 * who were served), are fitted to the whole file; the staff is who was seen at work.
 */

/** Laws are fitted to at most so many calls of the file. */
const SAMPLE = 100_000;
/** Quiet for longer than this, the centre was closed, seconds. */
const CLOSED_S = 7_200;
/** Below this many gone callers a type's patience is taken from all types together. */
const ENOUGH_LOST = 50;
/** Below this many served calls a type's handling is taken from all types together. */
const ENOUGH_SERVED = 30;

const tenth = (x: number): number => Math.round(x * 10) / 10;

/** The longest busy stretch of the day, by calls served: from, to, in whole intervals, seconds. */
export function openingHours(
  calls: readonly CallRecord[],
  widthS: number,
): { from: number; to: number } | null {
  const starts = calls
    .filter((call) => call.served)
    .map((call) => call.startS)
    .sort((a, b) => a - b);
  let best: { from: number; to: number; calls: number } | null = null;
  let from = 0;
  for (let i = 0; i < starts.length; i++) {
    if (i + 1 < starts.length && (starts[i + 1] ?? 0) - (starts[i] ?? 0) <= CLOSED_S) continue;
    const stretch = { from: starts[from] ?? 0, to: starts[i] ?? 0, calls: i - from + 1 };
    if (best === null || stretch.calls > best.calls) best = stretch;
    from = i + 1;
  }
  if (best === null) return null;
  // The first one served waited; they and those who gave up before them had come to an open door.
  return {
    from: Math.floor(best.from / widthS) * widthS,
    to: (Math.floor(best.to / widthS) + 1) * widthS,
  };
}

/** A type of calls, and whether they have a head start. */
export const keyOf = (call: Pick<CallRecord, 'priority' | 'type'>, options: DayOptions): string =>
  `${call.type}\u0000${options.headStart !== undefined && call.priority === options.headStart.priority ? 1 : 0}`;

function volumeOf(calls: readonly CallRecord[], options: DayOptions): Map<string, number> {
  const volume = new Map<string, number>();
  for (const call of calls)
    volume.set(keyOf(call, options), (volume.get(keyOf(call, options)) ?? 0) + 1);
  return volume;
}

/** Types as a scenario has them, from the calls of each key, the most frequent first. */
export function kindsOf(volume: ReadonlyMap<string, number>, options: DayOptions): Kind[] {
  const keys = [...volume]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key]) => key);
  const ids = new Set<string>();
  return keys.map((key, i) => {
    const [type = '', first = '0'] = key.split('\u0000');
    const name = type === '' ? 'Appels' : type;
    let id = `${plainId(name)}${first === '1' ? '-prio' : ''}`;
    if (ids.has(id)) id = `type-${i}`;
    ids.add(id);
    return {
      key,
      id,
      name: first === '1' ? `${name} (prioritaires)` : name,
      headStartS: first === '1' ? (options.headStart?.seconds ?? 0) : 0,
    };
  });
}

/** A type's name as an id: letters, digits, - and _. */
const plainId = (name: string): string => {
  const plain = /^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/.test(name) ? name : bareWord(name).slice(0, 20);
  return plain === '' ? 'type' : plain;
};

const isTimed = (call: CallRecord): boolean => !Number.isNaN(call.waitS);
const waitOf = (call: CallRecord) => ({ waitS: call.waitS, gaveUp: !call.served });
const servedFor = (calls: readonly CallRecord[]): number[] =>
  calls.filter((call) => call.served && call.serviceS > 0).map((call) => call.serviceS);

function handlingOf(own: readonly CallRecord[], all: readonly CallRecord[]): Law {
  const times = servedFor(own);
  const fit = fitLognormal(times.length >= ENOUGH_SERVED ? times : servedFor(all));
  if (fit !== null)
    return {
      law: 'lognormal',
      meanS: tenth(Math.max(0.1, fit.meanS)),
      cv: Number(Math.min(10, Math.max(0.001, fit.cv)).toFixed(3)),
    };
  return { law: 'deterministic', valueS: servedFor(all)[0] ?? 0 };
}

function patienceOf(own: readonly CallRecord[], all: readonly CallRecord[]): Law {
  const lost = own.filter((call) => !call.served).length;
  return (
    fitPatience((lost >= ENOUGH_LOST ? own : all).filter(isTimed).map(waitOf)) ?? {
      law: 'infinite',
    }
  );
}

function traceOf(
  calls: readonly CallRecord[],
  kinds: readonly Kind[],
  from: number,
  options: DayOptions,
): NonNullable<ScenarioFile['trace']> {
  const position = new Map(kinds.map((kind, i) => [kind.key, i]));
  const callers = new Map<string, number>();
  const number = (customer: string): number | null => {
    if (customer === '') return null;
    const known = callers.get(customer);
    if (known !== undefined) return known;
    callers.set(customer, callers.size);
    return callers.size - 1;
  };
  return {
    source: options.source.slice(0, 500),
    atS: calls.map((call) => tenth(call.arrivalS - from)),
    type: calls.map((call) => position.get(keyOf(call, options)) ?? 0),
    handlingS: calls.map((call) => (Number.isNaN(call.serviceS) ? null : call.serviceS)),
    patienceS: calls.map((call) => (call.served || Number.isNaN(call.waitS) ? null : call.waitS)),
    waitedS: calls.map((call) => (call.served ? call.waitS : null)),
    caller: calls.map((call) => number(call.customer)),
  };
}

/** Why so many types cannot be one scenario, or null. */
export function tooManyTypes(types: number): Problem | null {
  if (types <= MAX_TYPES) return null;
  return problem(
    'E_SIZE',
    'type',
    `Ce jour a ${types} types d’appels ; il en faut au plus ${MAX_TYPES} : regroupez-les.`,
    `This day has ${types} types of calls; it may have at most ${MAX_TYPES}: merge some.`,
  );
}

/** Why so many calls cannot be one scenario, or null. */
function tooManyCalls(n: number): Problem | null {
  if (n <= MAX_TRACE) return null;
  return problem(
    'E_SIZE',
    'day',
    `Ce jour a ${n} appels ; il en faut au plus ${MAX_TRACE} : choisissez un jour plus court.`,
    `This day has ${n} calls; it may have at most ${MAX_TRACE}: choose a shorter day.`,
  );
}

function typesOf(
  kinds: readonly Kind[],
  all: readonly CallRecord[],
  afterCall: AfterCall | null,
  options: DayOptions,
): ScenarioFile['types'] {
  return kinds.map((kind) => {
    const own = all.filter((call) => keyOf(call, options) === kind.key);
    return {
      id: kind.id,
      name: kind.name.slice(0, 100),
      handling: handlingOf(own, all),
      ...(afterCall === null ? {} : { wrapUp: afterCall.law }),
      patience: patienceOf(own, all),
      headStartS: kind.headStartS,
    };
  });
}

/** Whether nobody is at work all day. */
export const isEmpty = (groups: ScenarioFile['groups']): boolean =>
  groups.every(({ staff }) => typeof staff !== 'number' && staff.every((n) => n === 0));

/** Said where no row tells who answered. */
export const nobodyNamed = (day: string): Problem =>
  problem(
    'E_RANGE',
    'agent',
    `Aucune ligne du jour « ${day} » ne dit quel conseiller a répondu ; ajoutez la colonne « agent ».`,
    `No row of day "${day}" says which agent answered; add the column "agent".`,
  );

/** A recorded day of calls as a scenario file, or why it cannot be one. */
export function callDay(records: CallReading, options: DayOptions): RecordedDay | Problem {
  const day = pickDay(records.days, options.day);
  if (typeof day !== 'string') return day;
  const intervalMin = options.intervalMin ?? 30;
  const ofDay = records.calls.ofDay(day);
  const all = records.calls.sample(SAMPLE);
  const hours = openingHours(ofDay, intervalMin * 60);
  if (hours === null)
    return problem(
      'E_RANGE',
      'day',
      `Personne n’est servi le jour « ${day} » ; choisissez-en un autre.`,
      `Nobody is served on day "${day}"; choose another.`,
    );
  const calls = ofDay
    .filter((call) => call.arrivalS >= hours.from && call.arrivalS < hours.to)
    .sort((a, b) => a.arrivalS - b.arrivalS);
  const kinds = kindsOf(volumeOf(calls, options), options);
  const refusal = tooManyTypes(kinds.length) ?? tooManyCalls(calls.length);
  if (refusal !== null) return refusal;
  const groups = groupsOf(calls, all, kinds, hours, intervalMin * 60);
  if (isEmpty(groups)) return nobodyNamed(day);
  const afterCall = lawOfGaps(gapsOf(calls)) ?? lawOfGaps(gapsOf(all));
  const supposed = new Supposing();
  if (afterCall !== null) supposed.add('afterCall', afterCallSays(afterCall));
  const title = options.name ?? `${options.source.slice(0, 60)}, ${day}`;
  const lengthMin = (hours.to - hours.from) / 60;
  const scenario: ScenarioFile = {
    format: FORMAT,
    name: title.slice(0, 500),
    source: options.source.slice(0, 1_000),
    day: { opensAt: clockOf(hours.from), lengthMin, intervalMin },
    types: typesOf(kinds, all, afterCall, options),
    groups,
    routing: { agents: 'skillPriority' },
    trace: traceOf(calls, kinds, hours.from, options),
    ...(supposed.all.length === 0 ? {} : { supposed: supposed.all }),
  };
  const replayed = replay(calls);
  const served = calls.filter((call) => call.served).length;
  const agents = new Set(
    calls.filter((call) => call.served && call.agent !== '').map((call) => call.agent),
  );
  return {
    scenario,
    day,
    calls: calls.length,
    served,
    abandoned: calls.length - served,
    outsideHours: ofDay.length - calls.length,
    agents: agents.size,
    notes: supposed.notes,
    proof: { recorded: recordedFigures(calls), replayed: replayed.figures },
    reasons: reasonsOf({ afterCall, calls, groups, overlaps: replayed.overlaps }),
  };
}
