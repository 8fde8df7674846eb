import { describe, expect, it } from 'vitest';
import { every, type Met, met, type Parts, share, talks } from './met.ts';
import { type Scripted, told } from './played.ts';

/** What waiting callers are told, and what it does to them (MODEL 3.2, 3.3). */

type Announce = NonNullable<Parts['announce']>;

const MIN = 60_000;
/** Told in steps of a second, and moved by nothing. */
const MUTE: Announce = {
  ...{ roundMin: 1 / 60, balkScaleMin: 1e6, hazardBefore: 1, hazardAfter: 0 },
  ...{ serviceAfter: 0, peakMass: 0 },
};
const patient = (...seconds: number[]): Scripted[] =>
  seconds.map((atS) => ({ atS, patienceS: 1e4 }));
/** Talks of 45 s, 180 s of work and 45 s: 270 in all. */
const policy = { paceMin: 4.5 };
const OPEN_MS = 225_000;
const day = (announce: Announce, more: Omit<Met, 'parts'>, parts: Parts = {}) =>
  met({ ...more, parts: { policy, announce: { ...MUTE, ...announce }, ...parts } });

/** What each caller was told who waited longer, s: a tenth of the difference lengthens the talk. */
function toldBy(announce: Announce, calls: readonly Scripted[], agents = 1, parts: Parts = {}) {
  const found = day({ ...announce, serviceAfter: 0.1 }, { calls, agents }, parts);
  const waits = new Map(told(found, 'answered').map(({ call, waitMs }) => [call, waitMs]));
  const ended = talks(found).sort((a, b) => a.call - b.call);
  return ended.map(({ call, openMs }) => {
    const beyond = (openMs - OPEN_MS) * 10;
    return beyond > 0 ? Math.round((waits.get(call)! - beyond) / 100) / 10 : null;
  });
}

describe('the wait that is told', () => {
  it('[W9] is that of the last call that was answered', () => {
    // The first waits for nothing; the second is told 0 and waits 210 s. The third begins to wait
    // before that is known, the fourth after.
    const calls = patient(0, 60, 100, 280);
    expect(toldBy({ estimator: 'lastServed' }, calls)).toEqual([null, 0, 0, 210]);
  });

  it('[W9] or that of the first in line until now', () => {
    const calls = patient(0, 60, 100, 130);
    expect(toldBy({ estimator: 'headOfLine' }, calls)).toEqual([null, 0, 40, 70]);
  });

  it('[W9] or the length of the line over the speed of the team', () => {
    const calls = patient(0, 0, 60, 100, 130);
    // Two agents, 4.5 min each: 135 s for each one in line, oneself included.
    const seen = toldBy({ estimator: 'queue' }, calls, 2);
    // The fourth waited less than that: 170 s.
    expect(seen).toEqual([null, null, 135, null, 405]);
  });

  it('[W9] in steps', () => {
    const calls = patient(0, 60, 100, 130);
    expect(toldBy({ estimator: 'headOfLine', roundMin: 0.5 }, calls)).toEqual([null, 0, 30, 60]);
  });
});

describe('who waits beyond what was told', () => {
  it('[W9] talks longer, and nobody else does', () => {
    for (const serviceAfter of [0, 0.1, 0.35]) {
      const found = day({ serviceAfter, balkScaleMin: 1e6 }, { calls: patient(0, 60, 1_200) });
      const opens = talks(found).map(({ openMs }) => openMs);
      expect(opens).toEqual([OPEN_MS, OPEN_MS + serviceAfter * 210_000, OPEN_MS]);
      // It is no work on the solution.
      expect(told(found, 'resolved').map(({ workMs }) => workMs)).toEqual([
        180_000, 180_000, 180_000,
      ]);
    }
  });

  it('[W9] is forgotten at the next attempt, by who then waits for nothing', () => {
    const returns = { redialProbability: 1, redialDelayMin: 30, afterClosing: true };
    const calls = [{ atS: 0 }, { atS: 10, patienceS: 5 }, { atS: 11, patienceS: 5 }];
    const found = day({ serviceAfter: 1 }, { calls }, { returns });
    const again = told(found, 'answered').filter(({ attempt }) => attempt > 0);
    expect(again.map(({ waitMs }) => waitMs)).toEqual([0, 0]);
    expect(talks(found).map(({ openMs }) => openMs)).toEqual([OPEN_MS, OPEN_MS, OPEN_MS]);
  });

  it('[W9] is no matter of whose place in memory one has', () => {
    // Twenty callers give up after a second; as many are then answered at once.
    const gone = Array.from({ length: 20 }, (_, i) => ({ atS: 5 + i, patienceS: 1 }));
    const found = day(
      { serviceAfter: 1 },
      { calls: [{ atS: 0 }, ...gone, ...every(300, 8).slice(2)] },
    );
    expect(new Set(talks(found).map(({ openMs }) => openMs))).toEqual(new Set([OPEN_MS]));
  });
});

/** An agent who talks for a whole day, and so many who wait meanwhile. */
function waiting(announce: Announce, more: Partial<Met> = {}, calls = 1_500) {
  const { type = {}, ...rest } = more;
  const law = { law: 'exponential', meanS: 240 } as const;
  const found = day(
    announce,
    {
      calls: [{ atS: 0 }, ...Array.from({ length: calls }, (_, i) => ({ atS: 1 + i * 0.4 }))],
      type: { patience: law, ...type },
      rest: { day: { lengthMin: 60 } },
      ...rest,
    },
    { policy: { paceMin: 500, capMin: 500 } },
  );
  return told(found, 'abandoned').map(({ waitMs }) => waitMs);
}
const beyond = (waits: readonly number[], minutes: number): number =>
  waits.filter((wait) => wait > minutes * MIN).length;

