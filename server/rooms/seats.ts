import type { Done, Reply } from '../../models/doors/live.ts';
import type { Limits } from '../limits.ts';
import { hashToken, sameToken } from './codes.ts';
import type { Seated } from './feed.ts';
import type { Member } from './member.ts';

/** What a seat was told about one of its commands; `reply` is null until it is stored. */
export interface Told {
  reply: Reply<Done> | null;
  /** Whether the answer carries what the seat now sees. */
  readonly view: boolean;
  readonly waiting: ((reply: Reply<Done>) => void)[];
}

const keyOf = (day: number, agent: number): string => `${day}/${agent}`;

/** One person's place in a room, whatever the device. */
export class Seat {
  readonly number: number;
  /** Who it was made for, among the persons of the room: a seat that is used again is another's. */
  readonly person: number;
  /** SHA-256 of its token, hex. */
  readonly hash: string;
  /** Whose day it plays. */
  readonly team: number;
  /** The day in which it has, had or is kept a desk. */
  day: number;
  /** The desk it holds, or -1. */
  agent = -1;
  /** The desk kept for it while the computer plays, or -1. */
  reserved = -1;
  /** The desk it held last: whose day it sees again once that is over. Or -1. */
  last = -1;
  /** Who sits here now. */
  member: Member | null = null;
  /** Since when nobody has, real ms. */
  absentSince: number;
  /** It is on its way to the disk, and with it the first who is to sit there. */
  isNew = false;
  bannedUntil = Number.NEGATIVE_INFINITY;
  /** Commands of it in the log. */
  entries = 0;
  readonly #told = new Map<string, Told>();
  readonly #refused: string[] = [];

  constructor(number: number, person: number, hash: string, team: number, now: number) {
    this.person = person;
    this.number = number;
    this.hash = hash;
    this.team = team;
    this.day = team;
    this.absentSince = now;
  }

  told(id: string): Told | undefined {
    return this.#told.get(id);
  }

  /** Remembers what is, or will be, answered to this command id. */
  remember(id: string, told: Told): void {
    this.#told.set(id, told);
  }

  /** Remembers a refusal for a while: it changed nothing, so it is in no log. */
  rememberRefusal(id: string, told: Told, limits: Limits): void {
    this.#told.set(id, told);
    this.#refused.push(id);
    if (this.#refused.length > limits.refusalsKept)
      this.#told.delete(this.#refused.shift() as string);
  }

  forget(id: string): void {
    this.#told.delete(id);
  }
}

/** A seat at its desk, or at another, as an audience of that desk's day. */
export const deskOf = ({ agent: own, day, person }: Seat, agent = own): Seated => ({
  as: 'desk',
  ...{ day, agent, person },
});

/** Somebody sits here, holds a desk or has one kept. */
const isPlaying = ({ agent, isNew, member, reserved }: Seat): boolean =>
  isNew || member !== null || agent >= 0 || reserved >= 0;

/** The seats of one room. */
export class Seats {
  readonly #all: Seat[] = [];
  readonly #byHash = new Map<string, Seat>();
  /** By day and desk: who sat there, each time, in order. */
  readonly #sat = new Map<string, number[]>();
  /** Persons that have had a seat. */
  #persons = 0;

  get count(): number {
    return this.#all.length;
  }

  get all(): readonly Seat[] {
    return this.#all;
  }

  /** Makes a seat of this number in a team; who had it before, if anybody, has it no more. */
  put(number: number, hash: string, now: number, team = 0): Seat {
    const before = this.#all[number];
    if (before !== undefined) this.#byHash.delete(before.hash);
    const seat = new Seat(number, this.#persons, hash, team, now);
    this.#persons += 1;
    this.#all[number] = seat;
    this.#byHash.set(hash, seat);
    return seat;
  }

  /**
   * The number of a seat for somebody new: one more, up to `most`; then one where nobody is and
   * that has no desk, first those that never had one, then the longest empty. Or -1.
   */
  numberForNew(most: number): number {
    if (this.#all.length < most) return this.#all.length;
    const [spare] = this.#all
      .filter(
        ({ member, agent, reserved, isNew }) =>
          !isNew && member === null && agent < 0 && reserved < 0,
      )
      .sort((a, b) => Number(a.last >= 0) - Number(b.last >= 0) || a.absentSince - b.absentSince);
    return spare?.number ?? -1;
  }

  /** A seat takes a desk of a day. */
  sitsDown(seat: Seat, day: number, agent: number): void {
    seat.day = day;
    seat.agent = agent;
    seat.last = agent;
    seat.reserved = -1;
    const sat = this.#sat.get(keyOf(day, agent)) ?? [];
    this.#sat.set(keyOf(day, agent), sat);
    sat.push(seat.person);
  }

  /** Who sat at a desk of a day, each time, in order: persons of the room, by number. */
  sat(day: number, agent: number): readonly number[] {
    return this.#sat.get(keyOf(day, agent)) ?? [];
  }

  /** Whether anybody but this person sat at a desk of a day. */
  others(day: number, person: number): boolean {
    const desks = [...this.#sat].filter(([key]) => key.startsWith(`${day}/`));
    return desks.some(([, sat]) => sat.some((one) => one !== person));
  }

  at(number: number): Seat | undefined {
    return this.#all[number];
  }

  byToken(token: string): Seat | null {
    const seat = this.#byHash.get(hashToken(token));
    return seat !== undefined && sameToken(token, seat.hash) ? seat : null;
  }

  /** How many sit here, hold a desk, or have one kept for them. */
  get players(): number {
    return this.#all.filter(isPlaying).length;
  }

  /** Of so many teams the one that has fewest players, the first of those. */
  smallestTeam(teams: number): number {
    const players = new Array<number>(teams).fill(0);
    for (const seat of this.#all)
      if (isPlaying(seat)) players[seat.team] = (players[seat.team] ?? 0) + 1;
    return players.indexOf(Math.min(...players));
  }

  /** The only seat that holds a desk; null where none does, or several. */
  get alone(): Seat | null {
    const [seat, ...others] = this.#all.filter(({ agent }) => agent >= 0);
    return seat !== undefined && others.length === 0 ? seat : null;
  }

  /** Who a desk of a day is reserved for, or null. */
  reservedFor(day: number, agent: number): Seat | null {
    return this.#all.find((seat) => seat.day === day && seat.reserved === agent) ?? null;
  }

  /** Desks of a day that a person holds, or that are kept for one, in order. */
  taken(day: number): number[] {
    return this.#all
      .filter((seat) => seat.day === day)
      .map((seat) => (seat.agent >= 0 ? seat.agent : seat.reserved))
      .filter((agent) => agent >= 0)
      .sort((a, b) => a - b);
  }
}
