import type { Fact, MaskName, NotReadyReason } from '../words/facts.ts';
import type { Recorder } from '../words/recorder.ts';

/** The recorder of a live room: makes a numbered fact of everything the centre says, from 0 on. */
export class FactLog implements Recorder {
  /** Every fact so far; fact number n is at place n. */
  readonly facts: Fact[] = [];

  opened(at: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'opened' });
  }
  closed(at: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'closed' });
  }
  ended(at: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'ended' });
  }
  arrived(
    at: number,
    call: number,
    caller: number,
    type: number,
    attempt: number,
    cause: number,
    says: number,
    after: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({ n, at, kind: 'arrived', call, caller, type, attempt, cause, says, after });
  }
  blocked(at: number, call: number, type: number, attempt: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'blocked', call, type, attempt });
  }
  queued(at: number, call: number, type: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'queued', call, type });
  }
  rang(at: number, call: number, agent: number, says: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'rang', call, agent, says });
  }
  missed(at: number, call: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'missed', call, agent });
  }
  answered(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({ n, at, kind: 'answered', call, type, attempt, agent, waitMs });
  }
  held(at: number, call: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'held', call, agent });
  }
  resumed(at: number, call: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'resumed', call, agent });
  }
  transferred(
    at: number,
    call: number,
    type: number,
    agent: number,
    group: number,
    talkMs: number,
    holdMs: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({ n, at, kind: 'transferred', call, type, agent, group, talkMs, holdMs });
  }
  relayed(at: number, call: number, type: number, agent: number, waitMs: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'relayed', call, type, agent, waitMs });
  }
  concluded(
    at: number,
    call: number,
    type: number,
    agent: number,
    talkMs: number,
    holdMs: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({ n, at, kind: 'concluded', call, type, agent, talkMs, holdMs });
  }
  closing(at: number, call: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'closing', call, agent });
  }
  resolved(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    solved: number,
    workMs: number,
    need: number,
    worst: number,
    last: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({
      n,
      at,
      kind: 'resolved',
      call,
      type,
      attempt,
      agent,
      solved,
      workMs,
      need,
      worst,
      last,
    });
  }
  tension(at: number, call: number, agent: number, level: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'tension', call, agent, level });
  }
  limited(at: number, call: number, agent: number, holds: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'limited', call, agent, holds });
  }
  masked(at: number, agent: number, mask: MaskName): void {
    this.facts.push({ n: this.facts.length, at, kind: 'masked', agent, mask });
  }
  left(at: number, call: number, type: number, how: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'left', call, type, how });
  }
  wrapped(at: number, call: number, agent: number, wrapMs: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'wrapped', call, agent, wrapMs });
  }
  abandoned(at: number, call: number, type: number, attempt: number, waitMs: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'abandoned', call, type, attempt, waitMs });
  }
  dropped(at: number, call: number, type: number, waitMs: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'dropped', call, type, waitMs });
  }
  promised(at: number, call: number, type: number, attempt: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'promised', call, type, attempt });
  }
  calledBack(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    const n = this.facts.length;
    this.facts.push({ n, at, kind: 'calledBack', call, type, attempt, agent, waitMs });
  }
  unreached(at: number, call: number, type: number, waitMs: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'unreached', call, type, waitMs });
  }
  signedIn(at: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'signedIn', agent });
  }
  signedOut(at: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'signedOut', agent });
  }
  ready(at: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'ready', agent });
  }
  notReady(at: number, agent: number, reason: NotReadyReason): void {
    this.facts.push({ n: this.facts.length, at, kind: 'notReady', agent, reason });
  }
  seated(at: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'seated', agent });
  }
  unseated(at: number, agent: number): void {
    this.facts.push({ n: this.facts.length, at, kind: 'unseated', agent });
  }
}
