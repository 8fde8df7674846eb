import { describe, expect, it } from 'vitest';
import type { Law } from '../../../models/scenario/law.ts';
import { drawnLaw } from '../../../models/scenario/law-drawn.ts';

const LAWS: readonly Law[] = [
  { law: 'infinite' },
  { law: 'deterministic', valueS: 30 },
  { law: 'deterministic', valueS: 0 },
  { law: 'exponential', meanS: 240, zero: 0.1 },
  { law: 'uniform', minS: 10, maxS: 50 },
  { law: 'gamma', meanS: 60, cv: 0.6 },
  { law: 'lognormal', meanS: 60, cv: 0.8 },
  { law: 'weibull', meanS: 60, shape: 0.8 },
  { law: 'hyperexponential', phases: [{ share: 1, meanS: 60 }] },
  { law: 'empirical', valuesS: [10, 20], cumulative: [0.2, 0.6], tailMeanS: 30 },
];

describe('a law as a picture', () => {
  it.each(LAWS)('$law: nothing of it is lost, nothing is told twice', (law) => {
    const { beyond, shares, untilS, zero } = drawnLaw(law, 40);
    expect(shares).toHaveLength(40);
    expect(shares.reduce((sum, share) => sum + share, zero + beyond)).toBeCloseTo(1, 9);
    expect(untilS).toBeGreaterThan(0);
    expect(beyond).toBeLessThanOrEqual(law.law === 'infinite' ? 1 : 0.021);
  });

  it('knows zeros, the never-ending, and the value that half stay below', () => {
    expect(drawnLaw({ law: 'infinite' }, 10)).toMatchObject({ beyond: 1, medianS: null });
    expect(drawnLaw({ law: 'deterministic', valueS: 0 }, 10).zero).toBe(1);
    expect(drawnLaw({ law: 'exponential', meanS: 240, zero: 0.1 }, 10).zero).toBeCloseTo(0.1, 2);
    expect(drawnLaw({ law: 'exponential', meanS: 100 }, 10).medianS).toBeCloseTo(69.3, 1);
  });

  it('falls for an exponential, and is level for a uniform between its ends', () => {
    const { shares } = drawnLaw({ law: 'exponential', meanS: 100 }, 10);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    const level = drawnLaw({ law: 'uniform', minS: 0, maxS: 100 }, 5).shares;
    for (const share of level) expect(share).toBeCloseTo(0.2, 1);
  });
});
