import { FORMAT, type Law, MAX_TYPES, type ScenarioFile } from '../../scenario/scenario.ts';
import { Supposing } from '../../scenario/supposed.ts';
import { isProblem, type Problem, problem } from '../../words/problem.ts';
import { short } from '../report/numerals.ts';
import { erlangA } from '../theory/impatient.ts';
import { bareWord } from './columns.ts';
import { clockOf, type DayOptions, pickDay, type RecordedDay } from './day-options.ts';
import { atWidth, byClock, type IntervalRecord } from './interval-record.ts';
import { usualIntervalMin } from './interval-width.ts';
import { stepOf } from './lengths.ts';
import type { IntervalReading } from './reader.ts';

/**
 * An interval table as a scenario: its volumes are rates, its handling a mean. What such a table
 * cannot say (how handling and patience spread, often the staff) is supposed, and said to be.
 */

/** One interval of one type, all days together. */
interface Cell {
  offered: number;
  answered: number;
  abandoned: number;
  talkS: number;
  talked: number;
  waitS: number;
  waited: number;
  met: number;
  measured: number;
  staffed: number;
  staffDays: number;
}

const USUAL = { handlingS: 240, patienceS: 240, spread: 1, level: 0.8 } as const;
/** The target of the usual 80/20, seconds. */
const TARGET_S = 20;
const MOST_AGENTS = 2_000;

const emptyCell = (): Cell => ({
  ...{ offered: 0, answered: 0, abandoned: 0, talkS: 0, talked: 0, waitS: 0, waited: 0 },
  ...{ met: 0, measured: 0, staffed: 0, staffDays: 0 },
});

function add(cell: Cell, one: IntervalRecord): void {
  const weight = Number.isNaN(one.answered) ? one.offered : one.answered;
  cell.offered += one.offered;
  cell.answered += Number.isNaN(one.answered) ? 0 : one.answered;
  cell.abandoned += Number.isNaN(one.abandoned) ? 0 : one.abandoned;
  if (one.handlingS > 0) {
    cell.talkS += one.handlingS * weight;
    cell.talked += weight;
  }
  if (!Number.isNaN(one.speedS)) {
    cell.waitS += one.speedS * weight;
    cell.waited += weight;
  }
  if (!Number.isNaN(one.level)) {
    cell.met += one.level * one.offered;
    cell.measured += one.offered;
  }
  if (!Number.isNaN(one.staffed)) {
    cell.staffed += one.staffed;
    cell.staffDays += 1;
  }
}

function sumOf(cells: readonly Cell[]): Cell {
  const sum = emptyCell();
  for (const cell of cells)
    for (const key of Object.keys(sum) as (keyof Cell)[]) sum[key] += cell[key];
  return sum;
}

const tenth = (x: number): number => Math.round(x * 10) / 10;
const thousandth = (x: number): number => Math.round(x * 1_000) / 1_000;
const hundredth = (x: number): number => Math.round(x * 100) / 100;

