import { describe, expect, it } from 'vitest';
import {
  boundedLine,
  erlangA,
  erlangB,
  FOREVER,
  impatientLine,
  patientLine,
  serviceLevels,
  survivalFrom,
  survivalOf,
} from '../../../../models/study/theory.ts';
import { HALF_HOUR, LAWS, printed, SHOP, same, T } from './close.ts';

describe('Erlang A', () => {
  it('is the fixture of the model', () => {
    const line = erlangA({ ...SHOP, agents: 12 }, 4, T);
    same(line.waits, 0.4926413763);
    same(line.abandons, 0.1257059867);
    same(line.meanWait, 0.5028239468);
    same(line.queue, 1.0056478936);
    same(line.occupancy, 0.8742940133);
    same(line.abandons, line.meanWait / 4);
  });

  it('is the published half-hour, five service levels included', () => {
    const line = erlangA(HALF_HOUR, 5, T);
    printed(line.waits, '0.14526');
    printed(line.abandons, '0.013984');
    printed(line.occupancy, '0.704297');
    printed(line.meanWait, '0.069919');
    printed(line.levels.f3, '0.916792');
    printed(line.levels.f2, '0.929794');
    printed(line.levels.f4, '0.923407');
    printed(line.levels.f1, '0.923956');
    printed(line.asa * 60, '3.87848');
    printed(line.abandonerWait * 60, '26.522');
  });

  it('is that of the common work, large and small', () => {
    const large = erlangA({ rate: 100, handling: 3, agents: 310 }, 2, T);
    printed(large.abandons, '0.0118247112');
    printed(large.meanWait * 60, '1.4189653');
    printed(large.levels.f3, '0.9862072510');
    const small = erlangA({ rate: 4, handling: 3, agents: 14 }, 2, T);
    printed(small.abandons, '0.0606453082');
    printed(small.meanWait * 60, '7.2774370');
    printed(small.levels.f3, '0.8240694996');
  });

  it('agrees with birth and death', () => {
    for (const [agents, rate, patience] of [
      [12, 2, 4],
      [3, 5, 0.2],
      [40, 9, 30],
    ] as const) {
      const chain = boundedLine({ rate, handling: 6, agents }, patience, 3_000);
      const line = erlangA({ rate, handling: 6, agents }, patience, T);
      same(line.abandons, chain.abandons);
      same(line.queue, chain.queue);
      same(line.occupancy, chain.occupancy);
      same(line.waits, chain.waits);
    }
  });

  it('answers in time as a chain of ends and give-ups says', () => {
    // A caller with k before him: one of them leaves at rate n mu + k theta; he gives up at theta.
    const [agents, mu, theta] = [12, 1 / 6, 1 / 4];
    const { shares } = boundedLine({ ...SHOP, agents }, 4, 200);
    let inTarget = 0;
    const places = 201;
    const fastest = agents * mu + places * theta;
    let now = Float64Array.from({ length: places }, (_, k) => shares[agents + k]!);
    for (let i = 0; i < agents; i += 1) inTarget += shares[i]!;
    let weight = Math.exp(-fastest * T);
    let later = 1 - weight;
    for (let step = 1; step < 400; step += 1) {
      // Answered at this step, if it falls within T.
      inTarget += ((now[0]! * agents * mu) / fastest) * later;
      weight *= (fastest * T) / step;
      later -= weight;
      now = now.map(
        (p, k) =>
          p * (1 - (agents * mu + (k + 1) * theta) / fastest) +
          ((now[k + 1] ?? 0) * (agents * mu + (k + 1) * theta)) / fastest,
      );
    }
    same(erlangA({ ...SHOP, agents }, 4, T).levels.f3, inTarget);
    // MODEL 14.1; both ways of computing agree on this.
    same(inTarget, 0.5870573470149522);
    // Of those answered.
    same(erlangA({ ...SHOP, agents }, 4, T).levels.f2, inTarget / (1 - 0.1257059867));
    expect(inTarget / (1 - 0.1257059867)).toBeCloseTo(0.671464448, 9);
  });

  it('becomes Erlang C when patience is long, Erlang B when there is none', () => {
    const patient = erlangA({ ...SHOP, agents: 14 }, 1e9, T);
    expect(patient.levels.f3).toBeCloseTo(
      patientLine({ ...SHOP, agents: 14 }).answeredWithin(T),
      7,
    );
    same(
      impatientLine({ ...SHOP, agents: 14 }, FOREVER, T).levels.f3,
      patientLine({ ...SHOP, agents: 14 }).answeredWithin(T),
    );
    expect(erlangA({ rate: 8, handling: 1, agents: 10 }, 1e-9, T).abandons).toBeCloseTo(
      erlangB(10, 8),
      7,
    );
    const never = impatientLine(
      { rate: 8, handling: 1, agents: 10 },
      survivalOf({ law: 'deterministic', valueS: 0 }),
      T,
    );
    same(never.abandons, erlangB(10, 8));
    same(never.levels.f1, 1);
  });

  it('does not lose digits where next to nobody gives up', () => {
    const calm = erlangA({ rate: 1, handling: 3, agents: 14 }, 100, T);
    expect(calm.abandons).toBeGreaterThan(0);
    expect(calm.abandons / (calm.meanWait / 100)).toBeCloseTo(1, 9);
    expect(calm.abandonerWait).toBeLessThan(1);
  });

  it('carries a fraction of an agent, an overload, and a large centre', () => {
    const f3 = (agents: number): number => erlangA({ ...HALF_HOUR, agents }, 5, T).levels.f3;
    expect(f3(13.5)).toBeGreaterThan(f3(13));
    expect(f3(13.5)).toBeLessThan(f3(14));
    const flood = erlangA({ rate: 5_000, handling: 1, agents: 1_000 }, 1, T);
    expect(flood.abandons).toBeCloseTo(0.8, 6);
    expect(flood.levels.f3).toBeLessThan(1e-6);
  });
});

