import { CLAIM, GESTURE, REFUSAL } from '../../words/gestures.ts';

const NOT_YET = -1;

/**
 * What a person has done with the caller in hand, gesture by gesture (RULES G): whole numbers, by
 * name. One an agent, where things are done by gestures.
 */
export class Encounter {
  /** Is the talk in hand a person's, or was it? What the computer does is not made of gestures. */
  active = false;
  /** The gesture going on (GESTURE), since when, and how long it is to last, ms. */
  gesture: number = GESTURE.none;
  since = 0;
  lastsMs = 0;
  /** What was chosen with it. */
  chosen = 0;
  /** How long the caller was listened to, and explained to, of how much makes it whole, ms. */
  listenedMs = 0;
  listenMs = 0;
  explainedMs = 0;
  explainMs = 0;
  /** Has the caller been met: is what welcome and discovery were worth told? */
  met = false;
  /** How many times the caller was listened to the end: a line of the sheet each. */
  turned = 0;
  /** What the caller claims (CLAIM), and how a refusal was taken (REFUSAL), or -1. */
  claim: number = CLAIM.none;
  refusal: number = NOT_YET;
  /** The criticism of now was recognised. */
  heard = false;
  /** The limit has been named once, in vain. */
  warned = false;
  /** The call after which a cause was named last. */
  signalled = NOT_YET;
  /** The call, by how many were answered, since which one has breathed. */
  breathedAt = NOT_YET;

  constructor(readonly agent: number) {}

  copyFrom(other: Encounter): void {
    this.active = other.active;
    this.gesture = other.gesture;
    this.since = other.since;
    this.lastsMs = other.lastsMs;
    this.chosen = other.chosen;
    this.listenedMs = other.listenedMs;
    this.listenMs = other.listenMs;
    this.explainedMs = other.explainedMs;
    this.explainMs = other.explainMs;
    this.met = other.met;
    this.turned = other.turned;
    this.claim = other.claim;
    this.refusal = other.refusal;
    this.heard = other.heard;
    this.warned = other.warned;
    this.signalled = other.signalled;
    this.breathedAt = other.breathedAt;
  }

  /** Another caller: nothing was done yet. */
  begin(active: boolean, listenMs: number, explainMs: number): void {
    this.active = active;
    this.listenedMs = 0;
    this.listenMs = listenMs;
    this.explainedMs = 0;
    this.explainMs = explainMs;
    this.met = false;
    this.turned = 0;
    this.claim = CLAIM.none;
    this.refusal = NOT_YET;
    this.heard = false;
    this.warned = false;
  }

  /** Shares of the two phases that gestures make, 0 to 1. */
  get listened(): number {
    return shareOf(this.listenedMs, this.listenMs);
  }

  get explained(): number {
    return shareOf(this.explainedMs, this.explainMs);
  }

  /** Is there a claim that was neither refused for good nor wrongly? */
  get isOpen(): boolean {
    return this.claim !== CLAIM.none && this.refusal <= REFUSAL.rejected;
  }

  /** Nothing that is done leads anywhere: what is asked is not due, or was refused though it is. */
  get isStuck(): boolean {
    if (this.refusal === REFUSAL.unjust) return true;
    return this.claim === CLAIM.undue && this.refusal !== REFUSAL.accepted;
  }
}

const shareOf = (done: number, whole: number): number =>
  whole <= 0 ? 1 : Math.min(1, done / whole);
