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
    expect(linked(text ?? '')).toEqual({ day: DAY, file: changed, ask, question: 'schedule' });
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

  it.each([
    ['', 'nothing'],
    ['day=nowhere&target=.8/20/F3&on=.8', 'no such day'],
    [`day=${DAY}&target=2/20/F3&on=.8`, 'a share of 2'],
    [`day=${DAY}&target=.8/20/F9&on=.8`, 'no such definition'],
    [`day=${DAY}&target=.8/20/F3&on=.8&by=year`, 'no such horizon'],
    [`day=${DAY}&target=.8/20/F3&on=.8&days=1e9`, 'too many days'],
    [`day=${DAY}&target=.8/20/F3&on=.8&set={`, 'broken changes'],
    [`day=${DAY}&target=.8/20/F3&on=.8&set=7`, 'changes of another kind'],
  ])('is not understood: %s (%s)', (text) => expect(linked(text)).toBeNull());
});
