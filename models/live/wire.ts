import type { LivedSoFar } from '../folds/measures/lived-now.ts';
import type { DeskView } from '../folds/views/desk.ts';
import type { WallView } from '../folds/views/wall.ts';
import type { CatalogueCard } from '../scenario/catalogue.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Advice as AdviceGiven } from '../words/advice.ts';
import type { Debrief, Fortune, OnAverage, ThatDay } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import type { Command, TimedCommand } from '../words/moves.ts';
import type { Problem } from '../words/problem.ts';
import type { PublicView } from '../words/public-view.ts';
import type { Advice } from './advice.ts';
import type { Ledger } from './ledger.ts';
import type { Rollout } from './rollout.ts';

/**
 * Everything that travels between server and client, typed once. JSON only. What belongs to one day
 * of the room says which on its envelope, never in a fact. Every ask, on the socket as over HTTP,
 * is answered `{ok: true, …}` or `{ok: false, problem}`. Times are simulated milliseconds since
 * opening.
 */

/**
 * Raised whenever a page and a server of different versions would not understand each other.
 * 2: the day on every envelope, the clock's `speed`. 3: the secret of the QR code, the door, who
 * hosts beside the seat, the phases of a talk, prices that know speed. 4: gestures, and what a desk
 * is told of a day that is over. 5: one's nature, the register of a talk, a promise that was
 * broken, what a call weighs later.
 */
export const WIRE_VERSION = 5;

/** Pages of a room: /room/CODE… The server serves these addresses, the client shows them. */
export const ROOM_PAGES = ['room', 'desk', 'wall', 'debrief'] as const;

/** What the first page leads to: /play, /lead, /lab. */
export const FRONT_PAGES = ['play', 'days', 'lead', 'lab'] as const;

export type Reply<T extends object = object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly problem: Problem };

/**
 * The room's clock, one for all its days, as one of them shows it. `at` simulated ms; `speed`
 * simulated seconds per real second (1 to 60).
 */
export interface ClockState {
  readonly at: number;
  readonly speed: number;
  /**
   * Simulated seconds per real second just now, where that is not `speed`: 0 while it waits for the
   * one person who plays here to answer; above `speed` on the way to the next call.
   */
  readonly goes?: number;
  /** The highest speed that may be set, where several play and it is not the highest of all. */
  readonly most?: number;
  readonly paused: boolean;
  /** The day is over. */
  readonly over: boolean;
  /**
   * Why the room stands still and takes no command for the moment; absent when all is well.
   * `storage`: the server cannot write; the room goes on by itself as soon as it can. `broken`: our
   * fault; the room is closed, its record kept.
   */
  readonly trouble?: 'storage' | 'broken';
}

/**
 * Who is watching a day: the projector (public), or a person at the desk of one agent (`person`
 * numbers those of a room). What each may know of a fact is said in audience.ts, and from when to
 * when a desk is a person's in sittings.ts.
 */
export type Audience = { readonly day: number } & (
  | { readonly as: 'wall' }
  | { readonly as: 'desk'; readonly agent: number; readonly person: number }
);

/** What a seat sees, folded from the facts it may know, up to fact number `n` (-1: none yet). */
export type Snapshot = { readonly day: number; readonly n: number } & (
  | { readonly as: 'wall'; readonly view: WallView }
  | { readonly as: 'desk'; readonly view: DeskView; readonly ledger: Ledger }
);

/**
 * New facts for one audience: those numbered after `after` and up to `upTo` that it may know. A
 * client whose last number is not `after` asks once for `facts`. An empty list still moves the
 * clock.
 */
export interface Batch {
  readonly day: number;
  readonly after: number;
  readonly upTo: number;
  readonly facts: readonly Fact[];
  readonly clock: ClockState;
  /** How the day has been lived so far; absent in a classical centre, and for desks. */
  readonly lived?: LivedSoFar;
}

/**
 * A socket joins one room. It may join it again in another role: what it sees changes to the newest
 * role. Whoever shows the host's token, in whatever role, may set the clock as long as the socket
 * lives; so may any number of others.
 */
export interface JoinAsk {
  readonly code: string;
  /**
   * 'seat' plays a desk; 'wall' only watches; 'host' shows the host's token as `token`, and stays
   * where it is.
   */
  readonly role: 'wall' | 'seat' | 'host';
  /** The seat's or host's token; a seat without one gets a new seat, once for each socket. */
  readonly token?: string;
  /** The host's token, whatever the role: a host may hold a desk, or show the wall, as well. */
  readonly host?: string;
  /** The secret of the room's QR code: a code that comes with it is not a typed one. */
  readonly key?: string;
  /** Which day to watch, where the room has several; a seat watches that of its team. */
  readonly day?: number;
  /** Watches every day of the room at once, as their walls do; never a seat. */
  readonly every?: boolean;
  /** The WIRE_VERSION of who asks; absent from the pages of version 1. */
  readonly wire?: number;
}

