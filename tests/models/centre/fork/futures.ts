import { Centre } from '../../../../models/centre/centre.ts';
import { BusynessPosterior } from '../../../../models/centre/fork/busyness-posterior.ts';
import { Fork } from '../../../../models/centre/fork/fork.ts';
import { planOf } from '../../../../models/centre/plan/plan-of.ts';
import { Luck } from '../../../../models/kernel/luck.ts';
import { FactLog } from '../../../../models/live/factlog.ts';
import { Scenario, type ScenarioFile } from '../../../../models/scenario/scenario.ts';
import type { Fact } from '../../../../models/words/facts.ts';
import { world } from '../../../laws/worlds.ts';

/** Futures of a day that nobody knows yet, for tests of them. */

export type Given = NonNullable<ScenarioFile['arbitration']>;
export type Type = Partial<ScenarioFile['types'][number]>;

export const minutes = (min: number): number => Math.round(min * 60_000);
export const arbitrated = (scenario: Scenario, arbitration: Given): Scenario =>
  Scenario.parse({ ...scenario, arbitration });

export const HUMAN: Given = {
  policy: { name: 'queueThreshold', slowMin: 5, fastMin: 3.5, masks: 'slide' },
  need: { cv: 0.8 },
  ...{ announce: {}, difficult: {}, discover: {}, energy: {}, fit: {}, mood: {}, speed: {} },
};
/** What happened from fact number n on, whatever its number. */
export const since = (facts: readonly Fact[], n: number): object[] =>
  facts.slice(n).map(({ n: _, ...rest }) => rest);

/** One line of memoryless or worked talks, no returns; `patch` says the rest. */
export function shop(
  type: Type,
  arbitration: Given,
  rest: Parameters<typeof world>[0] = {},
): Scenario {
  return world({
    day: { lengthMin: 240, intervalMin: 60 },
    groups: [{ staff: 2 }],
    ...rest,
    types: [{ patience: { law: 'exponential', meanS: 240 }, perHour: 40, ...type }],
    arbitration: {
      ...arbitration,
      handling: {
        fixedMin: 1,
        closingMin: 0,
        explainMin: 0,
        wrapUpMin: 0,
        ...arbitration.handling,
      },
      returns: {
        ...{ redialProbability: 0, backProbability: 0, nextProbability: 0 },
        ...arbitration.returns,
      },
    },
  });
}

export const dayOf = (scenario: Scenario, seed: string, atMin: number): Centre => {
  const centre = new Centre(scenario, seed, new FactLog().recorder);
  centre.advanceTo(minutes(atMin));
  return centre;
};

/** Imagines the futures of a centre in which somebody talks, one by one. */
export function imagine(
  scenario: Scenario,
  centre: Centre,
  futures: number,
  see: (fork: Fork, facts: readonly Fact[], agent: number) => void,
): void {
  const find = new Fork(scenario, '', new FactLog().recorder);
  find.become(centre);
  let agent = 0;
  while (find.onLine(agent) < 0) agent += 1;
  const busy = new BusynessPosterior(
    planOf(scenario),
    find.luck,
    centre.now,
    minutes(scenario.day.lengthMin),
  );
  for (let k = 0; k < futures; k++) {
    const log = new FactLog();
    const fork = new Fork(scenario, '', log.recorder);
    fork.become(centre);
    log.facts.length = 0;
    fork.forget(new Luck(`future ${k}`), busy, agent);
    see(fork, log.facts, agent);
  }
}
