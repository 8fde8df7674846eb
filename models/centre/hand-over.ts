import { AGENT, LEGS, LINE, NUMBER, PLACE, TYPE, WAITING, WAITS_FROM } from './calls.ts';
import { wrapUp, wrapUpMs } from './conclude.ts';
import { freeAgentFor, takeFromLine, wait } from './serve.ts';
import { HELD_MS, SINCE, SLOT } from './team.ts';
import { endTension } from './tension.ts';
import type { World } from './world.ts';

/** The caller waits again, in the line of a group (RULES L5). */
export function handOver(w: World, agent: number, group: number): void {
  const { calls, team } = w;
  const slot = team.get(agent, SLOT);
  w.recorder.transferred(
    w.now,
    calls.get(slot, NUMBER),
    calls.get(slot, TYPE),
    agent,
    group,
    w.now - team.get(agent, SINCE),
    team.get(agent, HELD_MS),
  );
  team.set(agent, HELD_MS, 0);
  if (w.people !== null) {
    endTension(w, agent);
    w.people.handOn(agent, slot);
  }
  wrapUp(w, agent, calls.get(slot, NUMBER), wrapUpMs(w, slot, agent));
  calls.set(slot, LEGS, calls.get(slot, LEGS) + 1);
  calls.set(slot, LINE, w.plan.types.length + group);
  calls.set(slot, WAITS_FROM, w.now);
  calls.set(slot, AGENT, -1);
  wait(w, slot);
  const other = freeAgentFor(w, slot, 0);
  if (other >= 0 && calls.get(slot, PLACE) === WAITING) takeFromLine(w, slot, other);
}
