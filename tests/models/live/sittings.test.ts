import { describe, expect, it } from 'vitest';
import { type Fact, Sittings } from '../../../models/doors/live.ts';

const BODIES: object[] = [
  { kind: 'answered', call: 4, agent: 1 },
  { kind: 'seated', agent: 1 },
  { kind: 'rang', call: 7, agent: 1, says: 2 },
  { kind: 'answered', call: 7, agent: 1 },
  { kind: 'tension', call: 7, agent: 1, level: 2 },
  { kind: 'limited', call: 7, agent: 1, holds: 1 },
  { kind: 'notReady', agent: 2, reason: 'admin' },
  { kind: 'unseated', agent: 1 },
  { kind: 'concluded', call: 7, agent: 1 },
  { kind: 'seated', agent: 1 },
  { kind: 'wrapped', call: 7, agent: 1 },
  { kind: 'notReady', agent: 1, reason: 'break' },
  { kind: 'unseated', agent: 1 },
  { kind: 'seated', agent: 1 },
];
const FACTS = BODIES.map((body, n) => ({ n, at: n, ...body }) as Fact);

/** The numbers of the facts for which that is so, of persons who sat at desk 1 in this order. */
const those = (what: 'owns' | 'present', person: number, sat: readonly number[]): number[] => {
  const sittings = new Sittings(FACTS);
  return FACTS.filter((fact) => sittings[what](fact, { agent: 1, person, sat })).map(({ n }) => n);
};

describe('[L6] who sat at a desk', () => {
  it('is present from sitting down to getting up, each time, and not in between', () => {
    expect(those('present', 8, [8, 9, 8])).toEqual([1, 2, 3, 4, 5, 6, 7, 13]);
    expect(those('present', 9, [8, 9, 8])).toEqual([9, 10, 11, 12]);
    expect(those('present', 8, [8, 8, 8])).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13]);
    expect(those('present', 5, [8, 9, 8])).toEqual([]);
  });

  it('knows all of the caller found in hand, but not what another person did', () => {
    // 5: the limit that the other one named; 8: what the computer did with that caller.
    expect(those('owns', 9, [8, 9, 8])).toEqual([2, 3, 4, 8, 9, 10, 11, 12]);
    expect(those('owns', 8, [8, 9, 8])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 13]);
  });

  it('follows facts that are still to come', () => {
    const facts = FACTS.slice(0, 2);
    const sittings = new Sittings(facts);
    const sitter = { agent: 1, person: 8, sat: [8, 9] };
    expect(sittings.present(facts[1] as Fact, sitter)).toBe(true);
    facts.push(...FACTS.slice(2));
    expect(sittings.present(FACTS[11] as Fact, sitter)).toBe(false);
    expect(sittings.present(FACTS[11] as Fact, { ...sitter, person: 9 })).toBe(true);
  });
});
