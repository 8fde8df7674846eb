import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFacts } from '../../models/doors/live.ts';
import type { ScenarioFile } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { FakeClock } from './fake-clock.ts';
import { OwnHouse } from './own-house.ts';
import { SMALL } from './stage.ts';

/** Whoever looks at this clock takes a millisecond. */
class WorkingClock extends FakeClock {
  #worked = 0;
  override now(): number {
    this.#worked += 1;
    return super.now() + this.#worked;
  }
}

/** A hundred thousand calls within six seconds, a minute after opening. */
const BURST: ScenarioFile = {
  ...SMALL,
  day: { lengthMin: 60 },
  types: [
    {
      id: 'a',
      name: 'A',
      handling: { law: 'exponential', meanS: 40 },
      patience: { law: 'exponential', meanS: 60 },
      bursts: [{ atMin: 1, calls: 100_000, lengthMin: 0.1 }],
    },
  ],
};

let house: OwnHouse;
beforeEach(async () => {
  house = await OwnHouse.begin(new WorkingClock());
});
afterEach(() => house.end());

/** The most facts that any room made between two turns of the loop, while `what` went on. */
async function mostAtOnce(count: () => number, what: () => Promise<void>): Promise<number> {
  let going = true;
  let most = 0;
  let before = count();
  const watched = (async () => {
    while (going) {
      await new Promise((turn) => setImmediate(turn));
      most = Math.max(most, count() - before);
      before = count();
    }
  })();
  await what();
  going = false;
  await watched;
  return most;
}

describe('much at once', () => {
  it('in one room happens in slices, between which the others have their turn', async () => {
    const { code } = await house.stage.openRoom({ scenario: BURST, speed: 60 });
    const wall = await house.stage.player();
    await wall.join(code, 'wall');
    const room = (await house.stage.app.rooms.find(code)) as Room;
    const facts = (): number => room.day(0).facts.length;
    const most = await mostAtOnce(facts, async () => {
      for (let i = 0; i < 400 && facts() < 150_000; i += 1) await house.clock.pass(250);
    });
    expect(facts()).toBeGreaterThan(150_000);
    expect(most).toBeLessThan(40_000);
  });

  it('is no reason for a start to wait: a room sleeps until somebody comes, and wakes in slices', async () => {
    const { code } = await house.stage.openRoom({ scenario: BURST, speed: 60 });
    const wall = await house.stage.player();
    await wall.join(code, 'wall');
    const before = (await house.stage.app.rooms.find(code)) as Room;
    for (let i = 0; i < 400 && before.day(0).facts.length < 150_000; i += 1)
      await house.clock.pass(250);
    await house.restart();
    expect(house.stage.app.rooms.count).toBe(0);
    let turns = 0;
    let waking = true;
    const watched = (async () => {
      for (; waking; turns += 1) await new Promise((turn) => setImmediate(turn));
    })();
    const room = (await house.stage.app.rooms.find(code)) as Room;
    waking = false;
    await watched;
    // It may have come further meanwhile: who looks at this clock lets time pass.
    const length = Math.min(room.day(0).facts.length, before.day(0).facts.length);
    expect(length).toBeGreaterThan(150_000);
    const start = (one: Room): string => hashFacts(one.day(0).facts.slice(0, length));
    expect(start(room)).toBe(start(before));
    expect(turns).toBeGreaterThan(length / 40_000);
  });
});
