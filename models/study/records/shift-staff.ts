import { saysOf } from '../../scenario/fields.ts';
import type { ScenarioFile } from '../../scenario/scenario.ts';
import { Supposing, supposedBut, supposedSays } from '../../scenario/supposed.ts';
import { plain } from '../../scenario/untrusted.ts';
import { isProblem, type Problem, problem, type Says } from '../../words/problem.ts';
import { short } from '../report/numerals.ts';
import { dayNumber } from './calendar.ts';
import { bareWord } from './columns.ts';
import type { RecordedDay } from './day-options.ts';
import { DAY_S } from './moments.ts';
import type { Shift, ShiftReading, ShiftRefusal, Stretch } from './shift-rows.ts';

/**
 * Planned shifts as the staff of a scenario: of each group and interval, the time for which its
 * agents are planned, breaks taken out, over the length of the interval. A part of an interval is
 * a part of an agent, which a day draws (RULES H4).
 */

/** A scenario staffed by shifts, and what there is to say of it. */
export interface Staffed {
  readonly scenario: ScenarioFile;
  readonly notes: readonly Says[];
  /** In which order dates were read, where they could be read in two; else null. */
  readonly order: Says | null;
  /** Rows that name a group which is none of the scenario. */
  readonly refusals: readonly ShiftRefusal[];
}

/** Why a day so staffed is not the recorded one. */
const AS_PLANNED: Says = {
  fr: 'L’effectif est celui du planning : qui était là ce jour-là peut différer.',
  en: 'The staff is that of the plan: who was there on the day may differ.',
};

/** A recorded day with the staff that was planned. */
export const staffedDay = (
  day: RecordedDay,
  { scenario }: Pick<Staffed, 'scenario'>,
): RecordedDay => ({
  ...day,
  scenario,
  notes: supposedSays({ supposed: supposedBut(scenario, 'staff') }),
  reasons: [...day.reasons.filter((reason) => reason !== AS_PLANNED), AS_PLANNED],
});

type Group = ScenarioFile['groups'][number];

/** The day of a scenario on the clock, seconds after midnight. */
interface Hours extends Stretch {
  readonly widthS: number;
  readonly intervals: number;
}

function hoursOf({ day }: ScenarioFile): Hours {
  const [hours = 0, minutes = 0] = (day.opensAt ?? '09:00').split(':').map(Number);
  const fromS = hours * 3_600 + minutes * 60;
  const widthS = (day.intervalMin ?? 30) * 60;
  const lengthS = day.lengthMin * 60;
  const intervals = Math.ceil(lengthS / widthS - 1e-9);
  return { fromS, toS: fromS + lengthS, widthS, intervals };
}

/** Stretches that overlap, as one each. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: { fromS: number; toS: number }[] = [];
  for (const { fromS, toS } of [...stretches].sort((a, b) => a.fromS - b.fromS)) {
    const last = all.at(-1);
    if (last !== undefined && fromS <= last.toS) last.toS = Math.max(last.toS, toS);
    else all.push({ fromS, toS });
  }
  return all;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);

/** How long two sets of stretches, each of them merged, last at once. */
function atOnce(some: readonly Stretch[], others: readonly Stretch[]): number {
  let sum = 0;
  for (const a of some)
    for (const b of others) sum += Math.max(0, Math.min(a.toS, b.toS) - Math.max(a.fromS, b.fromS));
  return sum;
}

/** By how much a row is later than on a day, seconds: one without a date comes every day. */
function shiftsOf(day: string, { day: own }: Shift): readonly number[] {
  if (own === '') return [-DAY_S, 0, DAY_S];
  if (own === day) return [0];
  const apart = dayNumber(own) - dayNumber(day);
  return Math.abs(apart) <= 2 ? [apart * DAY_S] : [];
}

const later = ({ fromS, toS }: Stretch, byS: number): Stretch => ({
  fromS: fromS + byS,
  toS: toS + byS,
});

/** What one agent of a group is planned for, on the clock of a day. */
interface Presence {
  readonly group: number;
  readonly there: readonly Stretch[];
  /** Of it, what the rows of this day say; others reach into it. */
  readonly today: readonly Stretch[];
  readonly away: readonly Stretch[];
  /** Planned twice at once. */
  readonly isDouble: boolean;
}

interface Planned {
  readonly group: number;
  readonly agent: string;
  readonly stretches: Stretch[];
  readonly today: Stretch[];
}

function presencesOn(day: string, rows: readonly (Shift & { place: number })[]): Presence[] {
  const away = new Map<string, Stretch[]>();
  const there = new Map<string, Planned>();
  for (const row of rows) {
    const agent = row.agent === '' ? `line ${row.line}` : row.agent;
    for (const byS of shiftsOf(day, row)) {
      const gone = away.get(agent) ?? [];
      away.set(agent, gone);
      gone.push(...[...row.breaks, ...(row.isAway ? [row] : [])].map((one) => later(one, byS)));
      if (row.isAway) continue;
      const key = `${row.place} ${agent}`;
      const own = there.get(key) ?? { group: row.place, agent, stretches: [], today: [] };
      there.set(key, own);
      own.stretches.push(later(row, byS));
      if (byS === 0) own.today.push(row);
    }
  }
  return [...there.values()].map(({ agent, group, stretches, today }) => ({
    group,
    there: merged(stretches),
    today: merged(today),
    away: merged(away.get(agent) ?? []),
    isDouble: lengthOf(merged(stretches)) < lengthOf(stretches) - 1,
  }));
}

