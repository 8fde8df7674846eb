import { LEVEL } from '../../words/facts.ts';
import { CLAIM, GESTURE, type RefusalName } from '../../words/gestures.ts';
import type { DeskCommand } from '../../words/moves.ts';
import type { AtHand } from './at-hand.ts';
import type { Player } from './desk-days.ts';
import type { Seen } from './seen.ts';

/**
 * How somebody plays a desk, in numbers: what they do, how often and for how long. Habits are
 * written so, and a person’s own is read from what they did (own-manner.ts). Shares are met without
 * chance: of four talks, half are two.
 */
export interface Manner {
  readonly mask: 'natural' | 'professional' | 'script';
  /** Of calls that ring, those picked up; after how long. */
  readonly answers: number;
  readonly answerMs: number;
  /** How many times a caller is listened to the end. */
  readonly listens: number;
  /**
   * Work at the matter before concluding, ms: with nobody waiting, one or two, more; null: while
   * the next minute is worth it.
   */
  readonly workMs: readonly [number, number, number] | null;
  /** Of talks, those explained: with nobody waiting, and else. */
  readonly explains: readonly [number, number];
  readonly acknowledges: number;
  /** Of incivilities, those to which the limit is named. */
  readonly limits: number;
  /** From this level on the talk is ended; beyond the worst: never. */
  readonly endsFrom: number;
  /** Of claims known not to be due, those refused; of those not known; of those known to be due. */
  readonly refuses: readonly [number, number, number];
  readonly refusal: RefusalName;
  /** Of callers whom another group serves better, those handed on with their story; and cold. */
  readonly tells: number;
  readonly passes: number;
  /** Of all callers, those handed on cold. */
  readonly drops: number;
  /** A talk is handed on after so much work, ms. */
  readonly passMs: number;
  /** Breathes after a talk below this energy. */
  readonly breathesBelow: number;
  /** Names a cause that so many callers point to; 0: never. */
  readonly signalsFrom: number;
}

/** Beyond every level. */
export const NEVER_ENDS = LEVEL.incivility + 1;

const MANY = 3;

/** By how many wait: nobody, one or two, more. */
export const crowd = (waiting: number): 0 | 1 | 2 => (waiting === 0 ? 0 : waiting < MANY ? 1 : 2);

/** Is this one of the `share` of them that it is done to? `of` counts them from 1. */
const often = (share: number, of: number): boolean =>
  Math.floor(of * share + 0.5) > Math.floor((of - 1) * share + 0.5);

const NEWS = Number.POSITIVE_INFINITY;

/** Somebody who plays so. */
export function playerOf(manner: Manner, at: AtHand): Player {
  return (seen) => {
    switch (seen.doing) {
      case 'notReady':
        return sitsReady(manner, at, seen);
      case 'ringing':
        return picksUp(manner, at, seen);
      case 'talking':
        return speaks(manner, at, seen);
      case 'hold':
        return { kind: 'resume', agent: at.agent, call: seen.call };
      case 'wrapping':
        return finishes(manner, at, seen);
      default:
        return NEWS;
    }
  };
}

function sitsReady({ answers, mask }: Manner, at: AtHand, seen: Seen): DeskCommand | number {
  const { agent } = at;
  if (seen.mask !== mask && at.may('mask')) return { kind: 'mask', agent, mask };
  // A desk whose call was missed is ready again by itself (RULES L3).
  return seen.missed && answers === 0 ? NEWS : { kind: 'ready', agent };
}

function picksUp({ answerMs, answers }: Manner, at: AtHand, seen: Seen): DeskCommand | number {
  if (seen.gesture !== GESTURE.none || !often(answers, seen.rings)) return NEWS;
  const due = seen.since + answerMs;
  return seen.now < due ? due : at.does('answer', seen);
}

function finishes(manner: Manner, at: AtHand, seen: Seen): DeskCommand | number {
  const { agent } = at;
  if (seen.gesture !== GESTURE.none) return NEWS;
  const { breathesBelow, signalsFrom } = manner;
  if (signalsFrom > 0 && !seen.signalled && !seen.mended && at.may('signal'))
    if (seen.agreeing >= signalsFrom) return { kind: 'signal', agent, cause: seen.clue };
  if (!seen.breathed && seen.energy < breathesBelow && at.may('breathe'))
    return { kind: 'breathe', agent };
  return { kind: 'ready', agent };
}

function speaks(manner: Manner, at: AtHand, seen: Seen): DeskCommand | number {
  if (seen.level >= manner.endsFrom) {
    const names = seen.uncivil && at.may('limit');
    return names ? { kind: 'limit', agent: at.agent, call: seen.call } : at.does('conclude', seen);
  }
  if (seen.gesture !== GESTURE.none) return NEWS;
  return soothes(manner, at, seen) ?? hears(manner, at, seen) ?? works(manner, at, seen);
}

/** What is done with somebody who is difficult. */
function soothes(manner: Manner, at: AtHand, seen: Seen): DeskCommand | null {
  const { agent } = at;
  const { call } = seen;
  if (seen.uncivil && !seen.warned && at.may('limit') && often(manner.limits, seen.talks))
    return { kind: 'limit', agent, call };
  if (seen.critical && !seen.recognised && at.may('acknowledge'))
    if (often(manner.acknowledges, seen.talks)) return at.does('acknowledge', seen);
  return null;
}

/** Listens, refuses, hands on: what is done before one works. */
function hears(manner: Manner, at: AtHand, seen: Seen): DeskCommand | null {
  const { agent } = at;
  const { call, talks } = seen;
  const { listens } = manner;
  const times = Math.floor(listens) + (often(listens % 1, talks) ? 1 : 0);
  if (seen.workedMs >= manner.passMs && at.may('transfer') && often(manner.drops, talks))
    return { kind: 'transfer', agent, call, group: at.anyGroup };
  if (seen.heard < times && !seen.heardAll && at.may('listen')) return at.does('listen', seen);
  if (seen.refusable && seen.refusal < 0 && at.may('refuse') && refuses(manner, seen))
    return { kind: 'refuse', agent, call, refusal: manner.refusal };
  const group = at.better(seen);
  if (group < 0 || seen.workedMs < manner.passMs) return null;
  if (at.may('brief') && often(manner.tells, talks)) return { kind: 'brief', agent, call, group };
  if (at.may('transfer') && often(manner.passes, talks))
    return { kind: 'transfer', agent, call, group };
  return null;
}

function refuses({ refuses: [undue, unknown, due] }: Manner, { claim, talks }: Seen): boolean {
  return often(claim === CLAIM.undue ? undue : claim === CLAIM.due ? due : unknown, talks);
}

/** A while until one asks oneself again whether a minute is worth it. */
const AGAIN_MS = 5_000;

/** Works on, or comes to an end. */
function works({ explains, workMs }: Manner, at: AtHand, seen: Seen): DeskCommand | number {
  if (workMs === null) {
    if (at.worth(seen) > 0) return seen.now + AGAIN_MS;
  } else {
    const left = workMs[crowd(seen.waiting)] - seen.workedMs;
    if (left > 0) return seen.now + left;
  }
  const share = explains[seen.waiting === 0 ? 0 : 1];
  if (!seen.explained && at.may('explain') && often(share, seen.talks))
    return at.does('explain', seen);
  return at.does('conclude', seen);
}
