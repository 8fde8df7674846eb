import { readSheet } from 'read-excel-file/node';
import { type RowReader, readWorkbook } from '../../models/doors/records.ts';
import type { Problem } from '../../models/doors/scenario.ts';

/** Bytes that all that is packed in a workbook may come to. */
const MAX_UNPACKED = 1_000_000_000;

/** Reads the first sheet of a workbook (XLSX) as a table of records. */
export const readWorkbookFile = <Read>(
  size: number,
  read: () => Promise<Buffer>,
  reader: RowReader<Read>,
): Promise<Read | Problem> =>
  readWorkbook(size, read, reader, {
    most: MAX_UNPACKED,
    sheet: (bytes) => readSheet(Buffer.from(bytes)),
  });
