import { describe, expect, it } from 'vitest';
import {
  leastLoad,
  loadWithReturns,
  menuOf,
  minutesOfCustomer,
  mostResolved,
  pacesAtPrices,
  type Resolution,
  resolutionOf,
  workUntil,
} from '../../../models/policies/paces.ts';
import { priceOfNext } from '../../../models/policies/price.ts';
import { pacePrices, worthOf } from '../../../models/policies/price-returns.ts';
import { type Chain, relativeValues } from '../../support/chain.ts';
import { printed, same } from '../study/theory/close.ts';

/** The example of the model (section 15). */
const FIXED = 1.5;
const CONCAVE = resolutionOf({ shape: 'concave', max: 0.95, tau: 1.5, k: 1 });
const LATE = resolutionOf({ shape: 's', max: 0.95, tau: 1.5, k: 2 });
const STEEP = resolutionOf({ shape: 's', max: 0.9, tau: 2, k: 4 });
const PLATEAU = resolutionOf({ shape: 'plateau', max: 0.95, tau: 1.5, k: 1 });
const SHAPES: [string, Resolution][] = [
  ['concave', CONCAVE],
  ['S', LATE],
  ['steep S', STEEP],
  ['plateau', PLATEAU],
];
const CAP = 8;

describe('self-defeating hurry', () => {
  it('begins where the model says', () => {
    for (const [back, want] of [
      [0.6, '1.95'],
      [0.7, '2.36'],
      [0.85, '2.84'],
      [1, '3.22'],
    ] as const) {
      const least = leastLoad(CONCAVE, FIXED, back, CAP);
      printed(least.pace, want);
      expect(least.interior).toBe(true);
      printed(least.threshold, '.513');
      // p r'(m) m = 1 - p (1 - r(m)).
      const y = least.pace - FIXED;
      same(back * CONCAVE.slope(y) * least.pace, 1 - back * (1 - CONCAVE.share(y)));
    }
    for (const [pace, want] of [
      [2, '1.35'],
      [2.5, '1.85'],
      [3.24, '2.01'],
      [4, '1.93'],
      [5, '1.72'],
    ] as const)
      printed(mostResolved(10, CONCAVE, FIXED, pace), want);
  });

  it('is worst of all for the p mu rule when everybody comes back', () => {
    const { pace } = leastLoad(CONCAVE, FIXED, 1, CAP);
    const most = mostResolved(10, CONCAVE, FIXED, pace);
    for (const other of [pace - 0.01, pace + 0.01])
      expect(mostResolved(10, CONCAVE, FIXED, other)).toBeLessThan(most);
  });

  it('raises the load of fewer minutes: s0 p r_max / tau > 1 - p, and only then', () => {
    for (const [fixed, tau, max, back] of [
      [1.5, 1.5, 0.95, 0.5],
      [1.5, 1.5, 0.95, 0.53],
      [0.5, 3, 1, 0.8],
      [0.5, 3, 1, 0.9],
      [0, 1, 0.9, 1],
      [4, 0.5, 0.7, 0.2],
    ] as const) {
      const curve = resolutionOf({ shape: 'concave', max, tau, k: 1 });
      const { interior, pace, threshold } = leastLoad(curve, fixed, back, 20);
      expect(interior).toBe((fixed * back * max) / tau > 1 - back);
      expect(pace > fixed).toBe(interior);
      expect(back > threshold).toBe(interior);
    }
    const load = (pace: number): number =>
      loadWithReturns({ rate: 1.6, agents: 10 }, CONCAVE, FIXED, 0.85, pace);
    expect(load(2)).toBeGreaterThan(load(2.5));
    same(load(3), (1.6 * 3) / (10 * (1 - 0.85 * (1 - 0.95 * (1 - Math.exp(-1))))));
  });

  it.each(SHAPES)('is found by looking everywhere: %s', (_, resolution) => {
    for (const fixed of [0.25, 1.5, 3])
      for (const back of [0.3, 0.55, 0.6, 0.65, 0.7, 0.85, 1]) {
        const found = leastLoad(resolution, fixed, back, fixed + 6.5);
        const load = (pace: number): number => minutesOfCustomer(resolution, fixed, back, pace);
        let best = fixed;
        for (let k = 1; k <= 65_000; k += 1)
          if (load(fixed + k / 10_000) < load(best)) best = fixed + k / 10_000;
        expect(found.interior, `${fixed} ${back}`).toBe(best > fixed);
        expect(Math.abs(found.pace - best)).toBeLessThan(2e-4);
        expect(load(found.pace)).toBeLessThanOrEqual(load(best));
      }
  });

  it('has no way out by no contact at all where the first minutes resolve nothing', () => {
    expect(leastLoad(CONCAVE, 0, 1, CAP)).toEqual({ pace: 0, interior: false, threshold: 1 });
    const late = leastLoad(LATE, 0, 1, CAP);
    expect(late.interior).toBe(true);
    // r'(y) y = r(y): with x = (y / tau)^2, 2 x = e^x - 1.
    const x = (late.pace / 1.5) * (late.pace / 1.5);
    same(2 * x, Math.exp(x) - 1);
  });
});

