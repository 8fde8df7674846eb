import { describe, expect, it } from 'vitest';
import type { Law, Scenario } from '../../models/scenario/scenario.ts';
import {
  boundedLine,
  erlangB,
  type Impatient,
  impatientLine,
  patientLine,
  singleAgentWait,
  survivalOf,
  type Traffic,
} from '../../models/study/theory.ts';
import { agrees, type Day, figure, open, ratioAgrees, study } from './study.ts';
import { world } from './worlds.ts';

/** A line of the theory, in minutes, as a scenario. */
interface Case extends Traffic {
  readonly handlingLaw?: Law;
  readonly patience?: Law;
  readonly lengthMin: number;
  readonly warmUpMin: number;
  readonly waitingPlaces?: number;
}

const scenarioOf = (c: Case): Scenario =>
  world({
    day: { lengthMin: c.lengthMin, intervalMin: c.lengthMin, warmUpMin: c.warmUpMin },
    types: [
      {
        perHour: c.rate * 60,
        handling: c.handlingLaw ?? { law: 'exponential', meanS: c.handling * 60 },
        patience: c.patience ?? { law: 'infinite' },
      },
    ],
    groups: [{ staff: c.agents }],
    ...(c.waitingPlaces === undefined ? {} : { lines: { waitingPlaces: c.waitingPlaces } }),
  });

const T = 1 / 3;
const MODEL = { rate: 2, handling: 6, agents: 12 };
const HALF_HOUR = { rate: 100 / 30, handling: 3, agents: 14 };
const SMALL = { rate: 4, handling: 3, agents: 14 };
const LARGE = { rate: 100, handling: 3, agents: 310 };
const WEIBULL = { law: 'weibull', meanS: 240, shape: 0.7 } as const;
const TWO_KINDS: Law = {
  law: 'hyperexponential',
  phases: [
    { share: 0.2, meanS: 30 },
    { share: 0.8, meanS: 294 },
  ],
};
const TABLE: Law = {
  law: 'empirical',
  valuesS: [10, 60, 300],
  cumulative: [0.05, 0.3, 0.7],
  tailMeanS: 600,
};

const SECONDS = 60;
const waits = (days: readonly Day[], oracle: number): void =>
  ratioAgrees(days, 'waits', (day) => day.waits, figure('offered'), oracle);

describe('Erlang B by simulation', () => {
  it.each<[string, Law]>([
    ['exponential', { law: 'exponential', meanS: 240 }],
    ['lognormal: the law does not matter', { law: 'lognormal', meanS: 240, cv: 1.5 }],
    ['deterministic', { law: 'deterministic', valueS: 240 }],
  ])('[W8] 10 lines, 8 Erlang, handling %s', (name, handlingLaw) => {
    const traffic = { rate: 2, handling: 4, agents: 10 };
    const days = study(
      scenarioOf({ ...traffic, handlingLaw, lengthMin: 4_000, warmUpMin: 100, waitingPlaces: 0 }),
      30,
      name,
    );
    agrees(days, 'blockedRate', erlangB(10, 8));
    agrees(days, 'accessibility', 1 - erlangB(10, 8));
    agrees(days, 'occupancy', 0.8 * (1 - erlangB(10, 8)), { cut: open });
    expect(days.every((day) => day.waits === 0 && figure('abandoned')(day) === 0)).toBe(true);
  });
});

describe('Erlang C by simulation', () => {
  it.each([
    ['the model: 14 agents, 2 a minute, 6 minutes', { rate: 2, handling: 6, agents: 14 }],
    ['the half-hour: 100 calls of 180 s, 14 agents', HALF_HOUR],
    ['one agent less', { ...HALF_HOUR, agents: 13 }],
  ])('[W1, W2] %s', (name, traffic) => {
    const days = study(scenarioOf({ ...traffic, lengthMin: 5_000, warmUpMin: 500 }), 40, name);
    const theory = patientLine(traffic);
    waits(days, theory.waits);
    agrees(days, 'averageSpeedOfAnswer', theory.asa * SECONDS);
    agrees(days, 'serviceLevelF3', theory.answeredWithin(T));
    agrees(days, 'occupancy', theory.occupancy, { cut: open });
    agrees(days, 'queueLength', theory.queue, { cut: open });
    agrees(days, 'averageHandlingTime', traffic.handling * SECONDS);
    agrees(days, 'staffed', traffic.agents, { cut: open });
    // The sketch of waits is right to 0.8 %.
    const drain = (traffic.agents - traffic.rate * traffic.handling) / traffic.handling;
    for (const p of [90, 95, 99]) {
      const wait = (SECONDS * Math.log(theory.waits / (1 - p / 100))) / drain;
      if (theory.waits > 1.3 * (1 - p / 100))
        agrees(days, `waitP${p}`, wait, { slack: 0.008 * wait });
    }
  });

  it('[W5] a head start beyond every wait is a strict priority: Cobham', () => {
    const [agents, urgent, other] = [14, 0.8, 1.2];
    const handling: Law = { law: 'exponential', meanS: 360 };
    const scenario = world({
      day: { lengthMin: 5_000, intervalMin: 5_000, warmUpMin: 500 },
      types: [
        { perHour: urgent * 60, handling, headStartS: 86_400 },
        { perHour: other * 60, handling },
      ],
      groups: [{ staff: agents }],
    });
    const releases = agents / 6;
    const rest = patientLine({ rate: urgent + other, handling: 6, agents }).waits / releases;
    const left = 1 - urgent / releases;
    const days = study(scenario, 40, 'cobham');
    const type = (t: number) => ({ cut: (day: Day): Float64Array => day.types[t]! });
    agrees(days, 'averageSpeedOfAnswer', (SECONDS * rest) / left, type(0));
    agrees(days, 'averageSpeedOfAnswer', (SECONDS * rest) / left / (1 - 2 / releases), type(1));
  });
});

