import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Networks inside this machine, for its containers and virtual machines: no telephone is there. */
const INNER = /^(br-|docker|lxc|podman|utun|vboxnet|veth|virbr|vmnet|vEthernet)/i;

/**
 * The IPv4 addresses under which a local network reaches what listens on `host`: those of real
 * interfaces first, none where it listens to this machine alone.
 */
export function networkAddresses(
  host: string,
  interfaces: Interfaces = networkInterfaces(),
): string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return isIP(host) === 4 && !host.startsWith('127.') ? [host] : [];
  const found = Object.entries(interfaces).flatMap(([name, list]) =>
    (list ?? [])
      .filter((one) => !one.internal && one.family === 'IPv4')
      .map(({ address }) => ({ address, inner: INNER.test(name) })),
  );
  found.sort((a, b) => Number(a.inner) - Number(b.inner));
  return [...new Set(found.map(({ address }) => address))];
}
