import { describe, expect, it } from 'vitest';
import { Centre } from '../../../../models/centre/centre.ts';
import { BusynessPosterior } from '../../../../models/centre/fork/busyness-posterior.ts';
import { Fork } from '../../../../models/centre/fork/fork.ts';
import { planOf } from '../../../../models/centre/plan/plan-of.ts';
import { Luck } from '../../../../models/kernel/luck.ts';
import { Moments } from '../../../../models/kernel/tally.ts';
import { FactLog } from '../../../../models/live/factlog.ts';
import type { Scenario } from '../../../../models/scenario/scenario.ts';
import { full } from '../../../laws/worlds.ts';
import { arbitrated, dayOf, HUMAN, imagine, minutes, shop, since } from './futures.ts';

const WORLDS: readonly [string, Scenario][] = [
  ['classical', full()],
  ['arbitrated', arbitrated(full(), { need: { cv: 1 }, policy: { name: 'coordinated' } })],
  ['memoryless', arbitrated(full(), { execution: 'exponential' })],
  ['human', arbitrated(full(), HUMAN)],
];

describe('[P9] a copy of a centre', () => {
  it.each(WORLDS)('%s: goes on as the centre does, wherever it was before', (_, scenario) => {
    const copied = new FactLog();
    const fork = new Fork(scenario, 'other', copied.recorder);
    fork.run();
    for (const atMin of [0, 61, 130, 244]) {
      const log = new FactLog();
      const centre = new Centre(scenario, 'copied', log.recorder);
      centre.advanceTo(minutes(atMin));
      const [before, mine] = [log.facts.length, copied.facts.length];
      fork.become(centre);
      expect(fork.now).toBe(centre.now);
      expect(fork.nextAt()).toBe(centre.nextAt());
      fork.run();
      expect(log.facts.length).toBe(before);
      centre.run();
      expect(since(copied.facts, mine)).toEqual(since(log.facts, before));
      expect(log.facts.length - before).toBeGreaterThan(atMin < 200 ? 50 : -1);
    }
  });

  it('is of the same scenario, or refused', () => {
    const [one, other] = [full(), full()];
    const fork = new Fork(one, 'x', new FactLog().recorder);
    expect(() => fork.become(new Centre(other, 'x', new FactLog().recorder))).toThrow(/same plan/);
  });
});

describe('[P9] what is hidden', () => {
  it('is drawn anew, all of it: nothing of the room’s own future is left', () => {
    const returns = { redialProbability: 0.6, backProbability: 0.85, nextProbability: 0.2 };
    const scenario = shop(
      { perHour: 60 },
      { execution: 'exponential', returns, announce: {} },
      { groups: [{ staff: 3, shrinkage: 0.2 }], arrivals: { busynessCv: 0.3, intervalCv: 0.2 } },
    );
    const centre = dayOf(scenario, 'hidden', 70);
    imagine(scenario, centre, 12, (fork, facts, agent) => {
      // Another hidden truth, and then the same luck: the same future.
      const log = new FactLog();
      const other = new Fork(scenario, '', log.recorder);
      other.become(centre);
      const busy = new BusynessPosterior(planOf(scenario), other.luck, centre.now, minutes(240));
      other.forget(new Luck('another truth'), busy, agent);
      other.forget(fork.luck, busy, agent);
      log.facts.length = 0;
      other.advanceTo(minutes(200));
      fork.advanceTo(minutes(200));
      expect(facts.length).toBeGreaterThan(100);
      expect(since(log.facts, 0)).toEqual(since(facts, 0));
    });
  });

  it('is another each time', () => {
    const scenario = shop({}, {});
    const arrivals = new Set<number>();
    imagine(scenario, dayOf(scenario, 'each', 60), 20, (fork, facts) => {
      fork.advanceTo(minutes(240));
      arrivals.add(facts.find(({ kind }) => kind === 'arrived')?.at ?? -1);
    });
    expect(arrivals.size).toBe(20);
  });

  it('first calls come at the rates of the plan, from now on', () => {
    const scenario = shop({ perHour: [30, 90, 60, 120], shape: 'linear' }, {});
    const counts = new Moments();
    imagine(scenario, dayOf(scenario, 'rates', 75), 1_500, (fork, facts) => {
      fork.advanceTo(minutes(150));
      counts.add(facts.filter(({ kind }) => kind === 'arrived').length);
    });
    // From 82.5 to 60 an hour over 45 min, then from 60 to 90 over 30.
    const want = (0.75 * (82.5 + 60)) / 2 + (0.5 * (60 + 90)) / 2;
    expect(Math.abs(counts.mean - want)).toBeLessThan(4 * Math.sqrt(want / 1_500));
    expect(Math.abs(counts.variance / want - 1)).toBeLessThan(0.15);
  });

  it('an incident under way goes on, one that has not begun never comes', () => {
    const bursts = [
      { atMin: 50, calls: 60, lengthMin: 20, name: 'Panne' },
      { atMin: 90, calls: 500, lengthMin: 5, name: 'Orage' },
    ];
    const scenario = shop({ perHour: 6, bursts }, {});
    const counts = new Moments();
    imagine(scenario, dayOf(scenario, 'burst', 60), 800, (fork, facts) => {
      fork.advanceTo(minutes(120));
      counts.add(facts.filter(({ kind }) => kind === 'arrived').length);
      expect(facts.some(({ kind }) => kind === 'began')).toBe(false);
    });
    expect(Math.abs(counts.mean - 36)).toBeLessThan((4 * 6) / Math.sqrt(800));
  });
});

