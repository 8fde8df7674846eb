import '../../client/look/page.css';
import '../../client/pages/lab/data.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LabData } from '../../client/state/lab-data.ts';
import { setLanguage } from '../../client/text/language.ts';
import type { ScenarioFile } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { inline } from './office.ts';

/** A table of two hours, and who was planned for them. */
const TABLE = `Date;Tranche;Appels offerts;Effectif
2025-03-10;09:00;20;2
2025-03-10;10:00;30;2
`;
const SHIFTS = `agent;date;début;fin;pause début;pause fin
Ana;2025-03-10;8:30;11:00;10:00;10:15
Ben;2025-03-10;9:00;10:30;;
Cy;2025-03-10;neuf;11:00;;
`;

async function made() {
  const taken: ScenarioFile[] = [];
  const screen = document.createElement('ct-lab-data');
  const data: LabData = new LabData(
    inline(),
    () => {
      screen.version = {};
    },
    (_, file) => {
      taken.push(file as ScenarioFile);
      return null;
    },
  );
  screen.data = data;
  const main = document.createElement('main');
  main.append(screen);
  document.body.append(main);
  await data.open(new File([TABLE], 'table.csv'));
  data.chooseDay('2025-03-10');
  await data.make();
  return { data, taken };
}

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

describe('a file of planned shifts in the page', () => {
  it('takes the place of the staff that was seen, and says what it could not use', async () => {
    const { data, taken } = await made();
    await expect.element(page.getByText(/Un second fichier dit qui est prévu/)).toBeVisible();
    expect(taken.at(-1)?.groups[0]?.staff).toEqual([2, 2]);
    await data.staff(new File([SHIFTS], 'planning.csv'));
    // Ben for half of the last hour, Ana for three quarters.
    expect(taken.at(-1)?.groups[0]?.staff).toEqual([2, 1.25]);
    await expect.element(page.getByText(/planning\.csv\s: 3 lignes lues/)).toBeVisible();
    await expect.element(page.getByText(/3,3\sh de 2 conseillers/)).toBeVisible();
    await page.getByText('1 ligne inutilisable').click();
    await expect.element(page.getByText(/«\sneuf\s» n’est pas une heure/)).toBeVisible();
    expect(await faults()).toEqual([]);
    data.close();
  });

  it('keeps the centre where a file is none of shifts', async () => {
    const { data, taken } = await made();
    await data.staff(new File(['nom;prénom\na;b\n'], 'autre.csv'));
    await expect.element(page.getByText(/comprise comme début et fin de présence/)).toBeVisible();
    expect(taken).toHaveLength(1);
    data.close();
  });
});
