import { describe, expect, it } from 'vitest';
import { catalogueFile } from '../../../models/scenario/catalogue.ts';
import {
  differences,
  takenBack,
  valueAt,
  withItem,
  withValue,
} from '../../../models/scenario/edit.ts';
import { readScenario } from '../../../models/scenario/read.ts';

const FILE = catalogueFile('accueil-humain');

describe('a file with one value changed', () => {
  it('is another file, which shares the rest', () => {
    const changed = withValue(FILE, ['types', 1, 'perHour'], 15) as { types: unknown[] };
    expect(valueAt(changed, ['types', 1, 'perHour'])).toBe(15);
    expect(valueAt(FILE, ['types', 1, 'perHour'])).toBe(14);
    expect(changed.types[0]).toBe(valueAt(FILE, ['types', 0]));
    expect(readScenario(changed).ok).toBe(true);
  });

  it('begins what is missing on the way, and takes a field out', () => {
    const begun = withValue(FILE, ['arrivals', 'busynessCv'], 0.2);
    expect(valueAt(begun, ['arrivals'])).toEqual({ busynessCv: 0.2 });
    expect(valueAt(withValue(begun, ['arrivals'], undefined), ['arrivals'])).toBeUndefined();
    expect(valueAt(FILE, ['no', 'where'])).toBeUndefined();
  });

  it('takes an item out of its list, and puts one in', () => {
    const fewer = withValue(FILE, ['groups', 0], undefined);
    expect(valueAt(fewer, ['groups', 0, 'id'])).toBe('anciens');
    const more = withItem(fewer, ['groups'], 1, { id: 'new' });
    expect(valueAt(more, ['groups'])).toHaveLength(2);
    expect(valueAt(withItem({}, ['bursts'], 0, 1), ['bursts'])).toEqual([1]);
  });
});

describe('what differs between two files', () => {
  const changed = [
    [['day', 'opensAt'], '09:00'],
    [
      ['types', 0, 'perHour'],
      [1, 2, 3, 4, 5],
    ],
    [['types', 1, 'patience', 'meanS'], 90],
    [['types', 2, 'handling'], { law: 'gamma', meanS: 200, cv: 1 }],
    [['name'], { fr: 'Autre', en: 'Other' }],
    [['arbitration', 'discover'], undefined],
    [['lines', 'trunks'], 12],
  ] as const;
  const later = changed.reduce(
    (file: unknown, [path, value]) => withValue(file, path, value),
    FILE,
  );

  it('is told field by field: numbers, rows, texts and laws whole', () => {
    expect(differences(FILE, FILE)).toEqual([]);
    const found = differences(FILE, later);
    expect(found.map(({ path }) => path.join('.')).sort()).toEqual(
      ['lines', ...changed.slice(0, -1).map(([path]) => path.join('.'))].sort(),
    );
    expect(found.find(({ path }) => path[0] === 'day')).toEqual({
      path: ['day', 'opensAt'],
      before: '08:30',
      after: '09:00',
    });
  });

  it('can be taken back one by one, until nothing differs', () => {
    let file: unknown = later;
    for (let left = changed.length; left > 0; left--) {
      const found = differences(FILE, file);
      expect(found).toHaveLength(left);
      file = takenBack(file, found[0] as (typeof found)[number]);
    }
    expect(differences(FILE, file)).toEqual([]);
  });

  it('knows an item by its name: one taken out is told, and can be put back in its place', () => {
    const fewer = withValue(FILE, ['types', 0], undefined);
    const [gone, ...more] = differences(FILE, fewer);
    expect(more).toEqual([]);
    expect(gone).toMatchObject({ path: ['types', 0], before: { id: 'question' } });
    expect(gone?.after).toBeUndefined();
    expect(takenBack(fewer, gone as NonNullable<typeof gone>)).toEqual(FILE);
    const more2 = withItem(FILE, ['groups', 0, 'skills'], 1, { type: 'other' });
    expect(differences(FILE, more2)).toMatchObject([{ path: ['groups', 0, 'skills', 1] }]);
  });

  it('tells a list without names whole once it is longer, item by item while it is not', () => {
    const burst = { atMin: 5, calls: 10 };
    const [one, two] = [{ bursts: [burst] }, { bursts: [burst, burst] }];
    expect(differences(one, two)).toMatchObject([{ path: ['bursts'] }]);
    const moved = withValue(one, ['bursts', 0, 'atMin'], 6);
    expect(differences(one, moved)).toEqual([
      { path: ['bursts', 0, 'atMin'], before: 5, after: 6 },
    ]);
  });
});
