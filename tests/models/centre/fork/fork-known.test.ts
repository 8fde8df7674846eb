import { describe, expect, it } from 'vitest';
import { Centre } from '../../../../models/centre/centre.ts';
import { BusynessPosterior } from '../../../../models/centre/fork/busyness-posterior.ts';
import { Fork } from '../../../../models/centre/fork/fork.ts';
import { planOf } from '../../../../models/centre/plan/plan-of.ts';
import { Sampler } from '../../../../models/kernel/laws.ts';
import { Luck, PURPOSE } from '../../../../models/kernel/luck.ts';
import { Moments } from '../../../../models/kernel/tally.ts';
import { FactLog } from '../../../../models/live/factlog.ts';
import { dayOf, type Given, HUMAN, imagine, minutes, shop, type Type } from './futures.ts';

/** Who waits at this instant, by call: for how long, s. */
function waitingIn(log: FactLog, now: number): Map<number, number> {
  const waiting = new Map<number, number>();
  for (const fact of log.facts)
    if (fact.kind === 'queued') waiting.set(fact.call, (now - fact.at) / 1_000);
    else if (fact.kind === 'answered' || fact.kind === 'abandoned') waiting.delete(fact.call);
  return waiting;
}

describe('[P9] given what is known', () => {
  it('those who wait bear as much more as their law says of those who waited so long', () => {
    const cv = 1.4;
    const patience = { law: 'lognormal', meanS: 240, cv } as const;
    const scenario = shop(
      { perHour: [90, 0, 0, 0], patience },
      { policy: { name: 'fixed', paceMin: 200 } },
    );
    const log = new FactLog();
    const centre = new Centre(scenario, 'patience', log.recorder);
    centre.advanceTo(minutes(60));
    const waiting = waitingIn(log, centre.now);
    expect(waiting.size).toBeGreaterThan(3);
    // P(T > t) by the law's own definition, through the complementary error function's series.
    const spread = Math.sqrt(Math.log(1 + cv * cv));
    const mean = Math.log(240) - (spread * spread) / 2;
    const beyond = (s: number): number => 1 - normalBelow((Math.log(s) - mean) / spread);
    const want = [...waiting.values()].reduce((sum, s) => sum + 1 - beyond(s + 180) / beyond(s), 0);
    const gone = new Moments();
    imagine(scenario, centre, 3_000, (fork, facts) => {
      fork.advanceTo(minutes(63));
      gone.add(facts.filter(({ kind }) => kind === 'abandoned').length);
    });
    expect(Math.abs(gone.mean - want)).toBeLessThan(4 * gone.standardError);
    expect(gone.standardError).toBeLessThan(0.03);
  });

  it.each(['fixed', 'priceNextNeed'] as const)(
    'a talk under %s goes on for as long as those that have lasted so long do',
    (name) => {
      const scenario = shop({ perHour: [60, 0, 0, 0] }, { policy: { name }, need: { cv: 1 } });
      // Days on which two talk and nobody waits: how long after 4 min of talk does the other end?
      const [real, imagined] = [new Moments(), new Moments()];
      for (let day = 0; day < 1_500; day++) {
        const log = new FactLog();
        const centre = new Centre(scenario, `talk ${day}`, log.recorder);
        centre.advanceTo(minutes(61));
        const fork = new Fork(scenario, '', new FactLog().recorder);
        fork.become(centre);
        if (centre.inside !== 2 || fork.onLine(0) < 0 || fork.onLine(1) < 0) continue;
        const busy = new BusynessPosterior(planOf(scenario), fork.luck, centre.now, centre.now);
        const call = fork.onLine(1);
        fork.forget(new Luck(`imagined ${day}`), busy, 0);
        fork.hold(0);
        fork.advanceTo(minutes(63));
        imagined.add(fork.onLine(1) === call ? 1 : 0);
        fork.become(centre);
        fork.hold(0);
        fork.advanceTo(minutes(63));
        real.add(fork.onLine(1) === call ? 1 : 0);
      }
      expect(real.n).toBeGreaterThan(200);
      const error = Math.sqrt((real.variance + imagined.variance) / real.n);
      expect(Math.abs(real.mean - imagined.mean)).toBeLessThan(4 * error);
      expect(real.mean).toBeGreaterThan(0.1);
      expect(real.mean).toBeLessThan(0.9);
    },
  );

  const returns = { redialProbability: 0.6, redialDelayMin: 5, backDelayMin: 10 };
  const wrapUp = { law: 'gamma', meanS: 60, cv: 0.3 } as const;
  const weibull = { law: 'weibull', meanS: 200, shape: 0.7 } as const;
  const told = { hazardAfter: 1, peakMass: 0 };
  const { announce, ...rest } = HUMAN;
  it.each<[string, number, number, Type, Given]>([
    ['worked talks', 700, 4, { wrapUp }, { need: { cv: 0.8 }, returns }],
    ['after-call work', 700, 0.5, { wrapUp }, { need: { cv: 0.8 }, returns }],
    ['waits told', 350, 1, { patience: weibull }, { announce: told, returns }],
    ['memoryless talks', 700, 4, { wrapUp }, { execution: 'exponential', returns }],
    ['masks, moods, energy', 500, 2, { wrapUp }, { ...rest, returns }],
  ])('what comes next is as likely as on real days: %s', (_, days, aheadMin, type, arbitration) => {
    const arrivals = { busynessCv: 0.2, intervalCv: 0.1 };
    const scenario = shop({ perHour: 75, ...type }, arbitration, {
      arrivals,
      groups: [{ staff: 5 }],
    });
    const kinds = ['arrived', 'answered', 'abandoned', 'concluded', 'wrapped'] as const;
    const off = kinds.map(() => new Moments());
    const seen = kinds.map(() => new Moments());
    const log = new FactLog();
    const fork = new Fork(scenario, '', log.recorder);
    for (let day = 0; day < days; day++) {
      const centre = dayOf(scenario, `total ${day}`, 40 + (day % 37));
      fork.become(centre);
      let agent = 0;
      while (agent < 5 && fork.onLine(agent) < 0) agent += 1;
      if (agent === 5) continue;
      const until = centre.now + minutes(aheadMin);
      const busy = new BusynessPosterior(planOf(scenario), fork.luck, centre.now, until);
      const counts = (imagined: boolean): number[] => {
        fork.become(centre);
        if (imagined) fork.forget(new Luck(`imagined ${day}`), busy, agent);
        log.facts.length = 0;
        fork.hold(agent);
        fork.advanceTo(until);
        return kinds.map((kind) => log.facts.filter((fact) => fact.kind === kind).length);
      };
      const [real, imagined] = [counts(false), counts(true)];
      kinds.forEach((_, k) => {
        off[k]!.add(imagined[k]! - real[k]!);
        seen[k]!.add(real[k]!);
      });
    }
    kinds.forEach((kind, k) => {
      const { mean, standardError } = off[k]!;
      expect(Math.abs(mean), `${kind}: ${mean} ± ${standardError}`).toBeLessThan(4 * standardError);
      expect(seen[k]!.mean, kind).toBeGreaterThan(0.05);
    });
  });

  it('the busyness of the day is as likely as the calls so far make it', () => {
    const scenario = shop({ perHour: 60 }, {}, { arrivals: { busynessCv: 0.25, intervalCv: 0 } });
    const plan = planOf(scenario);
    const law = new Sampler({ law: 'gamma', mean: 1, cv: 0.25 });
    // The truth is anywhere among the draws, all places equally likely; and they are near it.
    const [ranks, off, draws] = [new Moments(), new Moments(), 40];
    for (let day = 0; day < 500; day++) {
      const luck = new Luck(`busy ${day}`);
      const truth = law.quantile(luck.uniform(0, 0, PURPOSE.DAY));
      const busy = new BusynessPosterior(plan, luck, minutes(90), minutes(240));
      let below = 0;
      for (let k = 0; k < draws; k++) {
        const drawn = busy.draw(new Luck(`${day} ${k}`))?.[0] as number;
        if (drawn < truth) below += 1;
        off.add((drawn - truth) * (drawn - truth));
      }
      ranks.add(below / draws);
    }
    expect(Math.abs(ranks.mean - 0.5)).toBeLessThan(4 * ranks.standardError);
    expect(Math.abs(ranks.variance * 12 - 1)).toBeLessThan(0.2);
    // Ninety calls tell a factor to 10 %, two draws from there differ by 10 % times √2 or less.
    expect(Math.sqrt(off.mean)).toBeLessThan(0.15);
  });

  it('an interval of its own busyness is told from the day’s, without bias', () => {
    const arrivals = { busynessCv: 0.2, intervalCv: 0.3, factorMin: 60 };
    const scenario = shop({ perHour: 80 }, {}, { arrivals });
    const plan = planOf(scenario);
    const gamma = (cv: number): Sampler => new Sampler({ law: 'gamma', mean: 1, cv });
    const [now, later, alone] = [new Moments(), new Moments(), new Moments()];
    for (let day = 0; day < 1_500; day++) {
      const luck = new Luck(`own ${day}`);
      const truth = gamma(0.2).quantile(luck.uniform(0, 0, PURPOSE.DAY));
      const own = gamma(0.3).quantile(luck.uniform(1, 0, PURPOSE.INTERVAL));
      const busy = new BusynessPosterior(plan, luck, minutes(105), minutes(240));
      const drawn = busy.draw(new Luck(`${day}`)) as Float64Array;
      now.add((drawn[1] as number) - truth * own);
      later.add((drawn[2] as number) - truth);
      alone.add(1 - truth * own);
    }
    for (const one of [now, later])
      expect(Math.abs(one.mean)).toBeLessThan(4 * one.standardError + 0.01);
    // A draw from what the calls tell is nearer than a guess.
    expect(now.variance).toBeLessThan(alone.variance / 2);
  });
});

