import type { Fact } from '../words/facts.ts';
import type { Audience } from './wire.ts';

/**
 * The one door by which facts leave: what this audience may know of a fact, or null where it may
 * not
 * even know that something happened. It must never tell the future (patience and handling are in no
 * fact), who a caller is, or why a colleague is away. `cause` stays: that a call repeats an
 * earlier one is past, and the score draws it.
 */
export function forAudience(fact: Fact, audience: Audience): Fact | null {
  switch (fact.kind) {
    case 'arrived':
      return { ...fact, caller: -1, says: -1 };
    case 'tension':
    case 'limited':
    case 'masked':
      return own(fact.agent, audience) ? fact : null;
    case 'rang':
      return own(fact.agent, audience) ? fact : { ...fact, says: -1 };
    case 'notReady':
      return own(fact.agent, audience) ? fact : { ...fact, reason: 'other' };
    case 'resolved':
    case 'left':
      return null;
    case 'closing':
    case 'opened':
    case 'closed':
    case 'ended':
    case 'blocked':
    case 'queued':
    case 'missed':
    case 'answered':
    case 'held':
    case 'resumed':
    case 'transferred':
    case 'relayed':
    case 'concluded':
    case 'wrapped':
    case 'abandoned':
    case 'dropped':
    case 'promised':
    case 'calledBack':
    case 'unreached':
    case 'signedIn':
    case 'signedOut':
    case 'ready':
    case 'seated':
    case 'unseated':
      return fact;
  }
}

const own = (agent: number, audience: Audience): boolean =>
  audience.as === 'desk' && audience.agent === agent;
