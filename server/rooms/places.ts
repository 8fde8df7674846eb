import type { Problem } from '../../models/doors/scenario.ts';
import type { Parts } from './parts.ts';
import type { Room } from './room.ts';
import { SERVER_FULL } from './sentences.ts';

/** Empty for this long, a room may be put to sleep when another needs its place, real ms. */
const SPARE_MS = 60_000;
/** So may one that stands still, and where nobody has asked anything for so long, real ms. */
const QUIET_MS = 10 * 60_000;

/** What an awake room takes of the memory that all share; held before it is awake. */
export interface Place {
  /** Facts that its days may be expected to make. */
  facts: number;
  /** Null until it is awake. */
  room: Room | null;
}

/** The places of the rooms that are awake, or about to be. */
export class Places {
  readonly #parts: Parts;
  readonly #sleep: (room: Room) => void;
  readonly #places = new Set<Place>();
  readonly #awake = new Map<string, Room>();

  /** `sleep` puts a room to sleep whose place is needed: it frees it at once. */
  constructor(parts: Parts, sleep: (room: Room) => void) {
    this.#parts = parts;
    this.#sleep = sleep;
  }

  /** The awake room of this code. */
  room(code: string): Room | undefined {
    return this.#awake.get(code);
  }

  /** The rooms that are awake. */
  get rooms(): Room[] {
    return [...this.#awake.values()];
  }

  /** Holds a place for a room of so many facts; or says that there is none. */
  reserve(facts: number): Place | Problem {
    const place: Place = { facts, room: null };
    this.#places.add(place);
    const full = this.widen(place, facts);
    if (full !== null) this.leave(place);
    return full ?? place;
  }

  /** Makes a place one of so many facts; or says that there is no room for that. */
  widen(place: Place, facts: number): Problem | null {
    const { limits, reached } = this.#parts;
    place.facts = facts;
    while (!this.#fits) {
      const spare = this.#spare();
      if (spare === undefined) {
        reached(this.#places.size > limits.rooms ? 'rooms' : 'factsAwake');
        return SERVER_FULL;
      }
      this.#sleep(spare);
    }
    return null;
  }

  /** This room is awake from now on, in the place that was held for it. */
  fill(place: Place, room: Room): void {
    place.room = room;
    this.#awake.set(room.code, room);
  }

  /** Gives up a place that was held for a room which is not awake. */
  leave(place: Place): void {
    if (place.room === null) this.#places.delete(place);
  }

  /** Takes its place from a room; false where it has none any more. */
  free(room: Room): boolean {
    if (this.#awake.get(room.code) !== room) return false;
    this.#awake.delete(room.code);
    for (const place of this.#places) if (place.room === room) this.#places.delete(place);
    return true;
  }

  /** Takes all places away. */
  clear(): void {
    this.#awake.clear();
    this.#places.clear();
  }

  get #fits(): boolean {
    const { limits } = this.#parts;
    let facts = 0;
    for (const place of this.#places) facts += place.facts;
    return this.#places.size <= limits.rooms && facts <= limits.factsAwake;
  }

  /** The room that is missed least: the one that is empty for longest, else the quietest one. */
  #spare(): Room | undefined {
    const now = this.#parts.clock.now();
    const longest = (since: (room: Room) => number | null, ms: number): Room | undefined =>
      this.rooms
        .filter((room) => now - (since(room) ?? Infinity) > ms)
        .sort((a, b) => (since(a) ?? 0) - (since(b) ?? 0))[0];
    return (
      longest((room) => room.emptySince, SPARE_MS) ?? longest((room) => room.quietSince, QUIET_MS)
    );
  }
}