function impatientCase(days: readonly Day[], theory: Impatient): void {
  const { levels } = theory;
  waits(days, theory.waits);
  agrees(days, 'abandonRate', theory.abandons);
  agrees(days, 'meanWait', theory.meanWait * SECONDS);
  agrees(days, 'averageSpeedOfAnswer', theory.asa * SECONDS);
  agrees(days, 'meanTimeToAbandon', theory.abandonerWait * SECONDS);
  agrees(days, 'occupancy', theory.occupancy, { cut: open });
  agrees(days, 'queueLength', theory.queue, { cut: open });
  agrees(days, 'serviceLevelF1', levels.f1);
  agrees(days, 'serviceLevelF2', levels.f2);
  agrees(days, 'serviceLevelF3', levels.f3);
  agrees(days, 'serviceLevelF4', levels.f4);
  agrees(days, 'serviceLevelF5', levels.f5);
}

describe('Erlang A and M/M/n+G by simulation', () => {
  it.each<[string, Traffic, Law, number]>([
    ['the model, patience 4 minutes', MODEL, { law: 'exponential', meanS: 240 }, 5_000],
    ['the half-hour, patience 300 s', HALF_HOUR, { law: 'exponential', meanS: 300 }, 5_000],
    ['the common work, small', SMALL, { law: 'exponential', meanS: 120 }, 5_000],
    ['the common work, large', LARGE, { law: 'exponential', meanS: 120 }, 300],
    ['lognormal patience', MODEL, { law: 'lognormal', meanS: 240, cv: Math.SQRT2 }, 5_000],
    ['Weibull, one in ten without any', MODEL, { ...WEIBULL, zero: 0.1 }, 5_000],
    ['two kinds of callers', MODEL, TWO_KINDS, 5_000],
    ['all give up at three minutes', MODEL, { law: 'deterministic', valueS: 180 }, 5_000],
    ['a table of patience', MODEL, TABLE, 5_000],
  ])('[W6, M4, M5] %s', (name, traffic, patience, lengthMin) => {
    const warmUpMin = lengthMin / 10;
    const days = study(scenarioOf({ ...traffic, patience, lengthMin, warmUpMin }), 40, name);
    impatientCase(days, impatientLine(traffic, survivalOf(patience, SECONDS), T, 5 / SECONDS));
  });

  it('[W8] four places to wait', () => {
    const patience: Law = { law: 'exponential', meanS: 240 };
    const lengths = { lengthMin: 5_000, warmUpMin: 500 };
    const days = study(
      scenarioOf({ ...MODEL, patience, waitingPlaces: 4, ...lengths }),
      40,
      'four',
    );
    const theory = boundedLine(MODEL, 4, 4);
    agrees(days, 'blockedRate', theory.blocked);
    waits(days, theory.waits);
    agrees(days, 'abandonRate', theory.abandons);
    agrees(days, 'occupancy', theory.occupancy, { cut: open });
    agrees(days, 'queueLength', theory.queue, { cut: open });
  });
});

describe('one agent by simulation', () => {
  it.each<[string, number, Law, number]>([
    ['M/D/1, 20 and 30 an hour', 1 / 3, { law: 'deterministic', valueS: 120 }, 0],
    ['M/M/1', 0.35, { law: 'exponential', meanS: 120 }, 1],
    ['M/G/1, lognormal', 0.35, { law: 'lognormal', meanS: 120, cv: 1.4 }, 1.4],
    ['M/G/1, gamma', 0.4, { law: 'gamma', meanS: 120, cv: 0.5 }, 0.5],
  ])('[W1, H1] %s', (name, rate, handlingLaw, cv) => {
    const lengths = { lengthMin: 15_000, warmUpMin: 1_000 };
    const scenario = scenarioOf({ rate, handling: 2, agents: 1, handlingLaw, ...lengths });
    agrees(study(scenario, 40, name), 'meanWait', SECONDS * singleAgentWait(rate, 2, cv));
  });
});