describe('[P9] in a fork', () => {
  it('the computer plays the desks of persons, but for those not ready', () => {
    const scenario = shop({ perHour: 200 }, {}, { groups: [{ staff: 6 }] });
    const log = new FactLog();
    const centre = new Centre(scenario, 'persons', log.recorder);
    const call = (agent: number): number => {
      const rang = log.facts.findLast((fact) => fact.kind === 'rang' && fact.agent === agent);
      return rang?.kind === 'rang' ? rang.call : -1;
    };
    for (const agent of [0, 1, 2, 3]) centre.apply({ kind: 'takeDesk', agent });
    const rings = (agent: number): void => {
      expect(centre.apply({ kind: 'ready', agent })).toBeNull();
      for (let at = centre.now; call(agent) < 0; at += 500) centre.advanceTo(at);
    };
    for (const agent of [0, 1]) {
      rings(agent);
      expect(centre.apply({ kind: 'answer', agent, call: call(agent) })).toBeNull();
    }
    expect(centre.apply({ kind: 'hold', agent: 0, call: call(0) })).toBeNull();
    rings(2);
    centre.advanceTo(centre.now + 500);
    const held = call(0);
    imagine(scenario, centre, 1, (fork, facts, agent) => {
      expect(agent).toBe(0);
      const unseated = facts.filter(({ kind }) => kind === 'unseated');
      expect(unseated.map((fact) => ('agent' in fact ? fact.agent : -1))).toEqual([1, 2]);
      fork.hold(0);
      fork.advanceTo(centre.now + minutes(30));
      expect(fork.onLine(0)).toBe(held);
      expect(facts.some((fact) => 'agent' in fact && fact.agent === 3)).toBe(false);
      const served = (agent: number): number =>
        facts.filter((fact) => fact.kind === 'concluded' && fact.agent === agent).length;
      expect([0, 1, 2, 3].map(served).map((n) => n > 2)).toEqual([false, true, true, false]);
      fork.release(0);
      expect(fork.onLine(0)).not.toBe(held);
      fork.advanceTo(fork.now + minutes(30));
      expect(served(0)).toBeGreaterThan(3);
      // What becomes of that caller is not what is asked: they leave for good.
      expect(facts.find((fact) => fact.kind === 'left' && fact.call === held)).toBeDefined();
      expect(facts.some((fact) => fact.kind === 'arrived' && fact.cause === held)).toBe(false);
    });
  });

  it('who is released takes leave as usual, and the line goes on from there', () => {
    const scenario = shop({ perHour: 100 }, { handling: { closingMin: 0.5 } });
    const centre = dayOf(scenario, 'leave', 60);
    imagine(scenario, centre, 3, (fork, facts, agent) => {
      const call = fork.onLine(agent);
      fork.release(agent);
      expect(fork.onLine(agent)).toBe(-1);
      fork.advanceTo(centre.now + minutes(1));
      const ends = facts.filter((fact) => 'call' in fact && fact.call === call);
      expect(ends.map(({ kind }) => kind)).toEqual([
        'closing',
        'concluded',
        'resolved',
        'left',
        'wrapped',
      ]);
      expect(ends[1]?.at).toBe(centre.now + minutes(0.5));
    });
  });
});