/** Time of each interval for which somebody is there, and of all that is planned today, seconds. */
function coverage(
  { away, there, today }: Presence,
  hours: Hours,
): { byInterval: number[]; all: number } {
  const byInterval = Array.from({ length: hours.intervals }, (_, i) => {
    const fromS = hours.fromS + i * hours.widthS;
    const here = [{ fromS, toS: Math.min(fromS + hours.widthS, hours.toS) }];
    const present = merged(there.map((one) => clipped(one, here[0] as Stretch)));
    return lengthOf(present) - atOnce(present, away);
  });
  return { byInterval, all: lengthOf(today) - atOnce(today, away) };
}

const clipped = (one: Stretch, within: Stretch): Stretch => {
  const fromS = Math.min(Math.max(one.fromS, within.fromS), within.toS);
  return { fromS, toS: Math.max(fromS, Math.min(one.toS, within.toS)) };
};

/** The dates to staff: the one that is asked for, the only one, or all where a mean is wanted. */
function daysOf({ shifts }: ShiftReading, wanted: string | undefined): string[] | Problem {
  const dates = [...new Set(shifts.map((shift) => shift.day))].filter((one) => one !== '').sort();
  if (dates.length === 0) return [''];
  // A recorded day that is only numbered is none of the dates, and each of them.
  const isNumbered = wanted !== undefined && /^\d{1,7}$/.test(wanted) && !dates.includes(wanted);
  const day = isNumbered ? undefined : wanted;
  if (day === '') return dates;
  if (day === undefined && dates.length === 1) return dates;
  if (day !== undefined && (dates.includes(day) || shifts.some((shift) => shift.day === '')))
    return [day];
  const list = dates.slice(0, 40).join(', ');
  return day === undefined
    ? problem(
        'E_RANGE',
        'day',
        `Ces présences couvrent ${dates.length} dates ; dites laquelle prendre : ${list}.`,
        `These shifts cover ${dates.length} dates; say which to take: ${list}.`,
      )
    : problem(
        'E_UNKNOWN',
        'day',
        `Aucune présence le « ${plain(day, 40)} » ; les dates sont : ${list}.`,
        `No shift on "${plain(day, 40)}"; the dates are: ${list}.`,
      );
}

/** The group of the scenario that a file calls by this name; -1 where there is none. */
function groupNamed(groups: readonly Group[], name: string): number {
  const wanted = bareWord(name);
  return groups.findIndex(({ id, name: own }) => {
    const { en, fr } = saysOf(own);
    return [id, fr, en].some((one) => bareWord(one) === wanted);
  });
}

const hoursSaid = (seconds: number, language: 'fr' | 'en'): string =>
  short(seconds / 3_600, 1, language);

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/**
 * The scenario with the staff of its shifts.
 * @param day which date; '' for the mean of all; undefined for the only one there is
 */
export function withShifts(
  file: ScenarioFile,
  reading: ShiftReading,
  day: string | undefined,
): Staffed | Problem {
  const { groups } = file;
  const refusals: ShiftRefusal[] = [];
  const rows = reading.shifts.flatMap((shift) => {
    const only = shift.group === '' && groups.length === 1;
    const place = only ? 0 : groupNamed(groups, shift.group);
    if (place >= 0 || shift.isAway) return [{ ...shift, place }];
    refusals.push({ line: shift.line, problem: noGroup(shift, groups) });
    return [];
  });
  if (rows.every(({ isAway }) => isAway)) return refusals[0]?.problem ?? noShift(reading);
  const order = orderSays(reading);
  const days = daysOf({ ...reading, shifts: rows }, day);
  if (isProblem(days)) return order === null ? days : followed(days, order);
  const hours = hoursOf(file);
  const sums = groups.map(() => new Array<number>(hours.intervals).fill(0));
  let [agents, double, planned, within] = [0, 0, 0, 0];
  for (const one of days)
    for (const presence of presencesOn(one, rows)) {
      const { all, byInterval } = coverage(presence, hours);
      const inside = byInterval.reduce((sum, s) => sum + s, 0);
      byInterval.forEach((seconds, i) => {
        const own = sums[presence.group] as number[];
        own[i] = (own[i] as number) + seconds / hours.widthS / days.length;
      });
      if (inside > 0) agents += 1;
      if (presence.isDouble && inside > 0) double += 1;
      planned += all;
      within += inside;
    }
  const staffed = groups.map((group, g) => ({ group, staff: (sums[g] as number[]).map(rounded) }));
  const mean = (sum: number): number => sum / days.length;
  const notes = notesOf({
    ...{ days, double, staffed },
    ...{ agents: Math.round(mean(agents)), planned: mean(planned), within: mean(within) },
  });
  const supposed = new Supposing(supposedBut(file, 'staff'));
  supposed.add('staff', ...notes);
  const scenario = {
    ...file,
    supposed: supposed.all,
    groups: staffed.map(({ group, staff }) =>
      staff.some((n) => n > 0) ? { ...group, staff, breaks: [] } : group,
    ),
  };
  return { scenario, notes, order, refusals };
}

