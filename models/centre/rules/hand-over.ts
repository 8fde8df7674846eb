import { PLACE } from '../state/calls.ts';
import type { World } from '../state/world.ts';
import { wrapUp, wrapUpMs } from './conclude.ts';
import { freeAgentFor, takeFromLine, wait } from './serve.ts';
import { endTension } from './tension.ts';

const { WAITING } = PLACE;

/** The caller waits again, in the line of a group (RULES L5). */
export function handOver(w: World, agent: number, group: number): void {
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
  call.line = w.plan.types.length + group;
  call.waitsFrom = w.now;
  call.agent = -1;
  wait(w, call);
  const other = freeAgentFor(w, call, 0);
  if (other >= 0 && call.place === WAITING) takeFromLine(w, call, other);
}
