import '../../client/look/page.css';
import '../../client/pages/report/report.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { whereIn } from '../../client/pages/report/where.ts';
import { Evidence } from '../../client/state/report.ts';
import { setLanguage } from '../../client/text/language.ts';
import { RULES_VERSION } from '../../models/doors/live.ts';
import { makeReport, type Report } from '../../models/doors/report.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { playStaffing, STAFFING_ASK, staffingOf } from '../../models/doors/study.ts';
import { faults } from './axe.ts';
import { inline, OFFICE } from './office.ts';

/** The report that recomputes itself, opened. */

async function printed(): Promise<Report> {
  const reading = readScenario(OFFICE);
  if (!reading.ok) throw new Error('no scenario');
  const asking = staffingOf(reading.scenario, { ...STAFFING_ASK, days: 60 });
  const answer = await playStaffing(asking, inline()).ended;
  if (answer === 'aborted' || isProblem(answer)) throw new Error('not played');
  const none = { price: null, gap: null, sensitivity: null };
  return makeReport({ asked: 'bureau.json', rules: RULES_VERSION, answer, ...none });
}

function opened(text: string, executor = inline(), rules = RULES_VERSION): Evidence {
  const evidence = new Evidence(text, executor, undefined, rules);
  const element = document.createElement('ct-report');
  element.evidence = evidence;
  document.body.append(element);
  return evidence;
}

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

describe('a report, opened', async () => {
  const report = await printed();
  const text = JSON.stringify(report);

  it('shows what was printed at once, then that it comes out the same', async () => {
    const evidence = opened(text);
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent(/retirer un seul conseiller, où que ce soit, ne tient plus/);
    await expect.element(page.getByText('recalculé : identique')).toBeVisible();
    await expect.element(page.getByText(evidence.state.hash)).toBeVisible();
    await expect.element(page.getByText('F3 : répondus dans le délai')).toBeVisible();
    expect(await faults()).toEqual([]);
    setLanguage('en');
    await expect.element(page.getByText('recomputed: identical')).toBeVisible();
  });

  it('says which figure was changed, and where it stands', async () => {
    const changed = structuredClone(report);
    (changed.figures.sheets.fr.tables[0]?.rows[1] as unknown as string[])[4] = '99';
    (changed.figures.data as { agentHours: number }).agentHours += 1;
    opened(JSON.stringify(changed));
    await expect.element(page.getByText('recalculé : 2 chiffres diffèrent')).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: '09:30 · requis' }))
      .toHaveTextContent(/"99"/);
    await expect.element(page.getByRole('row', { name: 'data.agentHours' })).toBeVisible();
    expect(whereIn(report, 'data.intervals.1.own.share')).toBe('09:30 · own.share');
    expect(await faults()).toEqual([]);
  });

  it('worded as another version does, is the same, and both wordings can be read', async () => {
    const changed = { ...structuredClone(report), wording: 0 };
    const notes = changed.figures.sheets.fr.notes as string[];
    notes[1] = `Autrement dit : ${notes[1]}`;
    opened(JSON.stringify(changed));
    await expect.element(page.getByText('recalculé : identique')).toBeVisible();
    await page.getByText('Les deux formulations').click();
    await expect.element(page.getByRole('cell', { name: /Autrement dit/ })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('by other rules, is shown and not computed again', async () => {
    const evidence = opened(text, inline(), '99');
    await expect.element(page.getByText(/^Imprimé selon les règles/)).toBeVisible();
    await expect.element(page.getByText('Les mêmes appelants')).not.toBeInTheDocument();
    expect(evidence.state.check.kind).toBe('others');
  });

  it('damaged, says in a sentence by what', async () => {
    opened(JSON.stringify({ ...report, ask: { ...report.ask, by: 'week' } }));
    await expect.element(page.getByText(/abîmé\s: «\sask\.by\s»/)).toBeVisible();
  });

  it('stops when it is asked to, and says that nothing was checked', async () => {
    opened(text, { start: () => ({ ended: new Promise(() => {}), abort: () => {} }) });
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await expect.element(page.getByText(/n’ont pas été vérifiés/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Recalculer' })).toBeVisible();
  });

  it('plays the same callers another day, apart from what is printed', async () => {
    const evidence = opened(text);
    await expect.element(page.getByText('Comme imprimé.')).toBeVisible();
    await page.getByRole('slider', { name: 'Volume' }).fill('150');
    await expect.element(page.getByText(/Ce n’est pas assez/)).toBeVisible();
    await page.getByRole('button', { name: 'Chercher l’effectif' }).click();
    await expect.element(page.getByText('Effectif cherché pour cet autre jour')).toBeVisible();
    const hours = evidence.state.other?.answer?.agentHours ?? 0;
    expect(hours).toBeGreaterThan(report.figures.data.agentHours);
    await page.getByRole('button', { name: 'Revenir à l’imprimé' }).click();
    await expect.element(page.getByText('Comme imprimé.')).toBeVisible();
    expect(evidence.state.report?.figures).toEqual(report.figures);
  });
});
