import { catalogueScenario, isProblem, type Scenario } from '../../../models/doors/scenario.ts';
import { compareDays, readPolicy, Trials, withPolicy } from '../../../models/doors/study.ts';

/** What meeting the same callers buys, in the difference of two policies. */
export interface Luck {
  readonly days: number;
  readonly policies: readonly [string, string];
  /** Of the cost of a customer: the difference, its half-width, and variance saved, times. */
  readonly difference: number;
  readonly halfWidth: number;
  readonly gain: number;
}

const DAYS = 400;
const POLICIES = ['fixed:paceMin=4.25', 'priceNext'] as const;

function under(policy: string): Scenario {
  const variant = readPolicy(policy);
  if (isProblem(variant)) throw new Error(variant.says.en);
  const reading = withPolicy(catalogueScenario('dix-conseillers') as Scenario, variant);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

export function sameCallers(): Luck {
  const [a, b] = POLICIES.map((policy) => {
    const trials = new Trials(under(policy), 'luck');
    return Array.from({ length: DAYS }, (_, day) => trials.run(day).day.slice());
  });
  const found = compareDays(a ?? [], b ?? [])['costPerCustomer'];
  return {
    days: DAYS,
    policies: POLICIES,
    difference: found?.mean ?? Number.NaN,
    halfWidth: found?.halfWidth ?? Number.NaN,
    gain: found?.gain ?? Number.NaN,
  };
}
