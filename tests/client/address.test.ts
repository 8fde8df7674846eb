import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../client/text/language.ts';
import { enter, network, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

const LAN = 'http://192.168.7.5:3000';
const shadow = (element: Element, inner: string) =>
  element.shadowRoot?.querySelector(inner)?.shadowRoot ?? null;
const text = (root: ShadowRoot | null) => root?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('a page opened on localhost', () => {
  it('projects the address of the network, in words and in the QR code', async () => {
    expect(location.hostname).toBe('localhost');
    network(LAN);
    const [page] = await wall(STATION, 0);
    const sheet = () => shadow(page, 'ct-wall-sheet');
    await vi.waitFor(() => expect(text(sheet())).toContain('192.168.7.5:3000'));
    expect(text(sheet())).not.toContain('localhost');
  });

  it('projects no QR code where no telephone can follow it, and says so', async () => {
    network(null);
    const [page, local] = await wall(STATION, 0);
    local.setClock({ paused: true });
    const sheet = () => shadow(page, 'ct-wall-sheet');
    const invites = () => sheet()?.querySelector('ct-invitation')?.shadowRoot ?? null;
    await vi.waitFor(() => expect(text(invites())).toContain('Aucun téléphone ne peut entrer'));
    expect(invites()?.querySelector('ct-qr')).toBeNull();
    expect(`${text(invites())}${text(sheet())}`).not.toContain('localhost');
  });

  it('gives the address of the network on the page of the room', async () => {
    network(LAN);
    const local = new LocalRoom(STATION);
    const element = document.createElement('ct-room');
    element.code = local.code;
    element.enter = () => enter(new LocalWire(local), 'wall');
    document.body.append(element);
    await vi.waitFor(() => expect(text(element.shadowRoot)).toContain('192.168.7.5:3000'));
    expect(element.shadowRoot?.querySelector('ct-qr')?.text).toBe(`${LAN}/desk/TEST2345#key=qr`);
  });
});

describe('the screen of the wall', () => {
  it('is kept awake, and taken again when the page is shown again', async () => {
    network(LAN);
    const taken: { released: boolean; release: () => Promise<void> }[] = [];
    const request = async () => {
      const lock = { released: false, release: async () => {} };
      taken.push(lock);
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
    await wall(STATION, 0);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    for (const lock of taken) lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(taken).toHaveLength(2));
  });

  it('may go dark over plain http, which is said once', async () => {
    network(LAN);
    Object.defineProperty(navigator, 'wakeLock', { value: undefined, configurable: true });
    const [page] = await wall(STATION, 0);
    const said = () => page.shadowRoot?.querySelector('.darkens');
    expect(said()?.textContent).toContain('veille');
    said()?.querySelector('button')?.click();
    await vi.waitFor(() => expect(said()).toBeNull());
    page.remove();
    const [again] = await wall(STATION, 0);
    expect(again.shadowRoot?.querySelector('.darkens')).toBeNull();
  });
});
