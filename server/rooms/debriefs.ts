import { type Reply, RULES_VERSION } from '../../models/doors/live.ts';
import type {
  DayRecord,
  DebriefAsk,
  Debriefed,
  DebriefFound,
  DebriefWhat,
} from '../../models/doors/play.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import type { DeskAsked } from '../jobs/debrief-work.ts';
import type { Computed } from '../store/store.ts';
import type { DaySeen } from './day.ts';
import type { Days } from './days.ts';
import type { RoomParts } from './parts.ts';
import type { Seat } from './seats.ts';
import {
  NO_DESK,
  NO_LONGER,
  NOT_ALONE,
  NOT_OVER,
  ONE_DEBRIEF,
  OTHER_DESK,
  UNKNOWN_DAY,
} from './sentences.ts';

/** What is needed of the days that are told of. */
export interface Debriefable
  extends Pick<Days, 'closed' | 'has' | 'record' | 'seats' | 'whenSettled'> {
  day(number: number): Pick<DaySeen, 'moment' | 'over'>;
}

/** A question: of which day and desk, and what; the key under which its answer is kept. */
interface Question {
  readonly day: number;
  readonly desk: DeskAsked;
  readonly asked: DebriefWhat | { readonly what: 'record' };
  readonly key: string;
}

/**
 * What those who sat at the desks of a room are told of their day once it is over: worked out by
 * another process, each to who sat there alone, and kept with the rules that made it. Under other
 * rules what was kept is shown as it was, and the rest can no longer be worked out.
 */
export class Debriefs {
  readonly #parts: Pick<RoomParts, 'debriefer' | 'limits' | 'log' | 'store'>;
  readonly #roomId: string;
  readonly #days: Debriefable;
  /** Seats whose question is being worked out; and what is, by day and key. */
  readonly #asking = new Set<Seat>();
  readonly #working = new Map<string, Promise<Computed | Problem>>();

  constructor(parts: RoomParts, roomId: string, days: Debriefable) {
    this.#parts = parts;
    this.#roomId = roomId;
    this.#days = days;
  }

  ask(seat: Seat, ask: DebriefAsk, answer: (reply: Reply<Debriefed>) => void): void {
    const no = (problem: Problem): void => answer({ ok: false, problem });
    const question = this.#question(seat, ask);
    if (isProblem(question)) return no(question);
    void this.#find(question, seat).then((found) => {
      if (isProblem(found)) return no(found);
      const { agent } = question.desk;
      const { body, rulesVersion: rules } = found;
      const told = { day: question.day, agent, rules, what: ask.what, found: JSON.parse(body) };
      answer({ ok: true, ...(told as Debriefed) });
    });
  }

  /** Nobody is told of a desk but who sat there. */
  #question(seat: Seat, ask: DebriefAsk): Question | Problem {
    const { what, day = seat.day, minutes = 0, talk = -1 } = ask;
    if (!this.#days.has(day)) return UNKNOWN_DAY;
    const agent = ask.agent ?? seat.last;
    if (agent < 0) return NO_DESK;
    const { person } = seat;
    const sat = this.#days.seats.sat(day, agent);
    if (!sat.includes(person)) return OTHER_DESK;
    const ofTalk = what === 'thatDay' || what === 'onAverage';
    const asked: Question['asked'] = ofTalk ? { what, talk, minutes } : { what };
    const key = [agent, person, ...Object.values(asked)].join('/');
    return { asked, day, desk: { agent, person, sat }, key };
  }

  /** What was kept, or else is worked out and kept now; or why not. Never rejects. */
  async #find(question: Question, seat: Seat): Promise<Computed | Problem> {
    const { day, key } = question;
    const { log, store } = this.#parts;
    if (question.asked.what === 'record') return this.#record(question);
    try {
      const kept = await store.computed(this.#roomId, day, key);
      if (kept !== null) return kept;
    } catch (error) {
      // It is worked out anew: nothing is lost but time.
      log.error({ room: this.#roomId, err: error }, 'what a debrief kept could not be read');
    }
    // Asked again meanwhile, as by a page that was loaded anew: it is the same answer.
    const place = `${day} ${key}`;
    const before = this.#working.get(place);
    if (before !== undefined) return before;
    if (this.#asking.has(seat)) return ONE_DEBRIEF;
    this.#asking.add(seat);
    const found = this.#workOut(question, question.asked).finally(() => {
      this.#asking.delete(seat);
      this.#working.delete(place);
    });
    this.#working.set(place, found);
    return found;
  }

  /** Null once the whole day is stored and over; or why nothing can be worked out of it. */
  async #settled(day: number): Promise<Problem | null> {
    const days = this.#days;
    if (days.record !== null) return NO_LONGER;
    // What is not stored yet may still be undone: nothing is told of it.
    await new Promise<void>((settled) => days.whenSettled(settled));
    if (days.closed !== null) return days.closed;
    return days.day(day).over ? null : NOT_OVER;
  }

  /** All that the day follows from, to who played it alone: nobody else's doing leaves the room. */
  async #record({ day, desk: { person, sat } }: Question): Promise<Computed | Problem> {
    const not = await this.#settled(day);
    if (not !== null) return not;
    if (this.#days.seats.others(day, person)) return NOT_ALONE;
    const { commands, count, scenario, seed } = this.#days.day(day).moment;
    const played = { seed, commands: commands.slice(0, count), sat, person };
    const found: DayRecord = { ...played, scenario: JSON.parse(scenario) as Scenario };
    return { rulesVersion: RULES_VERSION, body: JSON.stringify(found) };
  }

  async #workOut({ day, desk, key }: Question, asked: DebriefWhat): Promise<Computed | Problem> {
    const not = await this.#settled(day);
    if (not !== null) return not;
    const { debriefer, limits, log, store } = this.#parts;
    const found: DebriefFound | Problem = await debriefer.debrief(
      this.#days.day(day).moment,
      desk,
      asked,
    );
    if (isProblem(found)) return found;
    const computed = { rulesVersion: RULES_VERSION, body: JSON.stringify(found) };
    await store
      .keepComputed(this.#roomId, day, key, computed, limits.debriefsKept)
      .catch((error: unknown) =>
        log.error({ room: this.#roomId, err: error }, 'a debrief could not be kept'),
      );
    return computed;
  }
}
