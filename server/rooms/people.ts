import type { Audience, Command } from '../../models/doors/live.ts';
import type { Problem, PublicView } from '../../models/doors/scenario.ts';
import { hashToken, newToken } from './codes.ts';
import type { Days } from './days.ts';
import { heardBy, type Member } from './member.ts';
import type { Parts } from './parts.ts';
import { deskOf, type Seat, type Seats } from './seats.ts';
import { keptOut, LOCKED, NOT_STORED, ROOM_FULL, UNKNOWN_SEAT } from './sentences.ts';

/** The people of a room: connections, the seats they sit on, and those who are away. */
export class People {
  readonly #parts: Parts;
  readonly #days: Days;
  readonly #groups: PublicView['groups'];
  readonly #members = new Set<Member>();
  /** Those who are on their way in, while what they need is being stored. */
  readonly #coming = new Set<Member>();
  #emptySince: number;

  constructor(parts: Parts, days: Days, { groups }: Pick<PublicView, 'groups'>) {
    this.#groups = groups;
    this.#parts = parts;
    this.#days = days;
    this.#emptySince = parts.clock.now();
  }

  get all(): ReadonlySet<Member> {
    return this.#members;
  }

  /** Since when nobody is here, real ms; or null. */
  get emptySince(): number | null {
    return this.#members.size + this.#coming.size === 0 ? this.#emptySince : null;
  }

