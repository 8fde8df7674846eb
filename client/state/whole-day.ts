import { startWholeDay, stepWall, type WallView } from '../../models/doors/live.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import type { Wire } from '../wire/wire.ts';

/** Between two asks for parts of a whole day; after one that came too soon, longer each time. */
const PACE_MS = 150;
const BACK_OFF_MS = 2_000;
const TRIES = 5;

const pause = (ms: number): Promise<void> => new Promise((on) => setTimeout(on, ms));

/**
 * A day that is over from its first call to its last, what was hidden in it included.
 * @param last number of its last fact
 * @returns null where it cannot be told
 */
export async function wholeDay(
  wire: Pick<Wire, 'ask'>,
  publicView: PublicView,
  day: number,
  last: number,
): Promise<WallView | null> {
  const view = startWholeDay(publicView);
  for (let after = -1, tries = 0; after < last; ) {
    const reply = await wire.ask('facts', { day, after, over: true });
    if (!reply.ok && reply.problem.code === 'E_RATE' && ++tries < TRIES) {
      await pause(BACK_OFF_MS * tries);
      continue;
    }
    if (!reply.ok || !reply.batch || reply.batch.upTo <= after) return null;
    tries = 0;
    // Slower than anybody may ask, with what else this page asks for.
    await pause(PACE_MS);
    for (const fact of reply.batch.facts) stepWall(view, fact);
    after = reply.batch.upTo;
  }
  return view;
}
