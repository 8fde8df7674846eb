import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';
import {
  ANSWER_DELAYS_S as ANSWER_DELAYS_S_,
  DEFLECTS as DEFLECTS_,
  PHASE,
  paceUnder,
  skipShare,
} from '../policies/postures.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Decision, MaskShare, Masks, MaskTalk, Sign } from '../words/debrief.ts';
import { MASK as MASK_ } from '../words/facts.ts';
import { type Contact, shareOf } from './contacts.ts';
import { type Can, canIn } from './may.ts';
import { Scales, type Weighed } from './scales.ts';

/**
 * The four masks inferred from what was done, never from what anybody is (RULES G; MODEL 6.1): each
 * call is weighed against the table by which the computer plays, row by row. What a person does has
 * slips that no mask explains, so that no single sign decides.
 */

const ANSWER_DELAYS_S = ANSWER_DELAYS_S_;
const DEFLECTS = DEFLECTS_;
const MASK = MASK_;

/** As they are told: nobody slides into a script. */
const TOLD_MASKS = ['professional', 'natural', 'disengagement', 'avoidance'] as const;

/** Whatever the mask, one time in ten it looks otherwise. */
const SLIP = 0.1;
/** Half of how long it rings, and the time in which one picks up who wants to, s. */
const LATE_S = 10;
const REACTS_S = 4;
const LATE = 0.5;
/** Of a gesture, what must be done of it to have made it. */
const DONE = 0.5;
/** Spread of the length of talks over the pace (log); beyond, it is as if no mask explained it. */
const LENGTH_SD = 0.5;
const LENGTH_MOST = 1.5;
/** What a mask holds back from: not ready while others wait, a caller left on hold for long. */
const HIDES: Readonly<Record<MaskShare['mask'], number>> = {
  ...{ professional: 0.02, natural: 0.05, disengagement: 0.15, avoidance: 0.35 },
};
const LEAVES_ON_HOLD: Readonly<Record<MaskShare['mask'], number>> = {
  ...{ professional: 0.05, natural: 0.1, disengagement: 0.3, avoidance: 0.3 },
};
const LONG_HOLD_MS = 60_000;
const CUT = 0.65;
/** A work that is shorter than this anyhow tells nothing. */
const LEAST_WORK_MS = 20_000;
const STEP_MS = 1_000;
const MINUTE_MS = 60_000;

/** One thing that was seen of a call: how likely it is under each mask, and how it is told. */
interface Seen {
  readonly sign: Sign;
  readonly likely: readonly number[];
}

type Mask = MaskShare['mask'];

const under = (of: (mask: Mask) => number): number[] => TOLD_MASKS.map(of);

/** Something that was done or was not, of which the table gives the chance. */
function event(done: boolean, chance: (mask: Mask) => number, was: Sign, not: Sign): Seen {
  const likely = under((mask) => {
    const p = SLIP / 2 + (1 - SLIP) * chance(mask);
    return done ? p : 1 - p;
  });
  return { sign: done ? was : not, likely };
}

/** The work after which the price of a minute ends a talk, mean need, as the line stood then. */
function pacedWork(scales: Scales, { at, hurry, type }: Decision): number {
  const weighed: Weighed = { type, speed: 1, need: scales.meanNeed(type) };
  const cap = scales.cap(weighed);
  let worth = scales.beginsUntil(weighed);
  for (let from = worth; from < cap; from += STEP_MS)
    if (scales.brings(weighed, from, from + STEP_MS, at) >= (hurry * STEP_MS) / MINUTE_MS)
      worth = from + STEP_MS;
  return Math.min(worth, cap);
}

/** How long the talk was, against the pace: the nearer to a mask's, the likelier that one. */
function length(scales: Scales, decision: Decision): Seen | null {
  const { how, workMs } = decision;
  if (how !== 'concluded' || workMs === null) return null;
  const paced = pacedWork(scales, decision);
  if (paced < LEAST_WORK_MS) return null;
  const ratio = Math.max(STEP_MS, workMs) / paced;
  const likely = under((mask) => {
    const apart = log(ratio / paceUnder(MASK[mask], 0)) / LENGTH_SD;
    // Longer than anybody's pace: the caller was not fled.
    const off = Math.min(LENGTH_MOST, Math.abs(apart));
    return SLIP + exp((-off * off) / 2);
  });
  return { sign: ratio < CUT ? 'cut' : 'toPace', likely };
}

function phases(contact: Contact, decision: Decision, { may }: Can): Seen[] {
  const seen: Seen[] = [];
  const skips = (phase: number) => (mask: Mask) => skipShare(MASK[mask], phase);
  const listened = shareOf(contact.listenedMs, contact.listenLastsMs) >= DONE;
  if (may('listen')) seen.push(event(!listened, skips(PHASE.discover), 'notListened', 'listened'));
  const explained = shareOf(contact.explainedMs, contact.explainLastsMs) >= DONE;
  if (may('explain') && decision.how === 'concluded')
    seen.push(event(!explained, skips(PHASE.explain), 'notExplained', 'explained'));
  return seen;
}

