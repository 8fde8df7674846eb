import type { ClockAsk, ClockState } from '../../models/doors/live.ts';
import type { Days } from './days.ts';
import type { Member } from './member.ts';
import type { Answer } from './room.ts';
import { LOG_FULL, NOT_STORED } from './sentences.ts';

/** What a host does to the whole room: today, its clock. Each of it is an entry of the log. */
export class Console {
  readonly #days: Days;
  readonly #changed: () => void;

  /** `changed` is called once everybody is to be told. */
  constructor(days: Days, changed: () => void) {
    this.#days = days;
    this.#changed = changed;
  }

  setClock(member: Member, ask: ClockAsk, answer: Answer<{ clock: ClockState }>): void {
    const days = this.#days;
    if (days.closed === null && days.full) return answer({ ok: false, problem: LOG_FULL });
    const { speed = days.going.speed, paused = days.going.paused } = ask;
    days.note({ kind: 'clock', speed, paused }, (stored) => {
      if (!stored) return answer({ ok: false, problem: days.closed ?? NOT_STORED });
      answer({ ok: true, clock: days.clockOf(days.day(member.audience.day)) });
      this.#changed();
    });
  }

  /** The first person is here: a clock that waited for somebody starts. */
  begin(): void {
    const { closed, going } = this.#days;
    if (going.untilJoin !== true || closed !== null) return;
    this.#days.note({ kind: 'clock', speed: going.speed, paused: false }, () => {});
  }
}
