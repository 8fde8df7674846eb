import { makeReport, reportPage } from '../../models/doors/report.ts';
import type { StaffingReport } from '../../models/doors/study.ts';

/** A report as a file that recomputes itself, made in the page. */

/** In a page that is one file the template is inside, packed (client/one-file). */
async function templateHere(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed.trim()), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).text();
}

async function template(): Promise<string> {
  const here = document.getElementById('report-template')?.textContent;
  if (here) return templateHere(here);
  const answered = await fetch('/report-template.html');
  if (!answered.ok) throw new Error(`the template of reports: ${answered.status}`);
  return answered.text();
}

/** The text of the file. */
export const reportFile = async (report: StaffingReport): Promise<string> =>
  reportPage(await template(), makeReport(report));
