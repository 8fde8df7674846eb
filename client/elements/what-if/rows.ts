import type { WhatIfRow } from '../../../models/doors/live.ts';
import { figure } from '../../text/figures.ts';

/** Waiting minutes per customer, to a tenth. */
export const costShown = (cost: number): string => figure(cost, 1);

/** 2.5 → « 2,5 », 7 → « 7 ». */
export const paceShown = (minutes: number): string =>
  figure(minutes, Number.isInteger(minutes) ? 0 : 1);

/** The rows that cost the least; several where what is shown of their costs is the same. */
export function cheapest(rows: readonly WhatIfRow[]): WhatIfRow[] {
  const costs = rows.flatMap(({ costPerCustomer }) => costPerCustomer ?? []);
  if (costs.length < 2) return [];
  const least = costShown(Math.min(...costs));
  return rows.filter(
    ({ costPerCustomer }) => costPerCustomer !== null && costShown(costPerCustomer) === least,
  );
}

/** « a, b et c » */
export const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
