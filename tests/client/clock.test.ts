import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalClock } from '../../client/state/clock.ts';

const at = (at_: number, speed = 10, change = {}) => ({
  at: at_,
  speed,
  paused: false,
  over: false,
  ...change,
});

describe('the clock of this device', () => {
  it('goes on between two batches', () => {
    const clock = new LocalClock();
    clock.hear(at(0), 1_000);
    clock.hear(at(2_500), 1_250);
    expect(clock.at(1_350)).toBe(3_500);
  });

  it('never passes the instant the next batch is due to tell', () => {
    const clock = new LocalClock();
    clock.hear(at(0), 1_000);
    clock.hear(at(2_500), 1_250);
    expect(clock.at(60_000)).toBe(5_000);
  });

  it('stands still when paused or over, at the instant told', () => {
    const clock = new LocalClock();
    clock.hear(at(0), 1_000);
    expect(clock.at(1_200)).toBe(2_000);
    clock.hear(at(1_500, 10, { paused: true }), 1_250);
    expect(clock.at(9_000)).toBe(1_500);
    clock.hear(at(1_600, 10, { over: true }), 9_500);
    expect(clock.at(20_000)).toBe(1_600);
  });

  it('moves with the batches only where motion is reduced', () => {
    const clock = new LocalClock(() => true);
    clock.hear(at(0), 1_000);
    clock.hear(at(2_500), 1_250);
    expect(clock.at(1_450)).toBe(2_500);
  });

  it('believes a room that was rebuilt earlier', () => {
    const clock = new LocalClock();
    clock.hear(at(600_000), 1_000);
    expect(clock.at(1_100)).toBe(601_000);
    clock.hear(at(500_000), 1_250);
    expect(clock.at(1_250)).toBe(500_000);
  });

  it('never goes back while the day runs, whatever the network does', () => {
    const step = fc.record({
      late: fc.integer({ min: 0, max: 900 }),
      looks: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(step, { maxLength: 30 }),
        (speed, steps) => {
          const clock = new LocalClock();
          let [real, told, shown] = [0, 0, 0];
          for (const { late, looks } of steps) {
            told += 250 * speed;
            real += 100 + late;
            clock.hear(at(told, speed), real);
            for (const look of [...looks].sort((a, b) => a - b)) {
              const now = clock.at(real + look);
              expect(now).toBeGreaterThanOrEqual(Math.min(shown, told));
              expect(now).toBeLessThanOrEqual(told + 2_000 * speed);
              shown = now;
            }
            real += looks.length > 0 ? Math.max(...looks) : 0;
          }
        },
      ),
      { seed: 7 },
    );
  });
});
