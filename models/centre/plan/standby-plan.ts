import type { Scenario } from '../../scenario/scenario.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan-of.ts';
import { policyPlan } from './talk-plan.ts';

const plans = new WeakMap<Scenario, (Plan | undefined)[]>();

/**
 * The plan of a scenario, beside which the price of the next minute stands by for one desk of a
 * group, with the settings of the group's own policy: nobody follows it until a fork says so, and
 * the day is the same until then. Of a classical scenario it is the plan itself.
 */
export function standbyPlan(scenario: Scenario, group: number): Plan {
  const known = plans.get(scenario) ?? [];
  plans.set(scenario, known);
  const made = known[group] ?? makePlan(scenario, group);
  known[group] = made;
  return made;
}

function makePlan(scenario: Scenario, group: number): Plan {
  const plan = planOf(scenario);
  const { arbitration } = scenario;
  if (plan.talk === null || arbitration === undefined) return plan;
  const own = scenario.groups[group]?.policy ?? arbitration.policy;
  const policy = { ...own, name: 'priceNext' as const };
  const policies = [...plan.talk.policies, policyPlan(scenario, { ...arbitration, policy })];
  return { ...plan, talk: { ...plan.talk, policies } };
}
