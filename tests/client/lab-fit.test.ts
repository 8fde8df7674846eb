import '../../client/look/page.css';
import '../../client/pages/lab/data.ts';
import '../../client/pages/lab/fit/fit.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LabData } from '../../client/state/lab-data.ts';
import { LabFit } from '../../client/state/lab-fit.ts';
import { setLanguage } from '../../client/text/language.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { inline } from './office.ts';

/** What all the days of a file come to, in the page: drawn, judged, made a centre. */

/** Four weeks of mornings by the half-hour; Mondays bring twice as many calls. */
function table(days: number): File {
  const rows = Array.from({ length: days }, (_, d) => {
    const date = new Date(Date.UTC(2024, 0, 1 + d));
    const times = date.getUTCDay() === 1 ? 2 : 1;
    return Array.from({ length: 6 }, (_, i) => {
      const at = `${String(9 + (i >> 1)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
      const calls = times * (20 + 5 * i) + ((d * 7 + i * 3) % 11) - 5;
      return `${date.toISOString().slice(0, 10)};${at};${calls};180`;
    });
  });
  const text = ['date;intervalle;appels;dmt', ...rows.flat()].join('\n');
  return new File([text], 'matins.csv');
}

let data: LabData;
let fit: LabFit;
async function opened(file: File): Promise<HTMLElement> {
  const element = document.createElement('ct-lab-fit');
  const changed = (): void => {
    element.version = {};
  };
  data = new LabData(inline(), changed, () => null);
  fit = new LabFit(inline(), changed);
  await data.open(file);
  Object.assign(element, { data, fit });
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
  await vi.waitFor(() => expect(fit.state.found ?? fit.state.problem).not.toBeNull(), 10_000);
  return element;
}

beforeEach(() => setLanguage('fr'));
afterEach(() => {
  data.close();
  document.body.replaceChildren();
});

describe('what the days of a file have in common', () => {
  it('says first how far the fit can be trusted, then draws what it is made of', async () => {
    await opened(table(28));
    const { weeks } = fit.state.found?.fit.reliability ?? {};
    expect(weeks?.predicted).toBe(28);
    // One sentence sums up every verdict below it.
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent(/^(Vous pouvez vous y fier|Ne vous y fiez)/);
    await expect
      .element(page.getByText(/des intervalles jamais vus tombent dans la bande/))
      .toBeVisible();
    for (const name of [/Appels par intervalle/, /Part des intervalles jamais vus/])
      await expect.element(page.getByRole('img', { name })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  it('plans the day that is asked for, with its growth, and hands it over as a centre', async () => {
    const element = await opened(table(28));
    await page.getByLabelText('Quel jour').selectOptions('lundi');
    await page.getByLabelText('Croissance').fill('10');
    const heard = vi.fn();
    element.addEventListener('ct-typical', heard);
    // What was typed last counts, though it is not fitted yet.
    await page.getByRole('button', { name: 'En faire le centre' }).click();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), 10_000);
    expect(fit.state.growth).toBe(10);
    const typical = fit.state.found?.fit.typical;
    if (!typical || isProblem(typical)) throw new Error('no day');
    // 2 x (20 + 25 + … + 45) calls on a Monday, and a tenth more.
    expect(typical.volume.mean / (2 * 195 * 1.1)).toBeCloseTo(1, 1);
    const [event] = heard.mock.calls[0] as [CustomEvent<unknown>];
    expect(event.detail).toEqual(typical.scenario);
    expect(readScenario(event.detail).ok).toBe(true);
  });

  it('tells what was asked last, though the answer before is still on its way', async () => {
    await opened(table(28));
    const { records } = data;
    if (records === null) throw new Error('no records');
    const first = fit.ask(records, 30, { dayToStaff: 'monday' });
    await Promise.all([first, fit.ask(records, 30, { growth: 10 })]);
    const typical = fit.state.found?.fit.typical;
    if (!typical || isProblem(typical)) throw new Error('no day');
    expect(typical.growth).toBe(1.1);
    // A file that is read again leaves nobody waiting.
    const asked = records.fit({
      ...{ name: 'x', intervalMin: 30, dayToStaff: undefined, holiday: false, growth: 1 },
    });
    await data.readAgain({});
    expect(await asked).toMatchObject({ code: 'E_STATE' });
  });

  it('holds the fitted day against those that were recorded', async () => {
    await opened(table(28));
    await page.getByRole('button', { name: 'Comparer aux jours relevés' }).click();
    await vi.waitFor(() => expect(fit.state.validation).not.toBeNull(), 20_000);
    expect(fit.state.validation).toMatchObject({ played: 400 });
    await expect
      .element(page.getByRole('heading', { name: 'La journée ajustée, contre vos jours' }))
      .toBeVisible();
    await expect.element(page.getByRole('img', { name: /^appels\./ })).toBeInTheDocument();
  });

  it('says of one day alone that it does not tell how days differ', async () => {
    await opened(table(1));
    await expect.element(page.getByText(/Un seul jour ne dit pas/)).toBeVisible();
  });
});

describe('records of several days', () => {
  const screen = async (days: number): Promise<void> => {
    const element = document.createElement('ct-lab-data');
    const changed = (): void => {
      element.version = {};
    };
    data = new LabData(inline(), changed, () => null);
    await data.open(table(days));
    element.data = data;
    const main = document.createElement('main');
    main.append(element);
    document.body.append(main);
  };
  const typical = () => page.getByRole('link', { name: 'Voir la journée type' });
  const make = () => page.getByRole('button', { name: 'En faire le centre' });

  it('lead first to the typical day, which keeps how days differ', async () => {
    await screen(28);
    await expect.element(typical()).toHaveAttribute('href', '#centre');
    await expect.element(typical()).toHaveClass(/main/);
    await expect.element(make()).not.toHaveClass(/main/);
    await expect.element(page.getByText('Ce relevé a 28 jours')).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('of one day alone are made a centre at once', async () => {
    await screen(1);
    await expect.element(make()).toHaveClass(/main/);
    expect(typical().query()).toBeNull();
  });
});
