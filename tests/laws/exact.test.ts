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
import { agrees, type Day, share, study } from './study.ts';
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

describe('Erlang B by simulation', () => {
  it.each<[string, Law]>([
    ['exponential', { law: 'exponential', meanS: 240 }],
    ['lognormal: the law does not matter', { law: 'lognormal', meanS: 240, cv: 1.5 }],
    ['deterministic', { law: 'deterministic', valueS: 240 }],
  ])('[W8] 10 lines, 8 Erlang, handling %s', (name, handlingLaw) => {
    const scenario = scenarioOf({
      rate: 2,
      handling: 4,
      agents: 10,
      handlingLaw,
      lengthMin: 4_000,
      warmUpMin: 100,
      waitingPlaces: 0,
    });
    const days = study(scenario, 30, name);
    agrees(days, 'refused', (d) => d.refused, share.offered, erlangB(10, 8));
    agrees(days, 'occupancy', share.busy, share.staffed, 0.8 * (1 - erlangB(10, 8)));
    expect(days.every((d) => d.waits === 0 && d.gaveUp === 0)).toBe(true);
  });
});

describe('Erlang C by simulation', () => {
  it.each([
    ['the model: 14 agents, 2 a minute, 6 minutes', { rate: 2, handling: 6, agents: 14 }],
    ['the half-hour: 100 calls of 180 s, 14 agents', HALF_HOUR],
    ['one agent less', { ...HALF_HOUR, agents: 13 }],
  ])('[W1] %s', (name, traffic) => {
    const days = study(scenarioOf({ ...traffic, lengthMin: 5_000, warmUpMin: 500 }), 40, name);
    const theory = patientLine(traffic);
    agrees(days, 'waits', share.waits, share.offered, theory.waits);
    agrees(days, 'ASA', share.waitMin, share.served, theory.asa);
    agrees(days, 'level', (d) => d.answeredInTarget, share.offered, theory.answeredWithin(T));
    agrees(days, 'occupancy', share.busy, share.staffed, theory.occupancy);
  });

  it('[W5] a head start beyond every wait is a strict priority: Cobham', () => {
    const [agents, mu, urgent, other] = [14, 1 / 6, 0.8, 1.2];
    const handling: Law = { law: 'exponential', meanS: 360 };
    const scenario = world({
      day: { lengthMin: 5_000, intervalMin: 5_000, warmUpMin: 500 },
      types: [
        { perHour: urgent * 60, handling, headStartS: 86_400 },
        { perHour: other * 60, handling },
      ],
      groups: [{ staff: agents }],
    });
    const { waits } = patientLine({ rate: urgent + other, handling: 6, agents });
    const rest = waits / (agents * mu);
    const first = urgent / (agents * mu);
    const all = (urgent + other) / (agents * mu);
    const days = study(scenario, 40, 'cobham');
    agrees(
      days,
      'urgent',
      (d) => d.waitMsOf[0]! / 60_000,
      (d) => d.answeredOf[0]!,
      rest / (1 - first),
    );
    agrees(
      days,
      'other',
      (d) => d.waitMsOf[1]! / 60_000,
      (d) => d.answeredOf[1]!,
      rest / (1 - first) / (1 - all),
    );
  });
});

function impatientCase(days: readonly Day[], theory: Impatient): void {
  const { levels } = theory;
  agrees(days, 'waits', share.waits, share.offered, theory.waits);
  agrees(days, 'abandons', share.givenUp, share.offered, theory.abandons);
  agrees(days, 'mean wait', share.waitMin, share.offered, theory.meanWait);
  agrees(days, 'ASA', (d) => d.servedWaitMs / 60_000, share.served, theory.asa);
  agrees(
    days,
    'wait of abandoners',
    (d) => d.abandonerWaitMs / 60_000,
    share.givenUp,
    theory.abandonerWait,
  );
  agrees(days, 'occupancy', share.busy, share.staffed, theory.occupancy);
  agrees(days, 'F1', (d) => d.answeredInTarget + d.gaveUpInTarget, share.offered, levels.f1);
  agrees(days, 'F2', (d) => d.answeredInTarget, share.served, levels.f2);
  agrees(days, 'F3', (d) => d.answeredInTarget, share.offered, levels.f3);
  agrees(
    days,
    'F4',
    (d) => d.answeredInTarget,
    (d) => d.arrivals - d.gaveUpInTarget,
    levels.f4,
  );
  agrees(days, 'F5', (d) => d.answeredInTarget + d.gaveUpShort, share.offered, levels.f5);
}

