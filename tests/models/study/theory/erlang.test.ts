import { describe, expect, it } from 'vitest';
import {
  boundedLine,
  erlangB,
  erlangC,
  extendedErlangB,
  fewestAgents,
  linesFor,
  loadFor,
  patientLine,
  singleAgentWait,
  withShrinkage,
} from '../../../../models/study/theory.ts';
import { HALF_HOUR, printed, SHOP, same, T } from './close.ts';

describe('Erlang B', () => {
  it('is the fixture of the model', () => same(erlangB(10, 8), 0.1216610642529515));

  it.each([
    [1, 1, '0.5'],
    [2, 1, '0.2'],
    [1, 5, '0.83333'],
    [10, 20, '0.537963'],
    [190, 200, '0.0886968'],
    [200, 180, '0.010325'],
  ])('B(%i, %i) is %s', (lines, load, text) => printed(erlangB(lines, load), text));

  it('sums like its definition, and does not overflow with a thousand lines', () => {
    let [term, sum] = [1, 1];
    for (let k = 1; k <= 15; k += 1) sum += term *= 9 / k;
    same(erlangB(15, 9), term / sum);
    expect(erlangB(1000, 900)).toBeGreaterThan(0);
    expect(erlangB(1000, 1100)).toBeLessThan(0.2);
  });

  it('has a continuous form through the whole numbers', () => {
    same(erlangB(1e-12, 5), 1);
    for (const [lines, load] of [
      [2.5, 3],
      [0.3, 1000],
      [7.25, 0.01],
    ] as const)
      same(
        erlangB(lines + 1, load),
        (load * erlangB(lines, load)) / (lines + 1 + load * erlangB(lines, load)),
      );
    expect(erlangB(2.5, 3)).toBeLessThan(erlangB(2.4, 3));
    // 1/B(1/2, 1) = int e^-u sqrt(1 + u) du = 1 + e sqrt(pi)/2 erfc(1).
    same(1 / erlangB(0.5, 1), 1 + ((Math.E * Math.sqrt(Math.PI)) / 2) * 0.15729920705028513);
  });

  it('is inverted in lines and in load', () => {
    printed(loadFor(15, 0.01), '8.108');
    same(erlangB(15, loadFor(15, 0.01)), 0.01);
    expect(linesFor(8.108, 0.01)).toBe(15);
    expect(linesFor(8.11, 0.01)).toBe(16);
    expect(linesFor(0, 0.01)).toBe(1);
  });

  it('extends to callers who try again at once', () => {
    printed(100 * extendedErlangB(10, 5.5, 0.5), '3.149');
    printed(100 * extendedErlangB(11, 5.5, 0.5), '1.504');
    expect(fewestAgents((n) => 1 - extendedErlangB(n, 5.5, 0.5), 0.97)).toBe(11);
    same(extendedErlangB(10, 8, 0), erlangB(10, 8));
    const b = extendedErlangB(10, 8, 1);
    same(erlangB(10, 8 / (1 - b)), b);
  });
});

describe('Erlang C', () => {
  it('is the fixture of the model', () => {
    const line = patientLine({ ...SHOP, agents: 14 });
    same(line.waits, 0.4817053726149885);
    same(line.asa, 1.445116117844967);
    same(line.answeredWithin(T), 0.5689510934633921);
    same(line.queue, 2 * line.asa);
  });

  it('is the published half-hour', () => {
    const line = patientLine(HALF_HOUR);
    printed(line.waits, '0.1741319');
    printed(line.answeredWithin(T), '0.8883500');
    printed(line.asa * 60, '7.835937');
    printed(line.occupancy, '0.714286');
    printed(erlangC(25, 20), '0.209103');
  });

  it('staffs by exact search', () => {
    const level = (rate: number) => (agents: number) =>
      agents <= rate * 3
        ? Number.NaN
        : patientLine({ rate, handling: 3, agents }).answeredWithin(T);
    expect(fewestAgents(level(2.5), 0.8)).toBe(11);
    expect(withShrinkage(11, 0.3)).toBe(16);
    expect(withShrinkage(7, 0.3)).toBe(10);
    expect(fewestAgents(level(100 / 30), 0.8)).toBe(14);
    expect(level(100 / 30)(13).toFixed(4)).toBe('0.7956');
    expect(() => fewestAgents(() => 0, 0.8)).toThrow(/target/);
  });

  it('lies between whole numbers for a fraction of an agent', () => {
    const waits = (agents: number): number => patientLine({ ...HALF_HOUR, agents }).waits;
    expect(waits(14.4)).toBeLessThan(waits(14));
    expect(waits(14.4)).toBeGreaterThan(waits(15));
  });

  it('refuses a load that grows without end', () => {
    expect(() => patientLine({ ...SHOP, agents: 12 })).toThrow(
      /load must be below the number of agents \(12\)/,
    );
  });
});

describe('one agent', () => {
  it('waits as Pollaczek and Khinchine say', () => {
    same(singleAgentWait(20, 1 / 30, 0), 1 / 30);
    same(singleAgentWait(20, 1 / 30, 0) + 1 / 30, 1 / 15);
    same(singleAgentWait(0.8, 1, 1), patientLine({ rate: 0.8, handling: 1, agents: 1 }).asa);
    expect(() => singleAgentWait(31, 1 / 30, 0)).toThrow(/rate must be below/);
  });
});

describe('bounded lines', () => {
  it('is Erlang B without places and Erlang C without bound', () => {
    same(
      boundedLine({ rate: 8, handling: 1, agents: 10 }, Number.POSITIVE_INFINITY, 0).blocked,
      erlangB(10, 8),
    );
    const c = boundedLine({ ...SHOP, agents: 14 }, Number.POSITIVE_INFINITY, 2_000);
    same(c.queue, patientLine({ ...SHOP, agents: 14 }).queue);
    const tight = boundedLine({ ...SHOP, agents: 12 }, 4, 5);
    same(tight.occupancy * 12, 12 * (1 - tight.blocked - tight.abandons));
    expect(boundedLine({ rate: 0, handling: 1, agents: 2 }, 4, 5)).toMatchObject({
      blocked: 0,
      queue: 0,
      occupancy: 0,
    });
  });
});
