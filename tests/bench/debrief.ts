import { debriefOf, fortuneOf, onAverage, thatDay } from '../../models/doors/play.ts';
import {
  catalogueFile,
  isProblem,
  readScenario,
  type Scenario,
  type ScenarioFile,
} from '../../models/doors/scenario.ts';
import { played, talksFor } from '../support/day-at-a-desk.ts';

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

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const found = work();
  if (isProblem(found)) throw new Error(found.says.en);
  process.stdout.write(`${what.padEnd(44)} ${Math.round(performance.now() - start)} ms\n`);
  return found;
}

const scenario = tenPeople();
/** The day with somebody at desk 0 who answers, talks so long and concludes. */
const { commands, facts } = played(scenario, SEED, { 0: talksFor(0, TALK_MS) });
const { decisions } = timed('begin: every talk weighed', () => debriefOf(scenario, facts, 0));
const talk = decisions[decisions.length >> 1];
if (talk === undefined) throw new Error('nobody was met');
const asked = { minutes: 2 };
timed('that day, otherwise', () => thatDay(scenario, SEED, commands, 0, talk, asked));
timed('on average, 1,000 pairs of futures', () =>
  // In one block: nothing stops it before.
  onAverage(scenario, SEED, commands, 0, talk, asked, { seed: 'bench', block: 1_000 }),
);
timed('luck, 200 days', () => fortuneOf(scenario, SEED, commands, 0));