describe('Erlang A and M/M/n+G by simulation', () => {
  it.each<[string, Traffic, Law, number]>([
    ['the model, patience 4 minutes', MODEL, { law: 'exponential', meanS: 240 }, 5_000],
    ['the half-hour, patience 300 s', HALF_HOUR, { law: 'exponential', meanS: 300 }, 5_000],
    [
      'the common work, small',
      { rate: 4, handling: 3, agents: 14 },
      { law: 'exponential', meanS: 120 },
      5_000,
    ],
    [
      'the common work, large',
      { rate: 100, handling: 3, agents: 310 },
      { law: 'exponential', meanS: 120 },
      300,
    ],
    ['lognormal patience', MODEL, { law: 'lognormal', meanS: 240, cv: Math.SQRT2 }, 5_000],
    [
      'Weibull patience, one in ten without any',
      MODEL,
      { law: 'weibull', meanS: 240, shape: 0.7, zero: 0.1 },
      5_000,
    ],
    [
      'two kinds of callers',
      MODEL,
      {
        law: 'hyperexponential',
        phases: [
          { share: 0.2, meanS: 30 },
          { share: 0.8, meanS: 294 },
        ],
      },
      5_000,
    ],
    ['everybody gives up at three minutes', MODEL, { law: 'deterministic', valueS: 180 }, 5_000],
    [
      'a table of patience',
      MODEL,
      { law: 'empirical', valuesS: [10, 60, 300], cumulative: [0.05, 0.3, 0.7], tailMeanS: 600 },
      5_000,
    ],
  ])('[W6] %s', (name, traffic, patience, lengthMin) => {
    const warmUpMin = lengthMin / 10;
    const days = study(scenarioOf({ ...traffic, patience, lengthMin, warmUpMin }), 40, name);
    impatientCase(days, impatientLine(traffic, survivalOf(patience, 60), T, 5 / 60));
  });

  it('[W8] four places to wait', () => {
    const days = study(
      scenarioOf({
        ...MODEL,
        patience: { law: 'exponential', meanS: 240 },
        waitingPlaces: 4,
        lengthMin: 5_000,
        warmUpMin: 500,
      }),
      40,
      'four',
    );
    const theory = boundedLine(MODEL, 4, 4);
    agrees(days, 'refused', (d) => d.refused, share.offered, theory.blocked);
    agrees(days, 'waits', share.waits, share.offered, theory.waits);
    agrees(days, 'abandons', share.givenUp, share.offered, theory.abandons);
    agrees(days, 'occupancy', share.busy, share.staffed, theory.occupancy);
  });
});

describe('one agent by simulation', () => {
  it.each<[string, number, Law, number]>([
    ['M/D/1, 20 and 30 an hour', 1 / 3, { law: 'deterministic', valueS: 120 }, 0],
    ['M/M/1', 0.35, { law: 'exponential', meanS: 120 }, 1],
    ['M/G/1, lognormal', 0.35, { law: 'lognormal', meanS: 120, cv: 1.4 }, 1.4],
    ['M/G/1, gamma', 0.4, { law: 'gamma', meanS: 120, cv: 0.5 }, 0.5],
  ])('[W1] %s', (name, rate, handlingLaw, cv) => {
    const days = study(
      scenarioOf({
        rate,
        handling: 2,
        agents: 1,
        handlingLaw,
        lengthMin: 20_000,
        warmUpMin: 2_000,
      }),
      40,
      name,
    );
    agrees(days, 'mean wait', share.waitMin, share.offered, singleAgentWait(rate, 2, cv));
  });
});
