import { fillCrowd } from '../../policies/price.ts';
import { type BirthDeath, fillShares, fillSteps } from '../../policies/price-chain.ts';
import type { TimeWorth } from '../../policies/worth.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Duty } from './duty.ts';
import { worthOfTime } from './pacing-plan.ts';

/**
 * What it will cost to have so many inside, up to a constant; and one more call, itself included.
 */
export interface RelativeValues {
  readonly values: Float64Array;
  readonly call: number;
}

const known = new WeakMap<TimeWorth, RelativeValues>();

export function relativeValues(
  scenario: Scenario,
  arbitration: Arbitration,
  duty: Duty,
): RelativeValues {
  const worthOf = worthOfTime(scenario, arbitration, duty);
  const found = known.get(worthOf);
  if (found !== undefined) return found;
  const { call, line, worth } = worthOf.prices;
  const states = line.paces.length;
  const table = (): Float64Array => new Float64Array(states);
  const chain: BirthDeath = { rate: line.rate, leaving: table(), costs: table() };
  const [shares, steps] = [table(), new Float64Array(states - 1)];
  fillCrowd(line, worth, chain.leaving, chain.costs);
  fillShares(chain, shares);
  fillSteps(chain, shares, steps);
  const values = table();
  for (let i = 1; i < states; i += 1) values[i] = values[i - 1]! + steps[i - 1]!;
  const made = { values, call };
  known.set(worthOf, made);
  return made;
}
