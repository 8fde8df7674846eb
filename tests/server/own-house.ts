import { openDatabase } from '../../server/store/driver.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { sumRoom } from '../../server/store/sums.ts';
import { ownFolder } from '../support/folder.ts';
import { FakeClock } from './fake-clock.ts';
import { Stage } from './stage.ts';

/** A server with data of its own, which may be closed and opened again: time stands meanwhile. */
export class OwnHouse {
  readonly clock: FakeClock;
  readonly #folder: string;
  readonly #remove: () => Promise<void>;
  #stage!: Stage;

  private constructor(folder: string, remove: () => Promise<void>, clock: FakeClock) {
    this.clock = clock;
    this.#folder = folder;
    this.#remove = remove;
  }

  static async begin(clock = new FakeClock()): Promise<OwnHouse> {
    const { path, remove } = await ownFolder();
    const house = new OwnHouse(path, remove, clock);
    await house.open();
    return house;
  }

  get stage(): Stage {
    return this.#stage;
  }

  async open(): Promise<void> {
    const { store } = await openSqlite(this.#folder);
    this.#stage = await Stage.open({ store, clock: this.clock });
  }

  async close(): Promise<void> {
    const { store } = this.#stage;
    await this.#stage.close();
    await store.close();
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /** Closes it, makes its room one that was played by those rules, and opens it again. */
  async madeBy(rules: string): Promise<void> {
    await this.close();
    const raw = await openDatabase(this.#folder);
    const row = await raw.db.selectFrom('room').selectAll().executeTakeFirstOrThrow();
    const sum = sumRoom({
      ...{ format: row.format, id: row.id, code: row.code, scenario: row.scenario, seed: row.seed },
      ...{ rulesVersion: rules, hostHash: row.host_hash, createdAt: row.created_at },
    });
    const is = { rules_version: rules, sum };
    await raw.db.updateTable('room').set(is).where('id', '=', row.id).execute();
    await raw.db.destroy();
    raw.release();
    await this.open();
  }

  /** Closes it for good: nothing of it is left. */
  async end(): Promise<void> {
    await this.close();
    await this.#remove();
  }
}
