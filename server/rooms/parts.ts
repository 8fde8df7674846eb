import type { Logger } from 'pino';
import type { Scenario } from '../../models/doors/scenario.ts';
import type { RealClock } from '../clock.ts';
import type { Rollouts } from '../jobs/rollouts.ts';
import type { Limits } from '../limits.ts';
import type { Store } from '../store/store.ts';
import type { Reached } from './reached.ts';

/** What the server hands to its rooms. */
export interface Parts {
  readonly store: Store;
  readonly clock: RealClock;
  readonly log: Logger;
  readonly limits: Limits;
  /** Told of each time a limit was reached: that is logged. */
  readonly reached: Reached;
}

/** And what every room is made of: those, and who works out its prices and its debriefs. */
export interface RoomParts extends Parts {
  readonly rollouts: Rollouts;
  readonly debriefer: Rollouts;
}

/** What the callers of a room follow from. */
export interface Callers {
  readonly scenario: Scenario;
  readonly seed: string;
}