export interface Joined {
  readonly code: string;
  /** The day whose facts come from now on. */
  readonly day: number;
  readonly publicView: PublicView;
  /** What time is worth here; null in a classical centre. */
  readonly advice: Advice | null;
  readonly clock: ClockState;
  /** The seat's token, to keep (seats only, else ''). */
  readonly token: string;
  /** It may set the clock and lock the door. */
  readonly host: boolean;
  /** The secret of the room's QR code, for who shows it to others or comes back. */
  readonly key: string;
  /** The door as it is: also told at each change. */
  readonly door: DoorState;
  /** How many teams play here, each a day of its own; 1: one day for all. */
  readonly teams: number;
  /** The team of this seat, from 0; -1 of who has none. */
  readonly team: number;
  /** The desk this seat holds, or -1. */
  readonly agent: number;
  /** Agents whose desk is held by a person, now. */
  readonly taken: readonly number[];
  readonly snapshot: Snapshot;
  /** The other days, for who watches every one. */
  readonly others?: readonly DayTold[];
  /** As in `RoomCard`; told to the host before as well, while one person at most has played. */
  readonly seed?: string;
  /** As in a `Batch`: whoever comes while nothing happens knows it too. */
  readonly lived?: LivedSoFar;
  /**
   * Why the room is a record, to be looked at and not continued: it was played with other rules.
   * Whatever would change it is refused with this.
   */
  readonly record?: Problem;
  /** As it is told: whoever comes back later is led there too. */
  readonly moved?: Moved;
}

/** A day as it stands, for who comes to watch it. */
export interface DayTold {
  readonly taken: readonly number[];
  readonly snapshot: Snapshot;
  readonly lived?: LivedSoFar;
}

/** The day of this room is over, and begins again in another one: the way there. */
export interface Moved {
  readonly code: string;
  /** The secret of its QR code. */
  readonly key: string;
  /** The token of its host, for the hosts of this room. */
  readonly host?: string;
}

/**
 * A command of a seat. `id` is unique to the seat (any string up to 64 characters): sent twice,
 * done once.
 */
export interface CommandAsk {
  readonly id: string;
  /** The day of the desk; absent: that of the seat, or the one it watches. */
  readonly day?: number | undefined;
  /**
   * The seat's agent is known to the server; the command's `agent` must be it (takeDesk: the one
   * wished).
   */
  readonly command: Command;
}
/** Done at this instant. After takeDesk and leaveDesk, what the seat now sees. */
export interface Done {
  readonly day: number;
  readonly at: number;
  readonly snapshot?: Snapshot;
}

export interface ClockAsk {
  readonly speed?: number | undefined;
  readonly paused?: boolean | undefined;
  /** True: it goes fast until a call rings at a person's desk (30 simulated minutes at most). */
  readonly toNextCall?: boolean | undefined;
}

/** Locked: newcomers get no seat; whoever has one comes back to it, and watching is free. */
export interface DoorState {
  readonly locked: boolean;
}

/** After a gap: the facts since `after`, as the asker may know them. */
export interface FactsAsk {
  readonly after: number;
  /** The day whose facts are numbered so; absent: the one it watches. */
  readonly day?: number | undefined;
  /**
   * Once the day is over: what was hidden in it as well (audience.ts), a page at a time, in a batch
   * that need not reach the end.
   */
  readonly over?: boolean | undefined;
}
/** A snapshot where the facts are too many. */
export interface Missed {
  readonly batch?: Batch;
  readonly snapshot?: Snapshot;
  readonly clock: ClockState;
}

/** What the next minutes of a seat's own call would cost the others. */
export interface PriceAsk {
  /** The day of the desk; absent: that of the seat. */
  readonly day?: number | undefined;
  /** For how long one would stay, minutes (0.25 to 10; 1). */
  readonly ahead?: number | undefined;
}

/** Worked out from the room as it stood at this instant, by imagined futures. */
export interface Priced {
  readonly day: number;
  readonly at: number;
  readonly rollout: Rollout;
}

/**
 * What a person is told of their own day at a desk, once it is over; nobody else is. `begin`: the
 * sentence, the callers one by one, the moments. `luck`: what chance made of it. `thatDay` and
 * `onAverage`: one talk of that list concluded so much later (or earlier, below 0).
 */
