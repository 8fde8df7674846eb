import { type ContactType, inInterval, intervalCount, type Scenario } from './scenario.ts';

const MINUTE_MS = 60_000;

/** What holds from an instant of the day on, until the next step. */
export interface Step {
  readonly fromMs: number;
  readonly value: number;
}

/**
 * A profile as the steps it makes, whatever the grain in which it is written: neighbours of the
 * same value are one step, so that a file told in intervals half as long is the same day.
 */
export function stepsOf(
  profile: number | readonly number[],
  scenario: { readonly day: Scenario['day'] },
): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < intervalCount(scenario); i++) {
    const value = inInterval(profile, i);
    if (value === steps.at(-1)?.value) continue;
    steps.push({ fromMs: i * scenario.day.intervalMin * MINUTE_MS, value });
  }
  return steps;
}

/** A number that goes straight from one value to another between two instants, ms. */
export interface Slope {
  readonly startMs: number;
  readonly endMs: number;
  readonly from: number;
  readonly to: number;
}

/** First calls an hour of a type over the day: level neighbours are one, as with steps. */
export function slopesOf({ perHour, shape }: ContactType, scenario: Scenario): Slope[] {
  const lengthMs = scenario.day.lengthMin * MINUTE_MS;
  const width = scenario.day.intervalMin * MINUTE_MS;
  const intervals = intervalCount(scenario);
  const slopes: Slope[] = [];
  for (let i = 0; i < intervals; i++) {
    const from = inInterval(perHour, i);
    const to = shape === 'linear' && i + 1 < intervals ? inInterval(perHour, i + 1) : from;
    const endMs = Math.min((i + 1) * width, lengthMs);
    const last = slopes.at(-1);
    const level = from === to && last?.from === from && last.to === to;
    if (level) slopes.pop();
    slopes.push({ startMs: level ? last.startMs : i * width, endMs, from, to });
  }
  return slopes;
}
