import type { LinkState } from '../wire/wire.ts';
import { words } from './language.ts';

/**
 * What becomes of the connection, in a sentence; '' while it is there.
 * @param seated this device holds a desk
 * @param trouble the server cannot write for the moment
 */
export function linkSaid(state: LinkState, seated: boolean, trouble: boolean): string {
  const { link } = words();
  if (state === 'replaced') return link.replaced;
  if (state === 'asleep') return link.asleep;
  if (state === 'restarting') return link.restarting;
  if (state === 'offline') return seated ? link.offline : link.offlineWatch;
  return trouble ? link.trouble : '';
}
