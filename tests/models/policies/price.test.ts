import { describe, expect, it } from 'vitest';
import {
  type NextMinutes,
  type PacedLine,
  priceOfNext,
  roomFor,
  type Worth,
} from '../../../models/policies/price.ts';
import { erlangA, erlangB, erlangC, prices } from '../../../models/study/theory.ts';
import { type Chain, carried, relativeValues } from '../../support/chain.ts';
import { printed, SHOP, same, T } from '../study/theory/close.ts';

/** One handling time for all, everything resolved. */
const steady = (line: Omit<PacedLine, 'paces' | 'unresolved'>, handling: number, most: number) => ({
  ...line,
  paces: new Float64Array(most + 1).fill(handling),
  unresolved: new Float64Array(most + 1),
});
const WAITING: Worth = { wait: 1, abandoned: 0, unresolved: 0 };
const WORTH: Worth = { wait: 1, abandoned: 2, unresolved: 0 };
const TWELVE = steady({ rate: 2, agents: 12, patience: 4 }, 6, 60);
const PATIENT = steady({ rate: 2, agents: 14, patience: Infinity }, 6, 150);

/** Faster as more wait, and failing more often: nothing constant, nothing symmetric. */
const UNEVEN: PacedLine = {
  ...{ rate: 1.9, agents: 5, patience: 3 },
  paces: Float64Array.from({ length: 41 }, (_, i) => 2 + 3 / (1 + Math.max(0, i - 3))),
  unresolved: Float64Array.from({ length: 41 }, (_, i) => Math.min(0.9, 0.1 + 0.02 * i)),
};

/** The line while an agent is held, or not, as moves by number inside. */
function movesOf(line: PacedLine, held: boolean): Chain {
  const states = line.paces.length;
  return {
    states,
    moves(i, go) {
      if (i + 1 < states) go(i + 1, line.rate);
      const busy = Math.min(i, line.agents) - (held && i > 0 ? 1 : 0);
      if (busy > 0) go(i - 1, busy / line.paces[i]!);
      if (i > line.agents) go(i - 1, (i - line.agents) / line.patience);
    },
  };
}

/** By elimination and uniformisation: what staying costs in all, by number inside. */
function independently(line: PacedLine, worth: Worth, ahead: number): Float64Array {
  const cost = (held: boolean) => (i: number) => {
    const busy = Math.min(i, line.agents) - (held && i > 0 ? 1 : 0);
    const queue = Math.max(0, i - line.agents);
    const fails = (busy * line.unresolved[i]!) / line.paces[i]!;
    return (
      worth.wait * queue + (worth.abandoned * queue) / line.patience + worth.unresolved * fails
    );
  };
  const { values, mean } = relativeValues(movesOf(line, false), cost(false));
  const released = values.map((_, i) => values[Math.max(0, i - 1)]!);
  const atEnd = carried(movesOf(line, true), (i) => cost(true)(i) - mean, released, ahead);
  return atEnd.map((x, i) => (i === 0 ? 0 : x - released[i]!));
}

const near = (got: number, want: number, by: number): void =>
  expect(Math.abs(got - want), `${got} against ${want}`).toBeLessThanOrEqual(
    by * Math.max(1, Math.abs(want)),
  );

