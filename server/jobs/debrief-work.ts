import { replay, Sittings, type TimedCommand } from '../../models/doors/live.ts';
import { type DebriefFound, type DebriefWhat, debriefAnswer } from '../../models/doors/play.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';

/** Whose debrief it is: who sat at that desk, each time, in order, tells persons apart. */
export interface DeskAsked {
  readonly agent: number;
  readonly person: number;
  readonly sat: readonly number[];
}

/** Works out what is asked, for who sat there; or says why it cannot be. */
export function debriefed(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  desk: DeskAsked,
  asked: DebriefWhat,
): DebriefFound | Problem {
  return debriefAnswer(
    {
      ...{ ...desk, commands, scenario, seed },
      replay: () => {
        const facts = replay(scenario, seed, commands);
        if (isProblem(facts)) return facts;
        const sittings = new Sittings(facts);
        return { facts, mine: (fact) => sittings.present(fact, desk) };
      },
    },
    asked,
  );
}