describe('how long to work', () => {
  it('is tau N ln(V r_max / (tau N price)) on the concave curve, between its bounds', () => {
    for (const [need, value, price] of [
      [1, 14.17, 1.2],
      [0.4, 14.17, 0.3],
      [2.5, 14.17, 3],
      [1, 5, 4],
      [1, 14.17, 0.001],
    ] as const) {
      const stop = 1.5 * need * Math.log((value * 0.95) / (1.5 * need * price));
      const want = Math.min(Math.max(stop, 1.337), 6.5);
      same(workUntil(CONCAVE, need, value, price, 1.337, 6.5), want);
    }
  });

  it.each(SHAPES)('leaves off where the next minute is no longer worth its price: %s', (_, r) => {
    for (const need of [0.5, 1, 2])
      for (const price of [0.2, 1, 3, 20]) {
        const until = workUntil(r, need, 14, price, 0, 30);
        const worth = (work: number): number => (14 * r.slope(work / need)) / need;
        if (until > 0) {
          expect(worth(until - 1e-6)).toBeGreaterThan(price);
          expect(worth(until + 1e-6)).toBeLessThanOrEqual(price);
        }
        // Nowhere later would it be worth it again, and nowhere at all if nothing is done.
        for (let work = until + 1e-6; work < 30; work += 0.05)
          expect(worth(work)).toBeLessThanOrEqual(price * (1 + 1e-9));
      }
  });

  it('goes on past the slow beginning of an S, and stops where even its best is not worth it', () => {
    expect(LATE.slope(0)).toBe(0);
    expect(workUntil(LATE, 1, 14, 1, 0, 8)).toBeGreaterThan(LATE.steepest);
    expect(workUntil(LATE, 1, 14, 14 * LATE.slope(LATE.steepest) * 1.001, 0.5, 8)).toBe(0.5);
    // Where the longest talk ends before it is steep, the fewest minutes are the best.
    expect(workUntil(STEEP, 4, 14, 3, 0.5, 2)).toBe(0.5);
    expect(workUntil(CONCAVE, 1, 14, 0, 0.5, 8)).toBe(8);
    same(workUntil(PLATEAU, 1, 14, 0, 0.5, 8), 3);
  });

  it.each(SHAPES)('knows where the curve is steepest: %s', (_, r) => {
    for (let work = 0; work <= 8; work += 0.01)
      expect(r.slope(work)).toBeLessThanOrEqual(r.slope(r.steepest) + 1e-12);
  });

  it('is shorter the dearer time is, and never below where hurry defeats itself', () => {
    const { pace: floor } = leastLoad(CONCAVE, FIXED, 0.85, CAP);
    const paces = pacesAtPrices(
      Float64Array.of(0, 0.5, 1.2, 3, 9),
      CONCAVE,
      FIXED,
      14.17,
      floor,
      CAP,
    );
    expect(paces[0]).toBe(8);
    same(paces[2]!, FIXED + 1.5 * Math.log((14.17 * 0.95) / (1.5 * 1.2)));
    expect([...paces].sort((a, b) => b - a)).toEqual([...paces]);
    same(paces[4]!, floor);
  });
});

/** The worked example: rates a minute, harms 1/2/5/15. */
const LINE = { rate: 1.6, agents: 10, patience: 4, redial: 0.6, back: 0.85 };
const HARMS = { wait: 1, abandoned: 2, unresolved: 5, lost: 15 };
const ENDLESS = { ...LINE, patience: Infinity, back: 1, rate: 1.9 };
/** Every quarter of a minute up to 5, then every half. */
const GRID = Float64Array.from({ length: 17 }, (_, k) => (k <= 12 ? 2 + k / 4 : k / 2 - 1));
const FINE = Float64Array.from({ length: 301 }, (_, k) => 2 + k / 50);

