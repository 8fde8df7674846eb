import type { ClockAsk, ClockState, DoorState } from '../../models/doors/live.ts';
import type { Days } from './days.ts';
import type { Member } from './member.ts';
import type { Answer } from './room.ts';
import { NOT_STORED } from './sentences.ts';

/**
 * What a host does to the whole room: its clock, its door. Each of it is an entry of the log, which
 * is never too full for that.
 */
export class Console {
  readonly #days: Days;
  readonly #changed: () => void;
  readonly #doorChanged: (door: DoorState) => void;

  /** `changed` is called once everybody is to be told of the clock, `doorChanged` of the door. */
  constructor(days: Days, changed: () => void, doorChanged: (door: DoorState) => void) {
    this.#days = days;
    this.#changed = changed;
    this.#doorChanged = doorChanged;
  }

  setClock(member: Member, ask: ClockAsk, answer: Answer<{ clock: ClockState }>): void {
    const days = this.#days;
    const { speed = days.going.speed, paused = days.going.paused } = ask;
    days.note({ kind: 'clock', speed, paused }, (stored) => {
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
    this.#days.note({ kind: 'clock', speed: going.speed, paused: false }, () => {});
  }
}
