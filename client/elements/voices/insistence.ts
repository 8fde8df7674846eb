import { NOTHING } from '../../../models/doors/live.ts';

/**
 * How much a voice insists: 0 for nothing, one half for one minute of waiting, towards 1 beyond. A
 * way of drawing what the figures say; it never turns round which of two weighs more.
 */
export const insistence = (value: number): number => {
  return value < NOTHING ? 0 : value / (value + 1);
};

const LIGHT = 300;
const HEAVY = 720;

/** The same as a weight of the typeface. */
export const weightOf = (value: number): number =>
  Math.round((LIGHT + (HEAVY - LIGHT) * insistence(value)) / 10) * 10;

/** The same as a size, within calm limits: 0.94 to 1.06 of the usual. */
export const sizeOf = (value: number): number =>
  Math.round((0.94 + 0.12 * insistence(value)) * 100) / 100;
