import { describe, expect, it } from 'vitest';
import { Arbitration } from '../../models/scenario/arbitration.ts';
import type { Law, Scenario, ScenarioFile } from '../../models/scenario/scenario.ts';
import { erlangB, orbitLine, patientLine, singleAgentWait } from '../../models/study/theory.ts';
import { agrees, type Day, figure, open, ratioAgrees, study } from './study.ts';
import { world } from './worlds.ts';

/**
 * Arbitrated talks switched off are the classical centre they name (MODEL 4.5); the centre whose
 * callers come back until all is resolved is Erlang R (MODEL 0, 2).
 */

interface Case {
  readonly rate: number;
  /** The pace, min: of a need of 1. */
  readonly handling: number;
  readonly agents: number;
  readonly waitingPlaces?: number;
  readonly lengthMin: number;
  readonly warmUpMin: number;
}

type File = NonNullable<ScenarioFile['arbitration']>;
type Type = Partial<ScenarioFile['types'][number]>;

/** A talk is its work and nothing else; nobody gives up. */
function scenarioOf(c: Case, arbitration: File, type: Type = {}): Scenario {
  const { agents, handling: paceMin, lengthMin, rate, waitingPlaces, warmUpMin } = c;
  const none = { fixedMin: 0, closingMin: 0, welcomeMin: 0, discoverMin: 0, explainMin: 0 };
  return world({
    day: { lengthMin, intervalMin: lengthMin, warmUpMin },
    types: [{ perHour: rate * 60, patience: { law: 'infinite' }, ...type }],
    groups: [{ staff: agents }],
    ...(waitingPlaces === undefined ? {} : { lines: { waitingPlaces } }),
    arbitration: Arbitration.parse({
      policy: { name: 'fixed', paceMin },
      handling: { ...none, wrapUpMin: 0 },
      ...arbitration,
    }) as File,
  });
}

const SECONDS = 60;
const cut = { cut: open };
const NOBODY_BACK = { backProbability: 0, redialProbability: 0, nextProbability: 0 };
const switchedOff = (need: File['need']): File => ({ need, returns: NOBODY_BACK });

const waitsAgree = (days: readonly Day[], oracle: number): void =>
  ratioAgrees(days, 'waits', (day) => day.waits, figure('offered'), oracle);

describe('without a fixed part, at one pace (MODEL 4.5)', () => {
  it.each<[string, Case]>([
    ['14 agents', { rate: 2, handling: 6, agents: 14, lengthMin: 5_000, warmUpMin: 500 }],
    ['3 agents', { rate: 0.8, handling: 3, agents: 3, lengthMin: 10_000, warmUpMin: 500 }],
  ])('[P2] exponential needs are M/M/n: %s', (name, c) => {
    const days = study(scenarioOf(c, switchedOff({ law: 'exponential' })), 30, `M/M/n ${name}`);
    const theory = patientLine(c);
    waitsAgree(days, theory.waits);
    agrees(days, 'averageSpeedOfAnswer', theory.asa * SECONDS);
    agrees(days, 'serviceLevelF3', theory.answeredWithin(1 / 3));
    agrees(days, 'occupancy', theory.occupancy, cut);
    agrees(days, 'queueLength', theory.queue, cut);
    agrees(days, 'averageHandlingTime', c.handling * SECONDS);
  });

  it.each<[string, number]>([
    ['lognormal, cv 1.4', 1.4],
    ['lognormal, cv 0.6', 0.6],
    ['all alike: M/D/1', 0],
  ])('[P2] other needs are M/G/n; of one agent the wait is known: %s', (name, cv) => {
    const c = { rate: 0.35, handling: 2, agents: 1, lengthMin: 15_000, warmUpMin: 1_000 };
    const days = study(scenarioOf(c, switchedOff({ law: 'lognormal', cv })), 30, `M/G/1 ${name}`);
    agrees(days, 'meanWait', SECONDS * singleAgentWait(c.rate, c.handling, cv));
    agrees(days, 'averageHandlingTime', c.handling * SECONDS);
  });

  it('[P2, W8] without a place to wait only the mean need matters: Erlang B', () => {
    const c = { rate: 2, handling: 4, agents: 10, lengthMin: 4_000, warmUpMin: 100 };
    const off = switchedOff({ law: 'lognormal', cv: 1.5 });
    const days = study(scenarioOf({ ...c, waitingPlaces: 0 }, off), 30, 'M/G/n/n');
    agrees(days, 'blockedRate', erlangB(10, 8));
    agrees(days, 'occupancy', 0.8 * (1 - erlangB(10, 8)), cut);
  });

  it('[P2] and with a fixed part it is not: the pace holds, the spread falls', () => {
    const c = { rate: 0.35, handling: 2, agents: 1, lengthMin: 15_000, warmUpMin: 1_000 };
    const off = switchedOff({ law: 'exponential' });
    const fixed = { ...off, handling: { fixedMin: 1, closingMin: 0, explainMin: 0, wrapUpMin: 0 } };
    const days = study(scenarioOf(c, fixed), 30, 'half fixed');
    // Half of the time is the same for all: a spread of 1/2.
    agrees(days, 'meanWait', SECONDS * singleAgentWait(c.rate, c.handling, 0.5));
  });
});

