import { describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../models/doors/live.ts';
import kept from './days.json' with { type: 'json' };
import { goldenHashes } from './golden.ts';

/**
 * Days whose every fact is known by its hash: a change of the rules that was not meant shows here,
 * and so does an engine that computes otherwise (`npm run engines` asks six of them). After
 * a change that was meant: `npx tsx tests/golden/print.ts --write`, and a line in models/RULES.md.
 */
const now = goldenHashes();
const dayOf = (name: string): string => name.split(' · ')[0] ?? '';
/** The hashes of one day, under each seed. */
const under = (hashes: Record<string, string>, day: string): Record<string, string> =>
  Object.fromEntries(Object.entries(hashes).filter(([name]) => dayOf(name) === day));

describe('golden days', () => {
  it('are those of these rules', () => expect(kept.rules).toBe(RULES_VERSION));
  it('are all there, and no other', () => {
    expect(Object.keys(now).length).toBeGreaterThan(150);
    expect(Object.keys(now)).toEqual(Object.keys(kept.days));
  });
  it('differ from each other', () => {
    const seen = new Set(Object.values(kept.days));
    expect(seen.size).toBeGreaterThan(0.9 * Object.keys(kept.days).length);
  });
  it.each([...new Set(Object.keys(kept.days).map(dayOf))])('%s', (day) =>
    expect(under(now, day)).toEqual(under(kept.days, day)),
  );
});
