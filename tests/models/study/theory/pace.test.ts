import { describe, expect, it } from 'vitest';
import { menuOf, resolutionOf } from '../../../../models/policies/paces.ts';
import type { PacedLine } from '../../../../models/policies/price.ts';
import { type Menu, pacePrices } from '../../../../models/policies/price-returns.ts';
import { orbitLine, type PacedOrbit, pacedOrbit, prices } from '../../../../models/study/theory.ts';
import { type Centre, type Choice, counted, leastCost } from '../../../support/chain.ts';
import { printed, same } from './close.ts';

/** The worked example of the model (section 15): minutes, waiting-minute equivalents. */
const FIXED = 1.5;
const CURVE = resolutionOf({ shape: 'concave', max: 0.95, tau: 1.5, k: 1 });
const LINE = { rate: 1.6, agents: 10, patience: 4 };
const RETURNING = { redial: 0.6, back: 0.85, delay: 30 };
const HARMS = { wait: 1, abandoned: 2, unresolved: 5, lost: 15 };
/** Every quarter of a minute up to 5, then every half: the table of the example. */
const GRID = Float64Array.from({ length: 17 }, (_, k) => (k <= 12 ? 2 + k / 4 : k / 2 - 1));

/** A pace for each number inside, with what the curve of the example makes of it. */
const paced = (pace: (inside: number) => number, most = 60): PacedLine => {
  const paces = Float64Array.from({ length: most + 1 }, (_, i) => pace(i));
  return { ...LINE, paces, unresolved: paces.map((m) => 1 - CURVE.share(m - FIXED)) };
};

const exactly = (line: PacedLine, far: number): PacedOrbit => {
  const orbit = pacedOrbit(line, RETURNING, HARMS, far);
  expect(orbit.cut).toBeLessThan(1e-6);
  return orbit;
};

const selfConsistent = (menu: Menu): PacedLine => ({
  ...pacePrices({ ...LINE, ...RETURNING }, HARMS, menu, 60).line,
  rate: LINE.rate,
});

/** The same line for the solvers that know nothing of blocks. */
const centreOf = (
  line: PacedLine,
  returning: typeof RETURNING,
  harms: typeof HARMS,
  far: number,
): Centre => ({ ...line, ...returning, harms, far, most: line.paces.length - 1 });

