import {
  type Advice,
  type Batch,
  Bookkeeper,
  type DayTold,
  type DeskView,
  type Ledger,
  type LivedSoFar,
  type Snapshot,
  stepDesk,
  stepWall,
  type WallView,
} from '../../models/doors/live.ts';

/** One day of a room as this device follows it: what it sees, folded from what it is told. */
export class Following {
  /** Number of the last fact folded, or -1. */
  n = -1;
  desk: DeskView | null = null;
  wall: WallView | null = null;
  /** How both voices weighed at the conclusions of the desk; null where none is held. */
  ledger: Ledger | null = null;
  /** Desks held by people. */
  taken: ReadonlySet<number> = new Set();
  lived: LivedSoFar | null = null;
  /** What came while what was missed is asked for; null when nothing is missing. */
  kept: Batch[] | null = null;
  readonly #books: Bookkeeper | null;

  /** @param intervalMs of the prices of time, where it has any */
  constructor(
    readonly day: number,
    advice: Advice | null,
    intervalMs: number,
  ) {
    this.#books = advice === null ? null : new Bookkeeper(advice, intervalMs);
  }

  /** As the room told it to who came. */
  begin({ lived, snapshot, taken }: DayTold): void {
    this.taken = new Set(taken);
    this.lived = lived ?? null;
    this.show(snapshot);
  }

  show(snapshot: Snapshot): void {
    const isDesk = snapshot.as === 'desk';
    this.n = snapshot.n;
    this.desk = isDesk ? snapshot.view : null;
    this.ledger = isDesk ? snapshot.ledger : null;
    this.wall = isDesk ? null : snapshot.view;
  }

  /** @param batch follows on what was folded, or begins before its end */
  fold(batch: Batch): void {
    const { desk, ledger, wall } = this;
    this.lived = batch.lived ?? this.lived;
    for (const fact of batch.facts) {
      if (fact.n <= this.n) continue;
      if (desk && ledger) this.#books?.step(ledger, desk, fact);
      if (desk) stepDesk(desk, fact);
      if (wall) stepWall(wall, fact);
      if (fact.kind === 'seated') this.taken = new Set(this.taken).add(fact.agent);
      if (fact.kind === 'unseated')
        this.taken = new Set([...this.taken].filter((one) => one !== fact.agent));
    }
    this.n = Math.max(this.n, batch.upTo);
  }
}
