import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../../../models/doors/live.ts';
import {
  answeredAgain,
  makeReport,
  type Report,
  readReport,
  reportHash,
  reportHeld,
  reportPage,
  staffingChoices,
  staffingPrinted,
} from '../../../../models/doors/report.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { beyondOf, playStaffing } from '../../../../models/doors/study.ts';
import { misfit } from '../../../../models/study/report/misfit.ts';
import { answered, centre, inline } from '../staffing/centre.ts';

/** A report as data: made, read back, computed again, held to what it prints. */

const SAMPLES = join(import.meta.dirname, '../../../samples');
const TEMPLATE = '<body><script type="application/json" id="report">null</script></body>';

/** A sheet that can be written to. */
interface Sheet {
  headline: string;
  readonly notes: string[];
  readonly tables: { title: string; columns: object[]; rows: string[][] }[];
}

const small = centre({
  day: { lengthMin: 120, intervalMin: 60, opensAt: '09:00' },
  type: { perHour: [60, 40], patience: { law: 'exponential', meanS: 120 } },
  more: { name: { fr: 'Le </script> d’à côté', en: 'Next <!-- door' } },
});

async function printed(gap = false): Promise<Report> {
  const answer = await answered(small, { days: 40, seed: 'paper' });
  const wanted = { price: false, gap, sensitivity: false };
  const beyond = await playStaffing(beyondOf(answer, wanted), inline()).ended;
  if (beyond === 'aborted' || isProblem(beyond)) throw new Error('not played');
  return makeReport({ asked: 'small.json', rules: RULES_VERSION, answer, ...beyond });
}

async function again(report: Report): Promise<Report> {
  const ended = await playStaffing(answeredAgain(report), inline()).ended;
  if (ended === 'aborted' || isProblem(ended)) throw new Error('not played');
  return ended;
}

function readBack(text: string) {
  const read = readReport(text, RULES_VERSION);
  if (isProblem(read)) throw new Error(read.says.en);
  return read;
}

const refused = (text: string): string => {
  const read = readReport(text, RULES_VERSION);
  return isProblem(read) ? read.says.en : 'it was read';
};

describe('a report', () => {
  it('read back from its page and computed again is the same to the last figure', async () => {
    const report = await printed(true);
    const page = reportPage(TEMPLATE, report);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain('<!--');
    const { report: back, sameRules } = readBack(page);
    expect(sameRules).toBe(true);
    expect(reportHash(back)).toBe(reportHash(report));
    const anew = await again(back);
    expect(reportHeld(back, anew)).toEqual({ figures: [], words: [] });
    expect(reportHash(anew)).toBe(reportHash(report));
    expect(anew.figures.sheets.fr.tables.length).toBe(report.figures.sheets.fr.tables.length);
  });

  it('tells a figure that was changed: where, what is printed, what comes out', async () => {
    const report = await printed();
    const text = JSON.stringify(report);
    const cell = report.figures.sheets.en.tables[0]?.rows[1]?.[4] ?? '';
    const changed = structuredClone(report);
    (changed.figures.sheets.en.tables[0]?.rows[1] as unknown as string[])[4] = '99';
    expect(reportHeld(changed, readBack(text).report).figures).toEqual([
      { path: 'sheets.en.tables.0.rows.1.4', printed: '"99"', recomputed: `"${cell}"` },
    ]);
    expect(reportHash(changed)).not.toBe(reportHash(report));
    const shorter = structuredClone(report);
    (shorter.figures.data.intervals as unknown[]).pop();
    expect(reportHeld(shorter, report).figures).toEqual([
      expect.objectContaining({ path: 'data.intervals.1', printed: 'null' }),
    ]);
  });

  it.each<[string, (sheet: Sheet) => unknown, string]>([
    ['a headline', (s) => (s.headline = `No one is needed: ${s.headline}`), 'headline'],
    ['a note that is gone', (s) => s.notes.splice(1, 1), 'notes.1'],
    ['a note more', (s) => s.notes.push('Checked by the auditors; it holds.'), 'notes.'],
    ['a table that is gone', (s) => s.tables.pop(), 'tables.'],
    ['a row that is gone', (s) => s.tables[0]!.rows.pop(), 'tables.0.rows.'],
    ['a column called otherwise', (s) => (s.tables[0]!.columns[3] = { head: 'fired' }), 'tables.0'],
  ])('of this wording differs by anything that is not to the letter: %s', async (_, change, at) => {
    const report = await printed();
    const forged = structuredClone(report);
    change(forged.figures.sheets.en as unknown as Sheet);
    const { figures } = reportHeld(forged, report);
    expect(figures[0]?.path).toContain(`sheets.en.${at}`);
  });

  it('that a later version words anew is the same: figures decide', async () => {
    const report = await printed();
    const later = structuredClone(report);
    const sheet = later.figures.sheets.en as unknown as Sheet;
    // Sentences reworded, one more before the others, a column more, a figure more in the data.
    sheet.notes[1] = `On so many days each: ${sheet.notes[1]}`;
    sheet.notes.unshift('A sentence of 3 words.');
    sheet.tables[0]!.title = 'What each interval needs';
    sheet.tables[0]!.columns.splice(2, 0, { head: 'new', width: 5 });
    for (const row of sheet.tables[0]!.rows) row.splice(3, 0, '99');
    const { conventions } = later.figures.data as unknown as { conventions: object };
    Object.assign(conventions, { callers: 'as before' });
    Object.assign(later.figures.data, { more: 3 });
    (later as { wording: number }).wording += 1;
    const held = reportHeld(report, later);
    expect(held.figures).toEqual([]);
    expect(held.words.map(({ path }) => path)).toEqual([
      ...['sheets.en.notes.1', 'sheets.en.tables.0.title'],
      'data.conventions.callers',
    ]);
  });

  it('differs where a number in a sentence is another, worded anew or not', async () => {
    const report = await printed();
    const told = (change: (sheet: Sheet) => void): string[] => {
      const changed = { ...structuredClone(report), wording: 0 };
      change(changed.figures.sheets.en as unknown as Sheet);
      return reportHeld(changed, report).figures.map(({ path }) => path);
    };
    expect(told((sheet) => (sheet.notes[1] = sheet.notes[1]!.replace('40', '41')))).toEqual([
      'sheets.en.notes.1',
    ]);
    expect(told((sheet) => (sheet.headline = 'It holds with 77 agents.'))).toEqual([
      'sheets.en.headline',
    ]);
    expect(told((sheet) => (sheet.tables[0]!.rows[0]![4] = '–'))).toEqual([
      'sheets.en.tables.0.rows.0.4',
    ]);
  });

  it('keeps the agents it requires, and says what its figures mean', async () => {
    const report = await printed();
    const answer = await answered(small, { days: 40, seed: 'paper' });
    expect(staffingPrinted(report)).toEqual(answer.staffing);
    const said = staffingChoices(report).map(({ name, says }) => `${name.en}: ${says.en}`);
    expect(said).toContain('Measure: F3: answered within the time / (answered + abandoned)');
    expect(said).toContain('Seed: "paper"');
    expect(said).toContain('Days: 40 to search, 40 others to judge');
    expect(said).toContain(`Rules: ${RULES_VERSION}`);
  });

  it('of other rules is shown as it was printed, and never computed again', async () => {
    const report = { ...(await printed()), rules: '0', scenario: { day: {} } };
    const { sameRules, report: back } = readBack(JSON.stringify(report));
    expect(sameRules).toBe(false);
    expect(back.figures.sheets.en.headline).toBe(report.figures.sheets.en.headline);
  });
});

