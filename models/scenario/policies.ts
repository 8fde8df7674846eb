/**
 * THE table of the policies of arbitration (MODEL 11): how long talks are meant to last, and how
 * callers are met. The reading of a scenario, studies and masks follow from a row; what its pace is
 * made of stands in policies/paces-by-name.ts; how it is called in study/report/policy-names.ts
 * and, with what it does, in client/text/policies.ts.
 */

/** Settings of a policy beside those that all heed. */
type PolicySettingName =
  | 'paceMin'
  | 'hurryMin'
  | 'careMin'
  | 'slowMin'
  | 'fastMin'
  | 'atWaiting'
  | 'atMin'
  | 'horizonMin';

interface PolicyRow {
  /** What it goes by. */
  readonly heeds: readonly PolicySettingName[];
  /** It is a way of meeting people, a mask of this name, worn by all (MODEL 6.1). */
  readonly isMask: boolean;
  /** It compares the work done on each call, which memoryless talks do not know. */
  readonly ofWork: boolean;
  /** It is compared unless others are named: P1 to P9 of MODEL 11. */
  readonly isStudied: boolean;
}

const studied = { isMask: false, ofWork: false, isStudied: true } as const;
const mask = { heeds: ['paceMin'], isMask: true, ofWork: false, isStudied: false } as const;

export const POLICIES = {
  fixed: { ...studied, heeds: ['paceMin'] },
  care: { ...studied, heeds: ['careMin'] },
  hurry: { ...studied, heeds: ['hurryMin'] },
  queueThreshold: { ...studied, heeds: ['slowMin', 'fastMin', 'atWaiting'] },
  waitThreshold: { ...studied, heeds: ['slowMin', 'fastMin', 'atMin'] },
  priceTable: { ...studied, heeds: [] },
  priceNext: { ...studied, heeds: ['horizonMin'] },
  priceNextNeed: { ...studied, heeds: ['horizonMin'], ofWork: true },
  coordinated: { ...studied, heeds: ['careMin'], ofWork: true },
  avoidance: mask,
  disengagement: mask,
  natural: mask,
  professional: mask,
  script: mask,
} as const satisfies Record<string, PolicyRow>;

export type PolicyName = keyof typeof POLICIES;

/** Policies of pace, which are no mask. */
export type PacePolicyName = {
  [K in PolicyName]: (typeof POLICIES)[K]['isMask'] extends true ? never : K;
}[PolicyName];

/** Every policy there is, in the order of the table. */
export const POLICY_NAMES = Object.keys(POLICIES) as [PolicyName, ...PolicyName[]];

/** The row of a policy, whichever it is. */
export const policyRow = (name: PolicyName): PolicyRow => POLICIES[name];

/** Those compared unless others are named. */
export const STUDY_POLICIES = POLICY_NAMES.filter((name) => policyRow(name).isStudied);
