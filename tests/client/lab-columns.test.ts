import '../../client/look/page.css';
import '../../client/pages/lab/data.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LabData } from '../../client/state/lab-data.ts';
import { setLanguage } from '../../client/text/language.ts';
import { faults } from './axe.ts';
import { inline } from './office.ts';

/** A file whose columns are corrected in the page, until it is understood and away from there. */

const ROWS = Array.from({ length: 20 }, (_, i) => {
  const at = `09:${String(2 * i).padStart(2, '0')}:00`;
  return `2025-03-10;${at};${i % 5};60;AGENT;a${i % 2}`;
});
const calls = (header: string): File =>
  new File([[`Relevé de mars`, header, ...ROWS].join('\n')], 'appels.csv');
const STRANGE = 'Quand;Moment;Patience subie;Durée appels (s);Résultat final;Qui';
const KNOWN = 'Date;Heure;Attente (s);Durée service (s);Issue;Conseiller';

let data: LabData;
const taken = vi.fn();
async function opened(file: File): Promise<void> {
  const screen = document.createElement('ct-lab-data');
  data = new LabData(
    inline(),
    () => {
      screen.version = {};
    },
    (_, made) => {
      taken(made);
      return null;
    },
  );
  screen.data = data;
  const main = document.createElement('main');
  main.append(screen);
  document.body.append(main);
  await data.open(file);
}

beforeEach(() => {
  setLanguage('fr');
  localStorage.removeItem('contretemps.columns');
  taken.mockReset();
});
afterEach(() => {
  data.close();
  document.body.replaceChildren();
  localStorage.removeItem('contretemps.columns');
});

const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
const make = () => page.getByRole('button', { name: 'En faire le centre' });
const read = () => vi.waitFor(() => expect(data.state.share).toBeNull(), 10_000);

describe('a file whose header is not understood', () => {
  it('is corrected in place, by what its names resemble and by choice, until it is a centre', async () => {
    await opened(calls(STRANGE));
    await expect
      .element(page.getByText(/^Colonnes manquantes\s: issue, .* \(en anglais\s: outcome, /))
      .toBeVisible();
    expect(document.body.textContent).not.toContain('--mapping');
    await expect
      .element(page.getByRole('link', { name: 'Prendre un autre fichier' }))
      .toBeVisible();
    await expect.element(page.getByRole('cell', { name: '09:02:00' })).toBeVisible();
    expect(make().query()).toBeNull();
    expect(await faults()).toEqual([]);

    await page.getByRole('button', { name: /^«\sRésultat final\s»\s: issue/ }).click();
    await expect.element(choice('Résultat final')).toHaveValue('outcome');
    expect(choice('Résultat final').element().matches(':focus')).toBe(true);
    await choice('Quand').selectOptions('jour');
    await read();
    await choice('Moment').selectOptions('début de l’appel');
    await read();
    await choice('Durée appels (s)').selectOptions('durée du service');
    await read();
    expect(data.state.read).toBeNull();
    await choice('Patience subie').selectOptions('durée d’attente');
    await expect.element(make()).toBeVisible();
    await expect.element(choice('Résultat final')).toHaveValue('outcome');
    expect(page.getByRole('link', { name: 'Prendre un autre fichier' }).query()).toBeNull();
    // What only a centre needs can be told as well.
    await make().click();
    await expect.element(page.getByText(/ne dit quel conseiller a répondu/)).toBeVisible();
    await choice('Qui').selectOptions('conseiller');
    await read();
    await make().click();
    await expect.element(page.getByRole('heading', { name: 'Le centre est prêt.' })).toBeVisible();
    expect(data.state.problem).toBeNull();
    expect(taken).toHaveBeenCalledOnce();
    expect(data.state.made?.calls).toBe(20);
  });

  it('is read at once when it comes again', async () => {
    await opened(calls(STRANGE));
    for (const [at, column] of [
      [0, 'day'],
      [1, 'time'],
      [2, 'queue'],
      [3, 'service'],
      [4, 'outcome'],
    ] as const)
      await data.correct(at, column);
    expect(data.state.read?.counts.served).toBe(20);
    data.close();
    document.body.replaceChildren();
    await opened(calls(STRANGE));
    expect(data.state.read?.counts.served).toBe(20);
    expect(data.state.problem).toBeNull();
  });

  it('speaks English to whoever reads it', async () => {
    setLanguage('en');
    await opened(calls(STRANGE));
    await expect
      .element(page.getByText(/^Missing columns: outcome, .* \(in French: issue, /))
      .toBeVisible();
    await expect
      .element(page.getByRole('button', { name: '“Résultat final”: outcome?' }))
      .toBeVisible();
  });
});

describe('a column of a table that is understood', () => {
  it('is corrected away, and back', async () => {
    await opened(calls(KNOWN));
    await expect.element(make()).toBeVisible();
    await choice('Durée service (s)').selectOptions('(rien)');
    await expect.element(page.getByText(/^Colonne manquante\s: duree_service_s/)).toBeVisible();
    expect(make().query()).toBeNull();
    await choice('Durée service (s)').selectOptions('durée du service');
    await expect.element(make()).toBeVisible();
    await expect.element(choice('Durée service (s)')).toHaveValue('service');
    expect(data.state.read?.counts.served).toBe(20);
  });

  it('that another takes over shows that it is nothing any more', async () => {
    await opened(calls(KNOWN));
    await choice('Conseiller').selectOptions('client');
    await read();
    await choice('Heure').selectOptions('client');
    await expect.element(choice('Conseiller')).toHaveValue('');
    await expect.element(choice('Heure')).toHaveValue('customer');
  });
});

describe('seven columns', () => {
  it('are all in sight on a usual screen, whatever long names they have', async () => {
    const header =
      'Date de l’appel;Heure de début de l’appel;Attente moyenne des répondus (s);Durée en attente pendant l’appel (s);Heure d’entrée dans le serveur vocal;Disposition finale de l’appel;Nom du conseiller qui a répondu';
    const moment = '2025-03-10 09:02:00';
    const row = `2025-03-10;${moment};3;60;${moment};AGENT;Ana`;
    await page.viewport(1_440, 900);
    await opened(new File([[header, row].join('\n')], 'large.csv'));
    const main = document.querySelector('main') as HTMLElement;
    main.style.width = '1008px';
    const columns = ['day', 'time', 'speed', 'hold', 'vruEntry', 'outcome', 'agent'] as const;
    for (const [at, column] of columns.entries()) await data.correct(at, column);
    const table = page.getByRole('region', { name: 'Ce que disent les colonnes' }).element();
    await expect.element(page.getByRole('combobox').last()).toHaveValue('agent');
    expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth);
  });
});
