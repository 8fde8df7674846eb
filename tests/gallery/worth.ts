import type { PriceSample } from '../../client/state/prices.ts';
import type { Weighed } from '../../client/state/weighing.ts';
import type { LivedSoFar } from '../../models/doors/live.ts';

/** Prices as a desk once saw them, so that a picture changes only when its drawing does. */
const MINUTE_MS = 60_000;
/** Now, in the fourth call of these ten minutes. */
export const NOW = 42 * MINUTE_MS;

/** From this minute on (ten minutes ago is 0) a minute cost the others so much. */
const STEPS = [
  [0, 0.4],
  [0.6, 0.9],
  [1.4, 2.1],
  [1.9, 2.7],
  [2.8, 2.1],
  [3.2, 0.9],
  [4.1, 0.1],
  [5.7, 0.4],
  [6.3, 2.1],
  [7.2, 2.7],
  [7.5, 3],
  [8.8, 2.7],
  [9.6, 2.1],
] as const;

/** [answered, left] of each caller talked with, the same way. */
const TALKS = [
  [-1.2, 1.6],
  [2.3, 5.4],
  [5.6, 8.1],
  [8.5, 20],
] as const;

/** What the next minute is worth after so many of talk: nothing is worked at in the first. */
const careAfter = (minutes: number): number =>
  minutes < 0.75 ? 6 - 5 * (0.75 - minutes) : 6 * Math.exp(-(minutes - 0.75) / 1.5);

const priceAt = (minute: number): number =>
  STEPS.findLast(([from]) => from <= minute)?.[1] ?? STEPS[0][1];

function sampleAt(minute: number): PriceSample {
  const talk = TALKS.find(([from, to]) => minute >= from && minute < to);
  const care = talk ? careAfter(minute - talk[0]) : null;
  return { at: Math.round(NOW + (minute - 10) * MINUTE_MS), price: priceAt(minute), care };
}

export const SAMPLES: readonly PriceSample[] = Array.from({ length: 121 }, (_, i) =>
  sampleAt(i / 12),
);

const talked = 10 - TALKS[3][0];
const ahead = Array.from({ length: 13 }, (_, i) => ({
  at: NOW + i * 10_000,
  care: careAfter(talked + i / 6),
}));

/** The scale of that desk now: the line has just come to weigh more. */
export const TALKING: Weighed = {
  at: NOW,
  voices: {
    care: careAfter(talked),
    later: 4.6,
    resolves: 0.24,
    hurry: 2.1,
    about: false,
    waitedMin: 0.46,
    lost: 0.115,
    resolvedNow: 0.56,
    belowFloor: true,
  },
  talking: true,
  crossed: false,
  others: 'waiting',
  again: { share: 0.85, least: 0.5128 },
  right: { talkedMs: talked * MINUTE_MS, fromMs: 125_220, evenMs: 140_000, when: 'early' },
  dearest: 3.5,
  samples: SAMPLES,
  ahead,
};

/** The same desk between two calls. */
export const BETWEEN: Weighed = {
  ...TALKING,
  talking: false,
  samples: SAMPLES.map((one) => (one.at >= NOW - 90_000 ? { ...one, care: null } : one)),
  ahead: [],
};

export const LIVED: LivedSoFar = {
  callers: 212,
  mean: 71.4,
  lowestTenth: 38.2,
  poorly: 0.16,
  resolved: 0.78,
  lost: 0.07,
};
