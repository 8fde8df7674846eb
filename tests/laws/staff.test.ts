import { describe, expect, it } from 'vitest';
import { Moments } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { survivalOf } from '../../models/study/theory.ts';
import { kolmogorov } from './fit.ts';
import { within } from './study.ts';
import { factsOf, only, world } from './worlds.ts';

const days = <T>(n: number, of: (seed: string) => T): T[] =>
  Array.from({ length: n }, (_, d) => of(`staff ${d}`));

/** Agents at work just after an instant. */
function atWork(scenario: Scenario, seed: string, at: number): number {
  let n = 0;
  for (const fact of factsOf(scenario, seed)) {
    if (fact.at > at) break;
    if (fact.kind === 'signedIn') n += 1;
    if (fact.kind === 'signedOut') n -= 1;
  }
  return n;
}

function counts(numbers: readonly number[], mean: number, variance: number): void {
  const [first, second] = [new Moments(), new Moments()];
  for (const n of numbers) {
    first.add(n);
    second.add((n - mean) * (n - mean));
  }
  within('mean', first.mean, first.standardError, mean);
  within('variance', second.mean, second.standardError, variance);
}

describe('who is at work', () => {
  const quiet = (group: Record<string, unknown>): Scenario =>
    world({ day: { lengthMin: 90, intervalMin: 30 }, groups: [{ staff: 3, ...group }] });

  it('[H4] a fraction is the probability of one more, drawn for each interval', () => {
    const scenario = quiet({ staff: [5.3, 5.3, 2.5] });
    for (const [i, staff] of [5.3, 5.3, 2.5].entries()) {
      const share = staff % 1;
      const found = days(400, (seed) => atWork(scenario, seed, i * 1_800_000));
      expect(new Set(found)).toEqual(new Set([Math.floor(staff), Math.ceil(staff)]));
      counts(found, staff, share * (1 - share));
    }
    const both = days(
      400,
      (seed) => (atWork(scenario, seed, 0) - 5.3) * (atWork(scenario, seed, 1_800_000) - 5.3),
    );
    counts(both, 0, 0.21 * 0.21);
  });

  it('[H6] with shrinkage, each scheduled agent is missing with this probability', () => {
    const scenario = quiet({ staff: [20, 20, 10], shrinkage: 0.3 });
    for (const [i, staff] of [20, 20, 10].entries())
      counts(
        days(400, (seed) => atWork(scenario, seed, i * 1_800_000)),
        staff * 0.7,
        staff * 0.21,
      );
  });

  it('[H5] who has a call in hand at the end of a shift finishes it, and takes no other', () => {
    const scenario = world({
      day: { lengthMin: 60, intervalMin: 30 },
      types: [
        {
          perHour: 100,
          wrapUp: { law: 'deterministic', valueS: 20 },
          patience: { law: 'exponential', meanS: 60 },
        },
      ],
      groups: [{ staff: [5, 2] }],
    });
    let late = 0;
    for (const facts of days(20, (seed) => factsOf(scenario, seed))) {
      const out = only(facts, 'signedOut').filter(({ agent }) => agent >= 2);
      expect(out.map(({ agent }) => agent).sort()).toEqual([2, 3, 4]);
      for (const { agent, at } of out) {
        const own = facts.filter((fact) => 'agent' in fact && fact.agent === agent);
        expect(own[own.length - 1]!.kind).toBe('signedOut');
        expect(at).toBeGreaterThanOrEqual(1_800_000);
        if (at === 1_800_000) continue;
        late += 1;
        expect(own[own.length - 2]).toMatchObject({ kind: 'wrapped', at });
        expect(only(own, 'answered').every((fact) => fact.at <= 1_800_000)).toBe(true);
      }
    }
    expect(late).toBeGreaterThan(10);
  });

  it('[H7] breaks: the next agents in turn, after the call in hand, at full length', () => {
    const scenario = world({
      day: { lengthMin: 120 },
      types: [{ perHour: 60, handling: { law: 'exponential', meanS: 240 } }],
      groups: [
        {
          staff: 5,
          breaks: [
            { atMin: 20, lengthMin: 10, agents: 2 },
            { atMin: 45, lengthMin: 15, agents: 2 },
            { atMin: 70, lengthMin: 10, agents: 2 },
          ],
        },
      ],
    });
    const due = [
      [0, 20, 10],
      [1, 20, 10],
      [2, 45, 15],
      [3, 45, 15],
      [4, 70, 10],
      [0, 70, 10],
    ] as const;
    let late = 0;
    for (const facts of days(10, (seed) => factsOf(scenario, seed))) {
      const taken = new Map<number, number>();
      const pauses = only(facts, 'notReady');
      expect(pauses.length).toBe(due.length);
      for (const [agent, atMin, lengthMin] of due) {
        const turn = taken.get(agent) ?? 0;
        taken.set(agent, turn + 1);
        const own = facts.filter((fact) => 'agent' in fact && fact.agent === agent);
        const [begun, back] = [only(own, 'notReady')[turn]!, only(own, 'ready')[turn]!];
        expect(begun.reason).toBe('schedule');
        expect(back.at - begun.at).toBe(lengthMin * 60_000);
        const inHand = only(own, 'wrapped').some((fact) => fact.at === begun.at);
        if (begun.at > atMin * 60_000) late += 1;
        expect(begun.at === atMin * 60_000 || (begun.at > atMin * 60_000 && inHand)).toBe(true);
        expect(only(own, 'answered').some((fact) => fact.at >= begun.at && fact.at < back.at)).toBe(
          false,
        );
      }
    }
    expect(late).toBeGreaterThan(10);
  });
});

describe('how fast they work', () => {
  it('[H1] speeds of group and skill divide the handling time', () => {
    const scenario = world({
      types: [
        {
          perHour: 60,
          handling: { law: 'deterministic', valueS: 120 },
          wrapUp: { law: 'deterministic', valueS: 15 },
        },
      ],
      groups: [{ staff: 2, speed: 2, skills: [{ type: 't0', speed: 1.5 }] }],
    });
    const facts = factsOf(scenario, 'fast');
    expect(new Set(only(facts, 'concluded').map(({ talkMs }) => talkMs))).toEqual(
      new Set([40_000]),
    );
    expect(new Set(only(facts, 'wrapped').map(({ wrapMs }) => wrapMs))).toEqual(new Set([15_000]));
  });

  it('[H3] each agent has a speed of mean 1, lognormal, the same all day', () => {
    const scenario = world({
      types: [{ perHour: 240, handling: { law: 'deterministic', valueS: 100 } }],
      groups: [{ staff: 8, speedCv: 0.25 }],
    });
    const speeds: number[] = [];
    for (const facts of days(60, (seed) => factsOf(scenario, seed))) {
      const own = new Map<number, Set<number>>();
      for (const { agent, talkMs } of only(facts, 'concluded'))
        own.set(agent, (own.get(agent) ?? new Set()).add(talkMs));
      expect(own.size).toBe(8);
      for (const talks of own.values()) {
        expect(talks.size).toBe(1);
        for (const talkMs of talks) speeds.push(100_000 / talkMs);
      }
    }
    const law = survivalOf({ law: 'lognormal', meanS: 1, cv: 0.25 });
    expect(kolmogorov(speeds, (x) => 1 - law.tail(x))).toBeLessThan(2.2);
    counts(speeds, 1, 0.0625);
  });
});