describe('a table of paces in the long run', () => {
  it.each<[string, PacedLine, number, string[]]>([
    // Cost for one first call, FCR, attempts, share who give up, occupancy: MODEL 15.1.
    ['fixed 2.0', paced(() => 2), 160, ['14.82', '.27', '2.63', '.050', '.800']],
    ['fixed 2.5', paced(() => 2.5), 100, ['7.70', '.46', '1.86', '.030', '.720']],
    ['fixed 3.0', paced(() => 3), 80, ['4.89', '.60', '1.53', '.032', '.712']],
    ['fixed 4.0', paced(() => 4), 60, ['2.93', '.77', '1.28', '.060', '.770']],
    ['fixed 4.5', paced(() => 4.5), 60, ['2.757', '.82', '1.24', '.087', '.812']],
    ['fixed 5.0', paced(() => 5), 60, ['2.93', '.86', '1.22', '.125', '.854']],
    ['fixed 7.0', paced(() => 7), 60, ['6.13', '.93', '1.34', '.353', '.970']],
    [
      '5, 4 when one waits',
      paced((i) => (i > 10 ? 4 : 5)),
      50,
      ['2.590', '.83', '1.23', '.079', '.836'],
    ],
    [
      'the price',
      selfConsistent(menuOf(CURVE, FIXED, GRID)),
      50,
      ['2.541', '.81', '1.23', '.067', '.837'],
    ],
  ])('is that of the worked example: %s', (_, line, far, row) => {
    const orbit = exactly(line, far);
    const { cost, resolved, attempts, abandons, occupancy } = orbit;
    for (const [k, x] of [cost, resolved, attempts, abandons, occupancy].entries())
      printed(x, row[k]!);
  });

  it('is the fixture of the model at 4.5 minutes', () => {
    const orbit = exactly(
      paced(() => 4.5),
      60,
    );
    printed(orbit.cost, '2.7573');
    printed(orbit.abandons, '.0874');
    printed(orbit.meanWait, '.3498');
    printed(orbit.occupancy, '.8121');
    printed(orbit.attempts, '1.2361');
    printed(orbit.away, '11.3308');
    same(orbit.handling, 4.5);
  });

  it('shows the self-defeating zone: fewer minutes a call, busier agents', () => {
    const occupancy = (pace: number, far: number): number =>
      exactly(
        paced(() => pace),
        far,
      ).occupancy;
    expect(occupancy(2, 160)).toBeGreaterThan(occupancy(3, 80) + 0.08);
  });

  it.each([
    [1.2, 5.25, '1.56'],
    [1.4, 4.75, '2.10'],
    [1.6, 4.5, '2.76'],
    [1.8, 4.25, '3.57'],
    [2.0, 4.0, '4.53'],
    [2.2, 3.75, '5.65'],
  ])('has the best one pace of the model at %d first calls a minute', (rate, best, want) => {
    const cost = (pace: number): number => exactly({ ...paced(() => pace, 55), rate }, 70).cost;
    const least = cost(best);
    printed(least, want);
    expect(cost(best - 0.25)).toBeGreaterThan(least);
    expect(cost(best + 0.25)).toBeGreaterThan(least);
  });

  it('with one pace is the line with returns', () => {
    const line = paced(() => 4);
    const mine = pacedOrbit(line, RETURNING, HARMS, 50);
    const repeat = RETURNING.back * line.unresolved[0]!;
    const theirs = orbitLine(
      { ...LINE, handling: 4 },
      4,
      { redial: 0.6, repeat, delay: 30 },
      60,
      50,
    );
    for (const name of ['attempts', 'abandons', 'meanWait', 'occupancy', 'away', 'cut'] as const)
      same(mine[name], theirs[name]);
  });

  it('keeps its identities: patience, load, flows', () => {
    for (const line of [paced((i) => (i > 10 ? 4 : 5)), paced((i) => 2.5 + 20 / (5 + i), 80)]) {
      const o = exactly(line, 70);
      const near = (got: number, want: number): void =>
        expect(Math.abs(got - want), `${got} ${want}`).toBeLessThan(1e-6 * Math.max(1, want));
      near(o.abandons, o.meanWait / LINE.patience);
      near(o.occupancy * 10, o.attempts * LINE.rate * (1 - o.abandons) * o.handling);
      const again = 0.6 * o.abandons + 0.85 * (1 - o.abandons) * (1 - o.resolved);
      near(o.attempts, 1 / (1 - again));
      near(o.away, 30 * LINE.rate * (o.attempts - 1));
      const harm =
        o.meanWait +
        o.abandons * (2 + 0.4 * 15) +
        (1 - o.abandons) * (1 - o.resolved) * (5 + 0.15 * 15);
      near(o.cost, o.attempts * harm);
      near(
        o.inside.reduce((a, b) => a + b, 0),
        1,
      );
    }
  });

  it('without returns has the shares of a birth-death chain', () => {
    const line = { ...paced(() => 4.5), unresolved: new Float64Array(61) };
    const o = pacedOrbit(line, { redial: 0, back: 0, delay: 1 }, HARMS, 3);
    const costs = { wait: 1, abandonment: 17 };
    const exact = prices({ ...LINE, handling: 4.5 }, 4, costs, 60);
    o.inside.forEach((share, i) => {
      same(share, exact.shares[i]!);
    });
    same(o.cost * LINE.rate, exact.cost);
  });

  it.each<[string, PacedLine, typeof RETURNING, typeof HARMS, number]>([
    ['the price', selfConsistent(menuOf(CURVE, FIXED, GRID)), RETURNING, HARMS, 40],
    [
      'a small team, quick to come back, slower as more wait',
      { ...paced((i) => 3 + i / 20, 40), rate: 0.4, agents: 3, patience: 6 },
      { redial: 0.8, back: 0.7, delay: 5 },
      { wait: 2, abandoned: 1, unresolved: 7, lost: 3 },
      25,
    ],
    [
      'patient callers who all come back',
      { ...paced((i) => (i > 6 ? 3.2 : 3.5), 70), rate: 0.55, agents: 5, patience: Infinity },
      { redial: 0, back: 1, delay: 12 },
      HARMS,
      40,
    ],
  ])('is what a solver finds that knows only moves: %s', (_, line, returning, harms, far) => {
    const mine = pacedOrbit(line, returning, harms, far);
    const theirs = counted(
      centreOf(line, returning, harms, far),
      [...line.paces],
      [...line.unresolved],
    );
    for (const name of [
      'cost',
      'resolved',
      'abandons',
      'meanWait',
      'occupancy',
      'handling',
      'away',
    ] as const)
      expect(Math.abs(mine[name] - theirs[name]), name).toBeLessThan(
        1e-8 * Math.max(1, theirs[name]),
      );
    // Calls that come, against calls that end: they part by those turned away at the most.
    expect(Math.abs(mine.attempts - theirs.attempts)).toBeLessThan(1e-6);
  });
});

