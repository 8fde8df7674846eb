import type { Parts } from './parts.ts';

/** Where the store keeps it. */
const NOTE = 'retention';

/** What the clock said more than the server has lived, and until when that is not believed. */
interface Jump {
  /** What the clock said before, ms since 1970. */
  readonly from: number;
  ms: number;
  /** The life of the server, in ms, at which it is believed. */
  readonly until: number;
}

interface Lived {
  /** What the clock last said, ms since 1970. */
  seenAt: number;
  /** How long the server has lived, over all its starts, ms; short stops count as lived. */
  livedMs: number;
  jumps: Jump[];
}

/**
 * How old a room is, by a clock that may be wrong. The server keeps how long it has lived; where
 * the clock goes further than that by days, it is doubted: for some days more no room is deleted by
 * what it said, and the administrator reads why. Set right again, it is as if nothing had been.
 */
export class Retention {
  readonly #parts: Pick<Parts, 'clock' | 'limits' | 'log' | 'store'>;
  #lived: Lived | null = null;
  #now = 0;

  constructor(parts: Pick<Parts, 'clock' | 'limits' | 'log' | 'store'>) {
    this.#parts = parts;
  }

  /** Looks at the clock. `touched`: when rooms were last used, the only trace of it at first. */
  async beat(touched: readonly number[]): Promise<void> {
    const { clock, store } = this.#parts;
    const [date, now] = [clock.date(), clock.now()];
    if (this.#lived === null) {
      const kept = await store.note(NOTE);
      this.#lived =
        kept === null ? firstLife(Math.max(0, ...touched) || date) : readLife(kept, date);
      this.#now = now;
    }
    this.#look(this.#lived, date, now - this.#now);
    this.#now = now;
    await store.setNote(NOTE, JSON.stringify(this.#lived));
  }

  /** Whether a room last used then is to be deleted. */
  isOver(touchedAt: number): boolean {
    const { clock, limits } = this.#parts;
    let age = clock.date() - touchedAt;
    for (const { from, ms } of this.#lived?.jumps ?? []) if (from >= touchedAt) age -= ms;
    return age > limits.keptMs;
  }

  #look(lived: Lived, date: number, passed: number): void {
    const { limits, log } = this.#parts;
    const excess = date - lived.seenAt - passed;
    lived.livedMs += passed + Math.min(Math.max(excess, 0), limits.jumpMs);
    if (excess > limits.jumpMs) {
      const jump = { from: lived.seenAt, ms: excess, until: lived.livedMs + limits.doubtMs };
      lived.jumps.push(jump);
      const days = Math.round(excess / 86_400_000);
      log.warn({ days }, 'the clock jumped: no room is deleted by it for some days');
    }
    let back = Math.max(0, -excess);
    for (const jump of lived.jumps.toReversed()) {
      const undone = Math.min(back, jump.ms);
      jump.ms -= undone;
      back -= undone;
    }
    lived.seenAt = date;
    const believed = lived.jumps.filter(({ until }) => until <= lived.livedMs);
    if (believed.length > 0) log.warn('the clock that jumped is believed from now on');
    lived.jumps = lived.jumps.filter(({ ms, until }) => ms > 0 && until > lived.livedMs);
  }
}

const firstLife = (seenAt: number): Lived => ({ seenAt, livedMs: 0, jumps: [] });

/** What was kept; begun anew where that cannot be read. */
function readLife(kept: string, date: number): Lived {
  try {
    const lived = JSON.parse(kept) as Lived;
    const sound = Number.isFinite(lived.seenAt) && Number.isFinite(lived.livedMs);
    return sound && Array.isArray(lived.jumps) ? lived : firstLife(date);
  } catch {
    return firstLife(date);
  }
}
