import { STAFFING_ASK } from '../../models/doors/study.ts';
import type { LabState } from './lab.ts';

/**
 * What is worked on in this tab, a file of one's own included: a page that is loaded again goes on
 * with it, until the tab is closed. It stays on this device.
 */

export type LabWork = Pick<LabState, 'source' | 'file' | 'edited' | 'question' | 'ask'>;

const KEY = 'contretemps.lab';
/** What tabs keep at most, characters, with room for the rest. */
const MOST = 2_000_000;

export function keepWork({ ask, edited, file, question, source }: LabWork): void {
  try {
    const all = JSON.stringify({ ask, question, source, file, edited });
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
    return { ask: { ...STAFFING_ASK, ...kept.ask }, edited, file, question, source };
  } catch {
    return null;
  }
}
