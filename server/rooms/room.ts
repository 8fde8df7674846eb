import {
  type Advice,
  adviceOf,
  type ClockAsk,
  type ClockState,
  type CommandAsk,
  type Done,
  type DoorState,
  type FactsAsk,
  type Joined,
  type Missed,
  type OpenedRoom,
  type Reply,
  type RoomCard,
} from '../../models/doors/live.ts';
import {
  isProblem,
  type Problem,
  type PublicView,
  publicViewOf,
  type Scenario,
} from '../../models/doors/scenario.ts';
import type { StoredRoom } from '../store/store.ts';
import type { AskName } from './asks.ts';
import { Commands } from './commands.ts';
import { Console } from './console.ts';
import { type Coming, Credentials, type Proof } from './credentials.ts';
import type { DaySeen } from './day.ts';
import { Days } from './days.ts';
import type { Outlet } from './feed.ts';
import type { Member } from './member.ts';
import { Moving } from './moving.ts';
import { Own, type OwnAsk } from './own.ts';
import type { Callers, RoomParts } from './parts.ts';
import { isRecord, type Past } from './past.ts';
import { People } from './people.ts';
import { mayNot, rolesOf } from './roles.ts';
import { NO_SEAT, NOT_HOST, NOT_JOINED, NOT_OVER, ROOM_FULL, UNKNOWN_DAY } from './sentences.ts';
import { Telling } from './telling.ts';
import { Turnstile } from './turnstile.ts';

/** How an ask is answered: once, in the same breath as what goes with it is sent. */
export type Answer<T extends object> = (reply: Reply<T>) => void;

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** What somebody gets who is let in: the day wished, the host's rights, the token of a seat. */
interface Granted {
  readonly day: number | undefined;
  readonly every: boolean;
  readonly host: boolean;
  readonly token: string;
}

/**
 * One room: its people, its clock and its days, and who of the first may do what to the others
 * (roles.ts). All that happens in it happens here, in order.
 */
export class Room {
  readonly id: string;
  readonly code: string;
  readonly publicView: PublicView;
  /** Made once, when the room is: nobody's question ever waits for it. None of a record. */
  readonly advice: Advice | null;
  /** How fast newcomers come in. */
  readonly turnstile: Turnstile;
  /** What its callers are made of. */
  readonly #callers: Callers;
  readonly #credentials: Credentials;
  readonly #parts: RoomParts;
  readonly #days: Days;
  readonly #people: People;
  readonly #telling: Telling;
  readonly #commands: Commands;
  readonly #console: Console;
  readonly #moving: Moving;
  readonly #own: Own;
  /** When anybody asked anything last, real ms. */
  #askedAt: number;

