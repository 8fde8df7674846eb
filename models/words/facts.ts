import type { Says } from './problem.ts';

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
/** The reasons a person may give. */
export const OWN_REASONS = [
  'break',
  'training',
  'admin',
  'other',
] as const satisfies readonly (typeof NOT_READY_REASONS)[number][];

export type NotReadyReason = (typeof NOT_READY_REASONS)[number];

/**
 * The ways of being with a caller, and their numbers (policies/postures.ts has what each does);
 * `none`, which changes nothing, is for where nobody meets anybody: no talk of a person has it.
 */
export const MASK = {
  none: 0,
  avoidance: 1,
  disengagement: 2,
  natural: 3,
  professional: 4,
  script: 5,
} as const;
export const MASK_NAMES = Object.keys(MASK) as readonly (keyof typeof MASK)[];
/** One that a person may put on. */
export type MaskName = Exclude<keyof typeof MASK, 'none'>;
export const OWN_MASKS = MASK_NAMES.filter((name): name is MaskName => name !== 'none');
/** Where one acts by gestures: as one is, as this caller needs it, by the book. */
export const REGISTER: readonly MaskName[] = ['natural', 'professional', 'script'];
/** Worn by whoever chooses no other: what suits this caller, the professional encounter. */
export const USUAL_MASK: MaskName = 'professional';

/** Why a call comes: for the first time; again after being blocked, giving up, or being served. */
export const AFTER = { first: 0, blocked: 1, abandoned: 2, served: 3 } as const;

/** How difficult a talk is (MODEL 8). */
export const LEVEL = { calm: 0, criticism: 1, complaint: 2, incivility: 3 } as const;

/** How a caller leaves: content; lost; with a matter still open, to call again tomorrow. */
export const LEFT = { content: 0, lost: 1, tomorrow: 2 } as const;

/**
 * How a caller takes leave: as one who believes the matter settled; settled, but not understood;
 * or knowing that it is not.
 */
export const PARTING = { content: 0, doubtful: 1, unanswered: 2 } as const;

/** What the fields of facts hold that are no number. */
interface Words {
  readonly reason: NotReadyReason;
  readonly mask: MaskName;
  readonly name: Says;
}

/** One kind of fact. */
interface FactRow {
  /** Its fields, in the order in which the recorder is told them. */
  readonly has: readonly string[];
  /** Who may know that it happened: everybody, its own desk, or nobody until the day is over. */
  readonly to: 'all' | 'own' | 'over';
  /** Fields that only its own desk may know (nobody, where it names no agent) until then. */
  readonly hides?: readonly string[];
  /** What it hides is about a person at work: it stays with them when the day is over. */
  readonly personal?: true;
}

/**
 * THE table of facts. Everything else follows from a row: the types, the recorder, the log, what
 * enters a hash, who is told what (live/audience.ts). The order binds: the place of a kind is its
 * number in hashes, so a new one comes last.
 */
