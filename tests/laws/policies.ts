import { expect } from 'vitest';
import type { Difference } from '../../models/kernel/tally.ts';
import type { Arbitration } from '../../models/scenario/arbitration.ts';
import { catalogueScenario } from '../../models/scenario/catalogue.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { compareDays } from '../../models/study/compare.ts';
import { type Day, figure, study } from './study.ts';

/** Scenarios of the catalogue under other policies, each meeting the same callers. */

export type Policy = Partial<Arbitration['policy']>;
export type Arbitrated = Scenario & { readonly arbitration: Arbitration };

export function known(id: string): Arbitrated {
  const scenario = catalogueScenario(id);
  if (scenario?.arbitration === undefined) throw new Error(`${id} arbitrates no time`);
  return { ...scenario, arbitration: scenario.arbitration };
}

const studied = new Map<string, readonly Day[]>();

/** The days of a scenario of the catalogue under another policy, run once. */
export function under(id: string, policy: Policy, days: number): readonly Day[] {
  const key = JSON.stringify([id, policy, days]);
  const found = studied.get(key);
  if (found) return found;
  const scenario = known(id);
  const arbitration = {
    ...scenario.arbitration,
    policy: { ...scenario.arbitration.policy, ...policy },
  };
  const all = study({ ...scenario, arbitration }, days, id);
  studied.set(key, all);
  return all;
}
export const atPace = (id: string, paceMin: number, days: number): readonly Day[] =>
  under(id, { name: 'fixed', paceMin }, days);

export const cells = (days: readonly Day[]): Float64Array[] => days.map(({ day }) => day);

/** A measure under a, less the same under b, day by day. */
export function apart(
  a: readonly Day[],
  b: readonly Day[],
  name: string,
  level = 0.999,
): Difference {
  const difference = compareDays(cells(a), cells(b), level)[name];
  if (difference === undefined) throw new Error(`no measure is called ${name}`);
  return difference;
}
/** Above 0 beyond doubt. */
const clear = ({ mean, halfWidth }: Difference): boolean => mean > halfWidth;
const told = (says: string, { mean, halfWidth, n }: Difference): string =>
  `${says}: ${mean} ± ${halfWidth} over ${n} pairs`;
export function expectAbove(
  a: readonly Day[],
  b: readonly Day[],
  name: string,
  says: string,
): void {
  const difference = apart(a, b, name);
  expect(clear(difference), told(`${name}, ${says}`, difference)).toBe(true);
}

export const mean = (xs: readonly number[]): number =>
  xs.reduce((sum, x) => sum + x, 0) / xs.length;
export const dayMean = (days: readonly Day[], name: string): number => mean(days.map(figure(name)));
