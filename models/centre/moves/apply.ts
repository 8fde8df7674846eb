import {
  AGENT_STATES,
  type AgentState,
  type Command,
  type DeskCommand,
  type MoveName,
  moveRow,
} from '../../words/moves.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { endGesture } from '../rules/gestures.ts';
import type { Desk } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { encounter } from './encounter.ts';
import { gestures, isLeftOut } from './gestures.ts';
import type { AllMoves } from './move.ts';
import { onTheLine } from './on-the-line.ts';
import { readiness } from './readiness.ts';
import { setRing } from './ring.ts';
import { seat } from './seat.ts';

const RULES: AllMoves = { ...seat, ...readiness, ...onTheLine, ...encounter, ...gestures };

/** The rule of a move, whichever it is: its command is of its own kind. */
const ruleOf = (name: MoveName): AllMoves['limit'] => RULES[name] as AllMoves['limit'];

/**
 * A person at a desk, or the room (RULES L): each command is done whole, or refused and nothing
 * changes.
 */
export function applyCommand(w: World, command: Command): Problem | null {
  if (w.over) return OVER;
  if (command.kind === 'ring') return setRing(w, command);
  const refusal = refuse(w, command);
  if (refusal !== null) return refusal;
  const desk = w.team.desk(command.agent);
  // To say how one will meet others is no gesture, and cuts none short.
  if (command.kind !== 'mask' && command.kind !== 'nature') endGesture(w, desk);
  ruleOf(command.kind).does(w, desk, command as never);
  return null;
}

const DOING: Record<AgentState, readonly [fr: string, en: string]> = {
  out: ['vous n’êtes pas en service', 'you are off duty'],
  ready: ['vous attendez un appel', 'you are waiting for a call'],
  ringing: ['un appel sonne', 'a call is ringing'],
  talking: ['vous êtes en ligne', 'you are on the line'],
  hold: ['l’appel est en attente', 'the call is on hold'],
  closing: ['vous dites au revoir', 'you are saying goodbye'],
  wrapping: ['vous terminez l’appel précédent', 'you are finishing the previous call'],
  notReady: ['vous êtes indisponible', 'you are not ready'],
};

const OVER = problem('E_STATE', '', 'La journée est terminée.', 'The day is over.');

function refuse(w: World, command: DeskCommand): Problem | null {
  if (command.agent >= w.plan.agents) return unknownDesk(w.plan.agents - 1);
  const desk = w.team.desk(command.agent);
  return (
    refuseSeat(desk, command.kind) ??
    refuseStale(desk, command) ??
    refuseState(desk, command.kind) ??
    (isLeftOut(w, command.kind) ? LEFT_OUT : null) ??
    ruleOf(command.kind).whyNot?.(w, desk, command as never) ??
    null
  );
}

const LEFT_OUT = problem(
  'E_STATE',
  'kind',
  'Ce geste n’est pas de cette journée.',
  'This move is not part of this day.',
);

const unknownDesk = (last: number): Problem =>
  problem(
    'E_UNKNOWN',
    'agent',
    `Ce poste n’existe pas ; choisissez-en un de 0 à ${last}.`,
    `There is no such desk; choose one from 0 to ${last}.`,
  );

function refuseSeat({ isPerson }: Desk, kind: MoveName): Problem | null {
  if (kind === 'takeDesk' && isPerson)
    return problem(
      'E_STATE',
      'agent',
      'Ce poste est déjà pris ; choisissez-en un autre.',
      'This desk is taken; choose another one.',
    );
  if (kind !== 'takeDesk' && !isPerson)
    return problem('E_STATE', 'agent', 'Prenez d’abord ce poste.', 'Take this desk first.');
  return null;
}

function refuseStale({ call }: Desk, command: DeskCommand): Problem | null {
  if (!('call' in command) || call?.number === command.call) return null;
  return problem(
    'E_STALE',
    'call',
    'Cet appel n’est plus à votre poste.',
    'This call is no longer at your desk.',
  );
}

function refuseState({ state }: Desk, kind: MoveName): Problem | null {
  const name = AGENT_STATES[state] as AgentState;
  if (moveRow(kind).during.includes(name)) return null;
  const [fr, en] = DOING[name];
  return problem('E_STATE', 'kind', `Impossible maintenant : ${fr}.`, `Not possible now: ${en}.`);
}
