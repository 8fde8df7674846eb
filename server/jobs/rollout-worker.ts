import { setPriority } from 'node:os';
import { Mirror, type Rollout, type TimedCommand, type WhatIf } from '../../models/doors/live.ts';
import type { DebriefFound } from '../../models/doors/play.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import { whatIf } from '../../models/doors/study.ts';
import { UP } from './child.ts';
import { debriefed } from './debrief-work.ts';
import type { DebriefAsk, FromPricer, PriceAsk, ToPricer, WhatIfAsk } from './rollout-messages.ts';

/**
 * The process that works out prices by rollout: it follows each room that asked, and runs imagined
 * futures of it. It also lives days that are over again, by other policies,
 * and works out what is told of them to who played. A process of its own,
 * at a lower priority: the rooms' time never waits for it.
 */

/** Scenarios kept with their tables; beyond it the oldest goes. */
const SCENARIOS = 50;

/** The rooms come first; a study, for which nobody waits in a talk, comes last (nice 10). */
const AFTER_ROOMS = 5;

const scenarios = new Map<string, Scenario>();
/** Each room that is followed, or why it can be no longer. */
const mirrors = new Map<string, Mirror | Problem>();
/** Told so far of the one day that is about to be lived again. */
let played: TimedCommand[] = [];
let asked = 0;

function scenarioOf(json: string): Scenario {
  const known = scenarios.get(json);
  if (known !== undefined) return known;
  const scenario = JSON.parse(json) as Scenario;
  scenarios.set(json, scenario);
  for (const oldest of scenarios.keys()) {
    if (scenarios.size <= SCENARIOS) break;
    scenarios.delete(oldest);
  }
  return scenario;
}

/** The room with these commands too, up to this instant. */
function followed(day: string, commands: readonly TimedCommand[], at: number): Mirror | Problem {
  const mirror = mirrors.get(day);
  if (mirror === undefined) throw new Error('this day was never followed');
  if (isProblem(mirror)) return mirror;
  const now = mirror.follow(commands, at) ?? mirror;
  mirrors.set(day, now);
  return now;
}

function price({ agent, ahead, at, budgetMs, commands, day }: PriceAsk): Rollout | Problem {
  const mirror = followed(day, commands, at);
  if (isProblem(mirror)) return mirror;
  const end = performance.now() + budgetMs;
  asked += 1;
  const mayGoOn = (): boolean => performance.now() < end;
  return mirror.price(agent, { ahead, seed: `${at} ${asked}`, mayGoOn });
}

function livedAgain({ commands, scenario, seed }: WhatIfAsk): WhatIf | Problem {
  return whatIf(scenarioOf(scenario), seed, allPlayed(commands));
}

function debrief({ asked, commands, desk, scenario, seed }: DebriefAsk): DebriefFound | Problem {
  return debriefed(scenarioOf(scenario), seed, allPlayed(commands), desk, asked);
}

/** The commands of the whole day, of which these are the last. */
function allPlayed(last: readonly TimedCommand[]): readonly TimedCommand[] {
  const all = [...played, ...last];
  played = [];
  return all;
}

function tell(answer: FromPricer['answer']): void {
  const told: FromPricer = { answer };
  if (process.connected) process.send?.(told);
}

function hear(message: ToPricer): void {
  switch (message.kind) {
    case 'follow':
      mirrors.set(message.day, new Mirror(scenarioOf(message.scenario), message.seed));
      break;
    case 'commands':
      followed(message.day, message.commands, 0);
      break;
    case 'forget':
      mirrors.delete(message.day);
      break;
    case 'played':
      played.push(...message.commands);
      break;
    case 'whatIf':
      tell(livedAgain(message));
      break;
    case 'debrief':
      tell(debrief(message));
      break;
    case 'price':
      tell(price(message));
  }
}

try {
  setPriority(AFTER_ROOMS);
} catch {
  // Some systems do not let a process be this modest; it then works at the same priority.
}
process.on('message', hear);
process.send?.(UP);
