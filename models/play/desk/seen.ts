import { LEVEL } from '../../words/facts.ts';
import { GESTURE, REFUSAL } from '../../words/gestures.ts';

/** What somebody at a desk is doing, as far as the facts told them. */
export type Doing =
  | 'away'
  | 'ready'
  | 'ringing'
  | 'talking'
  | 'hold'
  | 'closing'
  | 'wrapping'
  | 'notReady';

const UNKNOWN = -1;

/**
 * What one desk may know at an instant: facts of its audience, folded (RULES L6). No need, no
 * patience, no future is among it but what a caller let hear, or listening turned.
 */
export class Seen {
  now = 0;
  doing: Doing = 'away';
  /** Since when. */
  since = 0;
  closed = false;
  /** Calls that wait in a line; and customers inside, as prices count them. */
  waiting = 0;
  inside = 0;
  /** Calls that rang here so far, in a row unanswered, and talks begun. */
  rings = 0;
  misses = 0;
  talks = 0;
  /** The reason for not being ready was a missed call. */
  missed = false;
  mask = 'professional';
  /** As last told, 0 to 1. */
  energy = 1;
  breathed = false;

  /* Of the caller in hand, or the last one. */
  call = UNKNOWN;
  type = 0;
  answeredAt = 0;
  /** On the line, time that was no work at the matter: gestures, holds. */
  otherMs = 0;
  heldAt = UNKNOWN;
  /** The gesture that is being made (GESTURE), since when, until when. */
  gesture: number = GESTURE.none;
  gestureAt = 0;
  gestureUntil = 0;
  /** Lines of the sheet that listening has turned. */
  heard = 0;
  explained = false;
  /** Something is asked besides; what it is (CLAIM), once known; how a refusal was taken. */
  claimed = false;
  claim = UNKNOWN;
  refusal = UNKNOWN;
  /** Fifth of need, once known. */
  need = UNKNOWN;
  level: number = LEVEL.calm;
  worstLevel: number = LEVEL.calm;
  recognised = false;
  warned = false;
  /** The caller came back from a colleague, or with a matter worked at before. */
  relayed = false;
  /** What the caller says points to this cause; how many have pointed to each. */
  clue = UNKNOWN;
  signalled = false;
  readonly clues: number[] = [];
  mended = false;

  /** Another day. */
  clear(): void {
    Object.assign(this, new Seen());
    this.clues.length = 0;
  }

  begin(at: number, call: number, type: number): void {
    this.turn(at, 'talking');
    this.call = call;
    this.type = type;
    this.answeredAt = at;
    this.otherMs = 0;
    this.heldAt = UNKNOWN;
    this.heard = 0;
    this.explained = false;
    this.claimed = false;
    this.claim = UNKNOWN;
    this.refusal = UNKNOWN;
    this.need = UNKNOWN;
    this.level = LEVEL.calm;
    this.worstLevel = LEVEL.calm;
    this.recognised = false;
    this.warned = false;
    this.relayed = false;
    this.clue = UNKNOWN;
    this.signalled = false;
    this.breathed = false;
    this.misses = 0;
    this.talks += 1;
  }

  turn(at: number, doing: Doing): void {
    this.doing = doing;
    this.since = at;
  }

  /** Work at the matter so far, ms. */
  get workedMs(): number {
    const { answeredAt, gesture, gestureAt, heldAt, now, otherMs } = this;
    const still = heldAt >= 0 ? now - heldAt : gesture === GESTURE.none ? 0 : now - gestureAt;
    return now - answeredAt - otherMs - still;
  }

  /** Nothing is left to be heard. */
  get heardAll(): boolean {
    return this.heard >= (this.claimed ? 3 : 2);
  }

  /** What is asked can still be refused. */
  get refusable(): boolean {
    return this.claimed && this.refusal <= REFUSAL.rejected;
  }

  get critical(): boolean {
    return this.level === LEVEL.criticism || this.level === LEVEL.complaint;
  }

  get uncivil(): boolean {
    return this.level === LEVEL.incivility;
  }

  /** How many callers have pointed to the cause that this one points to. */
  get agreeing(): number {
    return this.clue < 0 ? 0 : (this.clues[this.clue] ?? 0);
  }
}