interface Table {
  readonly from: number;
  readonly widthS: number;
  /** By type, then by interval. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  readonly days: number;
}

function tabled(written: readonly IntervalRecord[], intervalMin: number): Table | null {
  const asked = intervalMin * 60;
  const own = stepOf(written, asked);
  // Intervals are put together, never cut.
  const isWider = asked > own && asked % own === 0;
  const widthS = isWider ? asked : own;
  const records = isWider ? atWidth(written, asked) : written;
  const open = records.filter((one) => one.offered > 0).map((one) => one.atS);
  if (open.length === 0) return null;
  const from = open.reduce((least, at) => Math.min(least, at));
  const to = open.reduce((most, at) => Math.max(most, at)) + widthS;
  const count = Math.round((to - from) / widthS);
  const cells = new Map<string, Cell[]>();
  for (const one of records) {
    const i = Math.floor((one.atS - from) / widthS);
    if (i < 0 || i >= count) continue;
    let own = cells.get(one.type);
    if (own === undefined) {
      own = Array.from({ length: count }, emptyCell);
      cells.set(one.type, own);
    }
    add(own[i] as Cell, one);
  }
  return { from, widthS, cells, days: new Set(records.map((one) => one.day)).size };
}

/** Patience that gives this abandonment at this wait: share lost = mean wait / mean patience. */
function patienceOf(all: Cell, supposed: Supposing): number {
  const told = all.answered + all.abandoned;
  if (all.abandoned > 0 && all.waited > 0 && all.waitS > 0) {
    const meanS = tenth(Math.max(5, (all.waitS / all.waited) * (told / all.abandoned)));
    supposed.add('patience', {
      fr: `Patience supposée exponentielle, de ${short(meanS, 1, 'fr')} s en moyenne : l’attente moyenne divisée par la part d’abandons.`,
      en: `Patience is supposed exponential with a mean of ${meanS} s: the mean wait over the share of abandonments.`,
    });
    return meanS;
  }
  supposed.add('patience', {
    fr: `Patience supposée exponentielle, de ${USUAL.patienceS} s en moyenne : la table ne permet pas de l’estimer.`,
    en: `Patience is supposed exponential with a mean of ${USUAL.patienceS} s: the table does not let it be estimated.`,
  });
  return USUAL.patienceS;
}

function handlingOf(cell: Cell, all: Cell): number {
  const one = cell.talked > 0 ? cell : all;
  return one.talked > 0 ? tenth(Math.max(1, one.talkS / one.talked)) : USUAL.handlingS;
}

/** Fewest agents with whom Erlang A does as well as the interval did. */
function fewest(cell: Cell, like: Cell, rate: number, handling: number, patience: number): number {
  if (rate === 0) return 0;
  const told = like.answered + like.abandoned;
  const holds = (agents: number): boolean => {
    const line = erlangA({ rate, handling, agents }, patience, TARGET_S);
    if (like.waited > 0) return line.asa <= like.waitS / like.waited + 1e-9;
    if (told > 0) return line.abandons <= like.abandoned / told + 1e-9;
    const level = like.measured > 0 ? like.met / like.measured : USUAL.level;
    return line.levels.f3 >= Math.min(0.999, level);
  };
  const least = cell.answered > 0 ? 1 : Math.max(1, Math.floor(rate * handling * 0.5));
  let [low, high] = [least, least];
  while (!holds(high) && high < MOST_AGENTS) {
    low = high + 1;
    high = Math.min(MOST_AGENTS, high * 2);
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** From so many answered calls on an interval speaks for itself; else the whole day does. */
const ENOUGH = 30;

function staffOf(table: Table, patience: number, supposed: Supposing): number[] {
  const rows = [...table.cells.values()];
  const perInterval = Array.from({ length: rows[0]?.length ?? 0 }, (_, i) =>
    sumOf(rows.map((cells) => cells[i] ?? emptyCell())),
  );
  const all = sumOf(perInterval);
  if (all.staffed > 0)
    return perInterval.map(({ staffDays, staffed }) =>
      staffDays > 0 ? hundredth(staffed / staffDays) : 0,
    );
  const staff = perInterval.map((cell) => {
    const rate = cell.offered / table.days / table.widthS;
    const like = cell.answered >= ENOUGH ? cell : all;
    return fewest(cell, like, rate, handlingOf(cell, all), patience);
  });
  const [fr, en] =
    all.waited > 0
      ? ['l’attente moyenne', 'the mean wait']
      : all.answered + all.abandoned > 0
        ? ['la part d’abandons', 'the share of abandonments']
        : ['80 % de réponses en 20 s', '80 % answered within 20 s'];
  supposed.add('staff', {
    fr: `Effectif estimé, faute de colonne : le plus petit qui, selon Erlang A, explique ${fr}. Remplacez-le par le vôtre.`,
    en: `Staff is estimated, for want of a column: the smallest that by Erlang A explains ${en}. Put yours in its place.`,
  });
  return staff;
}

/** Each interval's mean handling over that of the day; none where all are alike, or unsaid. */
function handlingFactors(cells: readonly Cell[], meanS: number): number[] | undefined {
  const factors = cells.map(({ talkS, talked }) =>
    talked > 0 ? Math.min(100, Math.max(0.01, thousandth(talkS / talked / meanS))) : 1,
  );
  return factors.every((factor) => factor === 1) ? undefined : factors;
}

function typesOf(table: Table, patience: number, supposed: Supposing): ScenarioFile['types'] {
  const all = sumOf([...table.cells.values()].flat());
  supposed.add(
    'handling',
    all.talked > 0
      ? {
          fr: `Traitement moyen de ${short(handlingOf(all, all), 1, 'fr')} s, pondéré par les appels répondus ; sa dispersion (coefficient de variation ${USUAL.spread}) est supposée.`,
          en: `Mean handling of ${handlingOf(all, all)} s, weighted by calls answered; its spread (coefficient of variation ${USUAL.spread}) is supposed.`,
        }
      : {
          fr: `La table ne dit pas la durée de traitement : ${USUAL.handlingS} s sont supposées.`,
          en: `The table does not say how long handling takes: ${USUAL.handlingS} s are supposed.`,
        },
  );
  const types = [...table.cells].map(([name, cells], i) => {
    const meanS = handlingOf(sumOf(cells), all);
    const law: Law = { law: 'lognormal', meanS, cv: USUAL.spread };
    const handlingFactor = handlingFactors(cells, meanS);
    const id = bareWord(name).slice(0, 20) || 'appels';
    return {
      id: i > 0 && id === 'appels' ? `type-${i}` : id,
      name: name === '' ? { fr: 'Appels', en: 'Calls' } : name.slice(0, 100),
      perHour: cells.map((cell) => hundredth((cell.offered / table.days) * (3_600 / table.widthS))),
      handling: law,
      ...(handlingFactor === undefined ? {} : { handlingFactor }),
      patience: { law: 'exponential', meanS: patience } as const,
    };
  });
  if (types.some(({ handlingFactor }) => handlingFactor !== undefined))
    supposed.add('handling', {
      fr: 'Le traitement suit l’heure : chaque intervalle a sa durée moyenne, celle du tableau.',
      en: 'Handling follows the hour: each interval has its own mean, that of the table.',
    });
  return types;
}

/** Calls an hour, and agents talking at once, that no centre has: a column read amiss. */
const MOST_AN_HOUR = 200_000;
const MOST_BUSY = 20_000;

/** Why volumes are none of a centre, where they are not; before anything is worked out of them. */
function beyond({ cells, days, from, widthS }: Table): Problem | null {
  for (const own of cells.values())
    for (const [i, cell] of own.entries()) {
      const anHour = Math.round((cell.offered / days) * (3_600 / widthS));
      const at = clockOf(from + i * widthS);
      if (anHour > MOST_AN_HOUR)
        return problem(
          'E_RANGE',
          'offered',
          `À ${at}, ce tableau a ${anHour} appels par heure, plus que ${MOST_AN_HOUR} ; vérifiez la colonne prise pour les appels offerts.`,
          `At ${at} this table has ${anHour} calls an hour, more than ${MOST_AN_HOUR}; check the column taken for calls offered.`,
        );
      const busy = Math.round((anHour / 3_600) * (cell.talked > 0 ? cell.talkS / cell.talked : 0));
      if (busy > MOST_BUSY)
        return problem(
          'E_RANGE',
          'aht',
          `À ${at}, les appels de ce tableau occuperaient ${busy} conseillers à la fois, plus que ${MOST_BUSY} ; vérifiez les appels offerts et leur durée de traitement.`,
          `At ${at} the calls of this table would keep ${busy} agents busy at once, more than ${MOST_BUSY}; check the calls offered and how long handling takes.`,
        );
    }
  return null;
}

/** An interval table as a scenario: one day of it, or the mean of all its days. */
export function intervalDay(reading: IntervalReading, options: DayOptions): RecordedDay | Problem {
  const day =
    options.day === undefined && reading.days.size > 1 ? '' : pickDay(reading.days, options.day);
  if (isProblem(day)) return day;
  const records =
    day === '' ? byClock(reading.intervals) : reading.intervals.filter((one) => one.day === day);
  const table = tabled(records, options.intervalMin ?? usualIntervalMin(reading));
  if (table === null || table.cells.size > MAX_TYPES)
    return problem(
      'E_RANGE',
      'offered',
      'Cette table n’a aucun appel, ou trop de files ; vérifiez ses colonnes.',
      'This table has no call, or too many queues; check its columns.',
    );
  const refusal = beyond(table);
  if (refusal !== null) return refusal;
  const supposed = new Supposing();
  const all = sumOf([...table.cells.values()].flat());
  const patience = patienceOf(all, supposed);
  const types = typesOf(table, patience, supposed);
  const staff = staffOf(table, patience, supposed);
  const lengthMin = (staff.length * table.widthS) / 60;
  const title = options.name ?? `${options.source.slice(0, 60)}${day === '' ? '' : `, ${day}`}`;
  return {
    scenario: {
      format: FORMAT,
      name: title.slice(0, 500),
      source: options.source.slice(0, 1_000),
      day: { opensAt: clockOf(table.from), lengthMin, intervalMin: table.widthS / 60 },
      types,
      supposed: supposed.all,
      groups: [
        {
          id: 'conseillers',
          name: { fr: 'Conseillers', en: 'Agents' },
          staff,
          skills: types.map(({ id }) => ({ type: id })),
        },
      ],
    },
    day,
    calls: hundredth(all.offered / table.days),
    served: hundredth(all.answered / table.days),
    abandoned: hundredth(all.abandoned / table.days),
    outsideHours: 0,
    agents: Math.max(...staff),
    notes: supposed.notes,
    proof: null,
    reasons: [],
  };
}
