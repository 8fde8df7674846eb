import type { Arbitration } from '../scenario/arbitration.ts';
import type { PolicyName } from '../scenario/policies.ts';
import { byInside, byQueue, byWait, type Pacing, steady } from './pacing.ts';
import type { TimeWorth } from './worth.ts';

type Policy = Arbitration['policy'];

/** What the pace of a policy is made of. */
type PaceRow =
  /** Its own settings, each held above the floor by `held` (min in, ms out). */
  | { readonly plain: (policy: Policy, held: (paceMin: number) => number) => Pacing }
  /** What time is worth, in each interval; `ms` turns paces of the tables (min) into ms. */
  | { readonly priced: (worth: TimeWorth, ms: (paces: Float64Array) => Float64Array) => Pacing };

const ms = (minutes: number): number => Math.round(minutes * 60_000);

/** A mask stretches a fixed pace (policies/postures.ts). */
const asGiven: PaceRow = { plain: ({ paceMin }, held) => steady(held(paceMin)) };

/** The pace of each policy by name (MODEL 11; RULES P3, P6, P8). */
export const PACES: Readonly<Record<PolicyName, PaceRow>> = {
  fixed: asGiven,
  care: { plain: ({ careMin }, held) => steady(held(careMin)) },
  hurry: { plain: ({ hurryMin }, held) => steady(held(hurryMin)) },
  queueThreshold: {
    plain: ({ atWaiting, fastMin, slowMin }, held) =>
      byQueue(held(slowMin), held(fastMin), atWaiting),
  },
  waitThreshold: {
    plain: ({ atMin, fastMin, slowMin }, held) => byWait(held(slowMin), held(fastMin), ms(atMin)),
  },
  priceTable: { priced: (worth, inMs) => byInside(inMs(worth.memoryless)) },
  priceNext: { priced: (worth, inMs) => byInside(inMs(worth.anticipating)) },
  priceNextNeed: { priced: (worth, inMs) => byInside(inMs(worth.anticipating), true) },
  coordinated: { plain: ({ careMin }, held) => ({ ...steady(held(careMin)), coordinated: true }) },
  avoidance: asGiven,
  disengagement: asGiven,
  natural: asGiven,
  professional: asGiven,
  script: asGiven,
};
