import { describe, expect, it } from 'vitest';
import { Centre } from '../../../../models/centre/centre.ts';
import { Fork } from '../../../../models/centre/fork/fork.ts';
import { FactLog } from '../../../../models/live/factlog.ts';
import type { Scenario } from '../../../../models/scenario/scenario.ts';
import { Deaf } from '../../../../models/words/recorder.ts';
import { goldenDays } from '../../../golden/days.ts';

/**
 * A fork is its original in every field, found by reflection: a field that somebody adds to the
 * state and forgets to copy fails here.
 */

type Fields = Record<PropertyKey, unknown>;

/** What is each world's own, or is worked out again before it is read. */
const OWN = new Set([
  'recorder', // each tells its own
  'gaps', // written anew before each block of arrivals is drawn (state/arrivals.ts)
]);

/** Nothing is kept of an event that is not set: it is never read (kernel/calendar.ts). */
const isUnset = (a: Fields): boolean => a['at'] === -1 && 'timer' in a;

const isObject = (x: unknown): x is Fields => typeof x === 'object' && x !== null;

/** Where two states differ, as paths. `seen`: what has been compared, with what. */
function differences(one: unknown, other: unknown, path: string, seen: Map<unknown, unknown>) {
  const found: string[] = [];
  const walk = (a: unknown, b: unknown, at: string): void => {
    if (found.length > 5 || Object.is(a, b)) return;
    if (!isObject(a) || !isObject(b)) {
      found.push(`${at}: ${String(a)} | ${String(b)}`);
      return;
    }
    if (seen.has(a)) {
      if (seen.get(a) !== b) found.push(`${at}: is linked to another`);
      return;
    }
    seen.set(a, b);
    if (isUnset(a) && isUnset(b) && a['timer'] === b['timer']) return;
    if (a instanceof Map && b instanceof Map) return walk([...a], [...b], `${at}()`);
    for (const key of new Set([...Reflect.ownKeys(a), ...Reflect.ownKeys(b)]))
      if (!OWN.has(String(key))) walk(a[key], b[key], `${at}.${String(key)}`);
  };
  walk(one, other, path);
  return found;
}

const worldOf = (centre: Centre): unknown => (centre as unknown as { w: unknown }).w;

/** The instants at which a day is looked at: early, amidst, late, after closing. */
const LOOKS = [0.02, 0.21, 0.5, 0.77, 1.001];

function played(scenario: Scenario, share: number): Centre {
  const centre = new Centre(scenario, 'copy', new FactLog().recorder);
  const at = Math.round(share * scenario.day.lengthMin * 60_000);
  centre.advanceTo(Math.round(at / 2));
  centre.apply({ kind: 'takeDesk', agent: 0 });
  centre.apply({ kind: 'ready', agent: 0 });
  centre.advanceTo(at);
  return centre;
}

describe.each([...goldenDays()])('%s', (_, scenario) => {
  it('is copied whole, also over what was before', () => {
    const fork = new Fork(scenario, 'another seed', new Deaf().recorder);
    for (const share of LOOKS) {
      const centre = played(scenario, share);
      fork.become(centre);
      expect(differences(worldOf(centre), worldOf(fork), 'w', new Map())).toEqual([]);
    }
  });
});

describe('the comparison', () => {
  it('finds a field that differs, one that is missing, and a link to another', () => {
    const of = (a: unknown, b: unknown) => differences(a, b, 'w', new Map());
    expect(of({ x: { y: [1, 2] } }, { x: { y: [1, 3] } })).toEqual(['w.x.y.1: 2 | 3']);
    expect(of({ x: 1 }, {})).toEqual(['w.x: 1 | undefined']);
    const [a, b, c] = [{}, {}, {}];
    expect(of([a, a], [b, c])).toEqual(['w.1: is linked to another']);
    expect(of(Float64Array.of(Number.NaN, 0), Float64Array.of(Number.NaN, -0))).toHaveLength(1);
  });
});
