import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Reading, recordedDay } from '../../models/doors/records.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { readRecords, readRecordsFile } from '../../server/cli/records-file.ts';

const sample = (name: string): string => new URL(`../samples/${name}`, import.meta.url).pathname;

type Calls = Extract<Reading, { kind: 'calls' }>;

async function records(path: string, keep = 20): Promise<Calls> {
  const read = await readRecordsFile(path, { keep });
  if (isProblem(read)) throw new Error(read.says.en);
  if (read.kind !== 'calls') throw new Error('no calls');
  return read;
}

describe('the synthetic samples', () => {
  it('hold the same calls in English with commas and in French with semicolons', async () => {
    const english = await records(sample('calls-synthetic.csv'));
    const french = await records(sample('appels-synthetiques.csv'));
    expect(english.counts).toEqual({ ...french.counts });
    expect(english.counts.unusable).toBe(0);
    expect(english.counts.served).toBeGreaterThan(200);
    expect([...english.days.keys()]).toEqual(['1', '2']);
    // Halves of a second were written in French only.
    [...english.calls].forEach((call, i) => {
      const other = french.calls.at(i);
      expect(Math.round((other?.waitS ?? -1) - call.waitS - 0.25)).toBeCloseTo(0);
      expect([other?.arrivalS, other?.type, other?.agent]).toEqual([
        call.arrivalS,
        call.type,
        call.agent,
      ]);
    });
  });

  it('become scenarios that read', async () => {
    const all = await records(sample('calls-synthetic.csv'));
    for (const day of ['1', '2']) {
      const made = recordedDay(all, { day, source: 'synthetic' });
      if (isProblem(made)) throw new Error(made.says.en);
      expect(made.calls + made.outsideHours).toBe(all.days.get(day));
      expect(readScenario(made.scenario).ok).toBe(true);
    }
  });
});

describe('files that are no records', () => {
  const header = 'outcome,queue_start_s,queue_s,service_start_s,service_s';
  const refusal = (text: string): string => {
    const read = readRecords(text, { keep: 0 });
    return isProblem(read) ? `${read.code} ${read.says.fr}` : 'accepted';
  };
  it('are refused in a sentence', () => {
    expect(refusal('')).toBe(
      'E_TYPE Ce fichier est vide ; donnez-en un qui a une ligne d’en-tête.',
    );
    expect(refusal('{"a": 1}')).toMatch(/^E_TYPE Colonnes manquantes : issue/);
    expect(refusal('\u0000\u0001\u0002')).toMatch(/^E_TYPE Ce fichier n’est pas un tableau/);
    expect(refusal(`${header}${',x'.repeat(600)}`)).toMatch(/^E_SIZE La ligne 1 a 605 colonnes/);
    expect(refusal(`${header}\nAGENT,"${'x\n'.repeat(2_000)}`)).toMatch(
      /^E_SIZE La ligne 2 a une case/,
    );
    expect(refusal(`${header}\n${'"'.repeat(1_000_001)}`)).toMatch(/^E_SIZE La ligne 2 a une case/);
  });

  it('and one whose header resembles a known one, with the options that correct it', () => {
    expect(refusal('jour;résultat final;durée service\n1;AGENT;60\n')).toMatch(
      /: jour, résultat final, durée service\. Peut-être : --mapping outcome="résultat final"\.$/,
    );
    // The very option it gives is taken; a wait was all that was missing besides.
    const read = readRecords('jour;résultat final;durée service;attente\n1;AGENT;60;0\n', {
      mapping: { outcome: 'résultat final' },
    });
    expect(isProblem(read)).toBe(false);
  });

  it('but one with a few bad rows is read, with their lines told', () => {
    const read = readRecords(
      `${header}\nAGENT,10,0,10,60\n"AG\nENT",20,0,20,60\nAGENT,x,0,30,60\n`,
      { keep: 5 },
    );
    if (isProblem(read)) throw new Error(read.says.en);
    expect(read.counts).toMatchObject({ served: 1, unusable: 2 });
    expect(read.refusals.map((one) => one.line)).toEqual([3, 5]);
  });
});

/**
 * Real records are not part of the repository. Who has them names their folder:
 * `CALL_RECORDS=folder npx vitest run --project node tests/server/import-records.test.ts`.
 * Without it there is no such test; with it, a file that is not there fails.
 */
const FOLDER = process.env['CALL_RECORDS'] ?? '';
const REAL = join(FOLDER, 'anonymous-bank-1999-08-calls.csv');

const ofTheBank = (): void => {
  it('the month: 41,768 real calls, 38,711 offered, 31,402 served, 7,309 lost in the line, 3,057 in the VRU', async () => {
    const { counts } = await records(REAL);
    expect(counts).toMatchObject({
      rows: 42_078,
      phantoms: 310,
      offered: 38_711,
      served: 31_402,
      abandoned: 7_309,
      vruHangups: 3_057,
      unusable: 0,
    });
    expect(counts.rows - counts.phantoms).toBe(41_768);
  });

  it('a day: the trace holds the calls that a plain reading of the file finds', async () => {
    // Counted here in the plainest way, column by column, without the reader.
    const lines = (await readFile(REAL, 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const all = await records(REAL);
    for (const day of ['1', '10', '31']) {
      const rows = lines.filter((cells) => cells[0] === day && cells[5] !== 'PHANTOM');
      const served = rows.filter((cells) => cells[5] === 'AGENT');
      const lost = rows.filter((cells) => cells[5] === 'HANG' && cells[3] !== '');
      const made = recordedDay(all, {
        day,
        source: 'Anonymous Bank, August 1999',
        headStart: { priority: '2', seconds: 90 },
      });
      if (isProblem(made)) throw new Error(made.says.en);
      expect(made.calls + made.outsideHours).toBe(served.length + lost.length);
      expect(made.outsideHours).toBeLessThanOrEqual(3);
      expect(made.served).toBe(served.length);
      const { trace } = made.scenario;
      const sum = (column: readonly (number | null)[] | undefined): number =>
        (column ?? []).reduce<number>((total, x) => total + (x ?? 0), 0);
      expect(sum(trace?.handlingS)).toBe(
        served.reduce((total, cells) => total + Number(cells[7]), 0),
      );
      expect(sum(trace?.waitedS)).toBe(
        served.reduce((total, cells) => total + Number(cells[4]), 0),
      );
      const reading = readScenario(made.scenario);
      expect(reading.ok).toBe(true);
    }
  });

  it('patience by Kaplan-Meier has the survivors that were computed elsewhere', async () => {
    const { calls } = await records(REAL);
    const at = [10, 30, 60, 90, 120, 180, 300, 600];
    const { share } = kaplanMeier(
      [...calls].map((call) => ({ waitS: call.waitS, gaveUp: !call.served })),
      at,
    );
    const survivors = [0.96, 0.892, 0.813, 0.745, 0.711, 0.638, 0.546, 0.377];
    share.forEach((gone, i) => {
      expect(Math.abs(1 - gone - (survivors[i] ?? 0))).toBeLessThan(0.002);
    });
  });
};
if (FOLDER !== '') describe('a real bank, August 1999', ofTheBank);
