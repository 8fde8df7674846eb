import type { Human } from '../state/people.ts';
import type { World } from '../state/world.ts';

/**
 * A person is told how much energy is left, after what has just changed it (RULES G6): between two
 * of these facts it falls and rises as N1 says.
 */
export function tellEnergy(w: World, human: Human | null): void {
  if (human === null || human.encounter === null || human.plan.energy === null) return;
  if (!w.team.isPerson(human.agent)) return;
  w.recorder.energy(w.now, human.agent, Math.round(1_000 * human.energyAt(w.now)));
}
