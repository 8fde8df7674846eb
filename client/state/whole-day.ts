import { type Fact, startWholeDay, stepWall, type WallView } from '../../models/doors/live.ts';
import { type CallersView, startCallers, stepCallers } from '../../models/doors/play.ts';
import type { Wire } from '../wire/wire.ts';
import type { Room } from './room.ts';

/** Between two asks for parts of a whole day; after one that came too soon, longer each time. */
const PACE_MS = 150;
const BACK_OFF_MS = 2_000;
const TRIES = 5;

const pause = (ms: number): Promise<void> => new Promise((on) => setTimeout(on, ms));

/**
 * Tells each fact of a day that is over, what was hidden included, in order.
 * @param last number of its last fact
 * @returns false where it cannot be told
 */
export async function layOpen(
  wire: Pick<Wire, 'ask'>,
  day: number,
  last: number,
  hear: (fact: Fact) => void,
): Promise<boolean> {
  for (let after = -1, tries = 0; after < last; ) {
    const reply = await wire.ask('facts', { day, after, over: true });
    if (!reply.ok && reply.problem.code === 'E_RATE' && ++tries < TRIES) {
      await pause(BACK_OFF_MS * tries);
      continue;
    }
    if (!reply.ok || !reply.batch || reply.batch.upTo <= after) return false;
    tries = 0;
    // Slower than anybody may ask, with what else this page asks for.
    await pause(PACE_MS);
    for (const fact of reply.batch.facts) hear(fact);
    after = reply.batch.upTo;
  }
  return true;
}

type Open = Pick<Room, 'layOpen' | 'state'>;

/** The day from its first call to its last, once it is over; null where it cannot be told. */
export async function wholeDay(room: Open): Promise<WallView | null> {
  const { day, publicView } = room.state;
  if (publicView === null) return null;
  const view = startWholeDay(publicView);
  return (await room.layOpen(day, (fact) => stepWall(view, fact))) ? view : null;
}

/** The day of a team from its first call to its last, and what became of each caller. */
export interface WholeTeam {
  readonly team: number;
  readonly view: WallView;
  readonly callers: CallersView;
}

/** Those of all teams, once all are over; null where they cannot be told. */
export async function wholeTeams(room: Open): Promise<readonly WholeTeam[] | null> {
  const { publicView, walls } = room.state;
  if (publicView === null) return null;
  const whole: WholeTeam[] = [];
  for (const { team } of walls) {
    const [view, callers] = [startWholeDay(publicView), startCallers()];
    const hear = (fact: Fact): void => {
      stepWall(view, fact);
      stepCallers(callers, fact);
    };
    if (!(await room.layOpen(team, hear))) return null;
    whole.push({ team, view, callers });
  }
  return whole;
}