function seenOf(
  contact: Contact,
  decision: Decision | undefined,
  scales: Scales | null,
  can: Can,
): Seen[] {
  const seen: Seen[] = [];
  const late = (mask: Mask): number =>
    exp(-LATE_S / (REACTS_S + (ANSWER_DELAYS_S[MASK[mask]] as number)));
  if (contact.rang !== null) seen.push(event(contact.rang >= LATE, late, 'letRing', 'pickedUp'));
  if (contact.hid) seen.push(event(true, (mask) => HIDES[mask], 'hid', 'hid'));
  if (decision === undefined) return seen;
  seen.push(...phases(contact, decision, can));
  // With the story told to a colleague the caller is in good hands: that speaks for no mask.
  if (can.may('transfer') && decision.how !== 'briefed') {
    const cold = (mask: Mask): number => DEFLECTS[MASK[mask]] as number;
    seen.push(event(decision.how === 'transferred', cold, 'cold', 'kept'));
  }
  if (decision.heldMs > LONG_HOLD_MS)
    seen.push(event(true, (mask) => LEAVES_ON_HOLD[mask], 'longHold', 'longHold'));
  const long = scales === null ? null : length(scales, decision);
  if (long !== null) seen.push(long);
  return seen;
}

/** Chances in proportion to these. */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((one) => one / sum);
}

/** Rounds after which what each call says and what all say together agree. */
const ROUNDS = 60;
/** Half a 90 % interval, in standard deviations. */
const WIDE = 1.645;

/**
 * What all calls come to: to begin with each mask is as likely as the others, one call each; what a
 * call leaves open is as uncertain as what was never seen.
 */
function together(likely: readonly (readonly number[])[]): {
  readonly shares: readonly MaskShare[];
  readonly talks: readonly (readonly number[])[];
} {
  let weights = TOLD_MASKS.map(() => 1 / TOLD_MASKS.length);
  let talks: number[][] = [];
  const all = likely.length + TOLD_MASKS.length;
  for (let round = 0; round < ROUNDS; round += 1) {
    talks = likely.map((of) => shares(of.map((p, m) => p * (weights[m] as number))));
    weights = weights.map((_, m) => talks.reduce((sum, of) => sum + (of[m] as number), 1) / all);
  }
  const told = TOLD_MASKS.map((mask, m) => {
    const share = weights[m] as number;
    const open = talks.reduce((sum, of) => sum + (of[m] as number) * (1 - (of[m] as number)), 0);
    const sd = Math.sqrt((share * (1 - share)) / (all + 1) + open / (all * all));
    return {
      ...{ mask, share },
      low: Math.max(0, share - WIDE * sd),
      high: Math.min(1, share + WIDE * sd),
    };
  });
  return { shares: told, talks };
}

/** What speaks for this mask the most, among what was seen of a call: two signs at most. */
function signsFor(seen: readonly Seen[], m: number): Sign[] {
  const speaks = ({ likely }: Seen): number => {
    const others = likely.filter((_, k) => k !== m);
    return (likely[m] as number) / (others.reduce((a, b) => a + b, 0) / others.length);
  };
  return seen
    .filter((one) => speaks(one) > 1.05)
    .sort((a, b) => speaks(b) - speaks(a))
    .slice(0, 2)
    .map(({ sign }) => sign);
}

/**
 * The shares of the four masks in what this person did, with the calls that say so; null where
 * nothing was done.
 */
export function masksOf(
  scenario: Scenario,
  contacts: readonly Contact[],
  decisions: readonly Decision[],
): Masks | null {
  const scales = Scales.of(scenario);
  const can = canIn(scenario);
  const seen = contacts.map((one) => seenOf(one, decisions[one.talk], scales, can));
  const heard = contacts.filter((_, i) => (seen[i] as Seen[]).length > 0);
  if (heard.length === 0) return null;
  const likely = seen
    .filter((one) => one.length > 0)
    .map((one) => TOLD_MASKS.map((_, m) => one.reduce((p, s) => p * (s.likely[m] as number), 1)));
  const { shares: told, talks } = together(likely);
  const calls = heard.map((contact, i): MaskTalk => {
    const of = talks[i] as readonly number[];
    const m = of.indexOf(Math.max(...of));
    return {
      ...{
        talk: contact.talk,
        at: contact.at,
        mask: TOLD_MASKS[m] as Mask,
        share: of[m] as number,
      },
      signs: signsFor(seen[contacts.indexOf(contact)] as Seen[], m),
    };
  });
  return { shares: told, talks: calls };
}
