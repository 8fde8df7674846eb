import type { WhatIf } from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import { NOTHING_COMPARED } from '../../models/doors/study.ts';
import type { Moment, Rollouts } from '../jobs/rollouts.ts';
import type { DaySeen } from './day.ts';
import type { Room } from './room.ts';
import { NOT_OVER, UNKNOWN_DAY } from './sentences.ts';

/** A day that is or was lived again, and what it came to. */
interface Kept {
  readonly moment: Moment;
  readonly answer: Promise<WhatIf | Problem>;
}

const isSame = (a: Moment, b: Moment): boolean =>
  a.commands === b.commands && a.count === b.count && a.at === b.at;

/**
 * What each policy would have made of a day of a room, once it is over: worked out once by another
 * process, for all who ask, and kept as long as the room is awake.
 */
export class WhatIfs {
  readonly #rollouts: Pick<Rollouts, 'whatIf'>;
  readonly #kept = new WeakMap<DaySeen, Kept>();

  constructor(rollouts: Pick<Rollouts, 'whatIf'>) {
    this.#rollouts = rollouts;
  }

  /** Of this day of this room; or why not. Never rejects. */
  of(room: Pick<Room, 'day' | 'days' | 'publicView'>, number = 0): Promise<WhatIf | Problem> {
    const { days } = room;
    if (!days.has(number)) return Promise.resolve(UNKNOWN_DAY);
    if (room.publicView.arbitration === null) return Promise.resolve(NOTHING_COMPARED);
    const day = room.day(number);
    // What is not stored yet may still be undone: nothing is compared with it.
    return new Promise((answer) =>
      days.whenSettled(() => {
        if (days.closed !== null) answer(days.closed);
        else if (!day.over) answer(NOT_OVER);
        else answer(this.#once(day, day.moment));
      }),
    );
  }

  /** A day made again after the store failed is another one: what was kept is then of no use. */
  #once(day: DaySeen, moment: Moment): Promise<WhatIf | Problem> {
    const kept = this.#kept.get(day);
    if (kept !== undefined && isSame(kept.moment, moment)) return kept.answer;
    const answer = this.#rollouts.whatIf(moment).then((found) => {
      // A process that died may do better next time.
      if (isProblem(found) && this.#kept.get(day)?.moment === moment) this.#kept.delete(day);
      return found;
    });
    this.#kept.set(day, { moment, answer });
    return answer;
  }
}
