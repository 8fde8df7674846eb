import { describe, expect, it } from 'vitest';
import {
  boundedLine,
  exponentialSurvival,
  fillingUp,
  offeredAtEnds,
  offeredByInterval,
  offeredLoad,
  openingDay,
  patientLine,
  stretch,
  survivalOf,
} from '../../../../models/study/theory.ts';
import { printed, SHOP, same, T } from './close.ts';

describe('offered load in time', () => {
  const rate = (t: number): number => 2 + Math.sin((2 * Math.PI * t) / 480);

  it('is the fixture of the model', () => {
    const m = offeredLoad(rate, exponentialSurvival(6), 120, -600);
    printed(m, '17.9632158864');
  });

  it('depends on the law through its stationary excess: deterministic handling sees a window', () => {
    const w = (2 * Math.PI) / 480;
    const law = survivalOf({ law: 'deterministic', valueS: 6 });
    same(offeredLoad(rate, law, 120, 0), 12 + (Math.cos(w * 114) - Math.cos(w * 120)) / w);
  });

  it('has the same value by quadrature, by interval and by recursion', () => {
    const rates = [10, 40, 25, 5];
    const handling = exponentialSurvival(0.3);
    const ends = offeredAtEnds(rates, 0.5, 0.3);
    rates.forEach((_, i) => {
      const t = 0.5 * (i + 1);
      same(offeredByInterval(rates, 0.5, handling, t), ends[i]!);
      same(
        offeredLoad((at) => rates[Math.floor(at / 0.5)] ?? 5, handling, t, 0, [0.5, 1, 1.5]),
        ends[i]!,
      );
    });
    same(fillingUp({ rate: 10, handling: 0.3 }, 0.5), ends[0]!);
    same(offeredByInterval([7], 1, survivalOf({ law: 'lognormal', meanS: 0.4, cv: 1 }), 1e4), 2.8);
    expect(offeredLoad(rate, handling, 0, 0)).toBe(0);
    // Calls of the second interval last twice as long: each interval's part by itself.
    const twice = exponentialSurvival(0.6);
    const first = offeredLoad((at) => (at < 0.5 ? 7 : 0), handling, 1.2, 0, [0.5]);
    const second = offeredLoad((at) => (at < 0.5 ? 0 : 9), twice, 1.2, 0, [0.5]);
    same(offeredByInterval([7, 9], 0.5, [handling, twice], 1.2), first + second);
  });
});

describe('from an empty morning', () => {
  it('is the exact transient of M/M/12', () => {
    const day = openingDay({ rate: 4.2, handling: 2, agents: 12 }, 480, T, 400);
    // Printed as 1815.276 elsewhere; a matrix exponential of the same chain gives this to 1e-9.
    expect(Math.abs(day.inTarget - 1815.2717371115)).toBeLessThan(1e-6);
    printed(day.level, '0.9004');
    printed(day.occupancy, '0.6969');
    same(day.offered, 2016);
  });

  it('keeps all the time and all the probability, and tends to Erlang C', () => {
    const line = { ...SHOP, agents: 14 };
    const first = stretch(line, Number.POSITIVE_INFINITY, 30, 600);
    const sum = (a: Float64Array): number => a.reduce((x, y) => x + y, 0);
    same(sum(first.time), 30);
    same(sum(first.last), 1);
    const whole = stretch(line, Number.POSITIVE_INFINITY, 50, 600);
    const second = stretch(line, Number.POSITIVE_INFINITY, 20, 600, first.last);
    for (const i of [0, 5, 14, 20, 60]) {
      same(first.time[i]! + second.time[i]!, whole.time[i]!);
      same(second.last[i]!, whole.last[i]!);
    }
    const late = stretch(line, Number.POSITIVE_INFINITY, 4_000, 600);
    let waits = 0;
    for (let i = 14; i <= 600; i += 1) waits += late.last[i]!;
    same(waits, patientLine(line).waits);
  });

  it('fills up like infinitely many agents, and settles like Erlang A', () => {
    const many = stretch({ rate: 2, handling: 6, agents: 100 }, 1, 7, 100).last;
    let mean = 0;
    many.forEach((p, i) => {
      mean += p * i;
    });
    same(mean, fillingUp(SHOP, 7));
    const late = stretch({ ...SHOP, agents: 12 }, 4, 500, 200).last;
    for (const [i, p] of boundedLine({ ...SHOP, agents: 12 }, 4, 188).shares.entries())
      same(late[i]!, p);
  });
});