export interface DebriefAsk {
  readonly what: 'advice' | 'begin' | 'luck' | 'record' | 'thatDay' | 'onAverage';
  /** The day, and the desk where one sat; absent: those of the seat. */
  readonly day?: number | undefined;
  readonly agent?: number | undefined;
  /** The place of the talk in the list; and by how much, -10 to 10 in half minutes. */
  readonly talk?: number | undefined;
  readonly minutes?: number | undefined;
}

/** All that a day follows from, and whose debrief of it is told: enough to play it anywhere. */
export interface DayRecord {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly commands: readonly TimedCommand[];
  /** Who sat at that desk, each time, in order, and which of them it is. */
  readonly sat: readonly number[];
  readonly person: number;
}

/** Worked out once by these rules, and kept: it is shown as it was by any others. */
export type Debriefed = { readonly day: number; readonly agent: number; readonly rules: string } & (
  | { readonly what: 'advice'; readonly found: AdviceGiven }
  | { readonly what: 'begin'; readonly found: Debrief }
  | { readonly what: 'luck'; readonly found: Fortune }
  | { readonly what: 'record'; readonly found: DayRecord }
  | { readonly what: 'thatDay'; readonly found: ThatDay }
  | { readonly what: 'onAverage'; readonly found: OnAverage }
);

export type Ack<T extends object> = (reply: Reply<T>) => void;

/** Client → server. */
export interface Asks {
  join: (ask: JoinAsk, ack: Ack<Joined>) => void;
  command: (ask: CommandAsk, ack: Ack<Done>) => void;
  facts: (ask: FactsAsk, ack: Ack<Missed>) => void;
  /** Hosts only. */
  clock: (ask: ClockAsk, ack: Ack<{ clock: ClockState }>) => void;
  /** Hosts only. */
  door: (ask: DoorState, ack: Ack<DoorState>) => void;
  /** Seats on a call only; one every few seconds a room, and it takes about half a second. */
  price: (ask: PriceAsk, ack: Ack<Priced>) => void;
  /** Seats only, of a day that is over; it may take some seconds. */
  debrief: (ask: DebriefAsk, ack: Ack<Debriefed>) => void;
}

/** Server → client. */
export interface Tells {
  facts: (batch: Batch) => void;
  /** The door of the room was locked, or opened again. */
  door: (door: DoorState) => void;
  /**
   * This seat was opened elsewhere: the newest connection acts, and this one hears no more until it
   * joins again.
   */
  replaced: () => void;
  /** Its place was needed, and nothing moved here for long: it sleeps until somebody joins. */
  asleep: () => void;
  /** A host of this room, whose day is over, has opened another one on the same callers. */
  moved: (moved: Moved) => void;
  /** The server is going down for a moment; the client reconnects by itself. */
  restarting: () => void;
}

/** GET /api/scenarios → Reply<{scenarios: CatalogueEntry[]}> */
export type CatalogueEntry = CatalogueCard;
/** POST /api/rooms → Reply<OpenedRoom> */
export interface OpenRoomAsk {
  /** A catalogue id, or a whole scenario. */
  readonly scenario?: string | object;
  /** Instead of it: the code of a room whose day is over, to meet the same callers again. */
  readonly again?: string;
  /** With `again`: the host's token of that room, whose people are then told where to go. */
  readonly host?: string;
  readonly seed?: string;
  readonly speed?: number;
  /** True: the clock waits for the host. Otherwise it starts when the first person joins. */
  readonly paused?: boolean;
  /** The day is played from this minute on: before, the clock goes fast. */
  readonly startMin?: number;
  /** So many teams play it side by side, each with the same callers (1 to 50; 1). */
  readonly teams?: number;
  /** False: without the human hypotheses of the scenario, where it has any. */
  readonly people?: boolean;
}
export interface OpenedRoom {
  readonly code: string;
  readonly hostToken: string;
  /** Of a room opened again by its host: one person at most had played in it. */
  readonly alone?: boolean;
}
/** GET /api/rooms/:code → Reply<RoomCard> */
export interface RoomCard {
  readonly code: string;
  readonly publicView: PublicView;
  readonly clock: ClockState;
  readonly people: number;
  /** As in `Joined`. */
  readonly teams: number;
  /** The same word brings the same callers. A secret until the day is over. */
  readonly seed?: string;
  /** As in `Joined`. */
  readonly record?: Problem;
}
/**
 * GET /api/rooms/:code/scenario → Reply<RoomScenario>, once the day is over, or to a host at any
 * time (authorization: Bearer and the host's token).
 */
export interface RoomScenario {
  readonly scenario: object;
}
/** GET /api/rooms/:code/what-if, once the day is over → Reply<WhatIf> */
export type { WhatIf, WhatIfRow } from '../words/what-if.ts';