describe('the price of the next minute', () => {
  it('is that of the model to every printed digit', () => {
    const { price } = priceOfNext(TWELVE, WORTH, 1);
    const row = '.0053 .0562 .1546 .3783 .8255 1.0174 1.0880 1.1056 1.0934 1.0742'.split(' ');
    for (const [k, q] of [-4, -2, -1, 0, 1, 2, 3, 4, 6, 8].entries())
      printed(price[12 + q]!, row[k]!);
    const now = priceOfNext(TWELVE, WORTH, 0).price;
    for (const [q, want] of ['1.2463', '1.1835', '1.1435', '1.1166'].entries())
      printed(now[13 + q]!, want);
    const patient = priceOfNext(PATIENT, WORTH, 1).price;
    for (const [q, want] of [
      [0, '.8285'],
      [1, '1.9384'],
      [2, '2.7692'],
      [4, '3.9833'],
      [8, '6.0131'],
    ] as const)
      printed(patient[14 + q]!, want);
  });

  it.each([0.25, 1, 3, 5])('is what elimination and uniformisation find, %d min ahead', (ahead) => {
    const worth = { wait: 1, abandoned: 12, unresolved: 14 };
    const large = steady({ rate: 18, agents: 110, patience: 4 }, 6, 160);
    for (const [line, w, upTo] of [
      [TWELVE, WORTH, 60],
      [UNEVEN, worth, 40],
      [large, WORTH, 160],
    ] as const) {
      const { price } = priceOfNext(line, w, ahead);
      const want = independently(line, w, ahead);
      for (let i = 0; i <= upTo; i += 1) near(price[i]! * ahead, want[i]!, 1e-8);
    }
  });

  it('parts into minutes waited, callers who give up and contacts that fail', () => {
    const worth = { wait: 1, abandoned: 12, unresolved: 14 };
    const parts: [keyof NextMinutes & keyof Worth, number[]][] = [
      ['abandoned', [0, 1, 0]],
      ['unresolved', [0, 0, 1]],
    ];
    for (const ahead of [1, 3]) {
      const next = priceOfNext(UNEVEN, worth, ahead);
      for (const [name, [wait = 0, abandoned = 0, unresolved = 0]] of parts) {
        const want = independently(UNEVEN, { wait, abandoned, unresolved }, ahead);
        for (let i = 0; i <= 30; i += 1) near(next[name][i]! * ahead, want[i]!, 1e-8);
      }
      const waited = independently(UNEVEN, WAITING, ahead);
      for (let i = 0; i <= 30; i += 1) {
        near(next.waited[i]! * ahead, waited[i]!, 1e-8);
        same(next.price[i]!, next.waited[i]! + 12 * next.abandoned[i]! + 14 * next.unresolved[i]!);
      }
    }
    // Somebody who stays a minute when four wait costs nobody nothing.
    const { waited, abandoned } = priceOfNext(TWELVE, WORTH, 1);
    expect(waited[16]).toBeGreaterThan(0.5);
    expect(abandoned[16]).toBeGreaterThan(0.1);
  });

  it('tends to the price now as the while shortens', () => {
    const now = priceOfNext(UNEVEN, { wait: 1, abandoned: 12, unresolved: 14 }, 0);
    const soon = priceOfNext(UNEVEN, { wait: 1, abandoned: 12, unresolved: 14 }, 1e-4);
    for (let i = 0; i <= 30; i += 1) near(soon.price[i]!, now.price[i]!, 1e-2);
    expect(now.price[5]).not.toBeCloseTo(now.price[8]!, 1);
  });

  it('grows with the while when nobody waits, and is nothing for an instant', () => {
    const at = (ahead: number): number => priceOfNext(TWELVE, WORTH, ahead).price[12]!;
    expect(Math.abs(at(0))).toBeLessThan(1e-9);
    expect(at(0.5)).toBeGreaterThan(0.1);
    expect(at(1)).toBeGreaterThan(at(0.5));
    expect(at(3)).toBeGreaterThan(at(1));
  });
});

describe('the price now', () => {
  it('is the closed form: 0 while nobody waits, then the price of one place in the queue', () => {
    const { price } = priceOfNext(TWELVE, WORTH, 0);
    const exact = prices({ ...SHOP, agents: 12 }, 4, { wait: 1, abandonment: 2 }, 60).now;
    for (let i = 0; i <= 58; i += 1) near(price[i]!, exact[i]!, 1e-9);
  });

  it('is q / (1 - rho) for one agent, whatever the while costs later', () => {
    const one = steady({ rate: 0.8, agents: 1, patience: Infinity }, 1, 400);
    const { price } = priceOfNext(one, WAITING, 0);
    for (const [q, want] of [
      [1, 5],
      [2, 10],
      [5, 25],
      [10, 50],
    ] as const)
      near(price[1 + q]!, want, 1e-6);
  });

  it('rises by mu / (n mu - lambda) for each who waits, when nobody gives up', () => {
    const { price } = priceOfNext(PATIENT, WAITING, 0);
    for (let q = 2; q <= 20; q += 1) near(price[14 + q]! - price[13 + q]!, 0.5, 1e-6);
    // Delta(n-1) = Lq / (lambda B(n-1)): the recursion of Erlang B, in disguise.
    const queue = (2 * erlangC(14, 12)) / (14 / 6 - 2);
    near(price[15]!, 1 + queue / (6 * 2 * erlangB(13, 12)), 1e-6);
  });

  it('is bounded by one lost service when callers give up', () => {
    const lost = (1 / 6) * (1 / 0.25 + 2);
    const { price } = priceOfNext(steady(TWELVE, 6, 400), WORTH, 0);
    near(price[100]!, lost, 1e-2);
    near(price[300]!, lost, 2e-3);
    expect(price[300]).toBeLessThan(price[100]!);
    // Without them it has no bound.
    expect(priceOfNext(PATIENT, WAITING, 0).price[100]).toBeGreaterThan(40);
  });
});

