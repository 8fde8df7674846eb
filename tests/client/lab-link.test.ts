import { describe, expect, it } from 'vitest';
import { linked, linkOf } from '../../client/state/lab-link.ts';
import { withValue } from '../../models/doors/editing.ts';
import { catalogueFile } from '../../models/doors/scenario.ts';
import { STAFFING_ASK } from '../../models/doors/study.ts';

/** A question in a link comes back as it was. */

const DAY = 'dix-conseillers';
const file = catalogueFile(DAY);

describe('a link to a question', () => {
  it('gives the day, the target and every change back, in less than 2,000 signs', () => {
    const changed = withValue(
      withValue(withValue(file, ['groups', 0, 'staff'], 12), ['groups', 0, 'shrinkage'], 0.1),
      ['name'],
      { fr: 'À moi : 100 % & plus', en: 'Mine' },
    );
    const target = { kind: 'serviceLevel', definition: 'F1', share: 0.855, targetS: 30 } as const;
    const ask = { ...STAFFING_ASK, target, on: 0.9, joint: true, days: 300, seed: 'août' };
    const text = linkOf({ day: DAY, file: changed, ask, question: 'schedule' });
    expect(text?.length).toBeLessThan(2_000);
    expect(linked(text ?? '')).toEqual({
      ...{ day: DAY, file: changed, ask, question: 'schedule', problem: null },
    });
  });

  it('gives items that were taken out, and fields', () => {
    const more = withValue(file, ['types', 0, 'bursts'], [{ atMin: 5, calls: 2 }]);
    const less = withValue(more, ['types', 0, 'patience'], undefined);
    const text = linkOf({ day: DAY, file: less, ask: STAFFING_ASK, question: 'staff' }) ?? '';
    expect(linked(text)?.file).toEqual(less);
  });

  it('is not made where it would be cut', () => {
    const many = withValue(
      file,
      ['types', 0, 'perHour'],
      Array.from({ length: 900 }, (_, i) => i),
    );
    expect(linkOf({ day: DAY, file: many, ask: STAFFING_ASK, question: 'staff' })).toBeNull();
  });

  it('that is none is none', () => {
    expect(linked('')).toBeNull();
    expect(linked('room=K7M4QXT9')).toBeNull();
  });

  it.each([
    ['day=nowhere', 'day', undefined],
    ['target=9/20/F3', 'target', file],
    ['target=.8//F3', 'target', file],
    ['target=.8/20/F9', 'target', file],
    ['on=80', 'on', file],
    ['by=century', 'by', file],
    ['days=-60', 'days', file],
    ['days=1e9', 'days', file],
    ['question=zzz', 'question', file],
    ['least=9', 'least', file],
    ['set={', 'set', file],
    ['set=7', 'set', file],
  ])('names the one value that cannot be used, and keeps the rest: %s', (wrong, key, kept) => {
    const given = new URLSearchParams({ day: DAY, seed: 'août' });
    const [name = '', value = ''] = wrong.split('=');
    given.set(name, value);
    const found = linked(given.toString());
    expect(found?.file).toEqual(kept);
    expect(found?.ask).toEqual({ ...STAFFING_ASK, seed: 'août' });
    expect(found?.question).toBe('staff');
    expect(found?.problem?.path).toBe(key);
    expect(found?.problem?.says.fr).toContain(`Dans ce lien, ${wrong} (`);
    expect(found?.problem?.says.fr).toContain('ne peut pas servir');
    expect(found?.problem?.says.en).toContain(`In this link, ${wrong} (`);
  });

  it('names all that cannot be used in one sentence', () => {
    const says = linked(`day=${DAY}&least=9&most=2&on=80`)?.problem?.says.fr ?? '';
    expect(says).toMatch(/least=9 .*, most=2 .*, on=80 .* ne peuvent pas servir/);
  });
});
