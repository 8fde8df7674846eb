import { z } from 'zod';
import { real, share } from './fields.ts';

const zero = share(
  'Probability that the value is exactly 0 (for a patience: hangs up at once unless answered at once).',
  { neutral: 0 },
)
  .default(0)
  .optional();
export const seconds = (says: string) => real(0, 1e8, says, { unit: 's' });
const positiveS = (says: string) => real(0.001, 1e8, says, { unit: 's' });

/** A law of probability for a duration. One uniform is drawn for each value, by inversion. */
export const Law = z
  .discriminatedUnion('law', [
    z
      .strictObject({ law: z.literal('infinite') })
      .meta({ description: 'Never ends (a caller who never gives up).' }),
    z.strictObject({ law: z.literal('deterministic'), valueS: seconds('The value.'), zero }),
    z.strictObject({ law: z.literal('exponential'), meanS: positiveS('Mean.'), zero }),
    z.strictObject({
      law: z.literal('uniform'),
      minS: seconds('Smallest value.'),
      maxS: seconds('Largest value.'),
      zero,
    }),
    z.strictObject({
      law: z.literal('gamma'),
      meanS: positiveS('Mean.'),
      cv: real(0.05, 5, 'Coefficient of variation.'),
      zero,
    }),
    z.strictObject({
      law: z.literal('lognormal'),
      meanS: positiveS('Mean.'),
      cv: real(0.001, 10, 'Coefficient of variation.'),
      zero,
    }),
    z.strictObject({
      law: z.literal('weibull'),
      meanS: positiveS('Mean.'),
      shape: real(0.2, 20, 'Shape; 1 is the exponential.'),
      zero,
    }),
    z.strictObject({
      law: z.literal('hyperexponential'),
      phases: z
        .array(
          z.strictObject({
            share: share('Weight of this phase (weights add to 1).'),
            meanS: positiveS('Mean of this phase.'),
          }),
        )
        .min(1)
        .max(10),
      zero,
    }),
    z.strictObject({
      law: z.literal('empirical'),
      valuesS: z
        .array(seconds('Value.'))
        .min(1)
        .max(1_000)
        .meta({ description: 'Increasing values; linear between them, from 0.', unit: 's' }),
      cumulative: z
        .array(share('Probability.'))
        .min(1)
        .max(1_000)
        .meta({ description: 'P(value at most valuesS[i]); may end below 1.' }),
      tailMeanS: positiveS(
        'Mean of the exponential tail beyond the last value, where the table ends below 1.',
      ).optional(),
      zero,
    }),
  ])
  .meta({ description: 'A law of probability for a duration.' });
export type Law = z.output<typeof Law>;