describe('the best rule there is', () => {
  it('costs .15 % less than the price, which does not see who will come back', () => {
    const menu = menuOf(CURVE, FIXED, GRID);
    const choices: Choice[] = [...GRID].map((pace, k) => [pace, 1 - menu.resolved[k]!]);
    const centre = centreOf(
      paced(() => 4, 45),
      RETURNING,
      HARMS,
      45,
    );
    const { low, high } = leastCost(centre, choices, 1e-5);
    printed(low, '2.5375');
    printed(high, '2.5375');
    const { cost } = exactly(selfConsistent(menu), 50);
    expect(cost).toBeGreaterThan(high);
    printed((100 * (cost - high)) / high, '.15');
    // No one else's rule does better either.
    for (const rule of [paced((i) => (i > 10 ? 4 : 5)), paced(() => 4.5)])
      expect(exactly(rule, 60).cost).toBeGreaterThan(cost);
  });
});

describe('a bad table', () => {
  const good = paced(() => 4);
  const orbit =
    (line: Partial<PacedLine>, returning: Partial<typeof RETURNING> = {}, far = 10) =>
    (): unknown =>
      pacedOrbit({ ...good, ...line }, { ...RETURNING, ...returning }, HARMS, far);
  it.each<[string, () => unknown, RegExp]>([
    ['no calls', orbit({ rate: 0 }), /^rate must be/],
    ['half an agent', orbit({ agents: 2.5 }), /^agents must be/],
    ['no patience', orbit({ patience: 0 }), /^patience must be/],
    ['too short', orbit({ paces: new Float64Array(10).fill(4) }), /^paces must be of length 11/],
    ['a pace of 0', orbit({ paces: new Float64Array(61) }), /^paces\[0\] must be/],
    ['shares missing', orbit({ unresolved: new Float64Array(2) }), /^unresolved must be/],
    ['a share of 2', orbit({ unresolved: new Float64Array(61).fill(2) }), /^unresolved\[0\] must/],
    ['redials beyond all', orbit({}, { redial: 1.1 }), /^redial must be/],
    ['returns below none', orbit({}, { back: -0.1 }), /^back must be/],
    ['no delay', orbit({}, { delay: 0 }), /^delay must be/],
    ['nobody away', orbit({}, {}, 0), /^far must be/],
    ['too many away', orbit({}, {}, 1e6), /^most and far must be/],
    [
      'a gift',
      () => pacedOrbit(good, RETURNING, { ...HARMS, unresolved: -1 }, 10),
      /^unresolved must be/,
    ],
  ])('is refused by name: %s', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
