import { type Line, startLine, stepLine, waitingNow } from '../folds/views/line.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Decision } from '../words/debrief.ts';
import {
  type Fact,
  MASK as MASK_,
  OWN_REASONS as OWN_REASONS_,
  USUAL_MASK as USUAL_MASK_,
} from '../words/facts.ts';
import { GESTURE as GESTURE_, SHEET_LINE as SHEET_LINE_ } from '../words/gestures.ts';

const GESTURE = GESTURE_;
const MASK = MASK_;
const OWN_REASONS: readonly string[] = OWN_REASONS_;
const SHEET_LINE = SHEET_LINE_;
const USUAL_MASK = USUAL_MASK_;

/** A call that reached this person's desk: what they did with it, gesture by gesture. */
export interface Contact {
  readonly call: number;
  /** When it began: the talk, or the ring where nobody picked up. */
  at: number;
  /** The talk, by its place in the list of decisions; -1: they let it ring until it went back. */
  talk: number;
  /** For how much of the time it rings it rang, 0 to 1; null where it did not ring. */
  rang: number | null;
  /** They chose not to be ready, while others waited, just before. */
  hid: boolean;
  /** The way of meeting callers that was chosen then (MASK). */
  register: number;
  listenedMs: number;
  /** A gesture of listening, or explaining, lasts so long; 0 where none was begun. */
  listenLastsMs: number;
  explainedMs: number;
  explainLastsMs: number;
  /** The worst level of the talk (LEVEL); whether it was recognised, or the limit named. */
  level: number;
  acknowledged: boolean;
  limited: boolean;
  claimed: boolean;
  /** What the claim is (CLAIM), where listening told; -1. */
  claim: number;
  /** What went with the refusal (bits), and how it was taken (REFUSAL); -1: nothing was refused. */
  refusedWith: number;
  refusal: number;
  /** Lines of the sheet that were turned, by name. */
  learntState: boolean;
  learntNeed: boolean;
}

const begun = (call: number, at: number, register: number, hid: boolean): Contact => ({
  ...{ call, at, talk: -1, rang: null, hid, register },
  ...{ listenedMs: 0, listenLastsMs: 0, explainedMs: 0, explainLastsMs: 0 },
  ...{ level: 0, acknowledged: false, limited: false },
  ...{ claimed: false, claim: -1, refusedWith: -1, refusal: -1 },
  ...{ learntState: false, learntNeed: false },
});

type Own = Fact & { readonly agent: number };

class ContactsOfDesk {
  readonly contacts: Contact[] = [];
  private readonly line: Line = startLine(Number.POSITIVE_INFINITY);
  private ringMs: number;
  private rangAt = -1;
  private rangCall = -1;
  private hid = false;
  private register: number = MASK[USUAL_MASK];
  private open: Contact | null = null;

  constructor(
    scenario: Scenario,
    private readonly talks: ReadonlyMap<string, number>,
  ) {
    this.ringMs = scenario.desk.ringS * 1_000;
  }

  step(fact: Fact, own: boolean): void {
    if (fact.kind === 'ringLasts') this.ringMs = fact.ms;
    if (own) {
      this.rings(fact as Own);
      if (this.open !== null) this.heard(this.open, fact as Own);
    }
    stepLine(this.line, fact);
  }

  private rings(fact: Own): void {
    switch (fact.kind) {
      case 'rang':
        this.rangAt = fact.at;
        this.rangCall = fact.call;
        return;
      case 'missed':
        this.begin(fact.call, this.rangAt, 1);
        this.open = null;
        return;
      case 'answered':
      case 'calledBack':
      case 'relayed': {
        const rang = this.rangCall === fact.call ? (fact.at - this.rangAt) / this.ringMs : null;
        this.begin(fact.call, fact.at, rang === null ? null : Math.min(1, rang));
        return;
      }
      case 'seated':
        this.register = MASK[USUAL_MASK];
        return;
      case 'masked':
        this.register = MASK[fact.mask];
        if (this.open !== null) this.open.register = this.register;
        return;
      case 'notReady':
        if (OWN_REASONS.includes(fact.reason) && waitingNow(this.line) > 0) this.hid = true;
        return;
      case 'wrapped':
        this.open = null;
        return;
      default:
    }
  }

  private begin(call: number, at: number, rang: number | null): void {
    const contact = begun(call, at, this.register, this.hid);
    contact.rang = rang;
    contact.talk = this.talks.get(`${call} ${at}`) ?? -1;
    // What the computer answered here is nobody's doing.
    if (contact.talk >= 0 || rang === 1) this.contacts.push(contact);
    this.open = contact;
    this.rangCall = -1;
    this.hid = false;
  }

  private heard(open: Contact, fact: Own): void {
    switch (fact.kind) {
      case 'gesture':
        if (fact.gesture === GESTURE.listen) open.listenLastsMs = fact.lastsMs;
        if (fact.gesture === GESTURE.explain) open.explainLastsMs = fact.lastsMs;
        return;
      case 'gestured':
        if (fact.gesture === GESTURE.listen) open.listenedMs += fact.doneMs;
        if (fact.gesture === GESTURE.explain) open.explainedMs += fact.doneMs;
        if (fact.gesture === GESTURE.acknowledge) open.acknowledged = true;
        return;
      case 'tension':
        open.level = Math.max(open.level, fact.level);
        return;
      case 'limited':
        open.limited = true;
        return;
      case 'claimed':
        open.claimed = true;
        return;
      case 'refused':
        open.refusedWith = fact.with;
        open.refusal = fact.taken;
        return;
      case 'learnt':
        if (fact.line === SHEET_LINE.claim) open.claim = fact.value;
        if (fact.line === SHEET_LINE.state) open.learntState = true;
        if (fact.line === SHEET_LINE.need) open.learntNeed = true;
        return;
      default:
    }
  }
}

/** Share done of a gesture of this length: whole, in part, or not at all. */
export const shareOf = (doneMs: number, lastsMs: number): number =>
  lastsMs === 0 ? 0 : Math.min(1, doneMs / lastsMs);

/**
 * Each call that rang at this desk while this person sat there, or that they talked with.
 * @param decisions of the same desk and person
 */
export function contactsOf(
  scenario: Scenario,
  facts: readonly Fact[],
  agent: number,
  decisions: readonly Decision[],
  mine: (fact: Fact) => boolean = () => true,
): readonly Contact[] {
  const talks = new Map(decisions.map(({ call, tookAt }, place) => [`${call} ${tookAt}`, place]));
  const desk = new ContactsOfDesk(scenario, talks);
  for (const fact of facts) desk.step(fact, 'agent' in fact && fact.agent === agent && mine(fact));
  return desk.contacts;
}
