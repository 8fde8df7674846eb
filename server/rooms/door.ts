import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import type { RealClock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { readCode } from './codes.ts';
import type { Proof } from './credentials.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { codeWaits, UNKNOWN_ROOM } from './sentences.ts';
import { TypedCodes } from './typed-codes.ts';

/** Where codes wait their turn, a wrong proof is answered this late, whatever was looked up, ms. */
const PROOF_MS = 1_000;

/** The way from a room code to its room, for whoever shows one: over HTTP as on a socket. */
export class Door {
  readonly #rooms: Pick<Rooms, 'find'>;
  readonly #codes: TypedCodes;
  readonly #clock: RealClock;

  constructor(rooms: Pick<Rooms, 'find'>, limits: Limits, clock: RealClock) {
    this.#rooms = rooms;
    this.#codes = new TypedCodes(limits, clock);
    this.#clock = clock;
  }

  /**
   * The room of this code, for who comes from this address; or why not, or not yet. Who proves to
   * have been there, or to have been shown its QR code, is neither counted nor delayed; for all
   * others the code is a typed one.
   */
  async room(typed: string, address: string, proof: Proof = {}): Promise<Room | Problem> {
    const code = readCode(typed);
    // What cannot be a code is no guess at one.
    if (code === null) return UNKNOWN_ROOM;
    const { host, key, token } = proof;
    if ([host, key, token].some((shown) => shown !== undefined)) {
      const proven = await this.#proven(code, address, proof);
      if (proven !== null) return proven;
    }
    const waitMs = this.#codes.waitMs(address, code);
    if (waitMs > 0) return codeWaits(waitMs);
    const room = await this.#rooms.find(code);
    if (room === UNKNOWN_ROOM) this.#codes.wrong(address, code);
    else this.#codes.right(address, code);
    return room;
  }

  async #proven(code: string, address: string, proof: Proof): Promise<Room | null> {
    const from = this.#clock.now();
    const room = await this.#rooms.find(code);
    if (!isProblem(room) && room.knows(proof)) {
      this.#codes.right(address, code);
      return room;
    }
    // How long a room took to be read would tell that there is one.
    const restMs = PROOF_MS - (this.#clock.now() - from);
    if (this.#codes.waits(address) && restMs > 0)
      await new Promise<void>((done) => void this.#clock.after(restMs, done));
    return null;
  }
}