describe('Erlang R: all come back until their matter is resolved (MODEL 0, 2)', () => {
  const RESOLVED = 0.7;
  const c = { rate: 1.2, handling: 5, agents: 10, lengthMin: 6_000, warmUpMin: 900 };
  /** What nobody's return changes: a plain line with all the attempts. */
  const theory = patientLine({ ...c, rate: c.rate / RESOLVED });

  /** Talks without memory, of which a constant share resolves the matter. */
  const arbitration = (backDelayMin: number): File => ({
    execution: 'exponential',
    resolution: { max: RESOLVED, tauMin: 0 },
    returns: { ...NOBODY_BACK, backProbability: 1, backDelayMin, afterClosing: true },
  });
  const own = (delay: Law): Type => ({ repeat: { probability: 1, delay } });

  it.each<[string, Type, number]>([
    ['after 2 minutes', {}, 2],
    ['after 40 minutes', {}, 40],
    ['after 20 minutes sharp', own({ law: 'deterministic', valueS: 1_200 }), 30],
  ])('[R5, P4] is Erlang C at rate / r, whatever the delay: %s', (name, type, delay) => {
    const days = study(scenarioOf(c, arbitration(delay), type), 30, `erlang r ${name}`);
    agrees(days, 'attemptsPerCustomer', 1 / RESOLVED, cut);
    agrees(days, 'firstContactResolution', RESOLVED, cut);
    ratioAgrees(days, 'waits', (day) => day.waits, figure('offered'), theory.waits);
    agrees(days, 'averageSpeedOfAnswer', theory.asa * SECONDS, cut);
    agrees(days, 'serviceLevelF3', theory.answeredWithin(1 / 3), cut);
    agrees(days, 'occupancy', theory.occupancy, cut);
    agrees(days, 'queueLength', theory.queue, cut);
  });

  it('[R3] so is the chain of callers in the centre and away, whose patience is endless', () => {
    const returns = { redial: 0, repeat: 1 - RESOLVED };
    const [short, long] = [1, 6].map((delay) => orbitLine(c, 1e9, { ...returns, delay }, 140, 40));
    for (const chain of [short!, long!]) {
      expect(chain.cut).toBeLessThan(1e-6);
      expect(chain.abandons).toBeLessThan(1e-8);
      expect(chain.attempts).toBeCloseTo(1 / RESOLVED, 6);
      expect(chain.meanWait / theory.asa).toBeCloseTo(1, 5);
      expect(chain.occupancy).toBeCloseTo(theory.occupancy, 6);
    }
  });
});
