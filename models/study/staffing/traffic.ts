import { callsBetween } from '../../scenario/by-interval.ts';
import { meanS } from '../../scenario/cost.ts';
import { inInterval, intervalCount, type Scenario } from '../../scenario/scenario.ts';

/**
 * A scenario as formulas see it, interval by interval: first calls alone, as one type, with mean
 * times.
 */

/** What an interval brings. */
export interface Load {
  /** First calls a second. */
  readonly rate: number;
  /** Mean time that one takes of an agent, after-call work included, seconds; 0 without calls. */
  readonly handlingS: number;
  /** Mean patience, seconds; Infinity where some never give up, or nobody calls. */
  readonly patienceS: number;
  /** Length, seconds: that of the last may be shorter. */
  readonly lengthS: number;
}

/** Mean speed of the agents who may take a type: each group alike. */
function speedOn(scenario: Scenario, type: string): number {
  const speeds = scenario.groups.flatMap(({ skills, speed }) =>
    skills.flatMap((skill) => (skill.type === type ? [speed * skill.speed] : [])),
  );
  return speeds.length === 0 ? 1 : speeds.reduce((sum, one) => sum + one, 0) / speeds.length;
}

/**
 * The loads of the intervals.
 * @param seenS mean handling that days showed, where talks are arbitrated and no law says it
 */
export function loadsOf(scenario: Scenario, seenS: number | null): Load[] {
  const lengthMs = scenario.day.lengthMin * 60_000;
  const width = scenario.day.intervalMin * 60_000;
  const handling = scenario.types.map((type) => {
    const [talkS, afterS] = [meanS(type.handling) / speedOn(scenario, type.id), meanS(type.wrapUp)];
    return (i: number): number =>
      seenS ??
      talkS * inInterval(type.handlingFactor, i) + afterS * inInterval(type.wrapUpFactor, i);
  });
  return Array.from({ length: intervalCount(scenario) }, (_, i): Load => {
    const [from, to] = [i * width, Math.min((i + 1) * width, lengthMs)];
    const calls = scenario.types.map((_type, t) => callsBetween(scenario, t, from, to));
    const all = calls.reduce((sum, one) => sum + one, 0);
    const mean = (of: (t: number) => number): number =>
      calls.reduce((sum, one, t) => (one === 0 ? sum : sum + one * of(t)), 0) / all;
    const patience = (t: number): number => {
      const { patience: law, patienceFactor } = scenario.types[t] as Type;
      return 1 / (meanS(law) * inInterval(patienceFactor, i));
    };
    return {
      rate: (all * 1_000) / (to - from),
      handlingS: all === 0 ? 0 : mean((t) => handling[t]?.(i) as number),
      // Rates of giving up add up; a patience without end has none.
      patienceS: all === 0 ? Number.POSITIVE_INFINITY : 1 / mean(patience),
      lengthS: (to - from) / 1_000,
    };
  });
}

type Type = Scenario['types'][number];