  constructor(
    parts: RoomParts,
    stored: StoredRoom,
    scenario: Scenario,
    past: Past,
    outlet: Outlet,
  ) {
    this.id = stored.id;
    this.code = stored.code;
    this.publicView = publicViewOf(scenario);
    this.#parts = parts;
    this.#askedAt = parts.clock.now();
    this.#callers = { scenario, seed: stored.seed };
    this.#credentials = new Credentials(stored, () => this.#days.seats);
    this.turnstile = new Turnstile(parts.clock, parts.limits.joinsPerS);
    this.advice = isRecord(past) ? null : adviceOf(scenario);
    const { limits } = parts;
    const sat = (day: number, agent: number): readonly number[] => this.#days.seats.sat(day, agent);
    const common = { room: stored, scenario, advice: this.advice, limits, outlet, sat };
    const days = new Days(parts, common, past, (seats) => this.#people.reseat(seats));
    this.#days = days;
    this.#people = new People(parts, days, this.publicView);
    this.#moving = new Moving(this.#people);
    this.#telling = new Telling(days, this.#people, limits);
    this.#commands = new Commands(parts, days, this.#people);
    const tellDoor = (door: DoorState): void => {
      for (const { peer } of this.#people.all) peer.tell('door', door);
    };
    this.#console = new Console(days, limits, () => this.#telling.all(), tellDoor);
    this.#own = new Own(parts, stored.id, days);
  }

  /** The clock as the first day shows it. */
  get clock(): ClockState {
    return this.#days.clockOf(this.#days.day(0));
  }

  /** A day, for who asks about it and changes nothing. */
  day(number: number): DaySeen {
    return this.#days.day(number);
  }

  /** Its days, for who asks about them and changes nothing. */
  get days(): Pick<Days, 'closed' | 'has' | 'logEntries' | 'over' | 'whenSettled'> & {
    readonly all: readonly DaySeen[];
  } {
    return this.#days;
  }

  /** Makes ready for those who come, a little at a time; before that nobody may. */
  catchingUp(): Generator<void> {
    return this.#days.catchingUp();
  }

  get emptySince(): number | null {
    return this.#people.emptySince;
  }

  /** Since when its clock stands and nobody has asked anything, real ms; or null. */
  get quietSince(): number | null {
    const { over, paused } = this.clock;
    return paused || over ? this.#askedAt : null;
  }

  /** Sends everybody away, whom their pages bring back when somebody touches them. */
  sendAway(): void {
    for (const member of [...this.#people.all]) {
      member.peer.tell('asleep');
      member.peer.watch([]);
      this.#people.leave(member);
    }
  }

  card(): RoomCard {
    const { code, publicView, clock } = this;
    const people = this.#people.seated;
    const teams = this.#days.all.length;
    return { code, publicView, clock, people, teams, ...this.#seed(false), ...this.#record() };
  }

  /** Whom it met, to be met again; or why that is not told. */
  callers(): Callers | Problem {
    if (!this.#days.settledOver) return NOT_OVER;
    return this.#days.record ?? this.#callers;
  }

  /** Its scenario, to be studied: a host's at any time, anybody's once the day is over. */
  scenarioFor(host: string | undefined): Scenario | Problem {
    if (host === undefined && !this.#days.settledOver) return NOT_OVER;
    const known = host === undefined || this.#credentials.host({ role: 'host', host }) === true;
    return known ? (this.#days.record ?? this.#callers.scenario) : NOT_HOST;
  }

  /** A host has its day begin again in a room that `opening` opens, and all its people know. */
  async openAgain(
    host: string,
    opening: () => Promise<OpenedRoom | Problem>,
  ): Promise<OpenedRoom | Problem> {
    if (this.#credentials.host({ role: 'host', host }) !== true) return NOT_HOST;
    const opened = await this.#moving.open(opening);
    return isProblem(opened) ? opened : { ...opened, alone: this.#days.seats.count <= 1 };
  }

  /** Who knows the seed knows all who will call: told when the day is over, or to who is alone. */
  #seed(host: boolean): { readonly seed?: string } {
    const alone = host && this.#days.seats.count <= 1;
    return alone || this.#days.settledOver ? { seed: this.#callers.seed } : {};
  }

  knows(proof: Proof): boolean {
    return this.#credentials.knows(proof);
  }

  returns(coming: Coming): boolean {
    return this.#credentials.returns(coming);
  }

  /** Lets a connection in, or changes its role. */
  join(member: Member, coming: Coming, answer: Answer<Joined>): void {
    if (member.gone) return;
    this.#askedAt = this.#parts.clock.now();
    this.#people.expect(member);
    this.#join(member, coming, (reply) => {
      if (!reply.ok) this.#people.turnedAway(member);
      answer(reply);
    });
  }

  #join(member: Member, coming: Coming, answer: Answer<Joined>): void {
    const { role, token, day } = coming;
    const host = this.#credentials.host(coming);
    if (host === false) return answer(no(NOT_HOST));
    if (!this.#people.admits(member, this.returns(coming))) return answer(no(ROOM_FULL));
    if (day !== undefined && !this.#days.has(day)) return answer(no(UNKNOWN_DAY));
    // What a join grants is granted at its end: whoever is turned away on the way holds nothing.
    const welcome = (seated: string): void => {
      const every = role !== 'seat' && coming.every === true;
      this.#welcome(member, { day, every, host: host === true, token: seated }, answer);
    };
    if (role === 'seat')
      return this.#people.sit(member, token, (sat) => {
        if (isProblem(sat)) answer(no(sat));
        else welcome(sat);
      });
    if (role === 'wall') this.#people.standUp(member);
    welcome('');
  }

  /** The connection is gone. */
  leave(member: Member): void {
    this.#people.leave(member);
  }

  /** Keeps a seat out for a while: it asked far too much. */
  ban(member: Member): void {
    this.#people.ban(member);
  }

  command(member: Member, ask: CommandAsk, answer: Answer<Done>): void {
    const why = this.#mayNot(member, 'command');
    if (why !== null || member.seat === null) return answer(no(why ?? NO_SEAT));
    this.#commands.ask(member, member.seat, ask, answer);
  }

  /** A host's clock. */
  setClock(member: Member, ask: ClockAsk, answer: Answer<{ clock: ClockState }>): void {
    const why = this.#mayNot(member, 'clock');
    if (why !== null) answer(no(why));
    else this.#console.setClock(member, ask, answer);
  }

  /** A host's door. */
  setDoor(member: Member, ask: DoorState, answer: Answer<DoorState>): void {
    const why = this.#mayNot(member, 'door');
    if (why !== null) answer(no(why));
    else this.#console.setDoor(ask, answer);
  }

  /** What a seat asks about its own desk. */
  own(member: Member, name: keyof Own, answer: Answer<never>, ask: OwnAsk): void {
    const why = this.#mayNot(member, name);
    if (why !== null || member.seat === null) answer(no(why ?? NO_SEAT));
    else ask(this.#own, member.seat);
  }

  /** What a connection missed; once the day is over, on demand, what was hidden in it. */
  missed(member: Member, ask: FactsAsk): Reply<Missed> {
    const why = this.#mayNot(member, 'facts');
    if (why !== null) return no(why);
    return this.#telling.missed(member, ask);
  }

  /** One beat, four times a second: time passes, the absent are replaced, everybody is told. */
  tick(): void {
    const { clock } = this.#parts;
    this.#people.sweep();
    if (this.#people.all.size > 0) this.#days.touchedAt = clock.date();
    try {
      this.#days.beat();
      this.#people.replaceAbsent();
      this.#console.keepTogether();
      this.#telling.beat(clock.now());
    } catch (error) {
      this.#days.break(error);
      this.#telling.clocks();
    }
  }

  /** Writes what is left. Afterwards the room may be forgotten. */
  stop(): Promise<void> {
    return this.#days.stop();
  }

  #mayNot(member: Member, ask: AskName): Problem | null {
    this.#askedAt = this.#parts.clock.now();
    return this.#people.all.has(member) ? mayNot(rolesOf(member), ask) : NOT_JOINED;
  }

  #record(): { readonly record?: Problem } {
    const { record } = this.#days;
    return record === null ? {} : { record };
  }

  #welcome(
    member: Member,
    { day: wished, every, host, token }: Granted,
    answer: Answer<Joined>,
  ): void {
    // What was awaited meanwhile may have outlasted the connection.
    if (member.gone) return this.#people.turnedAway(member);
    member.host ||= host;
    member.every = every;
    this.#people.enter(member, wished);
    this.#console.begin();
    const { audience } = member;
    const day = this.#days.day(audience.day);
    answer({
      ok: true,
      code: this.code,
      day: day.number,
      publicView: this.publicView,
      advice: this.advice,
      clock: this.#days.clockOf(day),
      token,
      host: member.host,
      key: this.#credentials.key,
      door: { locked: this.#days.locked },
      teams: this.#days.all.length,
      team: member.seat?.team ?? -1,
      agent: audience.as === 'desk' ? audience.agent : -1,
      ...this.#telling.standing(audience),
      ...(every ? { others: this.#telling.others(day.number) } : {}),
      ...this.#seed(member.host),
      ...this.#record(),
      ...this.#moving.toldTo(member),
    });
  }
}
