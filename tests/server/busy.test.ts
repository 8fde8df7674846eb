import { afterEach, expect, it, vi } from 'vitest';
import { LoopWatch } from '../../server/http/busy.ts';
import { FakeClock } from './fake-clock.ts';

afterEach(() => void vi.useRealTimers());

it.each([
  ['notices a loop that its own work makes late', 300, 300, 280],
  ['does not count what others kept the processor for', 300, 5, 5],
  ['finds nothing in a loop that is in time', 20, 3, 0],
])('the watch of the loop %s', async (_, tookMs, workMs, delayMs) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const clock = new FakeClock();
  const reading = { nowMs: 0, workedMs: 0 };
  const watch = new LoopWatch(clock, () => ({ ...reading }));
  // One spell alone is soon over, as a start is; two are a load.
  for (const toldMs of [0, delayMs]) {
    for (let turns = 0; turns < 10; turns += 1) {
      reading.nowMs += tookMs;
      reading.workedMs += workMs;
      vi.advanceTimersByTime(20);
    }
    await clock.pass(5_000);
    expect(watch.delayMs).toBe(toldMs);
  }
  // A window without any is one in which nothing was late.
  await clock.pass(5_000);
  expect(watch.delayMs).toBe(0);
  watch.close();
});
