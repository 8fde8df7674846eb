import type { MaskName, NotReadyReason } from './facts.ts';
import type { RefusalName } from './gestures.ts';

/**
 * What an agent is doing, each at its number (centre/state/team.ts); `out`: no shift now;
 * `closing`: taking leave of the caller, having decided to conclude.
 */
export const AGENT_STATES = [
  'out',
  'ready',
  'ringing',
  'talking',
  'hold',
  'wrapping',
  'notReady',
  'closing',
] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/** Missed in a row, this many calls leave a desk aside until its person says otherwise. */
export const MOST_MISSES = 5;

/**
 * What else some moves need: masks matter on this day; things are done by gestures; the caller on
 * the line criticises or complains, is uncivil, or claims something; a cause is hidden; callers may
 * be called back.
 */
export type OccasionName =
  | 'masks'
  | 'gestures'
  | 'critical'
  | 'uncivil'
  | 'claims'
  | 'cord'
  | 'callBack';

/** What a move may ask for, once chosen. */
interface Choices {
  readonly group: number;
  readonly reason: NotReadyReason;
  readonly mask: MaskName;
  readonly refusal: RefusalName;
  readonly cause: number;
  /** What one is by nature (words/nature.ts). */
  readonly nature: number;
}
export type Choice = keyof Choices;

/** One thing that a person at a desk may do. */
interface MoveRow {
  /** It speaks of the call in hand, by number: refused where that call has passed. */
  readonly names: readonly 'call'[];
  /** What must be chosen with it. */
  readonly asks: Choice | null;
  /** What the agent is doing when it can be done. */
  readonly during: readonly AgentState[];
  /** What the moment must allow besides. */
  readonly needs: OccasionName | null;
  /** Its letter on the keyboard; null where it has no button among the moves. */
  readonly key: string | null;
  /** Its digit where things are done by gestures: the same all day, printed on it. */
  readonly digit: string | null;
}

/**
 * THE table of moves. Everything else follows from a row: commands and how they are read, when each
 * can be done, buttons, keys, the list of shortcuts. What a move does stands in centre/moves, how
 * it is called in client/text/moves.ts. The order is that of the buttons, the likeliest first.
 */
