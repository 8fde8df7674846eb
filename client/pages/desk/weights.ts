import type { DeskView } from '../../../models/doors/live.ts';
import { behind } from '../../state/behind.ts';

/**
 * How heavy each voice is set, as a weight of the typeface: the two sentences never change, only
 * their insistence. Care grows with what this caller has been through already, hurry with the line.
 * A way of drawing what the screen says in figures, not a measure.
 */
export interface Weights {
  readonly care: number;
  readonly hurry: number;
}

const LIGHT = 300;
const HEAVY = 700;
const bounded = (x: number) => Math.round(Math.max(LIGHT, Math.min(HEAVY, x)));

export function weightsOf(view: DeskView, now: number, targetMs: number): Weights {
  const { call, line } = view;
  const target = Math.max(1_000, targetMs);
  let care = LIGHT;
  if (call && call.concludedAt < 0) {
    const waited = (call.answeredAt < 0 ? now : call.answeredAt) - call.since;
    care = 400 + 120 * Math.min(2, call.attempt) + 25 * Math.min(4, waited / target);
  }
  const { n, since } = behind(line, call?.call ?? -1);
  const oldest = since < 0 ? 0 : now - since;
  const hurry = LIGHT + 22 * Math.min(10, n) + 22 * Math.min(8, oldest / target);
  return { care: bounded(care), hurry: bounded(hurry) };
}
