import { readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { SUM, Trials } from '../../models/doors/study.ts';
import { Counted, HANDLING_S, INTERVAL_MIN, PATIENCE_S, TARGET_S, type Work } from './work.ts';

/** The common work through the product's own centre and measures, as a study runs them. */
export function scenarioOf(work: Work): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: work.name,
    day: { lengthMin: work.lengthMin, intervalMin: INTERVAL_MIN },
    types: [
      {
        id: 'call',
        name: 'Call',
        perHour: work.callsPerMin * 60,
        handling: { law: 'exponential', meanS: HANDLING_S },
        patience: { law: 'exponential', meanS: PATIENCE_S },
      },
    ],
    groups: [{ id: 'team', name: 'Team', staff: work.agents, skills: [{ type: 'call' }] }],
    serviceLevel: { targetS: TARGET_S },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

const trials = new Map<Work, Trials>();

/** Replications, one after the other, with one set of counters, as a study runs them. */
export function product(work: Work, seed: number): Counted {
  const of = trials.get(work) ?? new Trials(scenarioOf(work), work.name);
  trials.set(work, of);
  const counted = new Counted(work);
  const { intervals } = of.run(seed);
  counted.arrivals.forEach((_, i) => {
    const sums = intervals[i] as Float64Array;
    counted.arrivals[i] = sums[SUM.offered] ?? 0;
    counted.abandoned[i] = sums[SUM.abandoned] ?? 0;
    counted.within[i] = sums[SUM.answeredInTarget] ?? 0;
    counted.waitS[i] = ((sums[SUM.waitAnsweredMs] ?? 0) + (sums[SUM.waitAbandonedMs] ?? 0)) / 1_000;
  });
  return counted;
}
