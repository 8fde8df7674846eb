import { needSampler } from '../centre/plan/talk-plan.ts';
import type { MeasuresFrame } from '../folds/measures/frame.ts';
import type { LivedFrame } from '../folds/measures/lived.ts';
import { desksOf, intervalCount, type Scenario } from '../scenario/scenario.ts';
import { stepsOf } from '../scenario/steps.ts';

/** How harm and lived experience are counted, where talks are arbitrated. */
function livedFrame(scenario: Scenario): LivedFrame | null {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const { announce, callback, cost, score, wait } = arbitration;
  return {
    plan: {
      // Who knows how long it will take overrates it less, and minds it more (MODEL 7.1).
      perception: announce ? wait.informedPerception * wait.informedWeight : wait.perception,
      exponent: wait.exponent,
      acceptableMin: wait.acceptableMin,
      scaleMin: wait.scaleMin,
      perExtraCall: score.perExtraCall,
      perTransfer: score.perTransfer,
      weights: score.weights,
    },
    costs: { abandoned: cost.abandon, unresolved: cost.unresolved, lost: cost.lost },
    poorBelow: score.irritantBelow,
    awayCost: callback?.waitCost ?? 1,
    values: scenario.types.map(({ need }) => need?.value ?? 1),
    thirds: scenario.types.map((type) => {
      const need = needSampler(type, arbitration);
      return [need.quantile(1 / 3) * 1_000, need.quantile(2 / 3) * 1_000] as const;
    }),
  };
}

/** The frame in which a scenario's days are measured. */
export function frameOf(scenario: Scenario): MeasuresFrame {
  return {
    lengthMs: Math.round(scenario.day.lengthMin * 60_000),
    intervalMs: Math.round(scenario.day.intervalMin * 60_000),
    intervals: intervalCount(scenario),
    warmUpMs: Math.round(scenario.day.warmUpMin * 60_000),
    types: scenario.types.length,
    groups: scenario.groups.length,
    groupOf: scenario.groups.flatMap((group, g) => new Array<number>(desksOf(group)).fill(g)),
    scheduled: scenario.groups.map(({ staff }) =>
      stepsOf(staff, scenario).map(({ fromMs, value }) => ({
        fromMs: Math.round(fromMs),
        agents: value,
      })),
    ),
    targetMs: Math.round(scenario.serviceLevel.targetS * 1_000),
    lived: livedFrame(scenario),
    shortAbandonMs: Math.round(scenario.serviceLevel.shortAbandonS * 1_000),
  };
}
