import { NEVER } from '../../kernel/time.ts';

/** The order of things at one instant (RULES A9). */
export const RANK = {
  staff: 0,
  agent: 1,
  overflow: 2,
  comeBack: 3,
  fresh: 4,
  patience: 5,
  close: 6,
} as const;

/** The last instant there is: 24 days. Whatever lies beyond is moved here. */
export const MAX_AT = NEVER - 1;
/** After so many attempts a caller gives up for good. */
export const MAX_ATTEMPTS = 1_000;
