import { describe, expect, it } from 'vitest';
import { LedFork } from '../../../models/centre/fork/led-fork.ts';
import { Moments } from '../../../models/kernel/tally.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { Session } from '../../../models/live/session.ts';
import { ownOf } from '../../../models/play/own-commands.ts';
import { fortuneOf } from '../../../models/play/reference.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Fortune } from '../../../models/words/debrief.ts';
import { isProblem } from '../../../models/words/problem.ts';
import { goldenDays } from '../../golden/days.ts';
import { dayWithAPerson } from '../../golden/person.ts';
import { played, shortened, talksFor } from '../../support/day-at-a-desk.ts';

const fortune = (day: ReturnType<typeof played>): Fortune => {
  const found = fortuneOf(day.scenario, day.seed, day.commands, 0);
  if (isProblem(found)) throw new Error(found.says.en);
  return found;
};

describe('a day beside which the price stands by', () => {
  const arbitrated = [...goldenDays()].filter(([name]) => name.startsWith('arbitrated'));

  it.each(arbitrated)('[L1] %s: is the day itself as long as nobody is led', (_, scenario) => {
    const log = new FactLog();
    new LedFork(scenario, 'led', log.recorder, 0).run();
    const day = new Session(scenario, 'led');
    day.run();
    expect(log.facts).toEqual(day.facts);
  });

  it.each(arbitrated)('%s: has one desk alone go by it', (_, scenario) => {
    const whole = dayWithAPerson(scenario, 'led');
    const log = new FactLog();
    const fork = new LedFork(scenario, 'led', log.recorder, 0);
    fork.advanceTo(60_000);
    fork.apply({ kind: 'takeDesk', agent: 0 });
    fork.lead();
    fork.run();
    // Until then it is the same day.
    const first = log.facts.findIndex(({ kind }) => kind === 'unseated');
    expect(log.facts.slice(0, first - 1)).toEqual(whole.facts.slice(0, first - 1));
    expect(log.facts.at(-1)?.kind).toBe('ended');
  });

  it('[P6, P10] goes at the pace of that policy, whatever the others follow', () => {
    const scenario = catalogueScenario('dix-conseillers') as Scenario;
    const arbitration = scenario.arbitration!;
    const policy = { ...arbitration.policy, name: 'fixed' as const, paceMin: 7.5 };
    const slow = { ...scenario, arbitration: { ...arbitration, policy } };
    const talks = (agent: number, facts: FactLog['facts']): Moments => {
      const moments = new Moments();
      for (const fact of facts)
        if (fact.kind === 'concluded' && fact.agent === agent) moments.add(fact.talkMs);
      return moments;
    };
    const [led, others] = [new Moments(), new Moments()];
    for (let r = 0; r < 3; r++) {
      const log = new FactLog();
      const fork = new LedFork(slow, `pace ${r}`, log.recorder, 4);
      fork.lead();
      fork.run();
      for (let agent = 0; agent < 10; agent++)
        (agent === 4 ? led : others).merge(talks(agent, log.facts));
    }
    expect(led.mean + 4 * (led.standardError + others.standardError)).toBeLessThan(others.mean);
  });
});

describe('[L11] what another person did', () => {
  const scenario = shortened('accueil-normal', 75);
  /** Desk 1 has a person on the line; nobody sits at desk 0. */
  const talking = () => {
    const log = new FactLog();
    const fork = new LedFork(scenario, 'other', log.recorder, 0);
    fork.apply({ kind: 'takeDesk', agent: 1 });
    fork.apply({ kind: 'ready', agent: 1 });
    for (let at = 1_000; ; at += 500) {
      fork.advanceTo(at);
      const rung = log.facts.findLast((fact) => fact.kind === 'rang');
      if (rung?.kind !== 'rang') continue;
      fork.follow({ kind: 'answer', agent: 1, call: rung.call });
      return { call: rung.call, fork, log };
    }
  };

  it('stays as long as it can be done', () => {
    const { call, fork, log } = talking();
    fork.follow({ kind: 'conclude', agent: 1, call });
    expect(log.facts.some(({ kind }) => kind === 'unseated')).toBe(false);
    expect(log.facts.at(-1)).toMatchObject({ kind: 'closing', call });
  });

  it('is of no use once a caller is another one: the computer goes on with who is there', () => {
    const { call, fork, log } = talking();
    fork.follow({ kind: 'conclude', agent: 1, call: call + 1 });
    expect(log.facts.some(({ kind }) => kind === 'unseated')).toBe(true);
    fork.run();
    expect(log.facts.some((fact) => fact.kind === 'concluded' && fact.call === call)).toBe(true);
  });
});

describe('[L11] the luck of a day', () => {
  const scenario = shortened('accueil-normal', 75);

  it('places its callers among two hundred days, the same for everybody', () => {
    const days = [60_000, 240_000].map((talkMs) =>
      fortune(played(scenario, 'luck', { 0: talksFor(0, talkMs) })),
    );
    const [hurried, careful] = days as [Fortune, Fortune];
    expect(hurried.harder).toBe(careful.harder);
    expect(hurried.days).toBe(200);
    expect(hurried.harder).toBeGreaterThan(0);
    expect(hurried.harder).toBeLessThan(1);
    expect(hurried.own).toBeCloseTo(hurried.played - hurried.reference, 9);
    // Whom a person hurries comes back: it is their own doing, not their luck.
    expect(hurried.own).toBeGreaterThan(careful.own);
  });

  it('told apart, leaves less than half of the spread to who played', () => {
    const [results, own] = [new Moments(), new Moments()];
    for (let r = 0; r < 24; r++) {
      const found = fortune(played(scenario, `apart ${r}`, { 0: talksFor(0, 45_000) }));
      results.add(found.played);
      own.add(found.own);
    }
    expect(own.variance).toBeLessThan(results.variance / 2);
  });

  it('[L12] is of this person alone, where two sat at the desk in turn', () => {
    const before = played(scenario, 'turns', { 0: talksFor(0, 30_000) });
    const last = before.commands.findLast(({ at }) => at < 1_500_000)!.at;
    const hurried = before.commands.filter(({ at }) => at <= last);
    const gives = (kind: 'takeDesk' | 'leaveDesk') =>
      ({ at: last + 1, command: { kind, agent: 0 } }) as const;
    // Who comes after gets up at once: nothing is their doing.
    const commands = [...hurried, gives('leaveDesk'), gives('takeDesk'), gives('leaveDesk')];
    const ownOfPerson = (person: number): number => {
      const sat = { agent: 0, person, sat: [4, 7] };
      const found = fortuneOf(scenario, 'turns', commands, 0, ownOf(commands, sat));
      if (isProblem(found)) throw new Error(found.says.en);
      return found.own;
    };
    expect(ownOfPerson(7)).toBeCloseTo(0, 9);
    expect(ownOfPerson(4)).toBeGreaterThan(0.05);
  });

  it('is refused where nothing is arbitrated, or where the record does not replay', () => {
    const { arbitration: _, ...classical } = scenario;
    expect(fortuneOf(classical as typeof scenario, 'x', [], 0)).toMatchObject({ code: 'E_STATE' });
    const torn = [{ at: 0, command: { kind: 'ready', agent: 0 } as const }];
    expect(fortuneOf(scenario, 'x', torn, 0)).toMatchObject({ code: 'E_DESYNC' });
  });
});