describe('the price where callers call again', () => {
  it('is that of the worked example', () => {
    expect(GRID.subarray(11)).toEqual(Float64Array.of(4.75, 5, 5.5, 6, 6.5, 7));
    const found = pacePrices(LINE, HARMS, menuOf(CONCAVE, FIXED, GRID), 60);
    printed(found.line.rate, '1.967');
    printed(found.worth.unresolved, '14.17');
    printed(found.call, '8.15');
    printed(found.price[10]!, '1.196');
    printed(found.worth.unresolved * CONCAVE.slope(found.line.paces[10]! - FIXED), '1.215');
    for (const [i, pace] of [
      [1, 6.5],
      [10, 4.5],
      [11, 4],
      [14, 3.5],
      [18, 3.25],
    ] as const)
      expect(found.line.paces[i]).toBe(pace);
    expect(Math.min(...found.line.paces)).toBeGreaterThan(
      leastLoad(CONCAVE, FIXED, 0.85, CAP).pace,
    );
  });

  it.each<[string, typeof LINE, Float64Array, number]>([
    ['the example', LINE, GRID, 60],
    ['many paces', LINE, FINE, 60],
    ['one pace', LINE, Float64Array.of(4.5), 80],
    ['a large centre', { ...LINE, rate: 18, agents: 100 }, GRID, 170],
    ['patient callers', { ...LINE, patience: Infinity, rate: 1 }, GRID, 90],
    ['all return', { ...LINE, redial: 1, back: 1 }, GRID, 60],
    ['none returns', { ...LINE, redial: 0, back: 0 }, GRID, 60],
    ['a queue that takes more room', { ...LINE, patience: 40, rate: 3 }, GRID, 20],
  ])('is one consistent solution: %s', (_, line, grid, room) => {
    const menu = menuOf(CONCAVE, FIXED, grid);
    const {
      line: found,
      worth,
      call,
      price,
      iterations,
      cut,
    } = pacePrices(line, HARMS, menu, room);
    expect(cut).toBeLessThan(1e-9);
    const most = found.paces.length - 1;
    expect(most).toBeGreaterThanOrEqual(room);
    expect(iterations).toBeLessThan(200);
    const { paces, unresolved, rate } = found;
    const ends = (i: number): number => Math.min(i, line.agents) / paces[i]!;
    const queue = (i: number): number => Math.max(0, i - line.agents);
    expect(found.paces.length).toBe(price.length);
    const chain: Chain = {
      states: most + 1,
      moves(i, go) {
        if (i < most) go(i + 1, rate);
        if (i > 0) go(i - 1, ends(i) + queue(i) / line.patience);
      },
    };
    const minutes = worth.wait + worth.abandoned / line.patience;
    const { values, mean } = relativeValues(
      chain,
      (i) => minutes * queue(i) + ends(i) * unresolved[i]! * worth.unresolved,
    );
    // Shares of time from the flow between neighbours alone.
    const share = new Float64Array(most + 1).fill(1);
    for (let i = 1; i <= most; i += 1)
      share[i] = (share[i - 1]! * rate) / (ends(i) + queue(i) / line.patience);
    const whole = share.reduce((a, b) => a + b, 0);
    const over = (f: (i: number) => number): number =>
      share.reduce((sum, x, i) => sum + (x / whole) * f(i), 0);
    const gone = over((i) => queue(i) / line.patience);
    const failed = over((i) => ends(i) * unresolved[i]!);
    const near = (got: number, want: number): void =>
      expect(Math.abs(got - want)).toBeLessThan(1e-7 * Math.max(1, Math.abs(want)));
    near(rate, line.rate + line.redial * gone + line.back * failed);
    near(
      call,
      over((i) => (i < most ? values[i + 1]! - values[i]! : 0)),
    );
    expect(worth).toEqual(worthOf(line, HARMS, call));
    // The best of the menu pays the price, and with it the mean cost comes out in every state.
    for (let i = 1; i <= most; i += 1) {
      const step = values[i]! - values[i - 1]!;
      const gains = [...grid].map(
        (m, k) => (step - (1 - menu.resolved[k]!) * worth.unresolved) / m,
      );
      near(price[i]!, Math.max(...gains));
      near(gains[grid.indexOf(paces[i]!)]!, price[i]!);
      const up = i < most ? rate * (values[i + 1]! - values[i]!) : 0;
      const balance =
        minutes * queue(i) +
        up -
        (queue(i) / line.patience) * step -
        Math.min(i, line.agents) * price[i]!;
      expect(Math.abs(balance - mean)).toBeLessThan(1e-6 * Math.max(1, mean, Math.abs(step)));
    }
  });

  it('is what resolving makes of one more minute, as paces get finer', () => {
    const { line, worth, price } = pacePrices(LINE, HARMS, menuOf(CONCAVE, FIXED, FINE), 60);
    for (let i = 3; i <= 30; i += 1)
      expect(
        Math.abs(worth.unresolved * CONCAVE.slope(line.paces[i]! - FIXED) - price[i]!),
      ).toBeLessThan(0.02 * Math.max(1, price[i]!));
  });

  it('is known ahead too: dearer for a longer while as long as nobody waits', () => {
    const { line, worth } = pacePrices(LINE, HARMS, menuOf(CONCAVE, FIXED, GRID), 60);
    const [one, three] = [priceOfNext(line, worth, 1).price, priceOfNext(line, worth, 3).price];
    for (let i = 1; i <= 10; i += 1) expect(three[i]).toBeGreaterThan(one[i]!);
    for (let i = 12; i <= 25; i += 1) expect(three[i]).toBeLessThan(one[i]!);
  });

  it('settles where two paces tie, and is known ahead even at the edge of what can be carried', () => {
    const menu = menuOf(CONCAVE, FIXED, GRID);
    const { line, worth, price, iterations } = pacePrices(ENDLESS, HARMS, menu, 60);
    expect(iterations).toBeGreaterThan(200);
    expect(iterations).toBeLessThan(400);
    for (let i = 1; i < 40; i += 1) {
      // Nearly the slope that the price is: nearly the best of its neighbours.
      const slope = worth.unresolved * CONCAVE.slope(line.paces[i]! - FIXED);
      expect(Math.abs(slope / price[i]! - 1)).toBeLessThan(0.2);
    }
    const ahead = priceOfNext(line, worth, 1).price;
    for (let i = 1; i < 40; i += 1) expect(ahead[i]).toBeGreaterThan(ahead[i - 1]!);
  });

  it('says by what it cuts off that callers call again for ever', () => {
    const never = { paces: Float64Array.of(4), resolved: Float64Array.of(0) };
    const all = { ...LINE, redial: 1, back: 1 };
    expect(pacePrices(all, HARMS, never, 60).cut).toBeGreaterThan(1e-3);
    const menu = menuOf(CONCAVE, FIXED, GRID);
    expect(pacePrices(all, HARMS, menu, 60).cut).toBeLessThan(1e-9);
    // However many come, callers who give up and do not call for ever leave an end in sight.
    const rush = pacePrices({ ...LINE, rate: 9, patience: 240 }, HARMS, menu, 60);
    expect(rush.price[1_000]).toBeGreaterThan(rush.price[10]!);
  });

  it('falls to nothing where nothing that happens to callers costs', () => {
    const free = { wait: 0, abandoned: 0, unresolved: 0, lost: 0 };
    const { price, call } = pacePrices(LINE, free, menuOf(CONCAVE, FIXED, GRID), 60);
    expect(call).toBe(0);
    expect(price.every((x) => x === 0)).toBe(true);
  });
});

