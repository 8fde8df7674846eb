import {
  type Fact,
  forAudience,
  Session,
  startDesk,
  startWall,
  stepDesk,
  stepWall,
} from '../../models/doors/live.ts';
import { publicViewOf, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { median, timed } from './rounds.ts';

/** What a live room does with a fact, as fast as it goes: made, kept, filtered, folded, written. */
export interface Live {
  readonly agents: number;
  readonly factsPerS: number;
  /** Facts a second of real time that the same room needs at its fastest pace. */
  readonly askedPerS: number;
}

const AGENTS = 60;
const HOURS = 10;
const FASTEST = 60;
/** Four times a second, as the room tells its clients. */
const TICK_MS = 250;

function room(): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Bench',
    day: { lengthMin: HOURS * 60 },
    types: [
      {
        id: 'call',
        name: 'Call',
        perHour: 1_150,
        handling: { law: 'exponential', meanS: 180 },
        wrapUp: { law: 'exponential', meanS: 15 },
        patience: { law: 'exponential', meanS: 120 },
      },
    ],
    groups: [{ id: 'team', name: 'Team', staff: AGENTS, skills: [{ type: 'call' }] }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** One day of the room in ticks at its fastest pace; how many facts. */
function playDay(scenario: Scenario, seed: string): number {
  const session = new Session(scenario, seed);
  const publicView = publicViewOf(scenario);
  const wall = startWall(publicView);
  const desk = startDesk(publicView, 0);
  let told = 0;
  let bytes = 0;
  for (let at = 0; !session.over; at += TICK_MS * FASTEST) {
    session.advanceTo(at);
    const [forWall, forDesk]: [Fact[], Fact[]] = [[], []];
    for (; told < session.facts.length; told++) {
      const fact = session.facts[told] as Fact;
      const onWall = forAudience(fact, { as: 'wall' });
      const onDesk = forAudience(fact, { as: 'desk', agent: 0 });
      if (onWall) {
        stepWall(wall, onWall);
        forWall.push(onWall);
      }
      if (onDesk) {
        stepDesk(desk, onDesk);
        forDesk.push(onDesk);
      }
    }
    bytes += JSON.stringify(forWall).length + JSON.stringify(forDesk).length;
  }
  if (bytes === 0) throw new Error('the room told nothing');
  return told;
}

export function liveRoom(rounds: number): Live {
  const scenario = room();
  playDay(scenario, 'warm-up');
  const runs = Array.from({ length: rounds }, (_, i) =>
    timed(() => playDay(scenario, String(i + 1))),
  );
  return {
    agents: AGENTS,
    factsPerS: median(runs.map(({ ms, value }) => (value / ms) * 1_000)),
    askedPerS: median(runs.map(({ value }) => (value / (HOURS * 3_600)) * FASTEST)),
  };
}
