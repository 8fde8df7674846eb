import { describe, expect, it } from 'vitest';
import { Law } from '../../../../models/scenario/scenario.ts';
import { survivalFrom, survivalOf } from '../../../../models/study/theory.ts';
import { LAWS, same } from './close.ts';

describe('tails of the laws', () => {
  it.each(LAWS.map((law) => [JSON.stringify(law), law] as const))(
    '%s: area is the integral of the tail, mean its limit',
    (_, law) => {
      const s = survivalOf(Law.parse(law));
      const numeric = survivalFrom((x) => s.tail(x), s.mean, s.breaks);
      for (const x of [0.001, 5, 29, 31, 120, 400, 2_000]) {
        same(s.area(x), numeric.area(x));
        expect(s.tail(x)).toBeLessThanOrEqual(s.tail(x * 0.99));
      }
      if (s.mean < Number.POSITIVE_INFINITY) same(s.area(1e7), s.mean);
      const minutes = survivalOf(Law.parse(law), 60);
      same(minutes.tail(2), s.tail(120));
      same(minutes.area(2) * 60, s.area(120));
    },
  );

  it('has the digits of the tables', () => {
    same(
      survivalOf({ law: 'lognormal', meanS: Math.exp(0.5), cv: Math.sqrt(Math.E - 1) }).tail(
        Math.exp(1.959963984540054),
      ),
      0.025,
    );
    same(
      survivalOf({ law: 'gamma', meanS: 3, cv: Math.sqrt(1 / 3) }).tail(5),
      Math.exp(-5) * (1 + 5 + 12.5),
    );
    same(
      survivalOf({ law: 'weibull', meanS: Math.sqrt(Math.PI) / 2, shape: 2 }).tail(1.5),
      Math.exp(-2.25),
    );
  });
});