describe('a file that is no report', () => {
  it.each([
    ['', 'no report of Contretemps'],
    ['null', 'no report of Contretemps'],
    ['[1, 2]', 'no report of Contretemps'],
    ['{"format":"contretemps/1"}', 'no report of Contretemps'],
    [TEMPLATE, 'no report of Contretemps'],
    ['{"format":"contretemps-report/2"}', 'of another version (contretemps-report/2)'],
    ['{"format":"contretemps-report/1","kind":"roster"}', 'another version'],
    ['{"format":"contretemps-report/1","kind":"staffing"}', 'damaged: "rules"'],
  ])('is refused in a sentence: %s', (text, says) => expect(refused(text)).toContain(says));

  it.each([
    ['figures.sheets.fr.headline', 3],
    ['figures.sheets.en.tables.0.rows.0.2', null],
    ['figures.data.intervals', []],
    ['figures.data.intervals.0.rules.mol', '4'],
    ['ask.by', 'week'],
    ['ask.target.definition', 'F9'],
    ['ask.days', null],
    ['ask.days', -5],
    ['ask.days', 60.5],
    ['ask.alpha', 5],
    ['ask.shrinkage', 2],
    ['ask.on', 7],
    ['ask.target.share', 80],
    ['scenario.groups.0.staff', -3],
  ])('is refused by the place where it is damaged: %s', async (path, value) => {
    const report = await printed();
    const names = path.split('.');
    const last = names.pop() as string;
    let at = report as unknown as Record<string, unknown>;
    for (const name of names) at = at[name] as Record<string, unknown>;
    at[last] = value;
    expect(refused(JSON.stringify(report))).toContain(`damaged: "${path}"`);
  });

  it('is told by the first thing that does not fit, own fields only', () => {
    const shape = { fields: { toString: 'text' } } as const;
    expect(misfit({}, shape)).toBe('toString');
    expect(misfit({ toString: '' }, shape)).toBeNull();
    expect(misfit([], { each: 'number' }, 'list')).toBe('list');
  });

  it('fills no template that has not exactly one place', async () => {
    const report = await printed();
    expect(() => reportPage('<body></body>', report)).toThrow(/one place/);
    expect(() => reportPage(TEMPLATE + TEMPLATE, report)).toThrow(/one place/);
  });
});

describe('reports of before', () => {
  const kept = readdirSync(SAMPLES).filter((name) => /^report-.*\.json$/.test(name));

  it.each(kept)('%s is read; where its rules are these, it comes out the same', async (name) => {
    const { report, sameRules } = readBack(readFileSync(join(SAMPLES, name), 'utf8'));
    expect(report.figures.sheets.fr.headline).not.toBe('');
    if (sameRules) expect(reportHeld(report, await again(report)).figures).toEqual([]);
    else expect(report.rules).not.toBe(RULES_VERSION);
  });

  it('whose sentences are worded anew since are the same; not so where a figure is', async () => {
    const text = readFileSync(join(SAMPLES, 'report-rules-4.json'), 'utf8');
    const now = readBack(text).report;
    const before = text.replace(/"wording": \d+/, '"wording": 0');
    const reworded = readBack(before.replaceAll('Cherché sur', 'La recherche a pris')).report;
    const { figures, words } = reportHeld(reworded, now);
    expect([figures, words.length]).toEqual([[], 1]);
    const altered = readBack(before.replaceAll('jugé sur 60', 'jugé sur 61')).report;
    expect(reportHeld(altered, now).figures).toHaveLength(1);
  });

  // One of before verdicts by interval were told, and one of now.
  it('are there', () =>
    expect(kept).toEqual(
      expect.arrayContaining(['report-rules-4-early.json', 'report-rules-4.json']),
    ));
});
