import { NEVER } from '../../kernel/time.ts';

/** The order of things at one instant (RULES A9). */
export const RANK = {
  event: 0,
  staff: 1,
  agent: 2,
  overflow: 3,
  comeBack: 4,
  fresh: 5,
  patience: 6,
  close: 7,
} as const;

/** The last instant there is: 24 days. Whatever lies beyond is moved here. */
export const MAX_AT = NEVER - 1;
/** After so many attempts a caller gives up for good. */
export const MAX_ATTEMPTS = 1_000;
