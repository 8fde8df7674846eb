import { replay, Sittings, type TimedCommand } from '../../models/doors/live.ts';
import {
  type Debrief,
  debriefOf,
  type Fortune,
  fortuneOf,
  type OnAverage,
  onAverage,
  type ThatDay,
  thatDay,
} from '../../models/doors/play.ts';
import { isProblem, type Problem, problem, type Scenario } from '../../models/doors/scenario.ts';

/** Whose debrief it is: who sat at that desk, each time, in order, tells persons apart. */
export interface DeskAsked {
  readonly agent: number;
  readonly person: number;
  readonly sat: readonly number[];
}

/** What is asked of a day that is over. */
export type DebriefWhat =
  | { readonly what: 'begin' }
  | { readonly what: 'luck' }
  | { readonly what: 'thatDay' | 'onAverage'; readonly talk: number; readonly minutes: number };

export type DebriefFound = Debrief | Fortune | OnAverage | ThatDay;

const NO_TALK = problem(
  'E_UNKNOWN',
  'talk',
  'Cet appel n’est pas de votre journée ; choisissez-en un de la liste.',
  'This call is not one of your day; choose one from the list.',
);

/** Works out what is asked, for who sat there; or says why it cannot be. */
export function debriefed(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  desk: DeskAsked,
  asked: DebriefWhat,
): DebriefFound | Problem {
  const { agent } = desk;
  if (asked.what === 'luck') return fortuneOf(scenario, seed, commands, agent);
  const facts = replay(scenario, seed, commands);
  if (isProblem(facts)) return facts;
  const sittings = new Sittings(facts);
  const debrief = debriefOf(scenario, facts, agent, (fact) => sittings.present(fact, desk));
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
