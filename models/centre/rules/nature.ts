import { answersOf } from '../../words/nature.ts';
import type { Call } from '../state/calls.ts';
import type { Human } from '../state/people.ts';
import type { World } from '../state/world.ts';

/** What a person is by nature, and whom it suits (RULES G9). */

/** How far from the middle an answer places somebody, on an axis from -1 to 1: a hypothesis (D). */
const STEP = 0.6;
const MIDDLE = 1;

/** The person here is like that from the next caller on. */
export function beLike(human: Human, nature: number): void {
  const { guidance, warmth } = answersOf(nature);
  human.warmth = STEP * (warmth - MIDDLE);
  human.guidance = STEP * (guidance - MIDDLE);
  human.saidNature = true;
}

/** One who has listened is told that they need put nothing on with this caller. */
export function tellSuited(w: World, call: Call, human: Human): void {
  if (human.suits) w.recorder.suited(w.now, call.number, human.agent);
}
