/** The part of a connection that is needed here: an Engine.IO socket. */
export interface Closable {
  close(discard?: boolean): unknown;
  once(event: 'close', listener: () => void): unknown;
}

/** Connections that are in no room yet: where no place is left the oldest of them gives way. */
export class Strangers {
  readonly #strangers = new Set<Closable>();

  /** It has come, and is in no room. */
  came(connection: Closable): void {
    this.#strangers.add(connection);
    connection.once('close', () => this.#strangers.delete(connection));
  }

  /** It is in a room. */
  joined(connection: Closable): void {
    this.#strangers.delete(connection);
  }

  /** Closes the one that has been outside for longest; false where there is none. */
  giveWay(): boolean {
    const [oldest] = this.#strangers;
    if (oldest === undefined) return false;
    this.#strangers.delete(oldest);
    oldest.close(true);
    return true;
  }
}
