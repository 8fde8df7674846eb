import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { type RowReader, readWorkbook } from '../../models/doors/records.ts';
import type { Problem } from '../../models/doors/scenario.ts';

/** Bytes that all that is packed in a workbook may come to, in a page. */
const MAX_UNPACKED = 400_000_000;

/**
 * What is packed is unpacked here, at once: whoever reads the sheet would start workers of its own
 * for what is large, which the policy of our pages refuses.
 */
const opened = (bytes: Uint8Array): ArrayBuffer =>
  zipSync(unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) }), { level: 0 })
    .buffer as ArrayBuffer;

/** Reads the first sheet of a workbook (XLSX) as a table of records. */
export const readWorkbookFile = <Read>(
  file: Blob,
  reader: RowReader<Read>,
): Promise<Read | Problem> =>
  readWorkbook(file.size, async () => new Uint8Array(await file.arrayBuffer()), reader, {
    most: MAX_UNPACKED,
    sheet: (bytes) => readSheet(opened(bytes)),
  });
