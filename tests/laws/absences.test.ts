import { describe, expect, it } from 'vitest';
import { MEASURES, valueOf } from '../../models/folds/measures/figures.ts';
import { SUM } from '../../models/folds/measures/sums.ts';
import { Moments } from '../../models/kernel/tally.ts';
import { Scenario, type ScenarioFile } from '../../models/scenario/scenario.ts';
import { type Day, study } from './study.ts';
import { factsOf, full, hashOf, only, world } from './worlds.ts';

const OPEN_MIN = 480;

/** A day of eight hours, told in intervals of this length. */
const day = (
  group: Record<string, unknown>,
  { intervalMin = 30, handlingMin = 3, perHour = 100 } = {},
): Scenario =>
  world({
    day: { lengthMin: OPEN_MIN, intervalMin },
    types: [
      {
        perHour,
        handling: { law: 'exponential', meanS: handlingMin * 60 },
        patience: { law: 'exponential', meanS: 240 },
      },
    ],
    groups: [{ staff: 10, ...group }],
  });

/** Share of the scheduled time for which agents were missing, to closing; its standard error. */
function missing(days: readonly Day[], agents: number): Moments {
  const shares = new Moments();
  for (const { intervals } of days) {
    let staffed = 0;
    for (const interval of intervals.slice(0, -1)) staffed += interval[SUM.staffedArea]!;
    shares.add(1 - staffed / (agents * OPEN_MIN * 60_000));
  }
  return shares;
}

describe('[H6] absences', () => {
  it.each([
    ['calls of 3 min', 3, 100],
    ['calls of half an hour, to agents who are never free', 30, 60],
  ])('the share asked for is the share that is missing: %s', (name, handlingMin, perHour) => {
    for (const share of [0.05, 0.2, 0.4]) {
      const scenario = day({ shrinkage: share }, { handlingMin, perHour });
      const { mean, standardError } = missing(study(scenario, 200, name), 10);
      // What falls due during the last call of the day, and is not taken any more.
      const lastCalls = (share * handlingMin) / OPEN_MIN;
      expect(mean, `${share}`).toBeLessThan(share + 3 * standardError);
      expect(mean, `${share}`).toBeGreaterThan(share - lastCalls - 3 * standardError);
    }
  });

  it.each([10, 90])('an absence of %s min lasts as long, also after a long call', (absenceMin) => {
    for (const [handlingMin, perHour] of [
      [3, 100],
      [30, 12],
    ]) {
      const scenario = day({ shrinkage: 0.2, absenceMin }, { handlingMin, perHour });
      const { mean, standardError } = lengths(scenario);
      // Some are cut by closing; where calls delay them, another may be due by the end of one.
      const least = 0.9 * absenceMin - 3 * standardError;
      const most = (handlingMin! < absenceMin ? 1.1 : 1.5) * absenceMin + 3 * standardError;
      expect(mean).toBeGreaterThan(least);
      expect(mean).toBeLessThan(most);
    }
  });
});

/** How long absences last that begin in the second hour, min. */
function lengths(scenario: Scenario): Moments {
  const hour = 3_600_000;
  const lasted = new Moments();
  for (let d = 0; d < 200; d += 1) {
    const left = new Map<number, number>();
    for (const fact of factsOf(scenario, `length ${d}`)) {
      if (fact.kind === 'signedOut' && fact.at > hour && fact.at < 2 * hour)
        left.set(fact.agent, fact.at);
      if (fact.kind !== 'signedIn' || !left.has(fact.agent)) continue;
      lasted.add((fact.at - left.get(fact.agent)!) / 60_000);
      left.delete(fact.agent);
    }
  }
  return lasted;
}

const halves = (profile: number | readonly number[]): number | number[] =>
  typeof profile === 'number' ? profile : profile.flatMap((value) => [value, value]);

/** The same centre, written in intervals half as long. */
function inHalves(scenario: Scenario): Scenario {
  const copy = structuredClone(scenario);
  copy.day.intervalMin /= 2;
  for (const type of copy.types) type.perHour = halves(type.perHour);
  for (const group of copy.groups) group.staff = halves(group.staff);
  return copy;
}

/** Everything that one day can hold, its rates in steps. */
function steps(patch: Partial<ScenarioFile> = {}): Scenario {
  const scenario = full();
  for (const type of scenario.types) type.shape = 'constant';
  return Scenario.parse({ ...scenario, ...patch });
}

describe('[M9] another interval of the report', () => {
  const arbitration = {
    policy: { name: 'priceNext' as const },
    returns: { redialProbability: 0.5, backProbability: 0.4 },
  };

  it.each<[string, Scenario]>([
    ['absences', day({ shrinkage: 0.25 })],
    ['a fraction of an agent', day({ staff: 9.4 })],
    ['everything that a day can hold', steps()],
    ['the pace by the price', steps({ arbitration })],
  ])('changes nothing of the day: %s', (_, scenario) => {
    for (const seed of ['1', '2', 'trois']) {
      const own = hashOf(scenario, seed);
      expect(hashOf(inHalves(scenario), seed)).toBe(own);
      expect(hashOf(inHalves(inHalves(scenario)), seed)).toBe(own);
    }
  });

  it('changes no figure of the day', () => {
    const [fine, coarse] = [15, 60].map((intervalMin) =>
      study(day({ shrinkage: 0.25 }, { intervalMin }), 5, 'grain'),
    );
    fine!.forEach((one, i) => {
      for (const measure of MEASURES)
        expect(valueOf(measure, one.day), measure.name).toEqual(valueOf(measure, coarse![i]!.day));
    });
  });

  it('leaves absences where they were', () => {
    const came = (scenario: Scenario) => only(factsOf(scenario, 'same'), 'signedIn');
    expect(came(day({ shrinkage: 0.25 }, { intervalMin: 15 }))).toEqual(
      came(day({ shrinkage: 0.25 }, { intervalMin: 60 })),
    );
  });
});
