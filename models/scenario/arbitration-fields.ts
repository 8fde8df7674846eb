import { z } from 'zod';
import type { Meaning } from './fields.ts';

/** How well the number itself is known; what is only known to exist is still a hypothesis. */
const GRADES: Record<string, NonNullable<Meaning['grade']> | undefined> = {
  A: 'A',
  C: 'C',
  unit: undefined,
};

/**
 * What is known of a parameter of MODEL, as metadata of its field: its name among them, the range
 * worth varying (a field takes more: whatever has a meaning), and the evidence in words. `grade` is
 * that of the size: an effect that is published (B) and whose size is not has grade D, to be shown
 * as a hypothesis.
 */
export interface Listed {
  readonly param: string;
  readonly range?: readonly [number, number];
  readonly evidence: string;
  readonly grade?: NonNullable<Meaning['grade']>;
}

/** @param evidence the grade, in words */
export function listed(
  param: string,
  range: readonly [number, number] | null = null,
  evidence = 'D',
): Listed {
  const grade = evidence in GRADES ? GRADES[evidence] : 'D';
  return {
    param,
    evidence,
    ...(range === null ? {} : { range }),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** A part of MODEL that is on where it stands, with MODEL's defaults for what it leaves out. */
export const part = <T extends z.ZodRawShape>(says: string, shape: T) =>
  z.strictObject(shape).optional().meta({ description: says });

/** A part that is always there: it says how the world is counted, or is what arbitration is. */
export const always = <T extends z.ZodRawShape>(says: string, shape: T) =>
  z
    .strictObject(shape)
    // Every field of these has a default, which zod cannot tell from the shape alone.
    .prefault({} as never)
    .meta({ description: says });
