import { PLACE } from './calls.ts';
import { wrapUp, wrapUpMs } from './conclude.ts';
import { freeAgentFor, takeFromLine, wait } from './serve.ts';
import { endTension } from './tension.ts';
import type { World } from './world.ts';

const { WAITING } = PLACE;

/** The caller waits again, in the line of a group (RULES L5). */
export function handOver(w: World, agent: number, group: number): void {
  const { calls, team } = w;
  const slot = team.slot(agent);
  w.recorder.transferred(
    w.now,
    calls.number(slot),
    calls.type(slot),
    agent,
    group,
    w.now - team.since(agent),
    team.heldMs(agent),
  );
  team.setHeldMs(agent, 0);
  if (w.people !== null) {
    endTension(w, agent);
    w.people.handOn(agent, slot);
  }
  wrapUp(w, agent, calls.number(slot), wrapUpMs(w, slot, agent));
  calls.setLegs(slot, calls.legs(slot) + 1);
  calls.setLine(slot, w.plan.types.length + group);
  calls.setWaitsFrom(slot, w.now);
  calls.setAgent(slot, -1);
  wait(w, slot);
  const other = freeAgentFor(w, slot, 0);
  if (other >= 0 && calls.place(slot) === WAITING) takeFromLine(w, slot, other);
}
