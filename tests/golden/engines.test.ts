import { describe, expect, it } from 'vitest';
import { compare, report } from './engines/compare.ts';

/** How `npm run engines` judges what an engine computed. */
describe('the golden days of an engine', () => {
  const kept = { a: '1', b: '2' };

  it('are the same when every hash is', () => {
    const comparison = compare(kept, { b: '2', a: '1' });
    expect(comparison).toEqual({ days: 2, differences: [] });
    expect(report('Node v1', comparison)).toBe('Node v1: 2 of 2 golden days are the same');
  });

  it.each([
    ['another hash', { a: '1', b: '3' }, { day: 'b', found: '3', kept: '2' }, 'b: 3, not 2'],
    ['a missing day', { a: '1' }, { day: 'b', found: null, kept: '2' }, 'b: missing, not 2'],
    [
      'an extra day',
      { a: '1', b: '2', c: '3' },
      { day: 'c', found: '3', kept: null },
      'c: 3, not kept',
    ],
  ])('are not with %s', (_, found, difference, line) => {
    const comparison = compare(kept, found as Record<string, string>);
    expect(comparison.differences).toEqual([difference]);
    const days = comparison.days;
    expect(report('Node v1', comparison)).toBe(
      `Node v1: ${days - 1} of ${days} golden days are the same\n  ${line}`,
    );
  });

  it('are not when there are none', () =>
    expect(compare(kept, {}).differences.map(({ day }) => day)).toEqual(['a', 'b']));
});
