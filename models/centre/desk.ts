import type { Command, CommandKind } from '../words/commands.ts';
import { MASK_NAMES, type MaskName, type NotReadyReason } from '../words/facts.ts';
import { type Problem, problem } from '../words/problem.ts';
import { conclude } from './conclude.ts';
import { handOver } from './hand-over.ts';
import { faceCaller } from './meeting.ts';
import { beginClosing, beginTalk } from './pace.ts';
import { type Human, type People, SHORT_BREAK as SHORT_BREAK_ } from './people.ts';
import { answer, becomeFree, handlingMs, stopWaiting, take } from './serve.ts';
import { signOut } from './staff.ts';
import { prepareTalk } from './talk.ts';
import { MARK, STATE } from './team.ts';
import { inheritIncivility, isUncivil, setLimit } from './tension.ts';
import type { World } from './world.ts';

const SHORT_BREAK = SHORT_BREAK_;
const { CLOSING, HOLDING, NOT_READY, OUT, READY, RINGING, TALKING, WRAPPING } = STATE;
const { PAUSE, PERSON } = MARK;

/** A person at a desk (RULES L): each command is done whole, or refused and nothing changes. */
export function applyCommand(w: World, command: Command): Problem | null {
  const refusal = refuse(w, command);
  if (refusal) return refusal;
  const { agent } = command;
  switch (command.kind) {
    case 'takeDesk':
      takeDesk(w, agent);
      break;
    case 'leaveDesk':
      leaveDesk(w, agent);
      break;
    case 'ready':
      getReady(w, agent);
      break;
    case 'notReady':
      pause(w, agent, command.reason);
      break;
    case 'answer':
      pickUp(w, agent);
      break;
    case 'hold':
      hold(w, agent);
      break;
    case 'resume':
      resume(w, agent);
      break;
    case 'transfer':
      resume(w, agent);
      handOver(w, agent, command.group);
      break;
    case 'conclude':
      resume(w, agent);
      if (w.talks === null) conclude(w, w.team.desk(agent));
      else beginClosing(w, w.talks, w.talks.of(agent));
      break;
    case 'mask':
      putOn(w, (w.people as People).of(agent), command.mask);
      break;
    case 'limit':
      setLimit(w, (w.people as People).of(agent));
      break;
  }
  return null;
}

/** States in which each command makes sense. */
const WHEN: Record<CommandKind, readonly number[]> = {
  takeDesk: [OUT, READY, TALKING, CLOSING, WRAPPING, NOT_READY],
  leaveDesk: [READY, RINGING, TALKING, HOLDING, CLOSING, WRAPPING, NOT_READY],
  ready: [WRAPPING, NOT_READY],
  notReady: [READY, WRAPPING, NOT_READY],
  answer: [RINGING],
  hold: [TALKING],
  resume: [HOLDING],
  transfer: [TALKING, HOLDING],
  conclude: [TALKING, HOLDING],
  // The mask of a talk is that of its beginning.
  mask: [READY, RINGING, WRAPPING, NOT_READY],
  limit: [TALKING],
};

const DOING: Record<number, readonly [string, string]> = {
  [OUT]: ['vous n’êtes pas en service', 'you are off duty'],
  [READY]: ['vous attendez un appel', 'you are waiting for a call'],
  [RINGING]: ['un appel sonne', 'a call is ringing'],
  [TALKING]: ['vous êtes en ligne', 'you are on the line'],
  [HOLDING]: ['l’appel est en attente', 'the call is on hold'],
  [CLOSING]: ['vous dites au revoir', 'you are saying goodbye'],
  [WRAPPING]: ['vous terminez l’appel précédent', 'you are finishing the previous call'],
  [NOT_READY]: ['vous êtes indisponible', 'you are not ready'],
};

function refuse(w: World, command: Command): Problem | null {
  const { agent, kind } = command;
  if (w.over) return problem('E_STATE', '', 'La journée est terminée.', 'The day is over.');
  if (agent >= w.plan.agents) {
    const last = w.plan.agents - 1;
    return problem(
      'E_UNKNOWN',
      'agent',
      `Ce poste n’existe pas ; choisissez-en un de 0 à ${last}.`,
      `There is no such desk; choose one from 0 to ${last}.`,
    );
  }
  const seated = w.team.isPerson(agent);
  if (kind === 'takeDesk' && seated)
    return problem(
      'E_STATE',
      'agent',
      'Ce poste est déjà pris ; choisissez-en un autre.',
      'This desk is taken; choose another one.',
    );
  if (kind !== 'takeDesk' && !seated)
    return problem('E_STATE', 'agent', 'Prenez d’abord ce poste.', 'Take this desk first.');
  const state = w.team.state(agent);
  const stale = 'call' in command ? refuseStale(w, command.agent, command.call) : null;
  if (stale) return stale;
  if (!WHEN[kind].includes(state)) {
    const [fr, en] = DOING[state] as readonly [string, string];
    return problem('E_STATE', 'kind', `Impossible maintenant : ${fr}.`, `Not possible now: ${en}.`);
  }
  if (command.kind === 'transfer' && command.group >= w.plan.groups.length)
    return problem('E_UNKNOWN', 'group', 'Ce groupe n’existe pas.', 'There is no such group.');
  if (kind === 'mask' && w.people === null)
    return problem(
      'E_STATE',
      'kind',
      'Dans cette journée, personne ne porte de masque.',
      'On this day nobody wears a mask.',
    );
  if (kind === 'limit' && !(w.people && isUncivil(w.people.of(agent))))
    return problem(
      'E_STATE',
      'kind',
      'Personne ne vous manque de respect en ce moment : il n’y a pas de limite à poser.',
      'Nobody is being disrespectful right now: there is no limit to set.',
    );
  return null;
}

