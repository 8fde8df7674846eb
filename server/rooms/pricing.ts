import {
  type FluidNow,
  fluidNow,
  type Priced,
  type Reply,
  waitingNow,
} from '../../models/doors/live.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import type { Rollouts } from '../jobs/rollouts.ts';
import type { Day, DayParts } from './day.ts';
import type { Member } from './member.ts';
import { ELSEWHERE, NO_DESK, NO_SEAT, ONE_PRICE } from './sentences.ts';

/** What a room is made of: what a day is, and who works out its prices. */
export interface AllParts extends DayParts {
  readonly rollouts: Rollouts;
}

/** The price as the fluid sees it, by the line and the team that the wall was last told. */
export const fluidPriceOf = (scenario: Scenario, day: Day) => (): FluidNow | null => {
  const { line, team } = day.feed.wallView;
  const atWork = team.filter(({ state }) => state !== 'out' && state !== 'notReady');
  return fluidNow(scenario, day.at, waitingNow(line), atWork.length);
};

/**
 * The prices that one room asks for: a seat asks for its own call, one at a time and not too often,
 * and another process answers. Nothing here changes the room, nor holds it up.
 */
export class Pricing {
  readonly #parts: AllParts;
  readonly #day: Day;
  readonly #fluid: () => FluidNow | null;
  #asked = false;
  /** Not again before this, real ms. */
  #due = Number.NEGATIVE_INFINITY;

  /** @param fluid what it costs by mean rates, now */
  constructor(parts: AllParts, day: Day, fluid: () => FluidNow | null) {
    this.#parts = parts;
    this.#day = day;
    this.#fluid = fluid;
  }

  ask(member: Member, ahead: number, answer: (reply: Reply<Priced>) => void): void {
    const { clock, limits } = this.#parts;
    const no = (problem: Problem): void => answer({ ok: false, problem });
    const { seat } = member;
    if (seat === null) return no(member.replaced ? ELSEWHERE : NO_SEAT);
    if (seat.agent < 0) return no(NO_DESK);
    if (this.#asked || clock.now() < this.#due) return no(ONE_PRICE);
    this.#asked = true;
    this.#due = clock.now() + limits.priceEveryMs;
    const done = (): void => {
      this.#asked = false;
    };
    // What is not stored yet may still be undone: no price follows from it.
    this.#day.whenSettled(() => {
      if (this.#day.closed !== null || seat.agent < 0) {
        done();
        return no(this.#day.closed ?? NO_DESK);
      }
      const { moment } = this.#day;
      const fluid = this.#fluid();
      void this.#parts.rollouts.price(moment, seat.agent, ahead).then((found) => {
        done();
        if (isProblem(found)) no(found);
        else answer({ ok: true, at: moment.at, rollout: found, fluid });
      });
    });
  }
}
