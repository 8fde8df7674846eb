import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether a request asks for this server by a name that is its own: an address, localhost, the
 * machine's name with and without .local, or the host of a listed origin. Any other name is one
 * that a foreign page may have pointed here (DNS rebinding).
 */
export function isOurs(host: string | undefined, listed: readonly string[]): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname: asked } = new URL(`http://${host}`);
  const name = asked.replace(/\.$/, '');
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0 || namesOf(listed).has(name);
}

function namesOf(listed: readonly string[]): Set<string> {
  const machine = hostname().toLowerCase();
  const short = machine.split('.')[0] ?? machine;
  const given = listed.map((origin) => new URL(origin).hostname);
  return new Set(['localhost', machine, short, `${short}.local`, ...given]);
}
