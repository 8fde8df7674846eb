import type { ClockAsk, ClockState, DoorState } from '../../models/doors/live.ts';
import type { Limits } from '../limits.ts';
import type { Days } from './days.ts';
import type { Member } from './member.ts';
import type { Answer } from './room.ts';
import { NOT_STORED, ON_A_CALL, tooFastTogether } from './sentences.ts';

/** The seat of a command that the room gives by itself. */
const ROOM_ITSELF = -1;

/**
 * What a host does to the whole room: its clock, its door. Each of it is an entry of the log, which
 * is never too full for that.
 */
export class Console {
  readonly #days: Days;
  readonly #changed: () => void;
  readonly #doorChanged: (door: DoorState) => void;

  readonly #leastRingMs: number;

  /** `changed` is called once everybody is to be told of the clock, `doorChanged` of the door. */
  constructor(
    days: Days,
    { leastRingMs }: Pick<Limits, 'leastRingMs'>,
    changed: () => void,
    doorChanged: (door: DoorState) => void,
  ) {
    this.#leastRingMs = leastRingMs;
    this.#days = days;
    this.#changed = changed;
    this.#doorChanged = doorChanged;
  }

  setClock(member: Member, ask: ClockAsk, answer: Answer<{ clock: ClockState }>): void {
    const days = this.#days;
    const { toNextCall } = ask;
    const { speed = days.going.speed, paused = toNextCall ? false : days.going.paused } = ask;
    const { most } = days.most;
    const refused =
      ask.speed !== undefined && most !== undefined && speed > most ? tooFastTogether(most) : null;
    if (refused !== null) return answer({ ok: false, problem: refused });
    if (toNextCall && !days.toNextCall()) return answer({ ok: false, problem: ON_A_CALL });
    this.#go(speed, paused, (stored) => {
      if (!stored) return answer({ ok: false, problem: days.closed ?? NOT_STORED });
      answer({ ok: true, clock: days.clockOf(days.day(member.audience.day)) });
      this.#changed();
    });
  }

  /** Locks the door: who has no seat yet gets none. Or opens it again. */
  setDoor({ locked }: DoorState, answer: Answer<DoorState>): void {
    const days = this.#days;
    days.note({ kind: 'door', locked }, (stored) => {
      if (!stored) return answer({ ok: false, problem: days.closed ?? NOT_STORED });
      answer({ ok: true, locked });
      this.#doorChanged({ locked });
    });
  }

  /** The first person is here: a clock that waited for somebody starts. */
  begin(): void {
    const { closed, going } = this.#days;
    if (going.untilJoin !== true || closed !== null) return;
    this.#go(going.speed, false);
  }

  /** Several play now: no faster than all of them can answer. */
  keepTogether(): void {
    const { closed, going, most, over } = this.#days;
    if (most.most === undefined || going.speed <= most.most || closed !== null || over) return;
    this.#go(most.most, going.paused, (stored) => stored && this.#changed());
  }

  /** The clock goes like this from here on, and desks ring as long as that asks for. */
  #go(speed: number, paused: boolean, then: (stored: boolean) => void = () => {}): void {
    const days = this.#days;
    this.#ring(speed, paused);
    days.note({ ...days.going, kind: 'clock', untilJoin: false, speed, paused }, then);
  }

  /** Says how long calls ring at persons' desks: no less than a person needs at this speed. */
  #ring(speed: number, paused: boolean): void {
    if (paused && this.#days.now === 0) return;
    for (const { leastRingMs, number, over, ringMs } of this.#days.all) {
      const ms = Math.max(leastRingMs, Math.ceil(this.#leastRingMs * speed));
      if (over || ms === ringMs) continue;
      const command = { kind: 'ring', ms } as const;
      const entry = { kind: 'command', day: number, seat: ROOM_ITSELF, id: '', command } as const;
      this.#days.accept(entry, () => {});
    }
  }
}
