/** One way to live through a day that is over, on its own callers. */
export interface WhatIfRow {
  /** The day as it was played, or the whole team following a policy. */
  readonly who: 'played' | 'hurry' | 'care' | 'price';
  /** The pace of the policy, min; null where it is no single one. */
  readonly paceMin: number | null;
  /** Harm in waiting minutes, and calls, per customer; null where there was none. */
  readonly costPerCustomer: number | null;
  readonly attemptsPerCustomer: number | null;
  /** Of all calls, s; and the share of calls given up. */
  readonly meanWaitS: number | null;
  readonly abandonRate: number | null;
  /** Lived experience, of 100. */
  readonly lived: number | null;
}
/** The day as it was played, then as hurry, care and the price would have had it. */
export interface WhatIf {
  readonly rows: readonly WhatIfRow[];
}
