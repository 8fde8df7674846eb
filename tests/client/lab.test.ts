import '../../client/look/page.css';
import '../../client/pages/lab/lab.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { hoursOf, openingMs } from '../../client/elements/staircase/steps.ts';
import { Lab } from '../../client/state/lab.ts';
import { keepWork } from '../../client/state/lab-session.ts';
import { setLanguage } from '../../client/text/language.ts';
import { makeReport } from '../../models/doors/report.ts';
import type { Executor, StaffingReport } from '../../models/doors/study.ts';
import { faults } from './axe.ts';
import { inline, OFFICE } from './office.ts';

/** The planner's lab, from a centre to an answer. */

function opened(executor: Executor = inline()): Lab {
  const lab = new Lab(executor);
  lab.setAsk({ days: 60 });
  const element = document.createElement('ct-lab');
  element.lab = lab;
  document.body.append(element);
  return lab;
}

beforeEach(() => {
  setLanguage('fr');
  history.replaceState(null, '', '/lab');
});
afterEach(() => document.body.replaceChildren());

describe('the lab', () => {
  it('asks for a centre first, then answers in one sentence, one number and a picture', async () => {
    const lab = opened();
    await expect.element(page.getByText('Déposez d’abord un fichier')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Calculer' })).toBeDisabled();
    expect(lab.takeText('bureau.json', JSON.stringify(OFFICE))).toBe(true);
    await page.getByRole('button', { name: 'Calculer' }).click();
    await expect
      .element(page.getByText(/un seul conseiller de moins, à n’importe quelle heure/))
      .toBeVisible();
    const { answer } = lab.state.report ?? {};
    const totals = answer?.intervals.map(({ groups }) => groups[0]?.agents) ?? [];
    expect(totals).toHaveLength(2);
    await expect
      .element(page.getByRole('row', { name: /^08:30/ }))
      .toHaveTextContent(String(totals[0]));
    await expect
      .element(page.getByRole('img', { name: 'Les conseillers requis' }))
      .toBeInTheDocument();
    // The line is of the column of the table that is called so.
    await expect.element(page.getByText('ce que demande la formule (MOL)')).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: 'MOL' })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('judges the schedule as it is written, and says so in one sentence and one number', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    await page.getByRole('radio', { name: 'Cet horaire tient-il ?' }).click();
    await expect
      .element(page.getByRole('heading', { name: 'Cet horaire tient-il ?', level: 1 }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Calculer' }).click();
    const { planned } = await vi.waitUntil(() => lab.state.report, { timeout: 20_000 });
    const share = Math.round(100 * (planned?.whole.share ?? Number.NaN));
    await expect
      .element(page.getByRole('heading', { level: 1, name: /^(Oui|Non|Indécis)\s:\s/ }))
      .toBeVisible();
    await expect
      .element(page.getByText('des jours, dans l’intervalle le plus faible'))
      .toBeVisible();
    await expect.element(page.getByText(new RegExp(`^\\s*${share}\\s%`)).first()).toBeVisible();
    await expect
      .element(page.getByRole('img', { name: 'Les conseillers prévus' }))
      .toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  it('stops at once, and says so', async () => {
    const abort = vi.fn();
    const lab = opened({ start: () => ({ ended: new Promise(() => {}), abort }) });
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    expect(abort).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Calculer' }).click();
    // The probe of the pace leaves the device to the answer.
    expect(abort).toHaveBeenCalledTimes(1);
    await page.getByRole('button', { name: 'Arrêter' }).click();
    expect(abort).toHaveBeenCalledTimes(2);
    await expect.element(page.getByRole('heading', { name: 'Calcul arrêté.' })).toBeVisible();
  });

  it('says of a question that nobody asked yet that it waits, not that it was stopped', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    location.hash = '#answer';
    await expect
      .element(page.getByText('Rien n’est encore calculé pour cette question.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Calculer' }).click();
    await expect
      .element(page.getByText(/un seul conseiller de moins, à n’importe quelle heure/))
      .toBeVisible();
  });

  it('takes an answer up again that a reload took away, of a file of one’s own too', async () => {
    const open = () => document.body.append(document.createElement('ct-lab'));
    const lab = new Lab(inline());
    lab.setAsk({ days: 60 });
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    const answering = lab.answer();
    keepWork(lab.state);
    await answering;
    location.hash = '#answer';
    open();
    await expect
      .element(page.getByText(/un seul conseiller de moins, à n’importe quelle heure/))
      .toBeVisible();
    // What was stopped waits until it is wanted.
    keepWork({ ...lab.state, report: null, stopped: true });
    document.body.replaceChildren();
    open();
    await expect.element(page.getByRole('heading', { name: 'Calcul arrêté.' })).toBeVisible();
    sessionStorage.clear();
  });

  it('works nothing out for a target that cannot be, and says so where it stands', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    const share = page.getByLabelText('Part des jours, en pour cent');
    await share.fill('150');
    await page.getByRole('button', { name: 'Calculer' }).click();
    expect(lab.state.run).toBeNull();
    expect(lab.state.report).toBeNull();
    expect(share.element()).toHaveProperty('validity.valid', false);
    await share.fill('70');
    await page.getByRole('button', { name: 'Calculer' }).click();
    await vi.waitFor(() => expect(lab.state.report?.answer.ask.on).toBe(0.7), 20_000);
  });

  it('plays what more is asked for where it was asked, with its name and its end', async () => {
    const played = inline();
    let isHeld = false;
    const lab = opened({
      start: (...given) =>
        isHeld ? { ended: new Promise(() => {}), abort: () => {} } : played.start(...given),
    });
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    await page.getByRole('button', { name: 'Calculer' }).click();
    const price = page.getByRole('button', { name: 'Ce que coûte la probabilité' });
    await expect.element(price).toBeVisible();
    isHeld = true;
    await price.click();
    const title = page.getByRole('heading', { name: 'Ce que coûte la probabilité', level: 2 });
    await expect.element(title).toBeVisible();
    const section = title.element().parentElement;
    const stop = page.getByRole('button', { name: 'Arrêter' });
    expect(section?.contains(stop.element())).toBe(true);
    expect(section?.querySelector('progress')).not.toBeNull();
    await stop.click();
    await expect.element(price).toBeVisible();
  });

  it('draws why Erlang says otherwise as a waterfall, below its table', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.getByRole('button', { name: 'Pourquoi Erlang dit autre chose' }).click();
    const name = /^Pourquoi Erlang et la simulation diffèrent/;
    await expect.element(page.getByRole('table', { name })).toBeVisible();
    await expect.element(page.getByRole('img', { name })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('takes a share as it is typed', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    const aimed = page.getByLabelText('Part des appels à prendre à temps, en pour cent');
    await aimed.fill('80.5');
    const days = page.getByLabelText('Part des jours, en pour cent');
    await days.fill('82.3');
    await page.getByRole('heading', { level: 1 }).click();
    await expect.element(aimed).toHaveValue(80.5);
    await expect.element(days).toHaveValue(82.3);
    expect(lab.state.ask).toMatchObject({ on: 0.823, target: { share: 0.805 } });
  });

  it('tells what an answer will cost before it is asked for', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    await vi.waitFor(() => expect(lab.state.cost).not.toBeNull(), 10_000);
    expect(lab.state.run).toBeNull();
    await expect.element(page.getByText(/Environ .* journées à jouer\s: \d+/)).toBeVisible();
    const before = lab.state.cost?.days ?? 0;
    lab.setAsk({ days: 120 });
    await vi.waitFor(() => expect(lab.state.cost?.days).toBeGreaterThan(before), 10_000);
  });

  it('offers a quicker answer and what it is worth: its cost follows', async () => {
    const lab = opened();
    lab.setAsk({ days: 700 });
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    await vi.waitFor(() => expect(lab.state.cost).not.toBeNull(), 10_000);
    const before = lab.state.cost?.days ?? 0;
    const precision = page.getByRole('combobox', { name: /^Précision de la réponse/ });
    await expect.element(precision).toHaveTextContent(/± 3 points.*± 5 points.*± 10 points/s);
    await precision.selectOptions('60');
    expect(lab.state.ask.days).toBe(60);
    await vi.waitFor(() => expect(lab.state.cost?.days).toBeLessThan(before), 10_000);
  });

  it('says beside an answer what was supposed for it, and of another centre no more', async () => {
    const lab = opened();
    const says = { fr: 'Effectif estimé, faute de colonne.', en: 'Staff is estimated.' };
    const made = { ...OFFICE, supposed: [{ about: 'staff', says }] };
    expect(lab.takeFile('table.csv', made)).toBe(true);
    await page.getByRole('button', { name: 'Calculer' }).click();
    await expect.element(page.getByText('Effectif estimé, faute de colonne.')).toBeVisible();
    expect(JSON.stringify(makeReport(lab.state.report as StaffingReport))).toContain(says.en);
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    expect(lab.state.scenario?.supposed).toBeUndefined();
  });

  it('says what is wrong with a file, and keeps the centre of before', async () => {
    const lab = opened();
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    const wrong = { ...OFFICE, groups: [{ ...OFFICE.groups[0], staff: -2 }] };
    expect(lab.takeText('faux.json', JSON.stringify(wrong))).toBe(false);
    const [problem] = lab.state.problems;
    expect(problem?.path).toBe('groups.0.staff');
    await expect.element(page.getByText(problem?.says.fr.slice(0, 20) ?? '-')).toBeVisible();
    expect(lab.state.source?.name).toBe('bureau.json');
  });

  it('names the file that it cannot use, in either language', async () => {
    const lab = opened();
    expect(lab.takeText('coupé.json', JSON.stringify(OFFICE).slice(0, 40))).toBe(false);
    const name = /^«\scoupé\.json\s» ne se laisse pas lire\. Ligne 1, colonne \d+\s: /;
    await expect.element(page.getByText(name)).toBeVisible();
    expect(lab.takeText('vide.json', '{}')).toBe(false);
    await expect
      .element(page.getByText(/^«\svide\.json\s» ne peut pas servir de scénario\. /))
      .toBeVisible();
    setLanguage('en');
    await expect
      .element(page.getByText(/^“vide\.json” cannot serve as a scenario\. /))
      .toBeVisible();
    lab.takeText('coupé.json', '{');
    await expect
      .element(page.getByText(/^“coupé\.json” cannot be read\. Line 1, column \d+: /))
      .toBeVisible();
  });
});

/** A page of its own: its address, and what its tab keeps. */
function loaded(hash: string): Lab {
  document.body.replaceChildren();
  history.replaceState(null, '', `/lab${hash}`);
  const element = document.createElement('ct-lab');
  document.body.append(element);
  return element.lab as Lab;
}

describe('the lab in a page that is loaded again', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());
  const asked = {
    target: { kind: 'serviceLevel', definition: 'F3', share: 0.81, targetS: 20.7 },
    days: 60,
  } as const;

  it('has the question about a day of the catalogue in its address, once it is asked', async () => {
    const lab = loaded('#question');
    lab.takeDay('petit-classique');
    lab.setAsk(asked);
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    expect(location.hash).toContain('#answer?day=petit-classique');
    const { hash } = location;
    sessionStorage.clear();
    const again = loaded(hash);
    expect(again.state.ask).toMatchObject(asked);
    expect(again.state.source?.name).toBe('petit-classique');
  });

  it('goes on with a file of one’s own, and with what was asked of it', async () => {
    const lab = loaded('#question');
    lab.takeText('bureau.json', JSON.stringify(OFFICE));
    lab.setAsk(asked);
    const { ask, edited, scenario, source } = lab.state;
    const again = loaded('#answer');
    expect(again.state).toMatchObject({ ask, edited, scenario, source });
    await expect.element(page.getByRole('button', { name: 'Calculer' })).toBeVisible();
  });

  it('says what of a link cannot be used, and asks the rest', async () => {
    const lab = loaded('#answer?day=petit-classique&target=0.9/20/F3&on=80');
    await expect.element(page.getByText(/^Dans ce lien, on=80 .*ne peut pas servir/)).toBeVisible();
    await expect
      .element(page.getByLabelText('Part des appels à prendre à temps, en pour cent'))
      .toHaveValue(90);
    expect(lab.state.run).toBeNull();
    expect(lab.state.source?.name).toBe('petit-classique');
  });
});

describe('the hours under a chart', () => {
  it('are round, and as many as there is room for', () => {
    const steps = [0, 1, 2, 3, 4, 5].map((i) => {
      const from = openingMs('08:30') + i * 1_800_000;
      return {
        from,
        to: from + 1_800_000,
        middle: 0,
        agents: 1,
        against: 1,
        holds: 1,
        fails: false,
        perHour: 1,
        says: '',
      };
    });
    const shown = (width: number): number[] => hoursOf(steps, width).map((ms) => ms / 3_600_000);
    expect(shown(900)).toEqual([
      8.5, 8.75, 9, 9.25, 9.5, 9.75, 10, 10.25, 10.5, 10.75, 11, 11.25, 11.5,
    ]);
    expect(shown(200)).toEqual([9, 10, 11]);
    expect(shown(60)).toEqual([9]);
  });
});
