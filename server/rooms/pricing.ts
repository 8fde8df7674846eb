import type { PriceAsk, Priced, Reply } from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import type { DaySeen } from './day.ts';
import type { Days } from './days.ts';
import type { RoomParts } from './parts.ts';
import type { Seat } from './seats.ts';
import { NO_DESK, ONE_PRICE, OTHER_DESK } from './sentences.ts';

/** What is needed of the days whose calls are priced. */
export interface Priceable extends Pick<Days, 'closed' | 'whenSettled'> {
  day(number: number): Pick<DaySeen, 'moment'>;
}

/**
 * The prices that one room asks for: a seat asks for its own call, one at a time and not too often,
 * and another process answers. Nothing here changes the room, nor holds it up.
 */
export class Pricing {
  readonly #parts: Pick<RoomParts, 'clock' | 'limits' | 'rollouts'>;
  readonly #days: Priceable;
  #asked = false;
  /** Not again before this, real ms. */
  #due = Number.NEGATIVE_INFINITY;

  constructor(parts: RoomParts, days: Priceable) {
    this.#parts = parts;
    this.#days = days;
  }

  ask(seat: Seat, ask: PriceAsk, answer: (reply: Reply<Priced>) => void): void {
    const { clock, limits } = this.#parts;
    const no = (problem: Problem): void => answer({ ok: false, problem });
    const { ahead = 1 } = ask;
    if (seat.agent < 0) return no(this.#days.closed ?? NO_DESK);
    if (ask.day !== undefined && ask.day !== seat.day) return no(OTHER_DESK);
    if (this.#asked || clock.now() < this.#due) return no(ONE_PRICE);
    this.#asked = true;
    this.#due = clock.now() + limits.priceEveryMs;
    const done = (): void => {
      this.#asked = false;
    };
    // What is not stored yet may still be undone: no price follows from it.
    this.#days.whenSettled(() => {
      if (this.#days.closed !== null || seat.agent < 0) {
        done();
        return no(this.#days.closed ?? NO_DESK);
      }
      const { agent, day } = seat;
      const { moment } = this.#days.day(day);
      void this.#parts.rollouts.price(moment, agent, ahead).then((found) => {
        done();
        if (isProblem(found)) no(found);
        else answer({ ok: true, day, at: moment.at, rollout: found });
      });
    });
  }
}
