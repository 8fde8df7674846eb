import { type Command, type Fact, Session, type TimedCommand } from '../../models/doors/live.ts';
import { catalogueScenario, readScenario, type Scenario } from '../../models/doors/scenario.ts';

/** Days with persons at desks, and the commands that made them, for tests of debriefs. */

export interface Played {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly facts: readonly Fact[];
  readonly commands: readonly TimedCommand[];
}

/** What a person does when a fact is told of their desk: what, and so much later, ms. */
export type Habit = (fact: Fact) => readonly { readonly after: number; readonly does: Command }[];

interface Manner {
  /** When desks are taken, and their persons ready, ms. */
  readonly takesAt?: number;
  readonly readyAt?: number;
  /** What is done so much later counts from when it happened, or from when one looked. */
  readonly since?: 'fact' | 'look';
}

const STEP_MS = 500;

type Planned = ReturnType<Habit>;

/** Answers each call so long after it rang, does this with the caller, is ready again at once. */
export function meets(
  agent: number,
  answerMs: number,
  does: (call: number, nth: number) => Planned,
): Habit {
  let nth = 0;
  return (fact) => {
    if (!('agent' in fact) || fact.agent !== agent) return [];
    switch (fact.kind) {
      case 'rang':
        return [{ after: answerMs, does: { kind: 'answer', agent, call: fact.call } }];
      case 'answered':
      case 'relayed':
      case 'calledBack':
        nth += 1;
        return does(fact.call, nth);
      case 'missed':
      case 'concluded':
      case 'transferred':
        return [{ after: STEP_MS, does: { kind: 'ready', agent } }];
      default:
        return [];
    }
  };
}

/** The same, who does nothing but talk so long. */
export const talksFor = (agent: number, talkMs: number, answerMs = 2_000): Habit =>
  meets(agent, answerMs, (call) => [{ after: talkMs, does: { kind: 'conclude', agent, call } }]);

/** The day with somebody at each of these desks, who looks twice a second. */
export function played(
  scenario: Scenario,
  seed: string,
  habits: Readonly<Record<number, Habit>>,
  { readyAt = 12_000, since = 'fact', takesAt = 10_000 }: Manner = {},
): Played {
  const session = new Session(scenario, seed);
  const commands: TimedCommand[] = [];
  const planned: { at: number; does: Command }[] = Object.keys(habits).flatMap((agent) => [
    { at: takesAt, does: { kind: 'takeDesk', agent: Number(agent) } as const },
    { at: readyAt, does: { kind: 'ready', agent: Number(agent) } as const },
  ]);
  let seen = 0;
  const until = (scenario.day.lengthMin + 120) * 60_000;
  for (let at = 0; at < until && !session.over; at += STEP_MS) {
    session.advanceTo(at);
    for (const fact of session.facts.slice(seen)) {
      const from = since === 'fact' ? fact.at : at;
      for (const habit of Object.values(habits))
        for (const { after, does } of habit(fact)) planned.push({ at: from + after, does });
    }
    seen = session.facts.length;
    const due = planned.filter((one) => one.at <= at);
    for (const one of due) {
      planned.splice(planned.indexOf(one), 1);
      if (session.accept(one.does) === null) commands.push({ at: session.now, command: one.does });
    }
  }
  session.run();
  return { scenario, seed, facts: session.facts, commands };
}

/** A scenario of the catalogue, so long. */
export function shortened(id: string, lengthMin: number): Scenario {
  const whole = catalogueScenario(id) as Scenario;
  const intervalMin = Math.min(lengthMin, whole.day.intervalMin);
  const reading = readScenario({ ...whole, day: { ...whole.day, intervalMin, lengthMin } });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}
