import type { Problem } from '../../models/doors/scenario.ts';
import type { AskName } from './asks.ts';
import type { Member } from './member.ts';
import { ELSEWHERE, HOST_ONLY, NO_SEAT, NOT_JOINED } from './sentences.ts';

/**
 * Who may ask what: a role in each row, an ask in each column, and there either null (it may) or
 * why not. Whoever holds several roles may do what any of them may. The one place where rights
 * stand: everything that asks goes by it, and a test asks all of it over the socket.
 */
export const ROLES = {
  /** A connection that has joined no room. */
  stranger: {
    join: null,
    command: NOT_JOINED,
    facts: NOT_JOINED,
    clock: NOT_JOINED,
    door: NOT_JOINED,
    price: NOT_JOINED,
    debrief: NOT_JOINED,
  },
  /** Watches, as the projector does. */
  wall: {
    join: null,
    command: NO_SEAT,
    facts: null,
    clock: HOST_ONLY,
    door: HOST_ONLY,
    price: NO_SEAT,
    debrief: NO_SEAT,
  },
  /** Holds a seat, hence a desk if it takes one. */
  seat: {
    join: null,
    command: null,
    facts: null,
    clock: HOST_ONLY,
    door: HOST_ONLY,
    price: null,
    debrief: null,
  },
  /** Held a seat, which was opened on another device since: the newest one acts. */
  elsewhere: {
    join: null,
    command: ELSEWHERE,
    facts: ELSEWHERE,
    clock: HOST_ONLY,
    door: HOST_ONLY,
    price: ELSEWHERE,
    debrief: ELSEWHERE,
  },
  /**
   * Has shown the host's token. Several may at once: a host is a person, not a device. What a
   * person did at a desk is theirs: no host is told.
   */
  host: {
    join: null,
    command: NO_SEAT,
    facts: null,
    clock: null,
    door: null,
    price: NO_SEAT,
    debrief: NO_SEAT,
  },
} as const satisfies Record<string, Readonly<Record<AskName, Problem | null>>>;

export type Role = keyof typeof ROLES;

/** The roles of a connection that has joined. */
export function rolesOf({ seat, replaced, host }: Member): readonly Role[] {
  const place: Role = seat !== null ? 'seat' : replaced ? 'elsewhere' : 'wall';
  return host ? [place, 'host'] : [place];
}

/** Why none of these roles may ask this; null where one may. */
export function mayNot(roles: readonly Role[], ask: AskName): Problem | null {
  const reasons = roles.map((role): Problem | null => ROLES[role][ask]);
  return reasons.includes(null) ? null : (reasons[0] ?? NOT_JOINED);
}
