import { type OpenedRoom, RULES_VERSION } from '../../models/doors/live.ts';
import {
  dayCost,
  isProblem,
  type Problem,
  publicViewOf,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { Rollouts } from '../jobs/rollouts.ts';
import { DamagedRecord, ROOM_FORMAT, type StoredRoom } from '../store/store.ts';
import { hashToken, newCode, newId, newToken } from './codes.ts';
import { type Entry, writeEntry } from './entries.ts';
import type { Outlet } from './feed.ts';
import type { Parts } from './parts.ts';
import { type Past, readPast, readRecord } from './past.ts';
import { Room } from './room.ts';
import {
  DAMAGED,
  NO_STORAGE,
  OTHER_FORMAT,
  SERVER_FULL,
  tooManyFacts,
  UNKNOWN_ROOM,
} from './sentences.ts';
import { WhatIfs } from './what-ifs.ts';

/** Facts for each event of a day, at most: an answer tells two or three, most events one. */
const FACTS_OF_AN_EVENT = 6;
/** Empty for this long, a room may be put to sleep when another needs its place, real ms. */
const SPARE_MS = 60_000;
const HOUSEKEEPING_MS = 60_000;

/** A room to be opened. */
export interface Opening {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly speed: number;
  /** The clock waits for a host; otherwise it starts with the first person. */
  readonly paused: boolean;
  /** How many days it holds, of this scenario and seed. Nobody can ask for a second one yet. */
  readonly days?: number;
}

interface Awake {
  readonly room: Room;
  readonly facts: number;
}

/** Every room of this server: awake in memory, or asleep in the store. */
export class Rooms {
  /** Works out the prices of all rooms. */
  readonly rollouts: Rollouts;
  /** What policies would have made of the days that are over. */
  readonly whatIfs: WhatIfs;
  readonly #parts: Parts;
  readonly #outlet: (roomId: string) => Outlet;
  readonly #awake = new Map<string, Awake>();
  readonly #waking = new Map<string, Promise<Room | Problem>>();
  readonly #falling = new Map<string, Promise<void>>();
  readonly #stops: (() => void)[] = [];

  /** `outlet` gives where the updates of a room go. */
  constructor(parts: Parts, outlet: (roomId: string) => Outlet) {
    const { clock, limits, log } = parts;
    this.#parts = parts;
    this.#outlet = outlet;
    this.rollouts = new Rollouts({
      budgetMs: limits.priceMs,
      timeoutMs: limits.priceTimeoutMs,
      dayTimeoutMs: limits.whatIfTimeoutMs,
      waiting: limits.pricesWaiting,
      after: (ms, what) => clock.after(ms, what),
      lost: (why) => log.error({ why }, 'E_WORKER: the process that works out prices is gone'),
    });
    this.whatIfs = new WhatIfs(this.rollouts);
  }

  /** Wakes the rooms that were in use, and lets time pass. */
  async start(): Promise<void> {
    const { clock, limits, store, log } = this.#parts;
    for (const line of await store.list())
      if (clock.date() - line.touchedAt < limits.emptyMs) {
        const room = await this.find(line.code);
        if (isProblem(room)) log.warn({ room: line.id, problem: room.says.en }, room.code);
      }
    this.#stops.push(
      clock.every(limits.tickMs, () => this.#tick()),
      clock.every(HOUSEKEEPING_MS, () => void this.#housekeeping()),
    );
    await this.#housekeeping();
  }

  /** Opens a room; both secrets are told here and nowhere else. */
  async open(asked: Opening): Promise<OpenedRoom | Problem> {
    const { scenario, seed, days = 1 } = asked;
    const { store, clock, limits, log } = this.#parts;
    const facts = days * expectedFacts(scenario);
    if (facts > limits.facts) return tooManyFacts(limits.facts, facts);
    const full = this.#makeSpace(facts);
    if (full !== null) return full;
    const hostToken = newToken();
    const stored: StoredRoom = {
      format: ROOM_FORMAT,
      id: newId(),
      code: newCode(),
      scenario: JSON.stringify(scenario),
      seed,
      rulesVersion: RULES_VERSION,
      hostHash: hashToken(hostToken),
      createdAt: clock.date(),
    };
    try {
      await store.addRoom(stored);
      const entries = firstEntries(asked).map((entry, seq) => writeEntry(seq, 0, entry));
      await store.append(stored.id, entries);
    } catch (error) {
      log.error({ err: error }, 'E_STORAGE: a room could not be stored');
      return NO_STORAGE;
    }
    const room = await this.find(stored.code);
    return isProblem(room) ? room : { code: stored.code, hostToken };
  }

  /** The room of a code, woken if it sleeps; or why there is none. */
  async find(code: string): Promise<Room | Problem> {
    const awake = this.#awake.get(code);
    if (awake !== undefined) return awake.room;
    let waking = this.#waking.get(code);
    if (waking === undefined) {
      waking = this.#wake(code).finally(() => this.#waking.delete(code));
      this.#waking.set(code, waking);
    }
    return waking;
  }

  get count(): number {
    return this.#awake.size;
  }

  /** Writes what is left of every room; no time passes any more. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.rollouts.stop();
    await Promise.all([...this.#awake.values()].map(({ room }) => room.stop()));
    this.#awake.clear();
  }

  #tick(): void {
    for (const { room } of this.#awake.values()) {
      try {
        room.tick();
      } catch (error) {
        // One room's fault must not stop the time of the others.
        this.#parts.log.error({ room: room.id, err: error }, 'E_INTERNAL: a beat failed');
      }
    }
  }

  async #wake(code: string): Promise<Room | Problem> {
    const { store, log } = this.#parts;
    try {
      await this.#falling.get(code);
      const stored = await store.room(code);
      if (stored === null || stored.code !== code) return UNKNOWN_ROOM;
      const room = await this.#rebuild(stored);
      if (isProblem(room)) return room;
      this.#awake.set(code, room);
      if (room.room.advice !== null) this.rollouts.getReady();
      return room.room;
    } catch (error) {
      log.error({ err: error }, 'a room could not be read');
      return error instanceof DamagedRecord ? DAMAGED : NO_STORAGE;
    }
  }

  /** A room as it was stored; only to be looked at where it was played with other rules. */
  async #rebuild(stored: StoredRoom): Promise<Awake | Problem> {
    if (stored.format !== ROOM_FORMAT) return OTHER_FORMAT;
    const scenario = JSON.parse(stored.scenario) as Scenario;
    if (!isShowable(stored, scenario)) return OTHER_FORMAT;
    const ofDay = expectedFacts(scenario);
    const past = this.#makeSpace(ofDay) ?? (await this.#past(stored, scenario));
    if (isProblem(past)) return past;
    const facts = ofDay * past.days.length;
    const full = this.#makeSpace(facts);
    if (full !== null) return full;
    const parts = { ...this.#parts, rollouts: this.rollouts };
    try {
      const room = new Room(parts, stored, scenario, past, this.#outlet(stored.id));
      return { room, facts };
    } catch (error) {
      // Facts that these rules cannot fold: the record of others, or one that was altered.
      throw new DamagedRecord('its facts cannot be shown', { cause: error });
    }
  }

  async #past(stored: StoredRoom, scenario: Scenario): Promise<Past | Problem> {
    const { store, clock, log } = this.#parts;
    if (stored.rulesVersion !== RULES_VERSION) return readRecord(store, stored, clock.now());
    const past = await readPast(store, stored, scenario, clock.now());
    if (!isProblem(past)) return past;
    log.error({ room: stored.id, problem: past.says.en }, 'E_DESYNC: the record does not replay');
    return DAMAGED;
  }

  /** Makes a place for so many more facts, or says that there is none. */
  #makeSpace(facts: number): Problem | null {
    const { limits, clock } = this.#parts;
    const fits = (): boolean => {
      let sum = facts;
      for (const awake of this.#awake.values()) sum += awake.facts;
      return this.#awake.size < limits.rooms && sum <= limits.factsAwake;
    };
    while (!fits()) {
      const spare = [...this.#awake.values()]
        .filter(({ room }) => clock.now() - (room.emptySince ?? Infinity) > SPARE_MS)
        .sort((a, b) => (a.room.emptySince ?? 0) - (b.room.emptySince ?? 0))[0];
      if (spare === undefined) return SERVER_FULL;
      void this.#sleep(spare.room);
    }
    return null;
  }

  async #sleep(room: Room): Promise<void> {
    this.#awake.delete(room.code);
    for (const { moment } of room.days.all) this.rollouts.forget(moment.day);
    // Whoever asks for it meanwhile waits until all of it is on disk.
    const written = room.stop().finally(() => this.#falling.delete(room.code));
    this.#falling.set(room.code, written);
    await written;
  }

  /** Empty rooms fall asleep; rooms that nobody has used for long are deleted. */
  async #housekeeping(): Promise<void> {
    const { clock, limits, store, log } = this.#parts;
    try {
      for (const { room } of [...this.#awake.values()])
        if (clock.now() - (room.emptySince ?? Infinity) > limits.emptyMs) await this.#sleep(room);
      for (const line of await store.list())
        if (clock.date() - line.touchedAt > limits.keptMs && !this.#awake.has(line.code)) {
          await store.removeRoom(line.id);
          log.info({ room: line.id }, 'deleted: not used for long');
        }
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed; it is tried again in a minute');
    }
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

function firstEntries({ speed, paused, days = 1 }: Opening): Entry[] {
  const clock: Entry = {
    kind: 'clock',
    speed,
    paused: true,
    ...(paused ? {} : { untilJoin: true }),
  };
  const more = Array.from({ length: days - 1 }, (_, i): Entry => ({ kind: 'day', day: i + 1 }));
  return [clock, ...more];
}
