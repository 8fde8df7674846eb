import type { Report } from '../../../models/doors/report.ts';

/** A path in the figures as somebody finds it on paper: the row and the column, where there are. */
export function whereIn({ figures }: Report, path: string): string {
  const [, language, t, r, c] =
    /^sheets\.(fr|en)\.tables\.(\d+)\.rows\.(\d+)\.(\d+)$/.exec(path) ?? [];
  if (language === 'fr' || language === 'en') {
    const table = figures.sheets[language].tables[Number(t)];
    const head = table?.columns[Number(c) - 1]?.head;
    const row = table?.rows[Number(r)]?.[0];
    if (head !== undefined && row !== undefined) return `${row} · ${head}`;
  }
  const [, i, rest] = /^data\.intervals\.(\d+)\.(.+)$/.exec(path) ?? [];
  const begins = figures.data.intervals[Number(i)]?.begins;
  return begins === undefined || rest === undefined ? path : `${begins} · ${rest}`;
}
