import { type Command, Session, type TimedCommand } from '../../models/doors/live.ts';
import { debriefOf, fortuneOf, onAverage, thatDay } from '../../models/doors/play.ts';
import {
  catalogueFile,
  isProblem,
  readScenario,
  type Scenario,
  type ScenarioFile,
} from '../../models/doors/scenario.ts';

/**
 * `npm run bench:debrief`: how long what is told of a day to one of its ten agents takes here, in
 * one process, with people on. Asked for: that day within 1 s, 1,000 pairs of futures within 3 s.
 */
const HUMAN = { discover: {}, difficult: {}, energy: {}, fit: {}, mood: {}, speed: {} };
const TALK_MS = 150_000;
const SEED = 'bench';

function tenPeople(): Scenario {
  const file = catalogueFile('dix-conseillers') as ScenarioFile;
  const reading = readScenario({ ...file, arbitration: { ...file.arbitration, ...HUMAN } });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** The day with somebody at desk 0 who answers, talks so long and concludes. */
function played(scenario: Scenario): { session: Session; commands: TimedCommand[] } {
  const session = new Session(scenario, SEED);
  const commands: TimedCommand[] = [];
  const agent = 0;
  const due: { at: number; command: Command }[] = [
    { at: 0, command: { kind: 'takeDesk', agent } },
    { at: 0, command: { kind: 'ready', agent } },
  ];
  let seen = 0;
  for (let at = 0; !session.over && at < 1e8; at += 500) {
    session.advanceTo(at);
    for (const fact of session.facts.slice(seen)) {
      if (!('agent' in fact) || fact.agent !== agent) continue;
      if (fact.kind === 'rang')
        due.push({ at, command: { kind: 'answer', agent, call: fact.call } });
      if (fact.kind === 'answered')
        due.push({ at: at + TALK_MS, command: { kind: 'conclude', agent, call: fact.call } });
      if (fact.kind === 'concluded') due.push({ at, command: { kind: 'ready', agent } });
    }
    seen = session.facts.length;
    for (const one of due.splice(0))
      if (one.at > at) due.push(one);
      else if (session.accept(one.command) === null) commands.push({ ...one, at: session.now });
  }
  return { commands, session };
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const found = work();
  if (isProblem(found)) throw new Error(found.says.en);
  process.stdout.write(`${what.padEnd(44)} ${Math.round(performance.now() - start)} ms\n`);
  return found;
}

const scenario = tenPeople();
const { commands, session } = played(scenario);
const { decisions } = timed('begin: every talk weighed', () =>
  debriefOf(scenario, session.facts, 0),
);
const talk = decisions[decisions.length >> 1];
if (talk === undefined) throw new Error('nobody was met');
const asked = { minutes: 2 };
timed('that day, otherwise', () => thatDay(scenario, SEED, commands, 0, talk, asked));
timed('on average, 1,000 pairs of futures', () =>
  // In one block: nothing stops it before.
  onAverage(scenario, SEED, commands, 0, talk, asked, { seed: 'bench', block: 1_000 }),
);
timed('luck, 200 days', () => fortuneOf(scenario, SEED, commands, 0));