describe('a pace of nothing', () => {
  const menu = menuOf(CONCAVE, FIXED, GRID);
  it.each<[string, () => unknown, RegExp]>([
    ['no calls', () => pacePrices({ ...LINE, rate: 0 }, HARMS, menu, 60), /^rate must be/],
    ['no agent', () => pacePrices({ ...LINE, agents: 0 }, HARMS, menu, 60), /^agents must be/],
    ['no room', () => pacePrices(LINE, HARMS, menu, 11), /^most must be/],
    ['a share of 2', () => pacePrices({ ...LINE, back: 2 }, HARMS, menu, 60), /^back must be/],
    ['a gift', () => pacePrices(LINE, { ...HARMS, lost: -1 }, menu, 60), /^lost must be/],
    [
      'an empty menu',
      () => pacePrices(LINE, HARMS, menuOf(CONCAVE, FIXED, new Float64Array(0)), 60),
      /^paces must be/,
    ],
    [
      'a pace of 0',
      () => pacePrices(LINE, HARMS, menuOf(CONCAVE, FIXED, Float64Array.of(0)), 60),
      /^paces\[0\] must be/,
    ],
    [
      'shares missing',
      () => pacePrices(LINE, HARMS, { ...menu, resolved: Float64Array.of(1) }, 60),
      /^resolved must be/,
    ],
    [
      'patience without end under overload',
      () => pacePrices({ ...LINE, patience: Infinity, rate: 9 }, HARMS, menu, 60),
      /^rate must be such that agents/,
    ],
    ['no cap', () => leastLoad(CONCAVE, 1.5, 0.85, 1.5), /^cap must be/],
    ['fixed for ever', () => menuOf(CONCAVE, Infinity, GRID), /^fixed must be/],
    [
      'a floor above the cap',
      () => pacesAtPrices(Float64Array.of(1), CONCAVE, 1.5, 14, 9, 8),
      /^least must be/,
    ],
  ])('is refused by name: %s', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
