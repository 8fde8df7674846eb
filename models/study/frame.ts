import type { MeasuresFrame } from '../folds/measures.ts';
import { desksOf, intervalCount, type Scenario } from '../scenario/scenario.ts';

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
    targetMs: Math.round(scenario.serviceLevel.targetS * 1_000),
    shortAbandonMs: Math.round(scenario.serviceLevel.shortAbandonS * 1_000),
  };
}
