import type { Scenario } from '../scenario/scenario.ts';
import type { Advice } from '../words/advice.ts';
import type { Debrief, Fortune, OnAverage, ThatDay } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import type { TimedCommand } from '../words/moves.ts';
import { isProblem, type Problem, problem } from '../words/problem.ts';
import { adviceFor } from './advice.ts';
import { debriefOf } from './debrief.ts';
import { onAverage } from './et-si/on-average.ts';
import { thatDay } from './et-si/that-day.ts';
import { ownOf } from './own-commands.ts';
import { fortuneOf } from './reference.ts';

/** What is asked of a day that is over, by the person who sat at a desk. */
export type DebriefWhat =
  | { readonly what: 'begin' }
  | { readonly what: 'luck' }
  | { readonly what: 'advice' }
  | { readonly what: 'thatDay' | 'onAverage'; readonly talk: number; readonly minutes: number };

export type DebriefFound = Advice | Debrief | Fortune | OnAverage | ThatDay;

/** A day that was played, and one desk of it. */
export interface PlayedDay {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly commands: readonly TimedCommand[];
  readonly agent: number;
  /** Whose day it is, and who sat at that desk each time, in order. */
  readonly person: number;
  readonly sat: readonly number[];
  /** All its facts, and which of the desk's are this person's; or why it does not replay. */
  readonly replay: () => Problem | PlayedFacts;
}

interface PlayedFacts {
  readonly facts: readonly Fact[];
  readonly mine: (fact: Fact) => boolean;
}

const NO_TALK = problem(
  'E_UNKNOWN',
  'talk',
  'Cet appel n’est pas de votre journée ; choisissez-en un de la liste.',
  'This call is not one of your day; choose one from the list.',
);

/** Works out what is asked, for who sat there; or says why it cannot be. */
export function debriefAnswer(day: PlayedDay, asked: DebriefWhat): DebriefFound | Problem {
  const { agent, commands, scenario, seed } = day;
  if (asked.what === 'luck')
    return fortuneOf(scenario, seed, commands, agent, ownOf(commands, day));
  if (asked.what === 'advice')
    return adviceFor(scenario, seed, commands, agent, {}, ownOf(commands, day));
  const played = day.replay();
  if (isProblem(played)) return played;
  const debrief = debriefOf(scenario, played.facts, agent, played.mine);
  if (asked.what === 'begin') return debrief;
  const decision = debrief.decisions[asked.talk];
  if (decision === undefined) return NO_TALK;
  const { minutes } = asked;
  if (asked.what === 'thatDay')
    return thatDay(scenario, seed, commands, agent, decision, { minutes });
  // The same futures whenever it is asked, and other ones for another question.
  const futures = { seed: `${seed}\n${decision.call} ${minutes}` };
  return onAverage(scenario, seed, commands, agent, decision, { minutes }, futures);
}
