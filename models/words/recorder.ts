import type { MaskName, NotReadyReason } from './facts.ts';

/**
 * Where the centre says what happened: one method a fact, numbers in, nothing allocated.
 * `FactLog` makes facts of them (live), `Measures` only counts (studies). The meaning of every
 * argument stands in facts.ts, in the same order.
 */
export interface Recorder {
  opened(at: number): void;
  closed(at: number): void;
  ended(at: number): void;
  arrived(
    at: number,
    call: number,
    caller: number,
    type: number,
    attempt: number,
    cause: number,
    says: number,
    after: number,
  ): void;
  blocked(at: number, call: number, type: number, attempt: number): void;
  queued(at: number, call: number, type: number): void;
  rang(at: number, call: number, agent: number, says: number): void;
  missed(at: number, call: number, agent: number): void;
  answered(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void;
  held(at: number, call: number, agent: number): void;
  resumed(at: number, call: number, agent: number): void;
  transferred(
    at: number,
    call: number,
    type: number,
    agent: number,
    group: number,
    talkMs: number,
    holdMs: number,
  ): void;
  relayed(at: number, call: number, type: number, agent: number, waitMs: number): void;
  concluded(
    at: number,
    call: number,
    type: number,
    agent: number,
    talkMs: number,
    holdMs: number,
  ): void;
  closing(at: number, call: number, agent: number): void;
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
  ): void;
  tension(at: number, call: number, agent: number, level: number): void;
  limited(at: number, call: number, agent: number, holds: number): void;
  masked(at: number, agent: number, mask: MaskName): void;
  left(at: number, call: number, type: number, how: number): void;
  wrapped(at: number, call: number, agent: number, wrapMs: number): void;
  abandoned(at: number, call: number, type: number, attempt: number, waitMs: number): void;
  dropped(at: number, call: number, type: number, waitMs: number): void;
  promised(at: number, call: number, type: number, attempt: number): void;
  calledBack(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void;
  unreached(at: number, call: number, type: number, waitMs: number): void;
  signedIn(at: number, agent: number): void;
  signedOut(at: number, agent: number): void;
  ready(at: number, agent: number): void;
  notReady(at: number, agent: number, reason: NotReadyReason): void;
  seated(at: number, agent: number): void;
  unseated(at: number, agent: number): void;
}
