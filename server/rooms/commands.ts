import {
  type CommandAsk,
  type DeskCommand,
  type Done,
  type Reply,
  readCommand,
} from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import type { Days } from './days.ts';
import { movesSeat } from './entries.ts';
import type { Member } from './member.ts';
import type { Parts } from './parts.ts';
import type { People } from './people.ts';
import type { Answer } from './room.ts';
import { deskOf, type Seat, type Told } from './seats.ts';
import {
  HAS_DESK,
  LOG_FULL,
  NOT_STORED,
  OTHER_DESK,
  OTHER_TEAM,
  RESERVED_DESK,
  ROOM_ONLY,
  SEAT_FULL,
  UNKNOWN_DAY,
} from './sentences.ts';

/** What seats ask of the centres of their days: each done once, and always answered alike. */
export class Commands {
  readonly #parts: Parts;
  readonly #days: Days;
  readonly #people: People;

  constructor(parts: Parts, days: Days, people: People) {
    this.#parts = parts;
    this.#days = days;
    this.#people = people;
  }

  ask(member: Member, seat: Seat, ask: CommandAsk, answer: Answer<Done>): void {
    const known = seat.told(ask.id);
    if (known !== undefined) {
      if (known.reply === null) known.waiting.push(answer);
      else answer(this.#told(seat, known, known.reply));
      return;
    }
    const day = ask.day ?? (seat.agent >= 0 ? seat.day : member.audience.day);
    const command = readCommand(ask.command);
    const problem = isProblem(command)
      ? command
      : command.kind === 'ring'
        ? ROOM_ONLY
        : (this.#mayNot(seat, day, command) ?? this.#enact(seat, day, ask.id, command, answer));
    if (problem === null) return;
    const reply = { ok: false, problem } as const;
    if (this.#days.closed === null)
      seat.rememberRefusal(ask.id, { reply, view: false, waiting: [] }, this.#parts.limits);
    answer(reply);
  }

  #mayNot(seat: Seat, day: number, command: DeskCommand): Problem | null {
    if (this.#days.closed !== null) return this.#days.closed;
    if (!this.#days.has(day)) return UNKNOWN_DAY;
    if (this.#isFull(seat)) return this.#days.full ? LOG_FULL : SEAT_FULL;
    const { agent } = command;
    if (command.kind !== 'takeDesk')
      return agent === seat.agent && day === seat.day ? null : OTHER_DESK;
    if (seat.agent >= 0) return HAS_DESK;
    if (day !== seat.team) return OTHER_TEAM;
    const keeper = this.#days.seats.reservedFor(day, agent);
    return keeper === null || keeper === seat ? null : RESERVED_DESK;
  }

  /** No more fits into the log, or into this seat's part of it. */
  #isFull(seat: Seat): boolean {
    const { limits, reached } = this.#parts;
    const own = seat.entries >= limits.seatEntries;
    if (own || this.#days.full) reached(own ? 'seatEntries' : 'logEntries');
    return own || this.#days.full;
  }

  /** Applies and writes down; the answer comes when it is stored. Or why not. */
  #enact(
    seat: Seat,
    day: number,
    id: string,
    command: DeskCommand,
    answer: Answer<Done>,
  ): Problem | null {
    const view = movesSeat(command);
    const told: Told = { reply: null, view, waiting: [answer] };
    const settled = (stored: boolean): void => {
      if (stored) told.reply = { ok: true, day, at };
      else seat.forget(id);
      if (stored && view) this.#moved(seat, day, command);
      const reply = told.reply ?? { ok: false, problem: NOT_STORED };
      for (const waiting of told.waiting.splice(0)) waiting(this.#told(seat, told, reply));
      if (stored) this.#hurry(seat);
    };
    const entry = { kind: 'command', day, seat: seat.number, id, command } as const;
    // Before: where nothing is written any more, it is settled, and forgotten, at once.
    seat.remember(id, told);
    const refused = this.#days.accept(entry, settled);
    const { at } = this.#days.day(day);
    if (refused !== null) seat.forget(id);
    return refused;
  }

  /** Its answer; where it changed what the seat sees, with what it sees now. */
  #told(seat: Seat, told: Told, reply: Reply<Done>): Reply<Done> {
    if (!reply.ok || !told.view || seat.member === null) return reply;
    const { audience } = seat.member;
    const day = this.#days.day(audience.day);
    return { ...reply, snapshot: day.feed.snapshot(audience, this.#days.released(day)) };
  }

  #moved(seat: Seat, day: number, command: DeskCommand): void {
    if (command.kind === 'leaveDesk') this.#days.day(day).feed.dropDesk(command.agent);
    if (seat.member !== null) this.#people.listen(seat.member);
  }

  /** The one who acted sees the effect at once; everybody else at the next beat. */
  #hurry(seat: Seat): void {
    if (seat.member === null || seat.agent < 0) return;
    const day = this.#days.day(seat.day);
    day.feed.hurryDesk(deskOf(seat), this.#days.released(day), this.#days.clockOf(day));
  }
}