const FACTS = {
  /** The doors open: instant 0. */
  opened: { has: [], to: 'all' },
  /**
   * The doors close: no new caller from here on; those who wait are served or cut (day.closing).
   */
  closed: { has: [], to: 'all' },
  /** The last call is over. */
  ended: { has: [], to: 'all' },
  /**
   * A call reaches the centre. `attempt` 0 is the first; `cause` is the call it repeats, or -1;
   * `says` is the position of the caller's sentence in the type's list, or -1; `after` is why they
   * call (AFTER).
   */
  arrived: {
    has: ['call', 'caller', 'type', 'attempt', 'cause', 'says', 'after'],
    to: 'all',
    hides: ['caller', 'says'],
  },
  /** No waiting place or trunk was free: the call is refused. */
  blocked: { has: ['call', 'type', 'attempt'], to: 'all' },
  /** No agent was free: the call waits. */
  queued: { has: ['call', 'type'], to: 'all' },
  /** The call rings at a person's desk. Computer-played agents answer without ringing. */
  rang: { has: ['call', 'agent', 'says'], to: 'all', hides: ['says'] },
  /** Nobody picked up in time: the call goes back to its place, the agent becomes not ready. */
  missed: { has: ['call', 'agent'], to: 'all' },
  /** First answer of a call; `waitMs` since its arrival. */
  answered: { has: ['call', 'type', 'attempt', 'agent', 'waitMs'], to: 'all' },
  held: { has: ['call', 'agent'], to: 'all' },
  resumed: { has: ['call', 'agent'], to: 'all' },
  /**
   * Handed to the line of `group`; the call waits again. `talkMs`, `holdMs` as in concluded; the
   * agent's after-call work begins.
   */
  transferred: { has: ['call', 'type', 'agent', 'group', 'talkMs', 'holdMs'], to: 'all' },
  /** Taken over after a transfer; `waitMs` since the transfer. */
  relayed: { has: ['call', 'type', 'agent', 'waitMs'], to: 'all' },
  /**
   * The line is released; `talkMs` on the line with this agent, hold included; `holdMs` on hold.
   * The agent's after-call work begins (`wrapped` follows, at once when there is none).
   */
  concluded: { has: ['call', 'type', 'agent', 'talkMs', 'holdMs'], to: 'all' },
  /** After-call work is over: the agent is free, unless notReady or signedOut follows. */
  wrapped: { has: ['call', 'agent', 'wrapMs'], to: 'all' },
  /** The caller gave up before the first answer; `waitMs` since arrival. */
  abandoned: { has: ['call', 'type', 'attempt', 'waitMs'], to: 'all' },
  /** The caller gave up while waiting after a transfer; `waitMs` since the transfer. */
  dropped: { has: ['call', 'type', 'waitMs'], to: 'all' },
  /**
   * The shift of an agent begins (free, unless notReady follows) / ends (after the call in hand).
   */
  signedIn: { has: ['agent'], to: 'all' },
  signedOut: { has: ['agent'], to: 'all' },
  /** Free again after notReady / not free though at work. */
  ready: { has: ['agent'], to: 'all' },
  notReady: { has: ['agent', 'reason'], to: 'all', hides: ['reason'], personal: true },
  /** A person takes / leaves the desk of this agent. */
  seated: { has: ['agent'], to: 'all' },
  unseated: { has: ['agent'], to: 'all' },
  /** The agent begins to conclude: the line is released a little later (`concluded`). */
  closing: { has: ['call', 'agent'], to: 'all' },
  /**
   * What the contact came to, which nobody is told: `solved` 1 or 0; `workMs` of work on the
   * solution, counted at speed 1 (0 where talks are memoryless); `need` in thousandths; `worst`
   * and `last`: what the moments of the talk were worth to the caller, 0 to 1,000.
   */
  resolved: {
    has: ['call', 'type', 'attempt', 'agent', 'solved', 'workMs', 'need', 'worst', 'last'],
    to: 'over',
  },
  /** The talk has become as difficult as that: `level` as in LEVEL. */
  tension: { has: ['call', 'agent', 'level'], to: 'own' },
  /** The caller of this last contact will not call again today; `how` as in LEFT. */
  left: { has: ['call', 'type', 'how'], to: 'over' },
  /** The caller leaves the line, to be called back (instead of waiting long). */
  promised: { has: ['call', 'type', 'attempt'], to: 'all' },
  /** Called back, and reached: the talk begins; `waitMs` since the promise. */
  calledBack: { has: ['call', 'type', 'attempt', 'agent', 'waitMs'], to: 'all' },
  /** Called back in vain, or not in time; `waitMs` since the promise. */
  unreached: { has: ['call', 'type', 'waitMs'], to: 'all' },
  /** The limit is named to a caller who is uncivil: it holds (1), or the talk ends (0). */
  limited: { has: ['call', 'agent', 'holds'], to: 'own', personal: true },
  /** The person at this desk meets the callers to come with this mask. */
  masked: { has: ['agent', 'mask'], to: 'own', personal: true },
  /**
   * What a person's talk takes besides the work, where that is not what the scenario says of all:
   * `openingMs` from the answer to the beginning of work, `closingMs` from the decision to conclude
   * to the release of the line, under the mask worn and at one's own speed.
   */
  phased: { has: ['call', 'agent', 'openingMs', 'closingMs'], to: 'own', personal: true },
  /** The caller has been on hold for too long, and hangs up (`concluded` follows at once). */
  hungUp: { has: ['call', 'agent'], to: 'all' },
  /**
   * How the caller took leave of a person at a desk, as far as the caller knows: `how` as in
   * PARTING. What it came to (`resolved`) may show otherwise.
   */
  parted: { has: ['call', 'agent', 'how'], to: 'own' },
  /** From here on a call rings that long at a person's desk before it goes back. */
  ringLasts: { has: ['ms'], to: 'all' },
  /**
   * Something that has a name begins (a train is cancelled), and brings extra calls: `event`
   * numbers those of a day, in the order in which they begin, from 0. Its name comes with it, since
   * until then nobody may know that it will.
   */
  began: { has: ['event', 'name'], to: 'all' },
  /** It brings no more calls than usual from here on; those it has brought may still wait. */
  eased: { has: ['event'], to: 'all' },
  /**
   * What a caller says to a person at a desk, in numbers (`play` has the words): `ordinal`
   * numbers first callers; `hint` betrays a state of mind or, from STATES on, a need.
   */
  voiced: { has: ['call', 'agent', 'ordinal', 'motive', 'context', 'hint'], to: 'own' },
  /** The caller asks for something besides, which may not be due. */
  claimed: { has: ['call', 'agent'], to: 'own' },
  /** A person begins a gesture (GESTURE) that will last so long; `call` -1: between two calls. */
  gesture: { has: ['call', 'agent', 'gesture', 'lastsMs'], to: 'own', personal: true },
  /** It is over, or was cut short: it lasted `doneMs`. */
  gestured: { has: ['call', 'agent', 'gesture', 'doneMs'], to: 'own', personal: true },
  /** Listening turned a line of the sheet (SHEET_LINE): what stands there. */
  learnt: { has: ['call', 'agent', 'line', 'value'], to: 'own', personal: true },
  /** What was asked is refused: how the caller takes it (REFUSAL). */
  refused: { has: ['call', 'agent', 'with', 'taken'], to: 'own', personal: true },
  /** The energy of the person here, in thousandths, after what has just happened. */
  energy: { has: ['agent', 'energy'], to: 'own', personal: true },
  /** What the caller says points to this hidden cause, rightly or not. */
  clue: { has: ['call', 'agent', 'cause'], to: 'own' },
  /** The person here suspects this cause behind the call that ended. */
  signalled: { has: ['call', 'agent', 'cause'], to: 'own', personal: true },
  /** The cause behind some calls was found: it brings no more from here on. */
  mended: { has: ['cause'], to: 'all' },
  /** As the person here is by nature suits this caller: nothing need be put on (RULES G9). */
  suited: { has: ['call', 'agent'], to: 'own', personal: true },
} as const satisfies Record<string, FactRow>;

export type FactKind = keyof typeof FACTS;

/** Every kind, in the order of their numbers. */
export const FACT_KINDS = Object.keys(FACTS) as readonly FactKind[];

/** The row of a kind, whichever it is. */
export const factRow = (kind: FactKind): FactRow => FACTS[kind];

/** What a field holds: a number, a word of a list, or a name in both languages. */
type ValueOf<F> = F extends keyof Words ? Words[F] : number;
export type FactValue = number | Words[keyof Words];

type Values<H extends readonly string[]> = { -readonly [I in keyof H]: ValueOf<H[I]> };

/** The values of a kind, in the order of its row. */
export type FactValues<K extends FactKind> = Values<(typeof FACTS)[K]['has']>;

/** What a fact says, without its number and instant. */
export type FactBody = {
  [K in FactKind]: { kind: K } & {
    [F in (typeof FACTS)[K]['has'][number]]: ValueOf<F>;
  };
}[FactKind];

/** A fact with its number (from 0, without gap) and its instant. */
export type Fact = { readonly n: number; readonly at: number } & Readonly<FactBody>;
