import { WIRE_VERSION } from '../../models/doors/live.ts';
import type { Problem } from '../../models/doors/scenario.ts';

const KEY = 'contretemps.renewed';

/** The server speaks another version of the wire than this page. */
export const isOutdated = ({ code, path }: Problem): boolean =>
  code === 'E_VERSION' && path === 'wire';

/**
 * Loads the page anew, since the server has another one: once for each version of the page and tab,
 * or a page that a proxy keeps would load itself for ever. False where it was tried, or where
 * nothing could remember that it was.
 */
export function renewOnce(reload: () => void = () => location.reload()): boolean {
  const version = String(WIRE_VERSION);
  try {
    if (sessionStorage.getItem(KEY) === version) return false;
    sessionStorage.setItem(KEY, version);
    if (sessionStorage.getItem(KEY) !== version) return false;
  } catch {
    return false;
  }
  reload();
  return true;
}
