import {
  catalogueFile,
  desksOf,
  readScenario,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { Centre, frameOf, Measures, SUM } from '../../models/doors/study.ts';
import { callsOf } from './contest.ts';
import { naive } from './naive.ts';
import { alternate, median, type Timed, timed } from './rounds.ts';
import { SMALL } from './work.ts';

/** A day of ten agents, through everything that a study of it passes through. */
export interface Day {
  readonly agents: number;
  /** Mean calls a day. */
  readonly calls: number;
  readonly daysPerS: number;
  readonly callsPerS: number;
  /** What the naive heap does of the common work, in turn with these days. */
  readonly naivePerS: number;
  /** The very first day of this process, with its scenario read from the file's text. */
  readonly firstMs: number;
}

const DAYS = 200;
/** V8 has made of a centre all that it will after some 500 days. */
const WARM_UPS = 3;

/** As a small centre has it: two types, breaks, redials, after-call work. */
const CLASSICAL = JSON.stringify({
  format: 'contretemps/1',
  name: 'Ten agents',
  day: { opensAt: '08:30', lengthMin: 540, intervalMin: 30 },
  arrivals: { busynessCv: 0.1 },
  types: [
    {
      id: 'orders',
      name: 'Orders',
      perHour: [40, 70, 95, 110, 115, 100, 80, 60, 55, 70, 90, 100, 95, 85, 70, 60, 45, 30],
      handling: { law: 'lognormal', meanS: 210, cv: 1.1 },
      wrapUp: { law: 'exponential', meanS: 25 },
      patience: { law: 'weibull', meanS: 240, shape: 0.8, zero: 0.02 },
      redial: { probability: 0.4, delay: { law: 'gamma', meanS: 900, cv: 1 } },
    },
    {
      id: 'help',
      name: 'Help',
      perHour: 30,
      handling: { law: 'gamma', meanS: 320, cv: 0.9 },
      patience: { law: 'exponential', meanS: 300 },
      repeat: { probability: 0.15, delay: { law: 'lognormal', meanS: 3_600, cv: 1 } },
    },
  ],
  groups: [
    {
      id: 'all',
      name: 'Everybody',
      staff: 10,
      skills: [{ type: 'orders' }, { type: 'help', priority: 2 }],
      speedCv: 0.1,
      breaks: [
        { atMin: 210, lengthMin: 45, agents: 5 },
        { atMin: 255, lengthMin: 45, agents: 5 },
      ],
    },
  ],
});

/** Beside the needs, phases, returns and prices of the scenario: moods and energy. */
const HUMAN = { discover: {}, mood: {}, energy: {} };
/** And what else there is: masks that agents slide into, fit, speed, difficult talks, supports. */
const ALL = {
  ...HUMAN,
  speed: {},
  fit: {},
  difficult: {},
  supports: { preparation: 0.5, vision: 0.5 },
};

/** The day with two peaks of MODEL 15.2, with more of the human on. */
function peaks(parts: object, all: boolean): string {
  const file = catalogueFile('dix-conseillers') as {
    types: { need?: object }[];
    arbitration: { policy: object };
  };
  if (all) for (const type of file.types) type.need = { stance: 'mixed' };
  const policy = { name: 'priceNext', ...(all ? { masks: 'slide' } : {}) };
  return JSON.stringify({ ...file, arbitration: { ...file.arbitration, policy, ...parts } });
}

function read(text: string): Scenario {
  const reading = readScenario(JSON.parse(text));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** Calls offered in this many days. */
function run(scenario: Scenario, days: number, seed: string): number {
  const measures = new Measures(frameOf(scenario));
  let calls = 0;
  for (let day = 0; day < days; day++) {
    measures.clear();
    new Centre(scenario, `${seed} ${day}`, measures.recorder).run();
    calls += measures.sums().day[SUM.offered] ?? 0;
  }
  return calls;
}

/** Calls of the common work, done by the naive heap. */
const naiveCalls = (seed: number): number =>
  callsOf(Array.from({ length: SMALL.repeats }, (_, i) => naive(SMALL, 1_000 * seed + i)));

export const smallDay = (rounds: number): Day => measure(CLASSICAL, rounds);
export const humanDay = (rounds: number): Day => measure(peaks(HUMAN, false), rounds);
export const wholeDay = (rounds: number): Day => measure(peaks(ALL, true), rounds);

function measure(text: string, rounds: number): Day {
  const first = timed(() => run(read(text), 1, 'first'));
  const scenario = read(text);
  const { day: days = [], naive: heap = [] } = alternate(
    { day: (i) => run(scenario, DAYS, String(i)), naive: naiveCalls },
    rounds,
    WARM_UPS,
  );
  const perS = ({ ms, value }: Timed<number>): number => (value / ms) * 1_000;
  return {
    agents: scenario.groups.reduce((sum, group) => sum + desksOf(group), 0),
    calls: median(days.map(({ value }) => value / DAYS)),
    daysPerS: median(days.map(({ ms }) => (DAYS / ms) * 1_000)),
    callsPerS: median(days.map(perS)),
    naivePerS: median(heap.map(perS)),
    firstMs: first.ms,
  };
}
