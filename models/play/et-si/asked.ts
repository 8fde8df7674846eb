import { valueOf } from '../../centre/plan/pacing-plan.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Decision, Ending, Otherwise } from '../../words/debrief.ts';
import type { DeskCommand, MoveName, TimedCommand } from '../../words/moves.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { ArmCount } from './arm-count.ts';

/** The end of a talk that is asked about. */
export type Asked = Pick<Decision, 'at' | 'call' | 'how' | 'tookAt'>;

/** The decision as it stands in the record, and what is put in its place. */
export interface Turn {
  /** Place in the list of commands, and the command itself. */
  readonly place: number;
  readonly decided: DeskCommand;
  readonly decidedAt: number;
  /** When it was done: a colleague is told the whole story before a caller is handed on. */
  readonly doneAt: number;
  readonly concluded: DeskCommand;
  readonly concludedAt: number;
}

const MINUTE_MS = 60_000;
/** Nobody concludes a talk before it has lasted so long. */
const LEAST_MS = 1_000;

const NOT_DECIDED = problem(
  'E_STATE',
  'talk',
  'Ce n’est pas vous qui avez mis fin à cet appel ; choisissez-en un que vous avez conclu ou transféré.',
  'It was not you who ended this call; choose one that you concluded or transferred.',
);
const NOTHING_ELSE = problem(
  'E_RANGE',
  'minutes',
  'Ce serait la même décision ; choisissez au moins une seconde de plus ou de moins.',
  'That would be the same decision; choose at least a second more or less.',
);
export const CLASSICAL = problem(
  'E_STATE',
  '',
  'Dans cette journée, la durée des appels est donnée d’avance : décider autrement n’y changerait rien ; choisissez-en une où c’est vous qui en décidez.',
  'On this day the length of calls is set in advance: deciding otherwise would change nothing; choose a day where you decide how long calls last.',
);

/** The moves by which a person ends a talk so; none where nobody decided it. */
const MOVES: Readonly<Record<Ending, readonly MoveName[]>> = {
  concluded: ['conclude'],
  transferred: ['transfer', 'promise'],
  briefed: ['brief'],
  limit: ['limit'],
  hungUp: [],
  left: [],
};

/** Where the record says that a decision was taken, and what is asked instead; or why not. */
export function turnOf(
  commands: readonly TimedCommand[],
  agent: number,
  { at, call, how, tookAt }: Asked,
  { minutes }: Otherwise,
): Turn | Problem {
  const kinds: readonly string[] = MOVES[how];
  const place = commands.findLastIndex(
    ({ at: when, command }) =>
      (when === at || (how === 'briefed' && when < at)) &&
      kinds.includes(command.kind) &&
      'call' in command &&
      command.agent === agent &&
      command.call === call,
  );
  const found = commands[place];
  if (found === undefined || found.command.kind === 'ring') return NOT_DECIDED;
  const decidedAt = found.at;
  const concludedAt = Math.max(tookAt + LEAST_MS, decidedAt + Math.round(minutes * MINUTE_MS));
  if (Math.abs(concludedAt - decidedAt) < LEAST_MS) return NOTHING_ELSE;
  const concluded: DeskCommand = { kind: 'conclude', agent, call };
  return { place, decided: found.command, decidedAt, doneAt: at, concluded, concludedAt };
}

/** Counts harm as this scenario weighs it. */
export function countOf(scenario: Scenario, { callback, cost }: Arbitration): ArmCount {
  return new ArmCount(cost, scenario.types.map(valueOf), callback?.waitCost ?? 1);
}
