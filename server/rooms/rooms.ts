import { type OpenedRoom, RULES_VERSION } from '../../models/doors/live.ts';
import {
  dayCost,
  isProblem,
  type Problem,
  publicViewOf,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { Rollouts } from '../jobs/rollouts.ts';
import { Slices } from '../slices.ts';
import { failureOf } from '../store/failure.ts';
import { DamagedRecord, ROOM_FORMAT, type StoredRoom } from '../store/store.ts';
import { hashToken, newCode, newId, newToken } from './codes.ts';
import { Damage } from './damage.ts';
import { type Entry, writeEntry } from './entries.ts';
import type { Outlet } from './feed.ts';
import type { Parts } from './parts.ts';
import { type Past, readPast, readRecord } from './past.ts';
import { type Place, Places } from './places.ts';
import { Retention } from './retention.ts';
import { Room } from './room.ts';
import { NO_SPACE, NO_STORAGE, OTHER_FORMAT, tooManyFacts, UNKNOWN_ROOM } from './sentences.ts';
import { WhatIfs } from './what-ifs.ts';

/** Facts for each event of a day, at most: an answer tells two or three, most events one. */
const FACTS_OF_AN_EVENT = 6;
const HOUSEKEEPING_MS = 60_000;

/** A room to be opened. */
export interface Opening {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly speed: number;
  /** The clock waits for a host; otherwise it starts with the first person. */
  readonly paused: boolean;
  /** The day is played from this minute on. */
  readonly startMin?: number;
  /** How many teams play it, each a day of its own with the same callers. */
  readonly teams?: number;
}

/** Every room of this server: awake in memory, or asleep in the store. */
export class Rooms {
  /** Works out the prices of all rooms. */
  readonly rollouts: Rollouts;
  /** Tells people of their day at a desk: apart, since a price must not wait for it. */
  readonly debriefer: Rollouts;
  /** What policies would have made of the days that are over. */
  readonly whatIfs: WhatIfs;
  readonly #parts: Parts;
  readonly #outlet: (roomId: string) => Outlet;
  readonly #places: Places;
  readonly #waking = new Map<string, Promise<Room | Problem>>();
  readonly #falling = new Map<string, Promise<void>>();
  readonly #damage: Damage;
  readonly #retention: Retention;
  readonly #stops: (() => void)[] = [];
  #keeping: Promise<void> | null = null;

  /** `outlet` gives where the updates of a room go. */
  constructor(parts: Parts, outlet: (roomId: string) => Outlet) {
    const { clock, limits, log } = parts;
    this.#parts = parts;
    this.#outlet = outlet;
    this.#places = new Places(parts, (room) => void this.#sleep(room));
    this.#damage = new Damage(parts);
    this.#retention = new Retention(parts);
    const options = {
      budgetMs: limits.priceMs,
      timeoutMs: limits.priceTimeoutMs,
      dayTimeoutMs: limits.whatIfTimeoutMs,
      waiting: limits.pricesWaiting,
      after: (ms: number, what: () => void) => clock.after(ms, what),
      lost: (why: string) =>
        log.error({ why }, 'E_WORKER: a process that works out prices or debriefs is gone'),
    };
    this.rollouts = new Rollouts(options);
    this.debriefer = new Rollouts(options);
    this.whatIfs = new WhatIfs(this.rollouts);
  }

  /** Lets time pass. Rooms sleep until somebody comes: a start never waits for the past. */
  start(): void {
    const { clock, limits } = this.#parts;
    this.#stops.push(
      clock.every(limits.tickMs, () => this.#tick()),
      clock.every(HOUSEKEEPING_MS, () => void this.keepHouse()),
    );
    void this.keepHouse();
  }

  /** Settles once the house has been kept: that which is under way, or else once more. */
  keepHouse(): Promise<void> {
    this.#keeping ??= this.#housekeeping().finally(() => {
      this.#keeping = null;
    });
    return this.#keeping;
  }

  /** Opens a room; both secrets are told here and nowhere else. */
  async open(asked: Opening): Promise<OpenedRoom | Problem> {
    const { scenario, teams = 1 } = asked;
    const { store, limits } = this.#parts;
    const facts = teams * expectedFacts(scenario);
    if (facts > limits.facts) return tooManyFacts(limits.facts, facts);
    // Its place is held until it is awake, whatever is awaited meanwhile.
    const place = this.#places.reserve(facts);
    if (isProblem(place)) return place;
    const hostToken = newToken();
    const stored = await this.#write(asked, hashToken(hostToken));
    if (isProblem(stored)) {
      this.#places.leave(place);
      return stored;
    }
    const room = await this.#awaken(stored.code, place);
    if (!isProblem(room)) return { code: stored.code, hostToken };
    // Nobody was told of it: nobody would ever come.
    await store.removeRoom(stored.id).catch(() => {});
    return room;
  }

  /** Writes down a new room. */
  async #write(asked: Opening, hostHash: string): Promise<StoredRoom | Problem> {
    const { store, clock, log } = this.#parts;
    const stored: StoredRoom = {
      format: ROOM_FORMAT,
      id: newId(),
      code: newCode(),
      scenario: JSON.stringify(asked.scenario),
      seed: asked.seed,
      rulesVersion: RULES_VERSION,
      hostHash,
      createdAt: clock.date(),
    };
    try {
      await store.addRoom(stored);
      const entries = firstEntries(asked).map((entry, seq) => writeEntry(seq, 0, entry));
      await store.append(stored.id, entries);
      return stored;
    } catch (error) {
      log.error({ err: error }, 'E_STORAGE: a room could not be stored');
      return failureOf(error) === 'full' ? NO_SPACE : NO_STORAGE;
    }
  }

  /** The room of a code, woken if it sleeps; or why there is none. */
  async find(code: string): Promise<Room | Problem> {
    const awake = this.#places.room(code);
    if (awake !== undefined) return awake;
    // What was found damaged stays so: to read it again for each who asks would cost all others.
    return this.#damage.of(code) ?? this.#awaken(code, null);
  }

  #awaken(code: string, held: Place | null): Promise<Room | Problem> {
    const waking =
      this.#waking.get(code) ?? this.#wake(code, held).finally(() => this.#waking.delete(code));
    this.#waking.set(code, waking);
    return waking;
  }

  get count(): number {
    return this.#places.rooms.length;
  }

  /** Writes what is left of every room; no time passes any more. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    await this.#keeping;
    this.rollouts.stop();
    this.debriefer.stop();
    await Promise.all(this.#places.rooms.map((room) => room.stop()));
    this.#places.clear();
  }

  #tick(): void {
    for (const room of this.#places.rooms) {
      try {
        room.tick();
      } catch (error) {
        // One room's fault must not stop the time of the others.
        this.#parts.log.error({ room: room.id, err: error }, 'E_INTERNAL: a beat failed');
      }
    }
  }

  /** `held`: a place that it has already. */
  async #wake(code: string, held: Place | null): Promise<Room | Problem> {
    const { store, log } = this.#parts;
    let place = held;
    let id = '';
    try {
      await this.#falling.get(code);
      const stored = await store.room(code);
      if (stored === null || stored.code !== code) return UNKNOWN_ROOM;
      ({ id } = stored);
      if (stored.format !== ROOM_FORMAT) return OTHER_FORMAT;
      const scenario = scenarioOf(stored);
      if (!isShowable(stored, scenario)) return OTHER_FORMAT;
      const reserved = place ?? this.#places.reserve(expectedFacts(scenario));
      if (isProblem(reserved)) return reserved;
      place = reserved;
      const room = await this.#rebuild(stored, scenario, place);
      if (isProblem(room)) return room;
      this.#places.fill(place, room);
      if (room.advice !== null) this.rollouts.getReady();
      return room;
    } catch (error) {
      log.error({ room: id || code, err: error }, 'a room could not be read');
      return this.#damage.found(code, error);
    } finally {
      if (place !== null) this.#places.leave(place);
    }
  }

  /** A room as it was stored; only to be looked at where it was played with other rules. */
  async #rebuild(stored: StoredRoom, scenario: Scenario, place: Place): Promise<Room | Problem> {
    const past = await this.#past(stored, scenario);
    if (isProblem(past)) return past;
    const full = this.#places.widen(place, expectedFacts(scenario) * past.days.length);
    if (full !== null) return full;
    const { debriefer, rollouts } = this;
    const parts = { ...this.#parts, debriefer, rollouts };
    try {
      const room = new Room(parts, stored, scenario, past, this.#outlet(stored.id));
      await new Slices(this.#parts.clock).through(room.catchingUp());
      return room;
    } catch (error) {
      // Facts that these rules cannot fold: the record of others, or one that was altered.
      throw new DamagedRecord('its facts cannot be shown', { cause: error });
    }
  }

  async #past(stored: StoredRoom, scenario: Scenario): Promise<Past | Problem> {
    const { store, clock } = this.#parts;
    if (stored.rulesVersion !== RULES_VERSION) return readRecord(store, stored, clock);
    const past = await readPast(store, stored, scenario, clock);
    if (isProblem(past)) throw new DamagedRecord(`E_DESYNC: it does not replay: ${past.says.en}`);
    return past;
  }

  async #sleep(room: Room): Promise<void> {
    // Put to sleep meanwhile, and awake again as another: that one is not meant.
    if (!this.#places.free(room)) return;
    room.sendAway();
    for (const { moment } of room.days.all) this.rollouts.forget(moment.day);
    await this.#holding(room.code, room.stop());
  }

  /** Whoever asks for this room waits until this is done. */
  async #holding(code: string, done: Promise<void>): Promise<void> {
    const settled = done.catch(() => {}).finally(() => this.#falling.delete(code));
    this.#falling.set(code, settled);
    await done;
  }

  /** Empty rooms fall asleep; rooms that nobody has used for long are deleted. */
  async #housekeeping(): Promise<void> {
    const { clock, limits, log } = this.#parts;
    try {
      for (const room of this.#places.rooms)
        if (clock.now() - (room.emptySince ?? Infinity) > limits.emptyMs) await this.#sleep(room);
      const lines = (await this.#damage.list()).filter(({ damaged }) => damaged !== true);
      await this.#retention.beat(lines.map(({ touchedAt }) => touchedAt));
      for (const { id, code, touchedAt } of lines)
        if (this.#retention.isOver(touchedAt)) await this.#delete(id, code);
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed; it is tried again in a minute');
    }
  }

  /** Deletes a room, if nobody has come meanwhile. */
  async #delete(id: string, code: string): Promise<void> {
    const { store, log } = this.#parts;
    const mark = await store.mark(id);
    const inUse =
      this.#places.room(code) !== undefined || this.#waking.has(code) || this.#falling.has(code);
    if (inUse || mark === null || !this.#retention.isOver(mark.touchedAt)) return;
    await this.#holding(code, store.removeRoom(id));
    log.warn({ room: id, lastUsed: new Date(mark.touchedAt) }, 'deleted: not used for long');
  }
}

/** The scenario as it was written down. */
function scenarioOf({ scenario }: StoredRoom): Scenario {
  try {
    return JSON.parse(scenario) as Scenario;
  } catch (error) {
    throw new DamagedRecord('its scenario is not JSON', { cause: error });
  }
}

const expectedFacts = (scenario: Scenario): number =>
  Math.ceil(dayCost(scenario).events * FACTS_OF_AN_EVENT);

/** The scenario of other rules may be of a form that these can no longer show. */
function isShowable({ rulesVersion }: StoredRoom, scenario: Scenario): boolean {
  if (rulesVersion === RULES_VERSION) return true;
  try {
    publicViewOf(scenario);
    return expectedFacts(scenario) >= 0;
  } catch {
    return false;
  }
}

function firstEntries({ speed, paused, startMin = 0, teams = 1 }: Opening): Entry[] {
  const clock: Entry = {
    kind: 'clock',
    speed,
    paused: true,
    ...(paused ? {} : { untilJoin: true }),
    ...(startMin > 0 ? { fastUntil: Math.round(startMin * 60_000) } : {}),
  };
  const more = Array.from({ length: teams - 1 }, (_, i): Entry => ({ kind: 'day', day: i + 1 }));
  return [clock, ...more];
}
