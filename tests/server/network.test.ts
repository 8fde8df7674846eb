import { describe, expect, it } from 'vitest';
import { networkAddresses } from '../../server/http/network.ts';
import { Stage } from './stage.ts';

const one = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') => ({
  ...{ address, internal, family, netmask: '', mac: '', cidr: null },
  ...(family === 'IPv6' ? { scopeid: 0 } : {}),
});
const CARDS = {
  lo: [one('127.0.0.1', true)],
  docker0: [one('172.17.0.1')],
  wlan0: [one('fe80::1', false, 'IPv6'), one('192.168.7.5')],
} as unknown as Parameters<typeof networkAddresses>[1];

describe('the addresses of this machine on its network', () => {
  it('are those of real interfaces first, and none where only this machine is listened to', () => {
    expect(networkAddresses('0.0.0.0', CARDS)).toEqual(['192.168.7.5', '172.17.0.1']);
    expect(networkAddresses('::', CARDS)[0]).toBe('192.168.7.5');
    expect(networkAddresses('192.168.7.5', CARDS)).toEqual(['192.168.7.5']);
    for (const host of ['127.0.0.1', 'localhost', '::1'])
      expect(networkAddresses(host, CARDS), host).toEqual([]);
  });

  it('are told to the pages with the port, or that there are none', async () => {
    for (const address of ['192.168.7.5', null]) {
      const stage = await Stage.open({ network: () => (address === null ? [] : [address]) });
      const reply = await (await fetch(`${stage.url}/api/network`)).json();
      const origin = address === null ? null : `http://${address}:${new URL(stage.url).port}`;
      expect(reply).toEqual({ ok: true, origin });
      await stage.close();
    }
  });
});
