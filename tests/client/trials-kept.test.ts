import { describe, expect, it } from 'vitest';
import { Lab } from '../../client/state/lab.ts';
import { TrialsKept } from '../../client/work/trials-kept.ts';
import type { Executor } from '../../models/doors/study.ts';
import { inline, OFFICE } from './office.ts';

/** An answer that is stopped goes on, however many days it takes, in another page too. */

/** An executor that counts the studies it begins, and is told of each. */
function counting(begun: (n: number) => void): Executor {
  const played = inline();
  let n = 0;
  return {
    start: (...given) => {
      n += 1;
      begun(n);
      return played.start(...given);
    },
  };
}

async function answered(seed: string, memory: TrialsKept | undefined, stopAt = Infinity) {
  let began = 0;
  const executor = counting((n) => {
    began = n;
    if (n === stopAt) lab.cancel();
  });
  const lab: Lab = new Lab(executor, undefined, inline(), memory);
  lab.setAsk({ days: 60, seed });
  lab.takeFile('bureau.json', OFFICE);
  await lab.answer();
  return { began, report: lab.state.report };
}

const pause = () => new Promise((next) => setTimeout(next, 300));

describe('an answer that was stopped', () => {
  it('goes on where it was, to the same figures', async () => {
    const seed = `seed ${performance.timeOrigin}`;
    const whole = await answered(seed, undefined);
    const first = await answered(seed, new TrialsKept(), 8);
    expect(first.report).toBeNull();
    await pause();
    const again = await answered(seed, new TrialsKept());
    expect(again.began).toBeLessThanOrEqual(whole.began - 7);
    expect(again.report).toEqual(whole.report);
  });

  it('keeps what it played first where there is no room for all of it', async () => {
    const seed = `small ${performance.timeOrigin}`;
    const whole = await answered(seed, new TrialsKept(1_000));
    await pause();
    const again = await answered(seed, new TrialsKept(1_000));
    expect(again.began).toBeLessThan(whole.began);
    expect(again.report).toEqual(whole.report);
  });
});
