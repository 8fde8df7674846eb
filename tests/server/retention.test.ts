import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Limits } from '../../server/limits.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { FakeClock } from './fake-clock.ts';
import { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Short enough to be lived by a test. */
const SHORT: Partial<Limits> = { jumpMs: HOUR_MS, doubtMs: 3 * HOUR_MS, tickMs: HOUR_MS };

/** A clock whose date can be wrong, as the machine's may be. */
class WrongClock extends FakeClock {
  offMs = 0;
  override date(): number {
    return super.date() + this.offMs;
  }
}

let store: Store;
let clock: WrongClock;
let stage: Stage;
const start = async (): Promise<void> => {
  stage = await Stage.open({ store, clock, limits: SHORT });
};
/** Stops the server; the machine is off for so long; then starts it again. */
const restart = async (offMs = 0): Promise<void> => {
  await stage.close();
  clock.jump(offMs);
  await start();
};
beforeEach(async () => {
  store = (await openSqlite(':memory:')).store;
  clock = new WrongClock();
  await start();
});
afterEach(async () => {
  await stage.close();
  await store.close();
});

const rooms = async (): Promise<number> => {
  await stage.app.rooms.keepHouse();
  return (await store.list()).length;
};
/** A room in which nobody is. */
const sleeping = async (): Promise<void> => {
  await stage.openRoom({ paused: true });
  await restart();
};

describe('a clock that jumps', () => {
  it('31 days ahead at one start deletes no room, nor once it is set right', async () => {
    await sleeping();
    clock.offMs = 31 * DAY_MS;
    await restart();
    await clock.pass(2 * HOUR_MS);
    expect(await rooms()).toBe(1);
    await restart();
    expect(await rooms()).toBe(1);
    clock.offMs = 0;
    await restart();
    await clock.pass(4 * HOUR_MS);
    expect(await rooms()).toBe(1);
  });

  it('31 days ahead while the server runs deletes no room either', async () => {
    await sleeping();
    await restart(3 * HOUR_MS);
    clock.offMs = 31 * DAY_MS;
    await clock.pass(2 * HOUR_MS);
    expect(await rooms()).toBe(1);
  });

  it('is believed in the end: what is old is deleted some days later', async () => {
    await sleeping();
    clock.offMs = 31 * DAY_MS;
    await restart();
    await clock.pass(4 * HOUR_MS);
    expect(await rooms()).toBe(0);
  });

  it('back deletes nothing, and makes nothing older', async () => {
    await sleeping();
    clock.offMs = -400 * DAY_MS;
    await restart();
    await clock.pass(4 * HOUR_MS);
    clock.offMs = 0;
    await restart();
    expect(await rooms()).toBe(1);
  });
});

describe('a server that is stopped every night', () => {
  it('deletes a room thirty days after it was last used, and not before', async () => {
    await sleeping();
    for (let night = 0; night < 29; night += 1) await restart(HOUR_MS);
    expect(await rooms()).toBe(1);
    const stored = (await store.list())[0];
    await stage.close();
    await store.addFacts(stored?.id ?? '', 0, [], { at: 0, touchedAt: clock.date() - 31 * DAY_MS });
    await start();
    expect(await rooms()).toBe(0);
  });
});
