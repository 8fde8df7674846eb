import type { RealClock } from './clock.ts';

/** Real ms of work after which the others have their turn. */
export const SLICE_MS = 10;

/** Long work in slices: between its small pieces, the others have their turn where it is due. */
export class Slices {
  readonly #clock: Pick<RealClock, 'now'>;
  #endsAt: number;

  constructor(clock: Pick<RealClock, 'now'>) {
    this.#clock = clock;
    this.#endsAt = clock.now() + SLICE_MS;
  }

  /** This slice has lasted long enough. */
  get over(): boolean {
    return this.#clock.now() >= this.#endsAt;
  }

  /** Settles when the work may go on: at once, as long as this slice is not over. */
  async turn(): Promise<void> {
    if (!this.over) return;
    await new Promise<void>((go) => setImmediate(go));
    this.#endsAt = this.#clock.now() + SLICE_MS;
  }

  /** Goes through all steps; what they come to. */
  async through<T>(steps: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.over) await this.turn();
    }
  }
}