describe('how long one waits who is told', () => {
  const CALLS = 1_500;
  /** The last one answered waited for nothing: so everybody is told. */
  const NONE: Announce = { estimator: 'lastServed' };

  it('[W9] is as long as without an announcement where nothing moves', () => {
    const plain = waiting(NONE);
    expect(plain).toHaveLength(CALLS);
    for (const minutes of [1, 3, 6]) share(beyond(plain, minutes), CALLS, Math.exp(-minutes / 4));
  });

  it('[W9] is shorter past what was told: each minute the haste is 1 + .52 k as great', () => {
    // Told 0: the hazard is e^(g t) / 4, g = ln 1.26 a minute.
    const found = waiting({ ...NONE, hazardAfter: 0.5 });
    const growth = Math.log(1.26);
    for (const minutes of [1, 3, 6]) {
      const spent = (Math.exp(growth * minutes) - 1) / growth / 4;
      share(beyond(found, minutes), CALLS, Math.exp(-spent));
    }
  });

  it('[W9] is longer until then, but for those who hang up at once', () => {
    // One who never gives up is first in line: everybody after ten minutes is told 10 min.
    const first = { atS: 1, patienceS: 1e5 };
    const crowd = Array.from({ length: CALLS }, (_, i) => ({ atS: 600 + i / 1_000 }));
    const haste = { balkScaleMin: 15, hazardBefore: 0.8, hazardAfter: 0.5 };
    const found = waiting(
      { estimator: 'headOfLine', roundMin: 5, ...haste },
      { calls: [{ atS: 0 }, first, ...crowd] },
    );
    const stay = Math.exp(-10 / 15);
    share(found.length - beyond(found, 0), CALLS, 1 - stay, 'at once');
    for (const minutes of [1, 3, 6, 10])
      share(beyond(found, minutes), CALLS, stay * Math.exp((-0.8 * minutes) / 4), `${minutes} min`);
    const growth = Math.log(1.26);
    const late = (Math.exp(growth * 3) - 1) / growth / 4;
    share(beyond(found, 13), CALLS, stay * Math.exp(-2 - late), '13 min');
  });

  it('[W9] ends around the messages that are played', () => {
    const peaks: Announce = { peakMass: 0.3, peaksMin: [1, 3], peakWidthMin: 0.05 };
    const found = waiting({ ...NONE, ...peaks });
    for (const [minutes, mass] of [
      [0.8, 0],
      [1.2, 0.3],
      [2.8, 0.3],
      [3.2, 0.6],
      [6, 0.6],
    ] as const)
      share(beyond(found, minutes), CALLS, Math.exp(-minutes / 4 - mass), `${minutes} min`);
  });

  it('[W9] is that of the own kind, where there are two kinds of callers', () => {
    const phases = [
      { share: 0.5, meanS: 30 },
      { share: 0.5, meanS: 600 },
    ];
    const patience = { law: 'hyperexponential', phases } as const;
    const growth = Math.log(1.52);
    const found = waiting({ ...NONE, hazardAfter: 1 }, { type: { patience } });
    for (const minutes of [0.25, 1, 3, 6]) {
      const felt = (Math.exp(growth * minutes) - 1) / growth;
      const stay = 0.5 * Math.exp(-felt / 0.5) + 0.5 * Math.exp(-felt / 10);
      share(beyond(found, minutes), CALLS, stay, `${minutes} min`);
    }
  });

  it('[W9] ends at once, or around a message, even for who would wait for ever', () => {
    // One who never gives up is first in line: everybody after ten minutes is told 10 min.
    const calls = [{ atS: 0 }, { atS: 1, patienceS: 1e5 }];
    const bursts = [{ atMin: 10, calls: CALLS, lengthMin: 0.1 }];
    const type = { patience: { law: 'infinite' }, bursts } as const;
    const balk = { balkScaleMin: 15, peakMass: 0.3, peaksMin: [3], peakWidthMin: 0.05 };
    const found = waiting({ estimator: 'headOfLine', roundMin: 5, ...balk }, { calls, type });
    // 1,500 in the mean.
    const stay = Math.exp(-10 / 15);
    const gone = 1 - stay * Math.exp(-0.3);
    const spread = 4 * Math.sqrt(CALLS);
    expect(Math.abs(found.length - CALLS * gone)).toBeLessThan(spread);
    expect(Math.abs(found.length - beyond(found, 0) - CALLS * (1 - stay))).toBeLessThan(spread);
    expect(found.filter((wait) => wait > 0 && (wait < 2.5 * MIN || wait > 3.5 * MIN))).toEqual([]);
  });

  it('[W9] is beyond what the record says was borne, where it says no more', () => {
    const atS = [0, ...Array.from({ length: 600 }, (_, i) => 1 + i)];
    const waitedS = atS.map((at) => (at === 0 ? null : 300));
    const trace = { source: 'written for a test', atS, type: atS.map(() => 0), waitedS };
    const day = { lengthMin: 60 };
    const found = waiting(NONE, { rest: { day, trace } });
    expect(found).toHaveLength(600);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(300_000);
    share(beyond(found, 9), 600, Math.exp(-1));
  });

  it('[W9] is what the record says, where it says it', () => {
    const calls = [{ atS: 0 }, { atS: 1, patienceS: 33 }, { atS: 2, patienceS: 7 }];
    const found = day({ hazardAfter: 1, balkScaleMin: 0.01, peakMass: 0.1 }, { calls });
    expect(told(found, 'abandoned').map(({ call, waitMs }) => [call, waitMs])).toEqual([
      [2, 7_000],
      [1, 33_000],
    ]);
  });
});
