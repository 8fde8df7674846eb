import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, readScenario, readScenarioText } from '../../models/doors/scenario.ts';
import { rich } from '../models/centre/centres.ts';
import { bare } from '../support/bare.ts';

/**
 * Malformed scenario files: a valid one, spoilt in one to three places, or as a text. Each must be
 * answered: accepted, and then read back as itself; or refused in clear sentences with their place.
 * The seed is fixed, so that a failure is the same failure tomorrow.
 */

const FILES = 10_000;
const SEED = 19990801;

// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
type Loose = any;

const SPECIAL: readonly unknown[] = [
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  1e308,
  5e-324,
  2 ** 53 + 1,
  -1,
  0.5,
  1e9,
  '1',
  '',
  'x'.repeat(600),
  null,
  undefined,
  true,
  [],
  {},
  [[]],
  { law: 'exponential' },
  { law: 'infinite' },
  [1, 'a'],
  '__proto__',
  '\u0000\u202e',
];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'stafff',
  'x'.repeat(300),
  '',
  'a.b',
  'é\n',
];

/** Every place in a value, as the container and its key. */
function places(value: Loose, found: [Loose, string | number][] = []): [Loose, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value, Array.isArray(value) ? Number(key) : key]);
    places(value[key], found);
  }
  return found;
}

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

const define = (at: Loose, key: string | number, value: unknown): void => {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
};

type Spoil = { how: number; where: number; what: number; name: number };

function spoil(file: Loose, { how, where, what, name }: Spoil): void {
  const all = places(file);
  const [at, key] = all[where % all.length] ?? [file, 'format'];
  const special = SPECIAL[what % SPECIAL.length];
  const word = NAMES[name % NAMES.length] ?? '';
  if (how === 0) define(at, key, special);
  else if (how === 1) Array.isArray(at) ? at.splice(Number(key), 1) : delete at[key];
  else if (how === 2) define(at, Array.isArray(at) ? at.length : word, special);
  else if (how === 3) define(at, key, nested(what * 7));
  else if (how === 4) define(at, key, structuredClone(all[what % all.length]?.[0]));
  else if (how === 5)
    define(at, key, typeof at[key] === 'number' ? at[key] * 10 ** ((what % 40) - 10) : word);
  else define(at, key, typeof at[key] === 'number' ? String(at[key]) : what);
}

const spoils = fc.array(
  fc.record({
    how: fc.nat(6),
    where: fc.nat(100_000),
    what: fc.nat(30),
    name: fc.nat(NAMES.length - 1),
  }),
  { minLength: 1, maxLength: 3 },
);

/** True if it was accepted. */
function answered(reading: ReturnType<typeof readScenario>): boolean {
  if (reading.ok) {
    const again = readScenario(JSON.parse(JSON.stringify(reading.scenario)));
    expect(again).toEqual(reading);
    return true;
  }
  expect(reading.problems.length).toBeGreaterThan(0);
  expect(reading.problems.length).toBeLessThanOrEqual(20);
  for (const { code, path, says } of reading.problems) {
    expect(PROBLEM_CODES).toContain(code);
    expect(path.length).toBeLessThan(400);
    for (const text of [says.fr, says.en]) {
      expect(text).toMatch(/^\P{C}{10,700}[.?]$/u);
      // The library's own words would betray a kind of issue nobody wrote a sentence for.
      expect(text).not.toMatch(
        /Invalid|expected |Too (small|big)|Unrecognized|undefined|contretemps schema/,
      );
    }
  }
  return false;
}

describe(`${FILES} malformed scenario files`, () => {
  it('each is answered; none crashes, none pollutes a prototype', () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    let accepted = 0;
    let pathless = 0;
    let count = 0;
    fc.assert(
      fc.property(fc.boolean(), spoils, (small, changes) => {
        const file = small ? bare() : rich();
        for (const change of changes) spoil(file, change);
        const reading = readScenario(file);
        count += 1;
        if (answered(reading)) accepted += 1;
        else if (!reading.ok && reading.problems.some((one) => one.path === '')) pathless += 1;
      }),
      { numRuns: FILES * 0.8, seed: SEED },
    );
    expect(count).toBe(FILES * 0.8);
    // Most spoilings are faults; some (another number in range, a field left out) are none.
    expect(accepted).toBeGreaterThan(count * 0.02);
    expect(accepted).toBeLessThan(count * 0.5);
    expect(pathless).toBe(0);
    expect(Reflect.ownKeys(Object.prototype).length).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('as text: cut short, with characters changed, removed or put in', () => {
    const text = JSON.stringify(rich(), null, 2);
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(text.length - 2),
        fc.constantFrom(
          ...'{}[]",:0-e\\\n\u0000é',
          '1e999',
          '"__proto__":{"polluted":1},',
          '[deep]',
        ),
        (how, at, piece) => {
          const put = piece === '[deep]' ? '[['.repeat(5000) : piece;
          const spoilt =
            how === 0
              ? text.slice(0, at)
              : `${text.slice(0, at)}${put}${text.slice(how === 1 ? at : at + 1)}`;
          if (answered(readScenarioText(spoilt))) accepted += 1;
        },
      ),
      { numRuns: FILES * 0.2, seed: SEED },
    );
    expect(accepted).toBeLessThan(FILES * 0.2 * 0.6);
    expect(({} as Loose).polluted).toBeUndefined();
  });
});

describe('special values at every number of a scenario', () => {
  /** Every place that holds a number in a scenario that has one of everything. */
  const numbers = places(rich()).flatMap(([at, key], i) =>
    typeof at[key] === 'number' ? [i] : [],
  );
  const at = (file: Loose, i: number): [Loose, string | number] => places(file)[i] as never;

  const pathOf = (i: number): string => {
    const file = rich();
    const [container, key] = at(file, i);
    define(container, key, Symbol.for('here'));
    const reading = readScenario(file);
    // What no JSON can hold is refused at the border, with its place: that is the path.
    return reading.ok ? '' : (reading.problems[0]?.path ?? '');
  };

  it('a scenario has many numbers', () => expect(numbers.length).toBeGreaterThan(60));

  it.each([Number.NaN, Infinity, -Infinity, -1, 1e308, 2 ** 53 + 1, '1', [], {}, true])(
    '%s is refused at its place, or, where it is in range, accepted',
    (value) => {
      let refused = 0;
      for (const i of numbers) {
        const path = pathOf(i);
        const file = rich();
        const [container, key] = at(file, i);
        define(container, key, value);
        const reading = readScenario(file);
        if (answered(reading)) continue;
        refused += 1;
        const codes = reading.ok ? [] : reading.problems.map((one) => `${one.path} ${one.code}`);
        const wanted =
          typeof value === 'number' ? /^(E_RANGE|E_SIZE|E_COST|E_UNKNOWN)$/ : /^E_(TYPE|RANGE)$/;
        const here = codes.filter(
          (one) => one.startsWith(path) || path.startsWith(one.split(' ')[0] ?? '-'),
        );
        expect(here.length, `${path}: ${codes.join(', ')}`).toBeGreaterThan(0);
        expect(here[0]?.split(' ')[1]).toMatch(wanted);
      }
      expect(refused).toBe(numbers.length);
    },
  );

  it.each([-0, 5e-324, 0.5])(
    '%s is refused at its place or accepted, and reads back as itself',
    (value) => {
      for (const i of numbers) {
        const file = rich();
        const [container, key] = at(file, i);
        define(container, key, value);
        answered(readScenario(file));
      }
    },
  );
});