describe('M/M/n+G', () => {
  const lognormal = survivalOf({ law: 'lognormal', meanS: 240, cv: Math.SQRT2 }, 60);

  it('is the fixture of the model with lognormal patience', () => {
    const line = impatientLine({ ...SHOP, agents: 12 }, lognormal, T);
    expect(line.waits).toBeCloseTo(0.4960396, 6);
    expect(line.abandons).toBeCloseTo(0.124864, 6);
    expect(line.meanWait).toBeCloseTo(0.4958995, 6);
    expect(line.levels.f3).toBeCloseTo(0.5862857, 6);
  });

  it('is the same whether areas are given or integrated', () => {
    const a = impatientLine({ ...SHOP, agents: 12 }, lognormal, T, 0.1);
    const b = impatientLine(
      { ...SHOP, agents: 12 },
      survivalFrom((x) => lognormal.tail(x), 4),
      T,
      0.1,
    );
    for (const key of [
      'waits',
      'abandons',
      'meanWait',
      'asa',
      'abandonerWait',
      'virtualLevel',
    ] as const)
      same(a[key], b[key]);
    for (const key of ['f1', 'f2', 'f3', 'f4', 'f5'] as const) same(a.levels[key], b.levels[key]);
  });

  it('balances: busy agents carry what is not lost', () => {
    for (const law of LAWS) {
      const patience = survivalOf(law, 60);
      if (patience.mean === Number.POSITIVE_INFINITY) continue;
      for (const agents of [6, 12, 16]) {
        const line = impatientLine({ ...SHOP, agents }, patience, T, 0.1);
        same(line.meanWait, line.asa * (1 - line.abandons) + line.abandonerWait * line.abandons);
        expect(line.levels.f3).toBeLessThanOrEqual(
          Math.min(line.levels.f1, line.levels.f2, line.levels.f4, line.levels.f5),
        );
        // While nobody waits, the busy agents are those of a lossy line with one agent less.
        const idle = 1 - line.waits;
        const b = erlangB(agents - 1, 12);
        same(line.occupancy * agents, idle * (12 * (1 - b)) + (1 - idle) * agents);
      }
    }
  });

  it('goes beyond the longest patience: bounded patience, D and uniform', () => {
    const line = impatientLine(
      { rate: 3, handling: 6, agents: 12 },
      survivalOf({ law: 'deterministic', valueS: 30 }),
      10,
    );
    expect(line.abandons).toBeGreaterThan(0.3);
    const d = impatientLine(
      { ...SHOP, agents: 12 },
      survivalOf({ law: 'deterministic', valueS: 120 }, 60),
      T,
      2,
    );
    same(d.abandonerWait, 2);
    same(d.levels.f5, d.levels.f3 + d.abandons);
  });

  it('refuses patience without end where the load is too much', () => {
    expect(() => impatientLine({ ...SHOP, agents: 12 }, FOREVER, T)).toThrow(/patience must be/);
  });
});

describe('service levels', () => {
  it('are the worked figure of the trade', () => {
    const levels = serviceLevels({
      answered: 1000,
      abandoned: 60,
      answeredInTarget: 860,
      abandonedInTarget: 20,
      abandonedShort: 10,
    });
    expect(
      [levels.f1, levels.f2, levels.f3, levels.f4, levels.f5].map((x) => (100 * x).toFixed(1)),
    ).toEqual(['83.0', '86.0', '81.1', '82.7', '82.1']);
  });
});
