import { describe, expect, it } from 'vitest';
import { Luck, PURPOSE } from '../../models/kernel/luck.ts';
import { hash128, keysOf, stream } from '../../models/kernel/streams.ts';
import { chiSquareZ, kolmogorov, pairsZ } from './fit.ts';

const SEEDS = ['1', '11', '111', 'ab', 'abab', '', '42', 'été'] as const;
/** Pairs are counted over 1,024 cells of about 200 each. */
const N = 200_000;
/** Of some hundred distances, none should be so large by chance. */
const FAR = 4.5;

const near = (z: number): void => {
  expect(z).toBeLessThan(FAR);
  expect(z).toBeGreaterThan(-FAR);
};

describe('keyed luck', () => {
  it.each(SEEDS)('[A8] is uniform over callers, seed "%s"', (seed) => {
    const luck = new Luck(seed);
    const us = Array.from({ length: 50_000 }, (_, who) => luck.uniform(who, 0, PURPOSE.GAP));
    expect(kolmogorov(us, (u) => u)).toBeLessThan(2.2);
    // The digits below the first 32 bits are as good as those above.
    expect(
      kolmogorov(
        us.map((u) => (u * 4_294_967_296) % 1),
        (u) => u,
      ),
    ).toBeLessThan(2.2);
    expect(us.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it.each([1, 2, 3, 5, 8, 64, 1_000])(
    '[A8] does not tie a caller to the one %i further',
    (step) => {
      const luck = new Luck('neighbours');
      for (const purpose of [PURPOSE.GAP, PURPOSE.HANDLING, PURPOSE.PATIENCE])
        near(pairsZ(N, (i) => [luck.uniform(i, 0, purpose), luck.uniform(i + step, 0, purpose)]));
    },
  );

  it('[A8] does not tie one purpose of a caller to another', () => {
    const luck = new Luck('purposes');
    const purposes = Object.values(PURPOSE);
    for (const a of purposes)
      for (const b of purposes)
        if (a < b && (a < 4 || b === a + 1))
          near(pairsZ(40_000, (i) => [luck.uniform(i, 0, a), luck.uniform(i, 0, b)], 16));
  });

  it('[A8] does not tie one attempt of a caller to another', () => {
    const luck = new Luck('attempts');
    for (const later of [1, 2, 3, 4, 7, 8, 16])
      for (const purpose of [PURPOSE.REPEAT, PURPOSE.REDIAL_DELAY])
        near(pairsZ(N, (i) => [luck.uniform(i, 0, purpose), luck.uniform(i, later, purpose)]));
    near(
      pairsZ(N, (i) => [
        luck.uniform(7, i, PURPOSE.REPEAT),
        luck.uniform(7, i + 1, PURPOSE.REPEAT),
      ]),
    );
  });

  it('[A8] does not tie one seed to another, however alike their words', () => {
    const lucks = SEEDS.map((seed) => new Luck(seed));
    for (const a of lucks)
      for (const b of lucks)
        if (a !== b)
          near(
            pairsZ(40_000, (i) => [a.uniform(i, 0, PURPOSE.GAP), b.uniform(i, 0, PURPOSE.GAP)], 16),
          );
  });

  it('[A8] makes independent days of the seeds a study takes in turn', () => {
    const first = (study: string) => (i: number) =>
      new Luck(`${study}/${i}`).uniform(0, 0, PURPOSE.DAY);
    near(pairsZ(20_000, (i) => [first('s')(i), first('s')(i + 1)], 16));
    expect(
      kolmogorov(
        Array.from({ length: 5_000 }, (_, i) => first('t')(i)),
        (u) => u,
      ),
    ).toBeLessThan(2.2);
  });

  it('[A8] fills a cube with need, patience and gap', () => {
    const luck = new Luck('cube');
    const side = 12;
    const cells = new Float64Array(side * side * side);
    for (let i = 0; i < 4 * N; i += 1) {
      const x = Math.floor(luck.uniform(i, 0, PURPOSE.GAP) * side);
      const y = Math.floor(luck.uniform(i, 0, PURPOSE.HANDLING) * side);
      const z = Math.floor(luck.uniform(i, 0, PURPOSE.PATIENCE) * side);
      cells[(x * side + y) * side + z]! += 1;
    }
    near(chiSquareZ(cells));
  });

  it('[A8] never gives two of a million keys the same number', () => {
    const seen = new Set<number>();
    for (const seed of ['1', '11', '111', 'ab', 'abab']) {
      const luck = new Luck(seed);
      for (let who = 0; who < 10_000; who += 1)
        for (let attempt = 0; attempt < 4; attempt += 1)
          for (let purpose = 0; purpose < 5; purpose += 1)
            seen.add(luck.uniform(who, attempt, purpose));
    }
    expect(seen.size).toBe(1_000_000);
  });

  it('[A8] draws from a key what it draws from the person', () => {
    const luck = new Luck('key');
    for (let who = 0; who < 100; who += 1)
      expect(luck.draw(luck.keyOf(who), 3, PURPOSE.RETRY)).toBe(
        luck.uniform(who, 3, PURPOSE.RETRY),
      );
  });
});

describe('named streams', () => {
  it('[A8] differ between seeds and names that are alike', () => {
    const made = SEEDS.flatMap((seed) => ['a', 'b', 'ab'].map((name) => stream(seed, name)));
    expect(new Set(made.map((next) => next())).size).toBe(made.length);
    expect(new Set(SEEDS.map((seed) => keysOf(seed).join())).size).toBe(SEEDS.length);
    expect(hash128('1')).not.toBe(hash128('11'));
    expect(stream('a', 'b')()).not.toBe(stream('', 'ab')());
  });

  it('[A8] are uniform, one number and pairs of them', () => {
    const next = stream('seed', 'name');
    near(pairsZ(N, () => [next(), next()]));
    expect(kolmogorov(Array.from({ length: 20_000 }, next), (u) => u)).toBeLessThan(2.2);
  });
});
