import { describe, expect, it } from 'vitest';
import { gapsOf, lawOfGaps } from '../../../../models/study/records/after-call.ts';
import type { CallRecord } from '../../../../models/study/records/calls.ts';
import { atDesk, waitingSpans } from '../../../../models/study/records/presence.ts';
import { recordedFigures, replay } from '../../../../models/study/records/replay.ts';

const call = (known: Partial<CallRecord>): CallRecord => {
  const { arrivalS = 0, waitS = 0 } = known;
  return {
    ...{ day: '1', served: true, serviceS: 60, agent: 'a', customer: '', priority: '', type: '' },
    ...known,
    arrivalS,
    waitS,
    startS: known.startS ?? arrivalS + waitS,
  };
};

describe('a day played again', () => {
  it('has the figures of its rows, to the millisecond', () => {
    const calls = Array.from({ length: 200 }, (_, i) =>
      call({ arrivalS: i * 7.3, waitS: (i * 13.7) % 41, served: i % 5 !== 0, agent: `a${i % 9}` }),
    );
    const { figures } = replay(calls);
    const recorded = recordedFigures(calls);
    expect(figures.offered).toBe(200);
    expect([figures.answered, figures.abandoned]).toEqual([160, 40]);
    expect(figures.level).toBe(recorded.level);
    expect(figures.waitS).toBeCloseTo(recorded.waitS, 9);
    expect(figures.lostAfterS).toBeCloseTo(recorded.lostAfterS, 9);
  });

  it('tells of an agent with two calls at once, and of nobody else', () => {
    expect(replay([call({}), call({ arrivalS: 60 })]).overlaps).toBe(0);
    expect(replay([call({}), call({ arrivalS: 30 })]).overlaps).toBe(1);
    expect(replay([call({}), call({ arrivalS: 30, agent: 'b' })]).overlaps).toBe(0);
  });

  it('does not invent the wait of who gave up at an unknown moment', () => {
    const { figures } = replay([call({ waitS: 4 }), call({ served: false, waitS: Number.NaN })]);
    expect(figures).toMatchObject({ offered: 2, answered: 1, abandoned: 1, waitS: 4 });
    expect(figures.lostAfterS).toBeNaN();
  });
});

describe('who was at the desk', () => {
  const seconds = (calls: CallRecord[], others: CallRecord[] = []): number =>
    atDesk(calls, waitingSpans([...calls, ...others])).reduce((sum, [a, b]) => sum + b - a, 0);
  it('a silence of ten minutes is a quiet desk where nobody waits', () => {
    // Ten minutes before and after, as far as is known, and the silence between.
    expect(seconds([call({ arrivalS: 1_000 }), call({ arrivalS: 1_500 })])).toBe(600 + 560 + 600);
  });
  it('not while a caller waits for somebody', () => {
    const lost = call({ arrivalS: 1_200, waitS: 100, served: false, agent: '' });
    expect(seconds([call({ arrivalS: 1_000 }), call({ arrivalS: 1_500 })], [lost])).toBe(
      600 + 560 + 600 - 100,
    );
  });
  it('but while the next one waits for the end of what follows a call', () => {
    const next = call({ arrivalS: 1_050, waitS: 30 });
    expect(seconds([call({ arrivalS: 1_000 }), next])).toBe(600 + 60 + 20 + 60 + 600);
  });
});

describe('after-call work', () => {
  it('is seen in the silences at whose beginning the next caller was waiting', () => {
    const calls = [
      call({ arrivalS: 0 }),
      call({ arrivalS: 50, waitS: 22 }), // 12 s after the end of the first
      call({ arrivalS: 200 }), // nobody waited
      call({ arrivalS: 210, waitS: 700, agent: 'b' }), // another's first
      call({ arrivalS: 250, waitS: 1_000 }), // too long: an absence
    ];
    expect(gapsOf(calls)).toEqual([12]);
  });

  it('has the law of what was seen, zeros included, and none of too little', () => {
    const gaps = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 0 : (i % 40) + 1));
    const found = lawOfGaps(gaps);
    expect(found?.n).toBe(400);
    expect(found?.meanS).toBeCloseTo(gaps.reduce((sum, x) => sum + x, 0) / 400, 0);
    expect(found?.law).toMatchObject({ law: 'empirical', zero: 0.25 });
    expect(lawOfGaps(gaps.slice(0, 19))).toBeNull();
    expect(lawOfGaps(new Array(100).fill(0))).toBeNull();
  });
});
