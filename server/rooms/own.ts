import type { Days } from './days.ts';
import { Debriefs } from './debriefs.ts';
import type { RoomParts } from './parts.ts';
import { Pricing } from './pricing.ts';
import type { Seat } from './seats.ts';

/** One of these asks, of whoever holds this seat. */
export type OwnAsk = (own: Own, seat: Seat) => void;

/** What the person at a desk is told of it: prices while they talk, a debrief afterwards. */
export class Own {
  /** What the next minutes of a call cost the others. */
  readonly price: Pricing;
  readonly debrief: Debriefs;

  constructor(parts: RoomParts, roomId: string, days: Days) {
    this.price = new Pricing(parts, days);
    this.debrief = new Debriefs(parts, roomId, days);
  }
}
