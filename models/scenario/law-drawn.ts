import { Sampler } from '../kernel/laws.ts';
import type { Law } from './law.ts';
import { lawInMs } from './law-in-ms.ts';

/** A law as a picture: how likely each stretch of time is, all of the same width. */
export interface LawDrawn {
  /** Where the picture ends, seconds. */
  readonly untilS: number;
  /** Share of the law in each stretch from 0 to there. */
  readonly shares: readonly number[];
  /** Share that is exactly 0, told apart. */
  readonly zero: number;
  /** Share beyond the picture, and the never-ending. */
  readonly beyond: number;
  /** The value that half stay below, seconds; null where there is none. */
  readonly medianS: number | null;
}

/** Values asked of a law. */
const ASKED = 1_200;
/** The picture ends where this share of the law lies below. */
const SHOWN = 0.98;

/** A law in `stretches` stretches of time, from its quantiles: the same way it is drawn from. */
export function drawnLaw(law: Law, stretches: number): LawDrawn {
  const sampler = new Sampler(lawInMs(law));
  const quantileS = (u: number): number => sampler.quantile(u) / 1_000;
  const values = Array.from({ length: ASKED }, (_, i) => quantileS((i + 0.5) / ASKED));
  const finite = values.filter((value) => Number.isFinite(value));
  const last = finite[Math.min(finite.length - 1, Math.floor(SHOWN * values.length))] ?? 0;
  // What has one value only stands in the middle of its picture.
  const untilS = last > 0 ? (finite[0] === last ? 2 * last : 1.02 * last) : 1;
  const counts = new Array<number>(stretches).fill(0);
  let [zero, beyond] = [0, 0];
  for (const value of values) {
    if (value === 0) zero += 1;
    else if (value >= untilS) beyond += 1;
    else {
      const stretch = Math.min(stretches - 1, Math.floor((value / untilS) * stretches));
      counts[stretch] = (counts[stretch] ?? 0) + 1;
    }
  }
  const median = quantileS(0.5);
  return {
    untilS,
    shares: counts.map((n) => n / ASKED),
    zero: zero / ASKED,
    beyond: beyond / ASKED,
    medianS: Number.isFinite(median) ? median : null,
  };
}
