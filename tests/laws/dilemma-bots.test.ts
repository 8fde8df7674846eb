import { describe, expect, it } from 'vitest';
import type { DaySums } from '../../models/folds/measures/sums.ts';
import { CATALOGUE_IDS, catalogueScenario } from '../../models/scenario/catalogue.ts';
import type { PolicyName } from '../../models/scenario/policies.ts';
import { desksOf, type Scenario } from '../../models/scenario/scenario.ts';
import { compareDays } from '../../models/study/compare.ts';
import { wholeTeam } from '../../models/study/what-if.ts';
import { isProblem } from '../../models/words/problem.ts';
import { BOTS, botDays } from './bots.ts';
import { dayMean } from './policies.ts';
import { type Day, study } from './study.ts';

/**
 * Who is rid of callers is not the winner: on no arbitrated day of the catalogue is somebody who
 * hangs up after a second, hands everybody on cold, never answers or puts everybody on hold first
 * in harm per caller or in lived experience, among them, hurry, care and the price.
 */

const SEEDS = 200;
/** Up to so many desks, everybody in the room does as the bot does, besides one alone. */
const SMALL = 6;
const RIVALS = ['hurry', 'care', 'priceNext'] as const satisfies readonly PolicyName[];
/** 1 where more is better. */
const JUDGED = [['costPerCustomer', -1] as const, ['lived', 1] as const];

const IDS = CATALOGUE_IDS.filter((id) => catalogueScenario(id)?.arbitration);

/** The day with everybody following one policy. */
function team(id: string, name: PolicyName): Scenario {
  const policy = { asked: name, name, settings: {} };
  const followed = wholeTeam(catalogueScenario(id) as Scenario, policy);
  if (isProblem(followed)) throw new Error(followed.says.en);
  return followed;
}

const kept = new Map<string, readonly Day[]>();
/** Its days, run once. */
function daysOf(id: string, name: PolicyName): readonly Day[] {
  const key = `${id} ${name}`;
  const days = kept.get(key) ?? study(team(id, name), SEEDS, id);
  kept.set(key, days);
  return days;
}

/** The best of the three policies is better than these days, beyond doubt, whatever is judged. */
function expectBeaten(id: string, days: readonly DaySums[]): void {
  const cells = (some: readonly DaySums[]): Float64Array[] => some.map(({ day }) => day);
  for (const [name, sign] of JUDGED) {
    const means = RIVALS.map((rival) => sign * dayMean(daysOf(id, rival), name));
    const best = RIVALS[means.indexOf(Math.max(...means))] as PolicyName;
    const { [name]: apart } = compareDays(cells(daysOf(id, best)), cells(days), 0.999);
    const { mean = Number.NaN, halfWidth = 0, n = 0 } = apart ?? {};
    const told = `${name}, ${best} less the bot: ${mean} ± ${halfWidth} over ${n} days`;
    expect(sign * mean, told).toBeGreaterThan(halfWidth);
  }
}

describe.each(IDS)('%s', (id) => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => `${id} ${i}`);
  const price = team(id, 'priceNext');
  const desks = price.groups.reduce((sum, group) => sum + desksOf(group), 0);

  it.each(BOTS)('[E2, E3] one desk that %s among others who follow the price is not first', (bot) =>
    expectBeaten(id, botDays(price, bot, [0], seeds)),
  );

  it('[E2, E3] a team that wears avoidance is not first', () =>
    expectBeaten(id, daysOf(id, 'avoidance')));

  if (desks > SMALL) return;
  it.each(BOTS)('[E2, E3] a room in which everybody %s is not first', (bot) => {
    const all = Array.from({ length: desks }, (_, desk) => desk);
    expectBeaten(id, botDays(price, bot, all, seeds));
  });
});
