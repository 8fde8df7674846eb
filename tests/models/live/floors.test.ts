import { describe, expect, it } from 'vitest';
import { type Advice, adviceOf, RightTimes } from '../../../models/doors/live.ts';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';

/** Below which length hurrying defeats itself is said of the call in hand (MODEL 10.1). */

const MINUTE_MS = 60_000;
const scenario = catalogueScenario('accueil-normal') as Scenario;
const advice = adviceOf(scenario) as Advice;

/** The same by brute force: the length of least load m / (1 - p (1 - r)), leave-taking included. */
function best(need: number): number {
  const { handling, resolution, returns } = scenario.arbitration as NonNullable<
    Scenario['arbitration']
  >;
  const fixed = handling.fixedMin + handling.explainMin;
  const load = (min: number): number => {
    const solved = resolution.max * (1 - Math.exp(-(min - fixed) / (resolution.tauMin * need)));
    const returning = returns.backProbability * (1 - solved);
    return (min + handling.wrapUpMin) / (1 - returning);
  };
  let [least, at] = [Number.POSITIVE_INFINITY, fixed];
  for (let min = fixed; min < 20; min += 0.001)
    if (load(min) < least) [least, at] = [load(min), min];
  return at;
}

describe('the length below which hurrying defeats itself', () => {
  const from = (type: number): number => {
    const talk = { agent: 0, type, talkedMs: 0, inside: 3, interval: 0 };
    return (new RightTimes(advice).of(talk, 0).fromMs ?? 0) + advice.closingMs;
  };

  it.each(scenario.types.map(({ id, need }, i) => [id, i, need?.mean ?? 1] as const))(
    '[P7] is that of the type of the call: %s',
    (_, type, need) => expect(from(type) / MINUTE_MS).toBeCloseTo(best(need), 2),
  );

  it('[P7] is shorter for those who need little, longer for those who need much', () => {
    const [question, paperwork, situation] = [from(0), from(1), from(2)];
    expect(question).toBeLessThan(paperwork);
    expect(paperwork).toBeLessThan(situation);
  });
});
