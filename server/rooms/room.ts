import {
  type Advice,
  adviceOf,
  type ClockState,
  type Command,
  type CommandAsk,
  type Done,
  type Joined,
  type Reply,
  type RoomCard,
  readCommand,
  type Snapshot,
} from '../../models/doors/live.ts';
import {
  isProblem,
  type Problem,
  type PublicView,
  publicViewOf,
  type Scenario,
} from '../../models/doors/scenario.ts';
import type { StoredRoom } from '../store/store.ts';
import { hashToken, newToken, sameToken } from './codes.ts';
import { Day, type DaySeen } from './day.ts';
import type { Outlet } from './feed.ts';
import { audienceOf, type Member } from './member.ts';
import type { Past } from './past.ts';
import { type AllParts, fluidPriceOf, Pricing } from './pricing.ts';
import type { Seat, Seats, Told } from './seats.ts';
import {
  ELSEWHERE,
  HAS_DESK,
  HOST_ONLY,
  LOG_FULL,
  NO_SEAT,
  NOT_HOST,
  NOT_STORED,
  OTHER_DESK,
  RESERVED_DESK,
  ROOM_FULL,
  TOO_FAST,
  UNKNOWN_SEAT,
} from './sentences.ts';

/** How an ask is answered: once, in the same breath as what goes with it is sent. */
export type Answer<T extends object> = (reply: Reply<T>) => void;

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** One room: who is in it, and what each may do. All that happens in it happens here, in order. */
export class Room {
  readonly id: string;
  readonly code: string;
  readonly publicView: PublicView;
  /** Made once, when the room is: nobody's question ever waits for it. */
  readonly advice: Advice | null;
  /** What the next minutes of a call cost the others. */
  readonly pricing: Pricing;
  readonly #parts: AllParts;
  readonly #hostHash: string;
  readonly #day: Day;
  readonly #members = new Set<Member>();
  #emptySince: number;
  #heartbeatDue = 0;
  #trouble: ClockState['trouble'];

