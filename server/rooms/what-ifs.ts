import type { WhatIf } from '../../models/doors/live.ts';
import { isProblem, type Problem, problem } from '../../models/doors/scenario.ts';
import { NOTHING_COMPARED } from '../../models/doors/study.ts';
import type { Moment, Rollouts } from '../jobs/rollouts.ts';
import type { Room } from './room.ts';

const NOT_OVER = problem(
  'E_STATE',
  '',
  'La journée n’est pas finie ; redemandez la comparaison à la fin.',
  'The day is not over; ask for the comparison again at its end.',
);

/** A day that is or was lived again, and what it came to. */
interface Kept {
  readonly moment: Moment;
  readonly answer: Promise<WhatIf | Problem>;
}

const isSame = (a: Moment, b: Moment): boolean =>
  a.commands === b.commands && a.count === b.count && a.at === b.at;

/**
 * What each policy would have made of a room's day, once it is over: worked out once by another
 * process, for all who ask, and kept as long as the room is awake.
 */
export class WhatIfs {
  readonly #rollouts: Pick<Rollouts, 'whatIf'>;
  readonly #kept = new WeakMap<Room, Kept>();

  constructor(rollouts: Pick<Rollouts, 'whatIf'>) {
    this.#rollouts = rollouts;
  }

  /** Of this room's day; or why not. Never rejects. */
  of(room: Room): Promise<WhatIf | Problem> {
    const { day } = room;
    if (room.publicView.arbitration === null) return Promise.resolve(NOTHING_COMPARED);
    // What is not stored yet may still be undone: nothing is compared with it.
    return new Promise((answer) =>
      day.whenSettled(() => {
        if (day.closed !== null) answer(day.closed);
        else if (!day.over) answer(NOT_OVER);
        else answer(this.#once(room, day.moment));
      }),
    );
  }

  /** A day made again after the store failed is another one: what was kept is then of no use. */
  #once(room: Room, moment: Moment): Promise<WhatIf | Problem> {
    const kept = this.#kept.get(room);
    if (kept !== undefined && isSame(kept.moment, moment)) return kept.answer;
    const answer = this.#rollouts.whatIf(moment).then((found) => {
      // A process that died may do better next time.
      if (isProblem(found) && this.#kept.get(room)?.moment === moment) this.#kept.delete(room);
      return found;
    });
    this.#kept.set(room, { moment, answer });
    return answer;
  }
}
