import { type Call, PLACE } from '../state/calls.ts';
import type { World } from '../state/world.ts';
import { promise } from './call-back.ts';
import { wrapUp, wrapUpMs } from './conclude.ts';
import { freeAgentFor, startWaiting, takeFromLine, wait } from './serve.ts';
import { endTension } from './tension.ts';

const { WAITING } = PLACE;

/** The agent lets go of the caller in hand, who is not served yet; after-call work begins. */
function letGo(w: World, agent: number, group: number): Call {
  const { team } = w;
  const call = w.inHand(agent);
  w.recorder.transferred(
    w.now,
    call.number,
    call.type,
    agent,
    group,
    w.now - team.since(agent),
    team.heldMs(agent),
  );
  team.desk(agent).heldMs = 0;
  w.talks?.end(agent);
  const { human } = team.desk(agent);
  if (human !== null) {
    endTension(w, human);
    human.handOn(call);
  }
  wrapUp(w, team.desk(agent), call.number, wrapUpMs(w, call, human));
  call.legs = call.legs + 1;
  call.waitsFrom = w.now;
  call.agent = -1;
  // What a colleague was told before is not known to the next one.
  call.keptMs = 0;
  call.briefed = false;
  return call;
}

/**
 * The caller waits again, in the line of a group (RULES L5).
 * @param keptMs work done that whoever answers knows of, ms; null: nobody was told anything
 */
export function handOver(
  w: World,
  agent: number,
  group: number,
  keptMs: number | null = null,
): void {
  const call = letGo(w, agent, group);
  call.briefed = keptMs !== null;
  call.keptMs = keptMs ?? 0;
  call.line = w.plan.types.length + group;
  wait(w, call);
  const other = freeAgentFor(w, call, 0);
  if (other >= 0 && call.place === WAITING) takeFromLine(w, call, other);
}

/** The caller hangs up, sure to be called back by whoever is free (RULES G8, W10). */
export function promiseBack(w: World, agent: number): void {
  const call = letGo(w, agent, w.team.group(agent));
  call.line = call.type;
  startWaiting(w, call);
  promise(w, call);
}
