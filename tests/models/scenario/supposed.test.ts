import { describe, expect, it } from 'vitest';
import { setPath } from '../../../models/doors/scenario.ts';
import { stillSupposed, supposedSays } from '../../../models/scenario/supposed.ts';
import { centre } from '../study/staffing/centre.ts';

/** What a scenario supposes is part of it. */

const supposed = [
  { about: 'patience', says: 'Patience is supposed.' },
  { about: 'staff', says: { fr: 'Effectif estimé.', en: 'Staff is estimated.' } },
];
const office = () => centre({ more: { supposed } });
const changed = (path: string, value: string) => {
  const done = setPath(JSON.parse(JSON.stringify(office())), path, value);
  if (!done.ok) throw new Error(done.problem.says.en);
  return stillSupposed(office(), done.file as ReturnType<typeof office>);
};

describe('what is supposed', () => {
  it('is read with the scenario, in both languages', () => {
    expect(supposedSays(office())).toEqual([
      { fr: 'Patience is supposed.', en: 'Patience is supposed.' },
      { fr: 'Effectif estimé.', en: 'Staff is estimated.' },
    ]);
    expect(supposedSays(centre({}))).toEqual([]);
  });

  it('is supposed no more of what is written anew', () => {
    expect(changed('groups.front.staff', '7').supposed?.map(({ about }) => about)).toEqual([
      'patience',
    ]);
    expect(
      changed('types.calls.patience', '{"law":"exponential","meanS":90}').supposed,
    ).toHaveLength(1);
    // Beside it, or of one type of two: it is supposed as before.
    expect(changed('types.calls.patienceFactor', '2').supposed).toHaveLength(2);
    const two = (meanS: number) => {
      const file = JSON.parse(JSON.stringify(office()));
      file.types = [file.types[0], { ...file.types[0], id: 'b' }];
      file.types[1].patience = { law: 'exponential', meanS };
      return file;
    };
    expect(stillSupposed(two(60), two(70)).supposed).toHaveLength(2);
    expect(changed('serviceLevel.targetS', '30').supposed).toHaveLength(2);
  });
});
