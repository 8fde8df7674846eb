import type { Fact } from '../../words/facts.ts';

/**
 * What became of each caller of a day that is over, from its facts laid open (live/audience.ts).
 * `caller` is the same under every policy and in every team (RULES A8): the same person can be
 * followed from one centre to the next.
 */

/** How one contact of a caller ended; `none`: it had not, when the day did. */
export type ContactEnd = 'blocked' | 'gaveUp' | 'none' | 'promised' | 'talked';

/** One contact of a caller, as it went; instants are simulated ms, -1 where they never came. */
export interface CallerContact {
  readonly call: number;
  readonly arrivedAt: number;
  answeredAt: number;
  /** Since when they wait no more on the line, but to be called back. */
  promisedAt: number;
  endedAt: number;
  how: ContactEnd;
  /** 1 where it settled the matter, 0 where not, -1 where nobody can tell. */
  solved: number;
}

export interface CallerView {
  readonly caller: number;
  readonly type: number;
  readonly contacts: CallerContact[];
  /** As they left the day (LEFT), or -1. */
  left: number;
}

export interface CallersView {
  readonly byCaller: Map<number, CallerView>;
  /** The contact of a call, and whose it is. */
  readonly byCall: Map<number, { readonly of: CallerView; readonly contact: CallerContact }>;
}

export const startCallers = (): CallersView => ({ byCaller: new Map(), byCall: new Map() });

/** @param fact of a day laid open: a caller who is hidden (-1) is left out */
export function stepCallers(view: CallersView, fact: Fact): void {
  if (fact.kind === 'arrived') return arrive(view, fact);
  if (!('call' in fact)) return;
  const known = view.byCall.get(fact.call);
  if (known === undefined) return;
  const { contact, of } = known;
  const end = (how: ContactEnd): void => {
    contact.endedAt = fact.at;
    contact.how = how;
  };
  if (fact.kind === 'answered' || fact.kind === 'calledBack') {
    if (contact.answeredAt < 0) contact.answeredAt = fact.at;
  } else if (fact.kind === 'concluded') end('talked');
  else if (fact.kind === 'blocked') end('blocked');
  else if (fact.kind === 'abandoned' || fact.kind === 'dropped') end('gaveUp');
  else if (fact.kind === 'promised') {
    contact.promisedAt = fact.at;
    end('promised');
  } else if (fact.kind === 'resolved') contact.solved = fact.solved;
  else if (fact.kind === 'left') of.left = fact.how;
}

function arrive(view: CallersView, fact: Fact & { readonly kind: 'arrived' }): void {
  const { at, call, caller, type } = fact;
  if (caller < 0) return;
  const of = view.byCaller.get(caller) ?? { caller, type, contacts: [], left: -1 };
  view.byCaller.set(caller, of);
  const contact: CallerContact = {
    ...{
      call,
      arrivedAt: at,
      answeredAt: -1,
      promisedAt: -1,
      endedAt: -1,
      how: 'none',
      solved: -1,
    },
  };
  of.contacts.push(contact);
  view.byCall.set(call, { of, contact });
}

/** Until when somebody waited on the line in a contact; -1 where that never ended. */
export function waitedUntil({ answeredAt, endedAt, promisedAt }: CallerContact): number {
  if (promisedAt >= 0) return promisedAt;
  return answeredAt >= 0 ? answeredAt : endedAt;
}

/** How long a caller waited on the line in all, ms: up to each answer, promise or giving up. */
export const waitedMs = ({ contacts }: Pick<CallerView, 'contacts'>): number =>
  contacts.reduce((sum, one) => {
    const until = waitedUntil(one);
    return until < 0 ? sum : sum + until - one.arrivedAt;
  }, 0);

/** Whether a caller left with the matter settled. */
export const isSettled = ({ contacts }: Pick<CallerView, 'contacts'>): boolean =>
  contacts.some(({ solved }) => solved === 1);

/**
 * Callers whom every team met, those first whose day differed most from one team to the next: by
 * whether the matter was settled, by how often they called, then by how long they waited.
 */
export function sharedCallers(teams: readonly CallersView[]): number[] {
  const [first, ...others] = teams;
  if (first === undefined) return [];
  const shared = [...first.byCaller.keys()].filter((caller) =>
    others.every(({ byCaller }) => byCaller.has(caller)),
  );
  const apart = (caller: number): readonly number[] => {
    const all = teams.map(({ byCaller }) => byCaller.get(caller) as CallerView);
    const spread = (of: (one: CallerView) => number): number => {
      const values = all.map(of);
      return Math.max(...values) - Math.min(...values);
    };
    return [
      spread((one) => (isSettled(one) ? 1 : 0)),
      spread(({ contacts }) => contacts.length),
      spread(waitedMs),
    ];
  };
  const ranked = shared.map((caller) => ({ caller, by: apart(caller) }));
  ranked.sort((a, b) => {
    for (const [i, mine] of a.by.entries()) {
      const theirs = b.by[i] ?? 0;
      if (mine !== theirs) return theirs - mine;
    }
    return a.caller - b.caller;
  });
  return ranked.map(({ caller }) => caller);
}