const rounded = (x: number): number => Math.round(x * 1_000) / 1_000;

interface Told {
  readonly agents: number;
  readonly double: number;
  readonly days: readonly string[];
  /** Time on the plan, and of it within the hours of the scenario, seconds. */
  readonly planned: number;
  readonly within: number;
  readonly staffed: readonly { readonly group: Group; readonly staff: readonly number[] }[];
}

function notesOf({ agents, days, double, planned, staffed, within }: Told): Says[] {
  const shared = days.length > 1;
  const notes: Says[] = [
    {
      fr: `Effectif d’après les présences planifiées, pauses déduites : ${hoursSaid(within, 'fr')} h de ${counted(agents, 'conseiller', 'conseillers')}${shared ? `, moyenne de ${days.length} dates` : ''}.`,
      en: `Staff from planned shifts, breaks taken out: ${hoursSaid(within, 'en')} h of ${counted(agents, 'agent', 'agents')}${shared ? `, mean of ${days.length} dates` : ''}.`,
    },
  ];
  const say = (fr: string, en: string): number => notes.push({ fr, en });
  if (staffed.some(({ staff }) => staff.some((n) => !Number.isInteger(n))))
    say(
      'Une part d’intervalle est une part de conseiller : un de plus, avec cette probabilité, tiré chaque demi-heure.',
      'A part of an interval is a part of an agent: one more with that probability, drawn each half-hour.',
    );
  if (planned - within > 60)
    say(
      `${hoursSaid(planned - within, 'fr')} h planifiées hors des heures du scénario sont laissées de côté.`,
      `${hoursSaid(planned - within, 'en')} h planned outside the hours of the scenario are left aside.`,
    );
  if (double > 0)
    say(
      `${counted(double, 'conseiller est planifié', 'conseillers sont planifiés')} deux fois à la même heure : une seule compte.`,
      `${counted(double, 'agent is', 'agents are')} planned twice at the same time: it counts once.`,
    );
  for (const { group, staff } of staffed) {
    const name = saysOf(group.name);
    const isEmpty = staff.every((n) => n === 0);
    if (isEmpty)
      say(
        `Personne n’est planifié pour « ${name.fr} » : son effectif reste ce qu’il était.`,
        `Nobody is planned for "${name.en}": its staff stays what it was.`,
      );
    else if ((group.breaks ?? []).length > 0)
      say(
        `Les pauses de « ${name.fr} » dans le scénario laissent la place à celles du fichier.`,
        `The breaks of "${name.en}" in the scenario give way to those of the file.`,
      );
  }
  return notes;
}

/** In which order dates were read, where they could be read in two. */
function orderSays({ guessed }: ShiftReading): Says | null {
  if (guessed === null) return null;
  return {
    fr: `Dates lues ${guessed === 'dmy' ? 'jour/mois' : 'mois/jour'} ; si c’est l’inverse, dites-le ou écrivez-les AAAA-MM-JJ.`,
    en: `Dates read as ${guessed === 'dmy' ? 'day/month' : 'month/day'}; if it is the other way, say so or write them YYYY-MM-DD.`,
  };
}

const followed = ({ says, ...rest }: Problem, { en, fr }: Says): Problem => ({
  ...rest,
  says: { fr: `${says.fr} ${fr}`, en: `${says.en} ${en}` },
});

/** No row can be used: the first of them says why. */
function noShift({ refusals }: ShiftReading): Problem {
  const [first] = refusals;
  const none = problem(
    'E_RANGE',
    '',
    'Ce fichier ne contient aucune présence utilisable ; vérifiez ses heures.',
    'This file holds no shift that can be used; check its times.',
  );
  if (first === undefined) return none;
  const { en, fr } = first.problem.says;
  return followed(none, { fr: `Ligne ${first.line} : ${fr}`, en: `Line ${first.line}: ${en}` });
}

function noGroup({ group, line }: Shift, groups: readonly Group[]): Problem {
  const list = groups.map(({ id }) => id).join(', ');
  return group === ''
    ? problem(
        'E_TYPE',
        `${line}`,
        `Le scénario a ${groups.length} groupes et cette présence n’en nomme aucun ; remplissez une colonne « groupe » avec : ${list}.`,
        `The scenario has ${groups.length} groups and this shift names none; fill a column "group" with: ${list}.`,
      )
    : problem(
        'E_UNKNOWN',
        `${line}`,
        `« ${plain(group, 40)} » n’est aucun groupe du scénario ; les choix sont : ${list}.`,
        `"${plain(group, 40)}" is no group of the scenario; the choices are: ${list}.`,
      );
}