  /** How many sit on a seat. */
  get seated(): number {
    let seated = 0;
    for (const member of this.#members) if (member.seat !== null) seated += 1;
    return seated;
  }

  /** Whether one more connection finds a place; whoever has shown a token always does. */
  admits(member: Member, returns: boolean): boolean {
    const { limits, reached } = this.#parts;
    if (returns || this.#members.has(member) || this.#members.size < limits.peopleInRoom)
      return true;
    reached('peopleInRoom');
    return false;
  }

  /** It is on its way in: the room does not fall asleep meanwhile. */
  expect(member: Member): void {
    this.#coming.add(member);
  }

  /** It is here from now on, and hears what its place lets it hear; `day` is wished, if any. */
  enter(member: Member, day = member.audience.day): void {
    this.#coming.delete(member);
    this.#members.add(member);
    this.listen(member, day);
  }

  leave(member: Member): void {
    member.gone = true;
    const came = this.#coming.delete(member);
    const left = this.#members.delete(member) || came;
    this.standUp(member);
    if (left && this.#members.size === 0) this.#emptySince = this.#parts.clock.now();
  }

  /** It did not get in after all. */
  turnedAway(member: Member): void {
    this.#coming.delete(member);
  }

  /** Whoever is gone without a farewell has left; whoever takes in nothing is cut off. */
  sweep(): void {
    for (const member of [...this.#members, ...this.#coming])
      if (member.gone || member.peer.gone()) this.leave(member);
      else if (member.peer.lags()) member.peer.close();
  }

  /** Keeps a seat out for a while: it asked far too much. */
  ban(member: Member): void {
    const { clock, limits } = this.#parts;
    if (member.seat !== null) member.seat.bannedUntil = clock.now() + limits.banMs;
  }

  /** Its place has changed: it hears what goes with it. */
  listen(member: Member, day = member.audience.day): void {
    member.audience = this.#audienceOf(member, day);
    member.peer.watch(heardBy(member, this.#days.all.length));
  }

  /** The desk it holds; once that day is over, the one it held last; else the wall. */
  #audienceOf({ seat }: Member, day: number): Audience {
    if (seat === null) return { as: 'wall', day };
    if (seat.agent >= 0) return deskOf(seat);
    if (seat.last >= 0 && this.#days.day(seat.day).over) return deskOf(seat, seat.last);
    return { as: 'wall', day: seat.team };
  }

  /** Sits down where this token leads, or on a new seat; `then` is told the token, or why not. */
  sit(member: Member, token: string | undefined, then: (sat: string | Problem) => void): void {
    if (token === undefined) return this.#ownSeat(member, then);
    if (this.#days.seats.byToken(token) === null) return then(UNKNOWN_SEAT);
    // A desk just asked for is held once that is stored, not before.
    this.#days.whenSettled(() => {
      const seat = this.#days.seats.byToken(token);
      if (seat === null) return then(UNKNOWN_SEAT);
      const banMs = seat.bannedUntil - this.#parts.clock.now();
      if (banMs > 0) return then(keptOut(banMs));
      this.#sitDown(member, seat);
      this.#takeBack(seat, () => then(token));
    });
  }

  /** The seat this connection was given before, where it was; else a new one. */
  #ownSeat(member: Member, then: (sat: string | Problem) => void): void {
    const { token } = member;
    const own = token !== null && this.#days.seats.byToken(token) !== null;
    if (own) this.sit(member, token, then);
    else this.#newSeat(member, then);
  }

  #newSeat(member: Member, then: (sat: string | Problem) => void): void {
    const { limits, clock, reached } = this.#parts;
    const { closed, fullOfNewcomers, locked, seats } = this.#days;
    if (closed !== null) return then(closed);
    if (locked) return then(LOCKED);
    const number = fullOfNewcomers ? -1 : seats.numberForNew(limits.seats);
    if (number < 0) {
      reached(fullOfNewcomers ? 'logEntries' : 'seats');
      return then(ROOM_FULL);
    }
    const token = newToken();
    const team = seats.smallestTeam(this.#days.all.length);
    const seat = seats.put(number, hashToken(token), clock.now(), team);
    seat.isNew = true;
    const { hash } = seat;
    const entry = { kind: 'seat', seat: number, hash, ...(team > 0 ? { team } : {}) } as const;
    this.#days.note(entry, (stored) => {
      seat.isNew = false;
      if (!stored) return then(NOT_STORED);
      member.token = token;
      this.#sitDown(member, seat);
      this.#deskOfTeam(seat, () => then(token));
    });
  }

  /** Where teams play, whoever comes has a desk in theirs at once, while there is one. */
  #deskOfTeam(seat: Seat, then: () => void): void {
    const agent = this.#days.all.length > 1 ? this.#freeDesk(seat.team) : -1;
    const command: Command = { kind: 'takeDesk', agent };
    const { number, team: day } = seat;
    const entry = { kind: 'command', day, seat: number, id: '', command } as const;
    if (agent < 0 || this.#days.accept(entry, then) !== null) then();
  }

  /** The first free desk of a day, in the group that has the smallest part of its desks taken. */
  #freeDesk(day: number): number {
    const taken = new Set(this.#days.seats.taken(day));
    const free = this.#groups.flatMap(({ desks, first }) => {
      const all = Array.from({ length: desks }, (_, i) => first + i);
      const open = all.filter((agent) => !taken.has(agent));
      const [agent] = open;
      return agent === undefined ? [] : [{ agent, taken: 1 - open.length / desks }];
    });
    return free.sort((a, b) => a.taken - b.taken)[0]?.agent ?? -1;
  }

  /** The desk kept for a seat becomes its again, if it can. */
  #takeBack(seat: Seat, then: () => void): void {
    const { day, number, reserved: agent } = seat;
    if (seat.agent >= 0 || agent < 0) return then();
    const command: Command = { kind: 'takeDesk', agent };
    const entry = { kind: 'command', day, seat: number, id: '', command } as const;
    if (this.#days.accept(entry, then) === null) return;
    if (this.#days.closed === null) seat.reserved = -1;
    then();
  }

  #sitDown(member: Member, seat: Seat): void {
    if (member.gone) return;
    const before = seat.member;
    if (before !== null && before !== member) {
      before.seat = null;
      before.replaced = true;
      before.audience = { as: 'wall', day: before.audience.day };
      before.peer.watch([]);
      before.peer.tell('replaced');
    }
    if (member.seat !== seat) this.standUp(member);
    member.seat = seat;
    member.replaced = false;
    seat.member = member;
  }

  standUp(member: Member): void {
    const seat = member.seat;
    member.seat = null;
    member.replaced = false;
    if (seat === null || seat.member !== member) return;
    seat.member = null;
    seat.absentSince = this.#parts.clock.now();
  }

  /** Desks whose person is gone for too long go back to the computer, and are kept for them. */
  replaceAbsent(): void {
    if (this.#days.closed !== null) return;
    const now = this.#parts.clock.now();
    for (const seat of this.#days.seats.all) {
      const day = this.#days.day(seat.day);
      if (seat.member !== null || day.over) continue;
      const absentMs = now - seat.absentSince;
      if (seat.reserved >= 0 && absentMs > this.#parts.limits.reservedMs) seat.reserved = -1;
      if (seat.agent < 0 || absentMs <= this.#patience(seat)) continue;
      const { agent, number } = seat;
      const command: Command = { kind: 'leaveDesk', agent };
      const entry = { kind: 'command', day: seat.day, seat: number, id: '', command } as const;
      this.#days.accept({ ...entry, away: true }, (stored) => {
        if (stored) day.feed.dropDesk(agent);
      });
    }
  }

  /** How long an absent person keeps the desk, real ms. */
  #patience(seat: Seat): number {
    const { absentMs, absentOnCallMs } = this.#parts.limits;
    const day = this.#days.day(seat.day);
    const { call } = day.feed.deskView(deskOf(seat), this.#days.released(day));
    const onLine = call !== null && call.answeredAt >= 0 && call.concludedAt < 0;
    return onLine ? absentOnCallMs : absentMs;
  }

  /** After the store failed: the same people on the seats that were stored. */
  reseat(seats: Seats): void {
    for (const member of this.#members) {
      if (member.seat === null) continue;
      const seat = seats.at(member.seat.number);
      const same = seat !== undefined && seat.hash === member.seat.hash;
      member.seat = same ? seat : null;
      if (same) seat.member = member;
      this.listen(member);
    }
  }
}
