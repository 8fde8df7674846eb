import { expect } from 'vitest';
import type { Law } from '../../../../models/scenario/scenario.ts';

/** Equal to within 1e-9 of the larger. */
export const same = (got: number, want: number): void => {
  expect(Math.abs(got - want), `${got} against ${want}`).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(want)),
  );
};
/** Equal to every digit that was printed. */
export const printed = (got: number, text: string): void => {
  const digits = text.split('.')[1]?.length ?? 0;
  expect(got.toFixed(digits)).toBe(Number(text).toFixed(digits));
};

/** Two calls a minute of six minutes: the shop of the fixtures. */
export const SHOP = { rate: 2, handling: 6 };
/** The published half-hour: 100 calls of 180 s, 14 agents. */
export const HALF_HOUR = { rate: 100 / 30, handling: 3, agents: 14 };
/** Twenty seconds, in minutes. */
export const T = 1 / 3;

/** One law of every kind, and some with a share of zeros. */
export const LAWS: Law[] = [
  { law: 'infinite' },
  { law: 'deterministic', valueS: 90 },
  { law: 'exponential', meanS: 120 },
  { law: 'exponential', meanS: 120, zero: 0.3 },
  { law: 'uniform', minS: 30, maxS: 200 },
  { law: 'gamma', meanS: 100, cv: 0.5 },
  { law: 'gamma', meanS: 100, cv: 2.5 },
  { law: 'lognormal', meanS: 171, cv: 1.14 },
  { law: 'weibull', meanS: 240, shape: 0.7 },
  { law: 'weibull', meanS: 240, shape: 3 },
  {
    law: 'hyperexponential',
    phases: [
      { share: 0.2, meanS: 30 },
      { share: 0.8, meanS: 294 },
    ],
  },
  {
    law: 'empirical',
    valuesS: [10, 30, 60, 300],
    cumulative: [0.1, 0.1, 0.5, 0.9],
    tailMeanS: 400,
  },
  { law: 'empirical', valuesS: [10, 60, 300], cumulative: [0.1, 0.5, 1], zero: 0.1 },
];