/** The standard normal distribution function: the trapezium rule on its density. */
function normalBelow(z: number): number {
  const steps = 4_000;
  const from = -9;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = from + ((z - from) * i) / steps;
    sum += (i === 0 || i === steps ? 0.5 : 1) * Math.exp((-x * x) / 2);
  }
  return (sum * (z - from)) / steps / Math.sqrt(2 * Math.PI);
}

describe('[P9] each by the law of their own', () => {
  it('those in orbit come back as their type says, where it does', () => {
    const delay = { law: 'deterministic', valueS: 420 } as const;
    const scenario = shop(
      { perHour: [60, 0, 0, 0], repeat: { probability: 1, delay } },
      { policy: { name: 'fixed', paceMin: 2 }, resolution: { max: 0 } },
      { groups: [{ staff: 10 }] },
    );
    const centre = dayOf(scenario, 'orbit', 65);
    let back = 0;
    imagine(scenario, centre, 20, (fork, facts) => {
      fork.advanceTo(minutes(80));
      const again = facts.filter(({ kind }) => kind === 'arrived').map(({ at }) => at);
      // As fresh, those who were awaited call all at once.
      back += again.filter((at) => at === minutes(72)).length;
      expect(again.filter((at) => at < minutes(72))).toEqual([]);
    });
    expect(back).toBeGreaterThan(20);
  });

  it('of two kinds of callers, who still waits is likely to be patient', () => {
    const phases = [
      { share: 0.7, meanS: 20 },
      { share: 0.3, meanS: 1_200 },
    ];
    const announce = { roundMin: 0.01, peakMass: 0, hazardBefore: 1, hazardAfter: 0 };
    const scenario = shop(
      { perHour: [90, 0, 0, 0], patience: { law: 'hyperexponential', phases } },
      { policy: { name: 'fixed', paceMin: 200 }, announce: { ...announce, balkScaleMin: null } },
    );
    const log = new FactLog();
    const centre = new Centre(scenario, 'kinds', log.recorder);
    centre.advanceTo(minutes(60));
    const waiting = waitingIn(log, centre.now);
    expect(waiting.size).toBeGreaterThan(3);
    const beyond = (s: number): number => 0.7 * Math.exp(-s / 20) + 0.3 * Math.exp(-s / 1_200);
    const want = [...waiting.values()].reduce((sum, s) => sum + 1 - beyond(s + 300) / beyond(s), 0);
    const gone = new Moments();
    imagine(scenario, centre, 1_500, (fork, facts) => {
      fork.advanceTo(minutes(65));
      gone.add(facts.filter(({ kind }) => kind === 'abandoned').length);
    });
    expect(Math.abs(gone.mean - want)).toBeLessThan(4 * gone.standardError);
  });
});
