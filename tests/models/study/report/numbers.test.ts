import { describe, expect, it } from 'vitest';
import { Numbers } from '../../../../models/study/report/numbers.ts';

describe('numbers as people write them', () => {
  const [fr, en] = [new Numbers('fr'), new Numbers('en')];

  it('have a sign where something is left of them', () => {
    expect([-0.04, -0.06, 0, 0.06].map((x) => en.plain(x, 'points'))).toEqual([
      '0.0',
      '-0.1',
      '0.0',
      '0.1',
    ]);
    expect(fr.plain(-0.0004, '1')).toBe('0,0 %');
  });

  it('say which way a change goes, with a true minus, unless nothing is left of it', () => {
    const by = (mean: number) => fr.change({ mean, halfWidth: 0.02, n: 30 }, '1');
    expect(by(-0.125)).toEqual(['−12,5 %', '± 2,0']);
    expect(by(0.125)).toEqual(['+12,5 %', '± 2,0']);
    expect(by(0.0001)).toEqual(['0,0 %', '± 2,0']);
    expect(en.change({ mean: null, halfWidth: null, n: 0 }, 's')).toEqual(['–', '']);
  });

  it('say a unit once from P10 to P90, and nothing where days are too few', () => {
    const figure = { mean: 0.5, halfWidth: 0.1, n: 30 };
    const spread = { p10: 0.25, p90: 0.75 };
    expect(en.spread({ ...figure, spread }, '1')).toBe('25.0 – 75.0 %');
    expect(fr.spread({ ...figure, spread }, 'min', '–')).toBe('0,25–0,75 min');
    expect(en.spread(figure, '1')).toBe('');
  });
});
