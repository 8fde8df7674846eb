import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Report, reportPage } from '../../models/doors/report.ts';
import { ROOT } from '../root.ts';
import { writeText } from './files.ts';
import { FAILED, Stop } from './terminal.ts';

/** A report that recomputes itself, as a file: the template of the client, filled. */

/** The template; built first where it is missing or older than its sources. */
export async function reportTemplate(): Promise<string> {
  try {
    const house = await import(pathToFileURL(join(ROOT, 'server/house.mjs')).href);
    await house.buildClient();
    return await readFile(join(ROOT, 'dist/client/report-template.html'), 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop(
      [
        {
          code: 'E_STORAGE',
          path: '--report',
          says: {
            fr: `Le modèle du rapport n’a pas pu être construit (${why}) ; lancez npm run build.`,
            en: `The template of the report could not be built (${why}); run npm run build.`,
          },
        },
      ],
      FAILED,
    );
  }
}

export const writeReport = (path: string, template: string, report: Report) =>
  writeText(path, reportPage(template, report));
