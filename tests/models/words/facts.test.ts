import { describe, expect, it } from 'vitest';
import { forAudience } from '../../../models/live/audience.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { hashFacts } from '../../../models/live/hash.ts';
import {
  FACT_KINDS,
  type Fact,
  type FactKind,
  type FactValue,
  factRow,
} from '../../../models/words/facts.ts';
import { Deaf } from '../../../models/words/recorder.ts';

/** Values of a row, each another; of a word, the second of its list. */
const valuesOf = (kind: FactKind): FactValue[] =>
  factRow(kind).has.map((field, i) => {
    if (field === 'reason') return 'training';
    if (field === 'name') return { fr: 'Un train est supprimé', en: 'A train is cancelled' };
    return field === 'mask' ? 'natural' : 7 + i;
  });

/** The fact that the log makes of these values. */
function logged(kind: FactKind, values: readonly FactValue[]): Fact {
  const log = new FactLog();
  const tell = log.recorder[kind] as (at: number, ...values: FactValue[]) => void;
  tell(5_000, ...values);
  return log.facts[0] as Fact;
}

/** The desk of this fact's agent, or desk 1 where it names none. */
const desk = (fact: Fact, step = 0) =>
  ({ as: 'desk', agent: ('agent' in fact ? fact.agent : 1) + step }) as const;

type FactRowSeen = NonNullable<ReturnType<typeof factRow>>;

describe.each(FACT_KINDS)('%s', (kind) => {
  const { has, hides = [], to } = factRow(kind) as FactRowSeen;
  const values = valuesOf(kind);
  const fact = logged(kind, values);

  it('is logged with its number, its instant and each value in its field', () => {
    expect(Object.keys(fact)).toEqual(['n', 'at', 'kind', ...has]);
    expect(Object.values(fact)).toEqual([0, 5_000, kind, ...values]);
  });

  it('changes the hash with each of its values', () => {
    const hashes = has.map((field) => {
      const name = { fr: 'Un train est supprimé', en: 'A train is cancelled!' };
      const other = { reason: 'break', mask: 'script', name }[field] ?? 99;
      return hashFacts([{ ...fact, [field]: other } as Fact]);
    });
    expect(new Set([hashFacts([fact]), ...hashes]).size).toBe(1 + has.length);
  });

  it('is not heard by a fold that does not mention it', () => {
    const heard = new Deaf().recorder[kind] as (at: number, ...values: unknown[]) => void;
    expect(heard(0, ...values)).toBeUndefined();
  });

  it('is told to whom its row says, without what its row hides', () => {
    const others = forAudience(fact, { as: 'wall' });
    expect(forAudience(fact, desk(fact, 1))).toEqual(others);
    const own = forAudience(fact, desk(fact));
    expect(own).toEqual(to === 'over' ? null : 'agent' in fact ? fact : others);
    if (to !== 'all') return expect(others).toBeNull();
    for (const [field, value] of Object.entries(fact))
      if (hides.includes(field)) expect(others).not.toHaveProperty(field, value);
      else expect(others).toHaveProperty(field, value);
  });
});

describe.each(FACT_KINDS)('%s, once the day is over', (kind) => {
  const { hides = [], personal } = factRow(kind) as FactRowSeen;
  const fact = logged(kind, valuesOf(kind));
  const agent = 'agent' in fact ? fact.agent : 1;

  it('is laid open, but for what is about a person at work, which stays with them', () => {
    expect(forAudience(fact, { as: 'over', agent })).toEqual(fact);
    for (const other of [agent + 1, -1]) {
      const told = forAudience(fact, { as: 'over', agent: other });
      if (personal !== true) expect(told).toEqual(fact);
      else if (hides.length === 0) expect(told).toBeNull();
      else for (const field of hides) expect(told).not.toHaveProperty(field, fact[field as 'n']);
    }
  });
});

describe('the table of facts', () => {
  it('numbers its kinds for good: what was stored must be hashed alike', () => {
    // The first ones of each age of the table; a new kind goes to the end.
    const place = (kind: FactKind): number => FACT_KINDS.indexOf(kind);
    expect([place('opened'), place('arrived'), place('unseated')]).toEqual([0, 3, 22]);
    expect([place('closing'), place('left'), place('masked')]).toEqual([23, 26, 31]);
    expect([place('ringLasts'), place('began'), place('eased')]).toEqual([35, 36, 37]);
  });

  it('hides only fields that it has', () => {
    for (const kind of FACT_KINDS)
      for (const field of factRow(kind).hides ?? []) expect(factRow(kind).has).toContain(field);
  });
});
