import type { Rollout, TimedCommand, WhatIf } from '../../models/doors/live.ts';
import type { DebriefFound, DebriefWhat } from '../../models/doors/play.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import type { DeskAsked } from './debrief-work.ts';

/** Between the server and the process that works out prices, and days lived again. */

/** A room to follow, or to follow anew from its beginning. */
export interface FollowAsk {
  readonly kind: 'follow';
  readonly day: string;
  /** JSON: rooms of one scenario share its tables. */
  readonly scenario: string;
  readonly seed: string;
}

/** The room's next commands: all but the last few, where they are many. */
export interface CommandsTold {
  readonly kind: 'commands';
  readonly day: string;
  readonly commands: readonly TimedCommand[];
}

/** The room's last commands, and the price of one agent's staying at this instant. */
export interface PriceAsk {
  readonly kind: 'price';
  readonly day: string;
  readonly commands: readonly TimedCommand[];
  readonly at: number;
  readonly agent: number;
  /** Minutes. */
  readonly ahead: number;
  /** Real ms that the pairs of futures may take. */
  readonly budgetMs: number;
}

/** Commands of a day to be lived again: all but the last few, where they are many. */
export interface PlayedTold {
  readonly kind: 'played';
  readonly commands: readonly TimedCommand[];
}

/** The day's last commands, and the whole of it lived again by policies. */
export interface WhatIfAsk {
  readonly kind: 'whatIf';
  /** JSON. */
  readonly scenario: string;
  readonly seed: string;
  readonly commands: readonly TimedCommand[];
}

/** The day's last commands, and what one person at one desk is told of it. */
export interface DebriefAsk {
  readonly kind: 'debrief';
  /** JSON. */
  readonly scenario: string;
  readonly seed: string;
  readonly commands: readonly TimedCommand[];
  readonly desk: DeskAsked;
  readonly asked: DebriefWhat;
}

/** This day asks no more. */
export interface ForgetAsk {
  readonly kind: 'forget';
  readonly day: string;
}

export type ToPricer =
  | FollowAsk
  | CommandsTold
  | PriceAsk
  | PlayedTold
  | WhatIfAsk
  | DebriefAsk
  | ForgetAsk;

/** One answer to each price, or day lived again, in order of asking. */
export interface FromPricer {
  readonly answer: Rollout | WhatIf | DebriefFound | Problem;
}
