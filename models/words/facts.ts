/**
 * What happened, in total order. Facts are the only output of the simulated world: every screen,
 * measure and debrief is a fold of them. Times are integer milliseconds since opening.
 *
 * `call` numbers a contact (one attempt of a caller), in order of arrival, from 0.
 * `caller` numbers a person; it is the same for every attempt and under every policy.
 * `agent` numbers an agent, group by group in scenario order, from 0. `type` and `group` are
 * positions in the scenario's lists.
 */

/** Why an agent is not ready. `schedule`: a planned break. The others are a person's choices. */
export const NOT_READY_REASONS = [
  'schedule',
  'break',
  'training',
  'admin',
  'missed',
  'other',
] as const;
export type NotReadyReason = (typeof NOT_READY_REASONS)[number];

/**
 * The ways of being a person may choose to meet callers with; each at its position in MASK
 * (policies/postures.ts), `none` being one's own way, which changes nothing.
 */
export const MASK_NAMES = [
  'none',
  'avoidance',
  'disengagement',
  'natural',
  'professional',
  'script',
] as const;
export type MaskName = (typeof MASK_NAMES)[number];

/** Why a call comes: for the first time; again after being blocked, giving up, or being served. */
export const AFTER = { first: 0, blocked: 1, abandoned: 2, served: 3 } as const;

/** How difficult a talk is (MODEL 8). */
export const LEVEL = { calm: 0, criticism: 1, complaint: 2, incivility: 3 } as const;

/** How a caller leaves: content; lost; with a matter still open, to call again tomorrow. */
export const LEFT = { content: 0, lost: 1, tomorrow: 2 } as const;

/** One body for each kind; numbers only, so that the recorder allocates nothing. */
export type FactBody =
  /** The doors open: instant 0. */
  | { kind: 'opened' }
  /**
   * The doors close: no new caller from here on; those who wait are served or cut (day.closing).
   */
  | { kind: 'closed' }
  /** The last call is over. */
  | { kind: 'ended' }
  /** A call reaches the centre. `attempt` 0 is the first; `cause` is the call it repeats, or -1;
   * `says` is the position of the caller's sentence in the type's list, or -1; `after` is why they
   * call (AFTER). */
  | {
      kind: 'arrived';
      call: number;
      caller: number;
      type: number;
      attempt: number;
      cause: number;
      says: number;
      after: number;
    }
  /** No waiting place or trunk was free: the call is refused. */
  | { kind: 'blocked'; call: number; type: number; attempt: number }
  /** No agent was free: the call waits. */
  | { kind: 'queued'; call: number; type: number }
  /** The call rings at a person's desk. Computer-played agents answer without ringing. */
  | { kind: 'rang'; call: number; agent: number; says: number }
  /** Nobody picked up in time: the call goes back to its place, the agent becomes not ready. */
  | { kind: 'missed'; call: number; agent: number }
  /** First answer of a call; `waitMs` since its arrival. */
  | { kind: 'answered'; call: number; type: number; attempt: number; agent: number; waitMs: number }
  | { kind: 'held'; call: number; agent: number }
  | { kind: 'resumed'; call: number; agent: number }
  /** Handed to the line of `group`; the call waits again. `talkMs`, `holdMs` as in concluded; the
   * agent's after-call work begins. */
  | {
      kind: 'transferred';
      call: number;
      type: number;
      agent: number;
      group: number;
      talkMs: number;
      holdMs: number;
    }
  /** Taken over after a transfer; `waitMs` since the transfer. */
  | { kind: 'relayed'; call: number; type: number; agent: number; waitMs: number }
  /** The line is released; `talkMs` on the line with this agent, hold included; `holdMs` on hold.
   * The agent's after-call work begins (`wrapped` follows, at once when there is none). */
  | { kind: 'concluded'; call: number; type: number; agent: number; talkMs: number; holdMs: number }
  /** The agent begins to conclude: the line is released a little later (`concluded`). */
  | { kind: 'closing'; call: number; agent: number }
  /** What the contact came to, which nobody is told: `solved` 1 or 0; `workMs` of work on the
   * solution, counted at speed 1 (0 where talks are memoryless); `need` in thousandths; `worst`
   * and `last`: what the moments of the talk were worth to the caller, 0 to 1,000. */
  | {
      kind: 'resolved';
      call: number;
      type: number;
      attempt: number;
      agent: number;
      solved: number;
      workMs: number;
      need: number;
      worst: number;
      last: number;
    }
  /** The talk has become as difficult as that: `level` as in LEVEL. */
  | { kind: 'tension'; call: number; agent: number; level: number }
  /** The limit is named to a caller who is uncivil: it holds (1), or the talk ends (0). */
  | { kind: 'limited'; call: number; agent: number; holds: number }
  /** The person at this desk meets the callers to come with this mask. */
  | { kind: 'masked'; agent: number; mask: MaskName }
  /** The caller of this last contact will not call again today; `how` as in LEFT. */
  | { kind: 'left'; call: number; type: number; how: number }
  /** After-call work is over: the agent is free, unless notReady or signedOut follows. */
  | { kind: 'wrapped'; call: number; agent: number; wrapMs: number }
  /** The caller gave up before the first answer; `waitMs` since arrival. */
  | { kind: 'abandoned'; call: number; type: number; attempt: number; waitMs: number }
  /** The caller gave up while waiting after a transfer; `waitMs` since the transfer. */
  | { kind: 'dropped'; call: number; type: number; waitMs: number }
  /** The caller leaves the line, to be called back (instead of waiting long). */
  | { kind: 'promised'; call: number; type: number; attempt: number }
  /** Called back, and reached: the talk begins; `waitMs` since the promise. */
  | {
      kind: 'calledBack';
      call: number;
      type: number;
      attempt: number;
      agent: number;
      waitMs: number;
    }
  /** Called back in vain, or not in time; `waitMs` since the promise. */
  | { kind: 'unreached'; call: number; type: number; waitMs: number }
  /**
   * The shift of an agent begins (free, unless notReady follows) / ends (after the call in hand).
   */
  | { kind: 'signedIn'; agent: number }
  | { kind: 'signedOut'; agent: number }
  /** Free again after notReady / not free though at work. */
  | { kind: 'ready'; agent: number }
  | { kind: 'notReady'; agent: number; reason: NotReadyReason }
  /** A person takes / leaves the desk of this agent. */
  | { kind: 'seated'; agent: number }
  | { kind: 'unseated'; agent: number };

export type FactKind = FactBody['kind'];

/** A fact with its number (from 0, without gap) and its instant. */
export type Fact = { readonly n: number; readonly at: number } & Readonly<FactBody>;
