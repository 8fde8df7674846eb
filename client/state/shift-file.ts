import type { DayRecord } from '../../models/doors/play.ts';

/** A day that was played, as a file that replays it anywhere, made in the page. */

/** What the file holds beside its script. */
export interface ShiftData extends DayRecord {
  readonly agent: number;
  /** The rules by which it was played. */
  readonly rules: string;
  /** One's own words, by field. */
  readonly words: Readonly<Record<string, string>>;
}

const OPEN = '<script type="application/json" id="shift">';
const CLOSE = '</script>';

/** Fills the template; throws where it has not exactly one place. */
export function filled(template: string, data: ShiftData): string {
  const [before, after, ...more] = template.split(`${OPEN}null${CLOSE}`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new RangeError('template must have one place for the data of a day');
  // Nothing in the data may look like the end of what holds them, nor like a comment.
  return `${before}${OPEN}${JSON.stringify(data).replaceAll('<', '\\u003c')}${CLOSE}${after}`;
}

/** The text of the file. */
export async function shiftFile(data: ShiftData): Promise<string> {
  const answered = await fetch('/shift-template.html');
  if (!answered.ok) throw new Error(`the template of days: ${answered.status}`);
  return filled(await answered.text(), data);
}

/** What stands in this page; null where there is nothing, or nothing that can be read. */
export function shiftHere(text: string): ShiftData | null {
  try {
    const data = JSON.parse(text) as Partial<ShiftData> | null;
    const whole =
      typeof data?.scenario === 'object' &&
      typeof data.seed === 'string' &&
      Array.isArray(data.commands) &&
      Array.isArray(data.sat) &&
      Number.isInteger(data.agent);
    return whole ? (data as ShiftData) : null;
  } catch {
    return null;
  }
}