  constructor(parts: AllParts, stored: StoredRoom, scenario: Scenario, past: Past, outlet: Outlet) {
    this.id = stored.id;
    this.code = stored.code;
    this.publicView = publicViewOf(scenario);
    this.advice = adviceOf(scenario);
    this.#parts = parts;
    this.#hostHash = stored.hostHash;
    this.#day = new Day(parts, stored, scenario, past, outlet, (seats) => this.#reseat(seats));
    this.pricing = new Pricing(parts, this.#day, fluidPriceOf(scenario, this.#day));
    this.#emptySince = parts.clock.now();
  }

  get clock(): ClockState {
    return this.#day.clock;
  }

  /** The day, for who asks about it and changes nothing. */
  get day(): DaySeen {
    return this.#day;
  }

  /** Since when nobody is in the room, real ms; or null. */
  get emptySince(): number | null {
    return this.#members.size === 0 ? this.#emptySince : null;
  }

  card(): RoomCard {
    let people = 0;
    for (const member of this.#members) if (member.seat !== null) people += 1;
    return { code: this.code, publicView: this.publicView, clock: this.clock, people };
  }

  /** Lets a connection in, or changes its role. */
  join(
    member: Member,
    role: 'wall' | 'seat' | 'host',
    token: string | undefined,
    answer: Answer<Joined>,
  ): void {
    if (!this.#members.has(member) && this.#members.size >= this.#parts.limits.peopleInRoom)
      return answer(no(ROOM_FULL));
    if (role === 'host') {
      if (token === undefined || !sameToken(token, this.#hostHash)) return answer(no(NOT_HOST));
      this.#becomeHost(member);
    }
    if (role === 'seat') return this.#joinSeat(member, token, answer);
    if (role === 'wall') this.#standUp(member);
    this.#welcome(member, '', answer);
  }

  /** The connection is gone. */
  leave(member: Member): void {
    member.gone = true;
    this.#members.delete(member);
    this.#standUp(member);
    if (this.#members.size === 0) this.#emptySince = this.#parts.clock.now();
  }

  /** Keeps a seat out for a while: it asked far too much. */
  ban(member: Member): void {
    const { clock, limits } = this.#parts;
    if (member.seat !== null) member.seat.bannedUntil = clock.now() + limits.banMs;
  }

  command(member: Member, ask: CommandAsk, answer: Answer<Done>): void {
    const seat = member.seat;
    if (seat === null) return answer(no(member.replaced ? ELSEWHERE : NO_SEAT));
    const known = seat.told(ask.id);
    if (known !== undefined) {
      if (known.reply === null) known.waiting.push(answer);
      else answer(this.#told(seat, known, known.reply));
      return;
    }
    const command = readCommand(ask.command);
    const problem = isProblem(command)
      ? command
      : (this.#mayNot(seat, command) ?? this.#enact(seat, ask.id, command, answer));
    if (problem === null) return;
    const reply = no(problem);
    if (this.#day.closed === null)
      seat.rememberRefusal(ask.id, { reply, view: false, waiting: [] }, this.#parts.limits);
    answer(reply);
  }

  /** The host's clock. */
  setClock(
    member: Member,
    ask: { readonly speed?: number | undefined; readonly paused?: boolean | undefined },
    answer: Answer<{ clock: ClockState }>,
  ): void {
    if (!member.host) return answer(no(HOST_ONLY));
    if (this.#full()) return answer(no(LOG_FULL));
    const speed = ask.speed ?? this.clock.speed;
    const paused = ask.paused ?? this.clock.paused;
    this.#day.note({ kind: 'clock', speed, paused }, (stored) => {
      if (!stored) return answer(no(this.#day.closed ?? NOT_STORED));
      answer({ ok: true, clock: this.clock });
      this.#flush();
    });
  }

  /** What a connection missed. */
  missed(
    member: Member,
    after: number,
  ): Reply<{ clock: ClockState } & ReturnType<Day['feed']['since']>> {
    if (member.replaced) return no(ELSEWHERE);
    const clock = this.clock;
    return { ok: true, clock, ...this.#day.feed.since(audienceOf(member), after, clock) };
  }

  /** One beat, four times a second: time passes, the absent are replaced, everybody is told. */
  tick(): void {
    const now = this.#parts.clock.now();
    if (this.#members.size > 0) this.#day.touchedAt = this.#parts.clock.date();
    for (const member of this.#members) if (member.peer.lags()) member.peer.close();
    try {
      this.#day.beat();
      this.#absentees(now);
      this.#update(now);
    } catch (error) {
      this.#day.break(error);
      this.#day.feed.flushClock(this.clock);
    }
  }

  /** Writes what is left. Afterwards the room may be forgotten. */
  stop(): Promise<void> {
    return this.#day.stop();
  }

  #full(): boolean {
    const { limits } = this.#parts;
    return this.#day.logEntries >= limits.logEntries || this.#day.logBytes >= limits.logBytes;
  }

  #mayNot(seat: Seat, command: Command): Problem | null {
    if (this.#full()) return LOG_FULL;
    if (command.kind !== 'takeDesk') return command.agent === seat.agent ? null : OTHER_DESK;
    if (seat.agent >= 0) return HAS_DESK;
    const keeper = this.#day.seats.reservedFor(command.agent);
    return keeper === null || keeper === seat ? null : RESERVED_DESK;
  }

  /** Applies and writes down; the answer comes when it is stored. Or why not. */
  #enact(seat: Seat, id: string, command: Command, answer: Answer<Done>): Problem | null {
    const view = command.kind === 'takeDesk' || command.kind === 'leaveDesk';
    const told: Told = { reply: null, view, waiting: [answer] };
    const settled = (stored: boolean): void => {
      if (stored) told.reply = { ok: true, at };
      else seat.forget(id);
      if (stored && view) this.#moved(seat, command);
      const reply = told.reply ?? no(NOT_STORED);
      for (const waiting of told.waiting.splice(0)) waiting(this.#told(seat, told, reply));
      if (stored) this.#hurry(seat);
    };
    const refused = this.#day.accept({ kind: 'command', seat: seat.number, id, command }, settled);
    const { at } = this.#day;
    if (refused === null) seat.remember(id, told);
    return refused;
  }

  /** Its answer; where it changed what the seat sees, with what it sees now. */
  #told(seat: Seat, told: Told, reply: Reply<Done>): Reply<Done> {
    if (!reply.ok || !told.view || seat.member === null) return reply;
    return { ...reply, snapshot: this.#snapshot(seat.member) };
  }

  #moved(seat: Seat, command: Command): void {
    if (command.kind === 'leaveDesk') this.#day.feed.dropDesk(command.agent);
    seat.member?.peer.watch(audienceOf(seat.member));
  }

  /** The one who acted sees the effect at once; everybody else at the next beat. */
  #hurry(seat: Seat): void {
    if (seat.member === null || seat.agent < 0) return;
    this.#day.feed.hurryDesk(seat.agent, this.#day.released, this.clock);
  }

  /** Tells what is new, or from time to time that nothing is. */
  #update(now: number): void {
    const { clock } = this;
    const moving = !clock.paused && !clock.over && clock.trouble === undefined;
    const news = clock.trouble !== this.#trouble || this.#day.feed.told < this.#day.released - 1;
    if (!moving && !news && now < this.#heartbeatDue) return;
    this.#heartbeatDue = now + this.#parts.limits.heartbeatMs;
    this.#flush();
  }

  #flush(): void {
    const clock = this.clock;
    this.#trouble = clock.trouble;
    if (clock.trouble !== undefined) return this.#day.feed.flushClock(clock);
    const { released } = this.#day;
    this.#day.feed.flushWall(released, clock);
    for (const member of this.#members)
      if (member.seat !== null && member.seat.agent >= 0)
        this.#day.feed.flushDesk(member.seat.agent, released, clock);
  }

  #snapshot(member: Member): Snapshot {
    return this.#day.feed.snapshot(audienceOf(member), this.#day.released);
  }

  #joinSeat(member: Member, token: string | undefined, answer: Answer<Joined>): void {
    if (token === undefined) return this.#newSeat(member, answer);
    if (this.#day.seats.byToken(token) === null) return answer(no(UNKNOWN_SEAT));
    // A desk just asked for is held once that is stored, not before.
    this.#day.whenSettled(() => {
      const seat = this.#day.seats.byToken(token);
      if (seat === null) return answer(no(UNKNOWN_SEAT));
      if (seat.bannedUntil > this.#parts.clock.now()) return answer(no(TOO_FAST));
      this.#sitDown(member, seat);
      this.#takeBack(seat, () => this.#welcome(member, token, answer));
    });
  }

  #newSeat(member: Member, answer: Answer<Joined>): void {
    const { limits, clock } = this.#parts;
    if (this.#day.closed !== null) return answer(no(this.#day.closed));
    if (this.#day.seats.count >= limits.seats || this.#full()) return answer(no(ROOM_FULL));
    const token = newToken();
    const seat = this.#day.seats.add(hashToken(token), clock.now());
    this.#day.note({ kind: 'seat', seat: seat.number, hash: seat.hash }, (stored) => {
      if (!stored) return answer(no(NOT_STORED));
      this.#sitDown(member, seat);
      this.#welcome(member, token, answer);
    });
  }

  /** The desk kept for a seat becomes its again, if it can. */
  #takeBack(seat: Seat, then: () => void): void {
    const agent = seat.reserved;
    if (seat.agent >= 0 || agent < 0) return then();
    const command: Command = { kind: 'takeDesk', agent };
    const entry = { kind: 'command', seat: seat.number, id: '', command } as const;
    if (this.#day.accept(entry, then) === null) return;
    if (this.#day.closed === null) seat.reserved = -1;
    then();
  }

  #sitDown(member: Member, seat: Seat): void {
    if (member.gone) return;
    const before = seat.member;
    if (before !== null && before !== member) {
      before.seat = null;
      before.replaced = true;
      before.peer.watch(null);
      before.peer.tell('replaced', 'seat');
    }
    if (member.seat !== seat) this.#standUp(member);
    member.seat = seat;
    member.replaced = false;
    seat.member = member;
  }

  #standUp(member: Member): void {
    const seat = member.seat;
    member.seat = null;
    member.replaced = false;
    if (seat === null || seat.member !== member) return;
    seat.member = null;
    seat.absentSince = this.#parts.clock.now();
  }

  #becomeHost(member: Member): void {
    for (const other of this.#members)
      if (other.host && other !== member) {
        other.host = false;
        other.peer.tell('replaced', 'host');
      }
    member.host = true;
  }

  #welcome(member: Member, token: string, answer: Answer<Joined>): void {
    // What was awaited meanwhile may have outlasted the connection.
    if (member.gone) return;
    this.#members.add(member);
    if (this.#day.untilJoin && this.#day.closed === null)
      this.#day.note({ kind: 'clock', speed: this.clock.speed, paused: false }, () => {});
    member.peer.watch(audienceOf(member));
    answer({
      ok: true,
      code: this.code,
      publicView: this.publicView,
      advice: this.advice,
      clock: this.clock,
      token,
      agent: member.seat?.agent ?? -1,
      taken: this.#day.seats.taken(),
      snapshot: this.#snapshot(member),
      ...this.#day.feed.livedFor(audienceOf(member)),
    });
  }

  /** Desks whose person is gone for too long go back to the computer, and are kept for them. */
  #absentees(now: number): void {
    const { limits } = this.#parts;
    if (this.#day.over || this.#day.closed !== null) return;
    for (const seat of this.#day.seats.all) {
      if (seat.member !== null) continue;
      const absentMs = now - seat.absentSince;
      if (seat.reserved >= 0 && absentMs > limits.reservedMs) seat.reserved = -1;
      if (seat.agent < 0 || absentMs <= this.#patience(seat.agent)) continue;
      const { agent, number } = seat;
      const command: Command = { kind: 'leaveDesk', agent };
      this.#day.accept({ kind: 'command', seat: number, id: '', command, away: true }, (stored) => {
        if (stored) this.#day.feed.dropDesk(agent);
      });
    }
  }

  /** How long an absent person keeps this desk, real ms. */
  #patience(agent: number): number {
    const { absentMs, absentOnCallMs } = this.#parts.limits;
    const call = this.#day.feed.deskView(agent, this.#day.released).call;
    const onLine = call !== null && call.answeredAt >= 0 && call.concludedAt < 0;
    return onLine ? absentOnCallMs : absentMs;
  }

  /** After the store failed: the same people on the seats that were stored. */
  #reseat(seats: Seats): void {
    for (const member of this.#members) {
      if (member.seat === null) continue;
      const seat = seats.at(member.seat.number);
      const same = seat !== undefined && seat.hash === member.seat.hash;
      member.seat = same ? seat : null;
      if (same) seat.member = member;
      member.peer.watch(audienceOf(member));
    }
  }
}
