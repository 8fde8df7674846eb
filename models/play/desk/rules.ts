import type { AdviceId } from '../../words/advice.ts';
import { CLAIM, GESTURE } from '../../words/gestures.ts';
import type { DeskCommand } from '../../words/moves.ts';
import type { AtHand } from './at-hand.ts';
import type { Player } from './desk-days.ts';
import type { Seen } from './seen.ts';

/**
 * What an advice says, as a rule that looks over a player’s shoulder: what they were about to do
 * becomes something else, or stays. Each is one sentence (advice-words.ts).
 */

type Next = DeskCommand | number;
type Rule = (seen: Seen, next: Next, at: AtHand) => Next;

/** A while until one asks oneself again whether a minute is worth it. */
const AGAIN_MS = 5_000;
const SECOND_MS = 1_000;
/** Nobody is told to break off before so much work, ms. */
const LEAST_MS = 20_000;
const TIRED = 0.5;
const AGREE = 2;
const MANY = 3;

const isA = (next: Next, kind: DeskCommand['kind']): boolean =>
  typeof next !== 'number' && next.kind === kind;

const free = ({ doing, gesture }: Seen): boolean => doing === 'talking' && gesture === GESTURE.none;

/** Works while the minute is worth it, then comes to an end. */
const worksOn = (seen: Seen, at: AtHand): Next =>
  at.worth(seen) > 0 ? seen.now + AGAIN_MS : at.does('conclude', seen);

/** Concludes where so many wait, once the next minute is worth more to them. */
const concludesAt =
  (waiting: number): Rule =>
  (seen, next, at) => {
    if (seen.doing !== 'talking' || seen.waiting < waiting) return next;
    if (seen.gesture !== GESTURE.none && seen.heard === 0) return next;
    if (seen.workedMs < LEAST_MS || at.worth(seen) > 0) return soonest(seen, next);
    return at.does('conclude', seen);
  };

/** Looks again after a while at the latest. */
const soonest = ({ now }: Seen, next: Next): Next =>
  typeof next === 'number' ? Math.min(next, now + AGAIN_MS) : next;

const explainsUpTo =
  (waiting: number): Rule =>
  (seen, next, at) =>
    isA(next, 'conclude') && !seen.explained && seen.waiting <= waiting && at.may('explain')
      ? at.does('explain', seen)
      : next;

const RULES = {
  answer(seen, next, at) {
    if (seen.doing === 'notReady' && seen.missed) return { kind: 'ready', agent: at.agent };
    if (seen.doing !== 'ringing' || seen.gesture !== GESTURE.none) return next;
    const due = seen.since + SECOND_MS;
    return seen.now < due ? due : at.does('answer', seen);
  },
  stay: (seen, next, at) =>
    isA(next, 'conclude') && at.worth(seen) > 0 ? seen.now + AGAIN_MS : next,
  listen: (seen, next, at) =>
    free(seen) && seen.heard === 0 && at.may('listen') ? at.does('listen', seen) : next,
  listenOnce: (seen, next, at) =>
    isA(next, 'listen') && seen.heard > 0 ? worksOn(seen, at) : next,
  concludeOne: concludesAt(1),
  concludeMany: concludesAt(MANY),
  explain: explainsUpTo(0),
  explainAnyway: explainsUpTo(MANY - 1),
  refuse(seen, next, at) {
    if (!free(seen) || !seen.refusable || seen.refusal >= 0 || !at.may('refuse')) return next;
    if (seen.claim === CLAIM.undue)
      return { kind: 'refuse', agent: at.agent, call: seen.call, refusal: 'both' };
    if (seen.heard === 0 && at.may('listen')) return at.does('listen', seen);
    return isA(next, 'refuse') ? worksOn(seen, at) : next;
  },
  keep: (seen, next, at) =>
    isA(next, 'transfer') && at.better(seen) < 0 ? worksOn(seen, at) : next,
  tell: (_, next, at) =>
    typeof next !== 'number' && next.kind === 'transfer' && at.may('brief')
      ? { ...next, kind: 'brief' }
      : next,
  refer(seen, next, at) {
    const group = at.better(seen);
    if (!free(seen) || group < 0 || !at.may('brief')) return next;
    return { kind: 'brief', agent: at.agent, call: seen.call, group };
  },
  recognise: (seen, next, at) =>
    free(seen) && seen.critical && !seen.recognised && at.may('acknowledge')
      ? at.does('acknowledge', seen)
      : next,
  limit: (seen, next, at) =>
    seen.doing === 'talking' && seen.uncivil && !seen.warned && at.may('limit')
      ? { kind: 'limit', agent: at.agent, call: seen.call }
      : next,
  breathe: (seen, next, at) =>
    isA(next, 'ready') && seen.doing === 'wrapping' && canBreathe(seen, at)
      ? { kind: 'breathe', agent: at.agent }
      : next,
  goOn: (seen, next, at) =>
    isA(next, 'breathe') && seen.waiting > 0 && seen.doing === 'wrapping'
      ? { kind: 'ready', agent: at.agent }
      : next,
  signal(seen, next, at) {
    if (!isA(next, 'ready') || seen.doing !== 'wrapping' || !at.may('signal')) return next;
    if (seen.signalled || seen.mended || seen.agreeing < AGREE) return next;
    return { kind: 'signal', agent: at.agent, cause: seen.clue };
  },
} as const satisfies Record<AdviceId, Rule>;

const canBreathe = (seen: Seen, at: AtHand): boolean =>
  !seen.breathed && seen.energy < TIRED && seen.waiting === 0 && at.may('breathe');

/** The same player, who keeps to this one advice. */
export function advised(player: Player, id: AdviceId, at: AtHand): Player {
  const rule: Rule = RULES[id];
  return (seen) => rule(seen, player(seen), at);
}
