import { STAFFING_ASK } from '../../models/doors/study.ts';
import type { LabState } from './lab.ts';

/**
 * What is worked on in this tab, a file of one's own included: a page that is loaded again goes on
 * with it, until the tab is closed. It stays on this device.
 */

export interface LabWork
  extends Pick<LabState, 'source' | 'file' | 'edited' | 'question' | 'ask' | 'stopped'> {
  /** The answer was there, or on its way. */
  readonly asked: boolean;
}

const isAsked = ({ report, run }: LabState): boolean => report !== null || run?.what === 'answer';

/** What is kept of two states is the same. */
export const isSameWork = (a: LabState, b: LabState): boolean =>
  (['ask', 'question', 'edited', 'stopped'] as const).every((key) => a[key] === b[key]) &&
  isAsked(a) === isAsked(b);

const KEY = 'contretemps.lab';
/** What tabs keep at most, characters, with room for the rest. */
const MOST = 2_000_000;

export function keepWork(state: LabState): void {
  const { ask, edited, file, question, source, stopped } = state;
  try {
    const asked = isAsked(state);
    const all = JSON.stringify({ ask, question, source, file, edited, asked, stopped });
    const kept = all.length <= MOST ? all : JSON.stringify({ ask, question });
    sessionStorage.setItem(KEY, kept);
  } catch {
    // Storage may be refused: the work then lasts as long as the page.
  }
}

export function workBefore(): LabWork | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<LabWork> | null;
    if (kept === null) return null;
    const { edited = null, file = null, question = 'staff', source = null } = kept;
    const { asked = false, stopped = false } = kept;
    const ask = { ...STAFFING_ASK, ...kept.ask };
    return { ask, asked, edited, file, question, source, stopped };
  } catch {
    return null;
  }
}
