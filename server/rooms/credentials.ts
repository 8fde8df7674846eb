import type { StoredRoom } from '../store/store.ts';
import { hashToken, joinKey, sameToken } from './codes.ts';
import type { Seats } from './seats.ts';

/** Who comes: in which role, with which tokens, to watch which day. */
export interface Coming {
  readonly role: 'wall' | 'seat' | 'host';
  readonly token?: string | undefined;
  /** A host's token, beside a seat's. */
  readonly host?: string | undefined;
  readonly day?: number | undefined;
  /** It wishes to watch every day. */
  readonly every?: boolean | undefined;
}

/** What shows that a code was not typed: a seat's or host's token, or the QR code's secret. */
export interface Proof {
  readonly token?: string | undefined;
  readonly host?: string | undefined;
  readonly key?: string | undefined;
}

/** What a room knows its people by: tokens, of which it keeps hashes, and its QR code's secret. */
export class Credentials {
  /** The secret of the QR code. */
  readonly key: string;
  readonly #hostHash: string;
  readonly #seats: () => Seats;

  constructor({ code, hostHash }: StoredRoom, seats: () => Seats) {
    this.key = joinKey(hostHash, code);
    this.#hostHash = hostHash;
    this.#seats = seats;
  }

  /** Whether this shows that its bearer was here, or was shown the QR code. */
  knows({ token, host, key }: Proof): boolean {
    if (key !== undefined && sameToken(key, hashToken(this.key))) return true;
    if (host !== undefined && this.#isHost(host)) return true;
    return token !== undefined && (this.#isHost(token) || this.#isSeated(token));
  }

  /** Whether it shows a token of this room: whoever has one comes before all newcomers. */
  returns(coming: Coming): boolean {
    const { role, token } = coming;
    if (this.host(coming) === true) return true;
    return role !== 'host' && token !== undefined && this.#isSeated(token);
  }

  /** True for who shows a host's token, false for who should and does not; null for all others. */
  host({ role, token, host }: Coming): boolean | null {
    const shown = host ?? (role === 'host' ? token : undefined);
    if (shown !== undefined) return this.#isHost(shown);
    return role === 'host' ? false : null;
  }

  #isHost = (token: string): boolean => sameToken(token, this.#hostHash);
  #isSeated = (token: string): boolean => this.#seats().byToken(token) !== null;
}