describe('relative values', () => {
  it('solve the equation of mean cost in a centre of any size', () => {
    for (const agents of [1, 12, 110, 400]) {
      const line = { rate: agents / 6.2, handling: 6, agents };
      const most = agents + 150;
      const { cost, steps } = prices(line, 4, { wait: 1, abandonment: 2 }, most);
      same(steps[0]!, cost / line.rate);
      for (let i = 1; i < most; i += 1) {
        const queue = Math.max(0, i - agents);
        const out = Math.min(i, agents) / 6 + queue / 4;
        const off = 1.5 * queue - cost + line.rate * steps[i]! - out * steps[i - 1]!;
        expect(Math.abs(off), `${agents}, ${i}`).toBeLessThan(1e-9 * agents);
        expect(steps[i]).toBeGreaterThan(0);
      }
    }
  });
});

describe('the long-run price', () => {
  /** Derivative by central differences, their error of the second order taken out. */
  const slope = (f: (x: number) => number, x: number): number => {
    const difference = (h: number): number => (f(x + h) - f(x - h)) / (2 * h);
    return (4 * difference(1e-3) - difference(2e-3)) / 3;
  };

  it.each([
    [2, 12, 6, 4, 1, 2],
    [1.6, 10, 4.5, 4, 1, 8],
    [0.3, 2, 6, 20, 2, 0],
  ])(
    'is the slope of the cost: rate %d, %d agents',
    (rate, agents, handling, patience, wait, a) => {
      const minute = wait + a / patience;
      const cost = (m: number): number =>
        minute * erlangA({ rate, handling: m, agents }, patience, T).queue;
      const p = prices({ rate, handling, agents }, patience, { wait, abandonment: a }, 150);
      const ended = rate * (1 - erlangA({ rate, handling, agents }, patience, T).abandons);
      near((p.longRun * ended) / slope(cost, handling), 1, 1e-6);
    },
  );

  it('is that of Erlang C too', () => {
    const cost = (m: number): number => {
      const load = 2 * m;
      return (2 * erlangC(14, load)) / (14 / m - 2);
    };
    const p = prices(
      { rate: 2, handling: 6, agents: 14 },
      Infinity,
      { wait: 1, abandonment: 0 },
      900,
    );
    near((p.longRun * 2) / slope(cost, 6), 1, 1e-6);
    printed(p.longRun, '2.917');
  });
});

describe('room', () => {
  it('is enough for the fullest state to be as rare as said, and no more', () => {
    for (const [rate, agents, handling, patience] of [
      [2, 12, 6, 4],
      [2, 14, 6, Infinity],
      [0.1, 10, 6, 4],
      [9, 10, 6, 2],
    ] as const) {
      const most = roomFor({ rate, agents, patience }, handling, 1e-6);
      const { shares } = prices(
        { rate, handling, agents },
        patience,
        { wait: 1, abandonment: 0 },
        Math.max(most + 5, agents + 5),
      );
      const likeliest = shares.indexOf(Math.max(...shares));
      const from = shares[Math.max(likeliest, agents)]!;
      expect(shares[most]! / from).toBeLessThanOrEqual(1e-6);
      if (most > agents + 2) expect(shares[most - 1]! / from).toBeGreaterThan(1e-6);
    }
    const table = (most: number): number =>
      priceOfNext(steady({ rate: 2, agents: 12, patience: 4 }, 6, most), WORTH, 3).price[20]!;
    near(table(roomFor(TWELVE, 6)), table(200), 1e-4);
  });
});

describe('a price of nothing', () => {
  const bad = (line: Partial<PacedLine>): (() => unknown) => {
    return () => priceOfNext({ ...TWELVE, ...line }, WORTH, 1);
  };
  it.each<[string, () => unknown, RegExp]>([
    ['no call', bad({ rate: 0 }), /^rate must be/],
    ['half an agent', bad({ agents: 1.5 }), /^agents must be/],
    ['no patience', bad({ patience: 0 }), /^patience must be/],
    ['no room', bad({ paces: new Float64Array(13).fill(6) }), /^paces must be of length 14/],
    ['a pace of 0', bad({ paces: new Float64Array(61) }), /^paces\[0\] must be/],
    ['no share', bad({ unresolved: new Float64Array(61).fill(2) }), /^unresolved\[0\] must be/],
    ['shares missing', bad({ unresolved: new Float64Array(3) }), /^unresolved must be/],
    ['endless patience under overload', bad({ patience: Infinity, rate: 3 }), /^rate must be/],
    ['a while of NaN', () => priceOfNext(TWELVE, WORTH, Number.NaN), /^ahead must be/],
    ['no worth', () => priceOfNext(TWELVE, { ...WORTH, wait: Number.NaN }, 1), /^wait must be/],
    ['room for overload', () => roomFor({ ...PATIENT, rate: 3 }, 6), /^rate must be/],
    ['rare for sure', () => roomFor(TWELVE, 6, 1), /^rare must be/],
  ])('is refused by name: %s', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