function refuseStale(w: World, agent: number, call: number): Problem | null {
  if (w.team.desk(agent).call?.number === call) return null;
  return problem(
    'E_STALE',
    'call',
    'Cet appel n’est plus à votre poste.',
    'This call is no longer at your desk.',
  );
}

/** A person sits down: not ready yet, but a call in hand becomes theirs. */
function takeDesk(w: World, agent: number): void {
  const { team } = w;
  const state = team.state(agent);
  team.mark(agent, PERSON, true);
  team.mark(agent, PAUSE, false);
  if (w.people !== null) w.people.of(agent).chosen = MASK_NAMES.indexOf('none');
  if (state === OUT) w.recorder.signedIn(w.now, agent);
  w.recorder.seated(w.now, agent);
  if (state === WRAPPING) {
    w.wrapping--;
    w.personsWrapping++;
    team.desk(agent).wrapMs = w.calendar.dueAt(agent) - team.since(agent);
  }
  // What has been decided goes on: the caller is being taken leave of.
  if (state !== CLOSING) w.calendar.cancel(agent);
  if (state === TALKING && w.talks) prepareTalk(w, w.talks, w.inHand(agent), w.talks.of(agent));
  if (state === READY) team.removeFree(agent);
  if (state === READY || state === OUT) becomeNotReady(w, agent, 'other');
}

/** The computer takes the desk back, call in hand included. */
function leaveDesk(w: World, agent: number): void {
  const { team } = w;
  resume(w, agent);
  team.mark(agent, PERSON, false);
  w.recorder.unseated(w.now, agent);
  switch (team.state(agent)) {
    case RINGING:
      w.calendar.cancel(agent);
      // The line has rung long enough: no mask makes it ring on.
      if (w.people !== null) faceCaller(w, w.inHand(agent), w.people.of(agent), team.group(agent));
      take(w, w.inHand(agent), team.desk(agent));
      break;
    case TALKING: {
      const call = w.inHand(agent);
      if (w.talks) {
        beginTalk(w, w.talks, call, w.talks.of(agent));
        if (w.people !== null) inheritIncivility(w, w.people.of(agent));
        break;
      }
      const end = team.since(agent) + handlingMs(w, call, agent);
      w.setWork(agent, Math.max(w.now, end));
      break;
    }
    case CLOSING:
      break;
    case WRAPPING: {
      const end = team.since(agent) + team.desk(agent).wrapMs;
      w.wrapping++;
      w.personsWrapping--;
      w.setWork(agent, Math.max(w.now, end));
      break;
    }
    case READY:
      if (team.isWanted(agent)) break;
      team.removeFree(agent);
      signOut(w, agent);
      break;
    default:
      if (team.isWanted(agent)) w.recorder.ready(w.now, agent);
      becomeFree(w, w.team.desk(agent));
  }
}

function getReady(w: World, agent: number): void {
  if (w.team.state(agent) === WRAPPING) endWrapUp(w, agent);
  else w.recorder.ready(w.now, agent);
  becomeFree(w, w.team.desk(agent));
}

function pause(w: World, agent: number, reason: NotReadyReason): void {
  if (w.team.state(agent) === WRAPPING) endWrapUp(w, agent);
  if (w.team.state(agent) === READY) w.team.removeFree(agent);
  becomeNotReady(w, agent, reason);
}

function becomeNotReady(w: World, agent: number, reason: NotReadyReason): void {
  w.team.turn(agent, NOT_READY, null, w.now);
  w.people?.of(agent).turn(w.now, SHORT_BREAK);
  w.recorder.notReady(w.now, agent, reason);
}

function endWrapUp(w: World, agent: number): void {
  const { team } = w;
  w.personsWrapping--;
  w.recorder.wrapped(w.now, team.desk(agent).ended, agent, w.now - team.since(agent));
}

function pickUp(w: World, agent: number): void {
  const call = w.inHand(agent);
  w.calendar.cancel(agent);
  stopWaiting(w, call);
  answer(w, call, w.team.desk(agent));
  if (w.talks) prepareTalk(w, w.talks, call, w.talks.of(agent));
}

/** From the next answer on. */
function putOn(w: World, human: Human, mask: MaskName): void {
  human.chosen = MASK_NAMES.indexOf(mask);
  w.recorder.masked(w.now, human.agent, mask);
}

function hold(w: World, agent: number): void {
  const { team } = w;
  team.desk(agent).state = HOLDING;
  team.desk(agent).holdSince = w.now;
  w.recorder.held(w.now, w.inHand(agent).number, agent);
}

/** Back on the line, if on hold. */
function resume(w: World, agent: number): void {
  const { team } = w;
  if (team.state(agent) !== HOLDING) return;
  const heldMs = w.now - team.desk(agent).holdSince;
  team.desk(agent).state = TALKING;
  team.desk(agent).heldMs = team.heldMs(agent) + heldMs;
  if (w.talks) w.talks.putOff(w.talks.of(agent), heldMs);
  w.recorder.resumed(w.now, w.inHand(agent).number, agent);
}