export const MOVES = {
  /** A person sits down: not ready yet, but a call in hand becomes theirs. */
  takeDesk: {
    names: [],
    asks: null,
    during: ['out', 'ready', 'talking', 'closing', 'wrapping', 'notReady'],
    needs: null,
    key: null,
    digit: null,
  },
  /** The computer takes the desk back, call in hand included. */
  leaveDesk: {
    names: [],
    asks: null,
    during: ['ready', 'ringing', 'talking', 'hold', 'closing', 'wrapping', 'notReady'],
    needs: null,
    key: null,
    digit: null,
  },
  answer: { names: ['call'], asks: null, during: ['ringing'], needs: null, key: 'a', digit: '1' },
  /** Breathes for a while, between two calls or before picking up: the others wait meanwhile. */
  breathe: {
    names: [],
    asks: null,
    during: ['ringing', 'wrapping', 'ready', 'notReady'],
    needs: 'gestures',
    key: 'b',
    digit: '1',
  },
  listen: {
    names: ['call'],
    asks: null,
    during: ['talking'],
    needs: 'gestures',
    key: 'e',
    digit: '2',
  },
  explain: {
    names: ['call'],
    asks: null,
    during: ['talking'],
    needs: 'gestures',
    key: 'x',
    digit: '3',
  },
  /** Ready for the next call; also ends after-call work. */
  ready: {
    names: [],
    asks: null,
    during: ['wrapping', 'notReady'],
    needs: null,
    key: 'r',
    digit: '8',
  },
  resume: { names: ['call'], asks: null, during: ['hold'], needs: null, key: 'h', digit: '7' },
  conclude: {
    names: ['call'],
    asks: null,
    during: ['talking', 'hold'],
    needs: null,
    key: 'c',
    digit: '4',
  },
  /** Tells a caller who is uncivil that this is not acceptable. */
  limit: {
    names: ['call'],
    asks: null,
    during: ['talking'],
    needs: 'uncivil',
    key: 'l',
    digit: '5',
  },
  /** Recognises a criticism or a complaint. */
  acknowledge: {
    names: ['call'],
    asks: null,
    during: ['talking'],
    needs: 'critical',
    key: 'o',
    digit: '5',
  },
  /** Refuses what is claimed. */
  refuse: {
    names: ['call'],
    asks: 'refusal',
    during: ['talking'],
    needs: 'claims',
    key: 'n',
    digit: '5',
  },
  hold: { names: ['call'], asks: null, during: ['talking'], needs: null, key: 'h', digit: '7' },
  transfer: {
    names: ['call'],
    asks: 'group',
    during: ['talking', 'hold'],
    needs: null,
    key: 't',
    digit: '6',
  },
  /** Tells a colleague the whole story, then hands the caller on. */
  brief: {
    names: ['call'],
    asks: 'group',
    during: ['talking'],
    needs: 'gestures',
    key: 'v',
    digit: '6',
  },
  /** Promises to call this caller back: the line is released at once. */
  promise: {
    names: ['call'],
    asks: null,
    during: ['talking'],
    needs: 'callBack',
    key: 'p',
    digit: '6',
  },
  /** Names the cause that one suspects behind the call that has just ended. */
  signal: { names: [], asks: 'cause', during: ['wrapping'], needs: 'cord', key: 'g', digit: '9' },
  notReady: {
    names: [],
    asks: 'reason',
    during: ['ready', 'wrapping', 'notReady'],
    needs: null,
    key: 'p',
    digit: '8',
  },
  /** Meets the callers to come with this mask: that of a talk is the one of its beginning. */
  mask: {
    names: [],
    asks: 'mask',
    during: ['ready', 'ringing', 'wrapping', 'notReady'],
    needs: 'masks',
    key: 'm',
    digit: '0',
  },
  /** Says what one is by nature; nobody else is told. */
  nature: {
    names: [],
    asks: 'nature',
    during: ['ready', 'ringing', 'talking', 'hold', 'wrapping', 'notReady', 'closing'],
    needs: 'masks',
    key: null,
    digit: null,
  },
} as const satisfies Record<string, MoveRow>;

export type MoveName = keyof typeof MOVES;

/** Every move, in the order of the table. */
export const MOVE_NAMES = Object.keys(MOVES) as readonly MoveName[];

/** The row of a move, whichever it is. */
export const moveRow = (name: MoveName): MoveRow => MOVES[name];

/** The fields of a command besides its kind and desk, as the row says. */
type Asked<K extends MoveName> = Extract<(typeof MOVES)[K]['asks'], Choice>;

/** What a person asks of the centre by this move. */
export type CommandOf<K extends MoveName> = { kind: K; agent: number } & {
  [F in (typeof MOVES)[K]['names'][number]]: number;
} & { [F in Asked<K>]: Choices[F] };

/**
 * What a person at a desk may ask of the centre. A command names the call it speaks of, so that one
 * that arrives late is refused in a sentence instead of being applied to the next caller.
 */
export type DeskCommand = { [K in MoveName]: CommandOf<K> }[MoveName];

/**
 * From now on calls ring for `ms` at persons' desks, and callers bear being on hold for as long at
 * least. No person asks for it: the room says it when its clock starts or goes at another speed, so
 * that a call can be answered at any speed (RULES L3).
 */
export interface RingCommand {
  readonly kind: 'ring';
  readonly ms: number;
}

/** What the centre may be asked: by whoever sits at a desk, or by the room itself. */
export type Command = DeskCommand | RingCommand;
export type CommandKind = Command['kind'];

/** A command with the simulated millisecond at which the room accepted it. */
export interface TimedCommand {
  readonly at: number;
  readonly command: Command;
}
