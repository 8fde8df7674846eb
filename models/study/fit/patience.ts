import type { Law } from '../../scenario/scenario.ts';
import type { CallTable } from '../records/calls.ts';
import { survivalOf } from '../theory/survival.ts';
import { fitPatience, kaplanMeier, type Wait } from './fit.ts';
import type { Knot } from './law-fit.ts';

/** How long callers wait before they give up, from those who did and those served first. */

export interface PatienceFit {
  /** '' of all types together. */
  readonly type: string;
  /** Calls whose wait is known, and those given up among them. */
  readonly n: number;
  readonly lost: number;
  readonly law: Law;
  /** Largest distance between the law and the Kaplan-Meier curve, 0 to 1. */
  readonly distance: number;
  /** The curve and the law, at most at 100 waits. */
  readonly knots: readonly Knot[];
}

const SAMPLE = 100_000;
/** Below this many gone callers a type's patience is that of all types. */
const ENOUGH_LOST = 50;
/** Where fewer are still waiting the curve is noise. */
const STILL_WAITING = 20;
const KNOTS = 100;

function curveOf(type: string, waits: readonly Wait[]): PatienceFit | null {
  const law = fitPatience(waits);
  if (law === null) return null;
  const sorted = waits.map(({ waitS }) => waitS).sort((a, b) => a - b);
  const places = Array.from(
    { length: KNOTS },
    (_, k) => sorted[Math.floor(((k + 1) / KNOTS) * (sorted.length - 1))] as number,
  );
  const at = [...new Set(places)];
  const { share, waiting } = kaplanMeier(waits, at);
  const { tail } = survivalOf(law);
  const knots = at.flatMap((atS, i): Knot[] =>
    (waiting[i] as number) < STILL_WAITING
      ? []
      : [{ atS, data: share[i] as number, fit: 1 - tail(atS) }],
  );
  return {
    type,
    n: waits.length,
    lost: waits.filter(({ gaveUp }) => gaveUp).length,
    law,
    distance: knots.reduce((most, { data, fit }) => Math.max(most, Math.abs(data - fit)), 0),
    knots,
  };
}

/** Patience of all, then of each type that shows enough of it; none where nobody gave up. */
export function fitPatiences(table: CallTable): PatienceFit[] {
  const byType = new Map<string, Wait[]>();
  const all: Wait[] = [];
  for (const { served, type, waitS } of table.sample(SAMPLE)) {
    if (Number.isNaN(waitS)) continue;
    const wait = { waitS, gaveUp: !served };
    all.push(wait);
    const own = byType.get(type);
    if (own === undefined) byType.set(type, [wait]);
    else own.push(wait);
  }
  const found: PatienceFit[] = [];
  const together = curveOf('', all);
  if (together === null) return [];
  found.push(together);
  if (byType.size < 2) return found;
  for (const [type, waits] of [...byType].sort((a, b) => b[1].length - a[1].length)) {
    if (waits.filter(({ gaveUp }) => gaveUp).length < ENOUGH_LOST) continue;
    const own = curveOf(type, waits);
    if (own !== null) found.push(own);
  }
  return found;
}

/** The patience of a type of calls: its own, or that of all; without end where nobody gave up. */
export const patienceLaw = (fits: readonly PatienceFit[], type: string): Law =>
  (fits.find((one) => one.type === type && type !== '') ?? fits[0])?.law ?? { law: 'infinite' };
