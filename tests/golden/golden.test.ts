import { describe, expect, it } from 'vitest';
import kept from './days.json' with { type: 'json' };
import { goldenHashes } from './golden.ts';

/**
 * Days whose every fact is known by its hash: a change of the rules that was not meant shows here,
 * and so does an engine that computes otherwise (`npm run engines` asks Node 20, 22 and 24). After
 * a change that was meant: `npx tsx tests/golden/print.ts --write`, and a line in models/RULES.md.
 */
const now = goldenHashes();

describe('golden days', () => {
  it('are all there, and no other', () => {
    expect(Object.keys(now).length).toBeGreaterThan(150);
    expect(Object.keys(now)).toEqual(Object.keys(kept));
  });
  it('differ from each other', () => {
    const seen = new Set(Object.values(kept));
    expect(seen.size).toBeGreaterThan(0.9 * Object.keys(kept).length);
  });
  it.each(Object.entries(kept))('%s', (name, hash) => expect(now[name]).toBe(hash));
});
