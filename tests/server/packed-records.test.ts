import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../models/doors/records.ts';
import { isProblem } from '../../models/doors/scenario.ts';
import { readRecords, readRecordsFile } from '../../server/cli/records-file.ts';
import { ownFolder } from '../support/folder.ts';

/** Records as they come packed, and as spreadsheets and reports surround them. */

const BASE = new URL('../samples/base.csv', import.meta.url).pathname;

/** An archive that packs nothing: the least that a workbook may be. */
function archive(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [body, title] = [Buffer.from(text), Buffer.from(name)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(crc32(body), 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, title, body);
    table.push(entry, title);
    at += head.length + title.length + body.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, contents, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function workbook(rows: readonly string[][]): Buffer {
  const cell = (text: string, row: number, column: number): string => {
    const ref = `${String.fromCharCode(65 + column)}${row + 1}`;
    return /^\d+$/.test(text)
      ? `<c r="${ref}"><v>${text}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const sheet = rows
    .map((cells, i) => `<row r="${i + 1}">${cells.map((one, j) => cell(one, i, j)).join('')}</row>`)
    .join('');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return archive({
    '[Content_Types].xml': [
      `${XML}<Types xmlns="${PACKAGE}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`,
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ].join(''),
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

const counted = (reading: Reading | { says: { en: string } }): object => {
  if (isProblem(reading) || !('counts' in reading)) throw new Error(reading.says.en);
  const { abandoned, offered, served, unusable } = reading.counts;
  return { abandoned, offered, served, unusable };
};
const TRUTH = { offered: 90, served: 80, abandoned: 10, unusable: 0 };

describe('packed records', () => {
  let folder = '';
  let remove = async (): Promise<void> => {};
  beforeEach(async () => {
    ({ path: folder, remove } = await ownFolder());
  });
  afterEach(() => remove());

  it('gzip and XLSX hold the calls of the text they were made of', async () => {
    const text = await readFile(BASE, 'utf8');
    const [packed, sheet] = [join(folder, 'base.csv.gz'), join(folder, 'base.xlsx')];
    await writeFile(packed, gzipSync(text));
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    await writeFile(sheet, workbook([['A report'], [], ...rows]));
    expect(counted(await readRecordsFile(packed, {}))).toEqual(TRUTH);
    expect(counted(await readRecordsFile(sheet, {}))).toEqual(TRUTH);
  });

  it('what is damaged is refused in a sentence', async () => {
    const [packed, sheet] = [join(folder, 'cut.csv.gz'), join(folder, 'cut.xlsx')];
    await writeFile(packed, gzipSync(await readFile(BASE)).subarray(0, 400));
    await writeFile(sheet, workbook([['a']]).subarray(0, 200));
    const says = async (path: string): Promise<string> => {
      const read = await readRecordsFile(path, {});
      return isProblem(read) ? read.says.en : 'read';
    };
    expect(await says(packed)).toMatch(/^This gzip file is damaged/);
    expect(await says(sheet)).toMatch(/^This workbook cannot be read/);
  });
});

describe('what surrounds records', () => {
  it('titles, blank rows, sep= and totals are passed over; lines are those of the file', async () => {
    const rows = (await readFile(BASE, 'utf8')).trim().replaceAll(',', ';').split('\n');
    const broken = '2025-03-10;x;0;AGENT;32419;150;agent-1;info';
    const text = ['sep=;', 'Calls of March', '', ...rows, '', broken, 'Total;90;;;;;;'].join(
      '\r\n',
    );
    const read = readRecords(text, {});
    expect(counted(read)).toEqual({ ...TRUTH, unusable: 1 });
    if (isProblem(read)) throw new Error(read.says.en);
    expect(read.headerLine).toBe(4);
    expect(read.refusals.map(({ line }) => line)).toEqual([96]);
    expect(read.suspicions.map(({ kind }) => kind)).toEqual(['totals']);
  });
});
