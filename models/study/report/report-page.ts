import type { Report } from './report.ts';

/**
 * A report as one page that recomputes itself: a template, built once with the engine inside, and
 * the report's data put into the place that it leaves open.
 */

const OPEN = '<script type="application/json" id="report">';
const CLOSE = '</script>';
/** What stands in the template where the data go. */
const REPORT_PLACE = `${OPEN}null${CLOSE}`;

/** Fills the template; throws where it has not exactly one place. */
export function reportPage(template: string, report: Report): string {
  const [before, after, ...more] = template.split(REPORT_PLACE);
  if (before === undefined || after === undefined || more.length > 0)
    throw new RangeError('template must have one place for the data of a report');
  // Nothing in the data may look like the end of what holds them, nor like a comment.
  const data = JSON.stringify(report).replaceAll('<', '\\u003c');
  return `${before}${OPEN}${data}${CLOSE}${after}`;
}

/** The data of a report in the text of its page; null where there are none. */
export function reportIn(text: string): string | null {
  const from = text.indexOf(OPEN);
  const to = from < 0 ? -1 : text.indexOf(CLOSE, from);
  return to < 0 ? null : text.slice(from + OPEN.length, to);
}
