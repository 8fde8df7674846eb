import '../../client/look/page.css';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepSecrets } from '../../client/state/enter.ts';
import { Room } from '../../client/state/room.ts';
import { setLanguage } from '../../client/text/language.ts';
import { hostToken, keepHostToken } from '../../client/wire/kept.ts';
import { problem } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  setLanguage('fr');
  await page.viewport(1_280, 800);
});
const rooms: Room[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

const CODE = 'HOST2345';

/** A page of this room, entered with what this device has kept. */
async function open(tag: 'ct-room' | 'ct-desk' | 'ct-wall', local: LocalRoom) {
  const wire = new LocalWire(local);
  const element = document.createElement(tag);
  element.code = local.code;
  element.enter = (code) => {
    keepSecrets(code);
    const room = new Room(wire, {
      code,
      role: tag === 'ct-desk' ? 'seat' : 'wall',
      token: () => undefined,
      keep: () => {},
      host: () => hostToken(code),
    });
    rooms.push(room);
    wire.connect();
    return room;
  };
  document.body.append(element);
  const ready = tag === 'ct-desk' ? 'ct-seats' : tag === 'ct-wall' ? 'ct-wall-sheet' : '.time';
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector(ready)).not.toBeNull());
  return { element, wire, within: page.elementLocator(element) };
}

const START = { name: 'Commencer la journée' };

describe('the host of a room', () => {
  it('who is alone sits down, starts the day there, and finds the clock again', async () => {
    keepHostToken(CODE, 'secret');
    const local = new LocalRoom(STATION, CODE);
    const { element, wire } = await open('ct-desk', local);
    expect(wire.asked[0]?.ask).toMatchObject({ role: 'seat', host: 'secret' });
    await page.getByRole('button', { name: 'Poste 3, libre' }).click();
    await expect.element(page.getByText('La journée n’a pas commencé.')).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', START).click();
    await vi.waitFor(() => expect(local.clock.paused).toBe(false));
    await expect.element(page.getByRole('button', START)).not.toBeInTheDocument();
    expect(element.shadowRoot?.activeElement?.tagName).toBe('MAIN');
    await page.getByRole('button', { name: 'Horloge' }).click();
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    await vi.waitFor(() => expect(local.clock.paused).toBe(true));
  });

  it('has the same clock on the room’s page, at a desk and on the wall, all at once', async () => {
    keepHostToken(CODE, 'secret');
    const local = new LocalRoom(STATION, CODE);
    const seat = await open('ct-desk', local);
    await seat.within.getByRole('button', { name: 'Poste 3, libre' }).click();
    const pages = [await open('ct-room', local), await open('ct-wall', local), seat];
    for (const { within } of pages)
      await expect.element(within.getByRole('button', START)).toBeInTheDocument();
    await pages[0]?.within.getByRole('button', START).click();
    // At a desk it is put away once the day has begun.
    await seat.within.getByRole('button', { name: 'Horloge' }).click();
    const pause = { name: 'Mettre en pause' };
    for (const { within } of pages)
      await expect.element(within.getByRole('button', pause)).toBeInTheDocument();
  });

  it('is so at the desk on a phone, which stays as wide as its screen', async () => {
    await page.viewport(360, 640);
    keepHostToken(CODE, 'secret');
    await open('ct-desk', new LocalRoom(STATION, CODE));
    await page.getByRole('button', { name: 'Poste 3, libre' }).click();
    await expect.element(page.getByRole('button', START)).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('is nobody else: a desk without the token has no clock to set', async () => {
    await open('ct-desk', new LocalRoom(STATION, 'GUES2345'));
    await page.getByRole('button', { name: 'Poste 3, libre' }).click();
    await expect.element(page.getByText('La journée n’a pas commencé.')).toBeVisible();
    for (const name of ['Commencer la journée', 'Horloge'])
      expect(page.getByRole('button', { name }).query()).toBeNull();
  });

  it('loses a token that is not that of this room, and gets in without it', async () => {
    keepHostToken(CODE, 'wrong');
    const forgotten: string[] = [];
    const wire = new LocalWire(new LocalRoom(STATION, CODE));
    const ask = wire.ask.bind(wire);
    wire.ask = async (kind, sent) =>
      kind === 'join' && 'host' in sent
        ? { ok: false, problem: problem('E_TOKEN', 'host', 'Non.', 'No.') }
        : ask(kind, sent);
    const room = new Room(wire, {
      code: CODE,
      role: 'wall',
      token: () => undefined,
      keep: () => {},
      host: () => hostToken(CODE),
      forgetHost: () => forgotten.push(CODE),
    });
    rooms.push(room);
    wire.connect();
    await vi.waitFor(() => expect(room.state.publicView).not.toBeNull());
    expect(room.state).toMatchObject({ host: false, refusal: null });
    expect(forgotten).toEqual([CODE]);
  });
});

describe('the host link', () => {
  it('makes whoever opens it a host, now and later, and leaves the address at once', async () => {
    history.replaceState(null, '', `/room/${CODE}#host=s3cret_-`);
    const { wire } = await open('ct-room', new LocalRoom(STATION, CODE));
    expect(wire.asked[0]?.ask).toMatchObject({ role: 'wall', host: 's3cret_-' });
    expect(location.hash).toBe('');
    await expect.element(page.getByRole('button', START)).toBeVisible();
    expect(localStorage.getItem(`contretemps.host.${CODE}`)).toBe('s3cret_-');
  });

  it('is copied with the address by which other devices find this computer', async () => {
    vi.stubGlobal(
      'fetch',
      async () => new Response(JSON.stringify({ ok: true, origin: 'http://192.168.1.7:3000' })),
    );
    keepHostToken(CODE, 'secret');
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { element, within } = await open('ct-room', new LocalRoom(STATION, CODE));
    await vi.waitFor(() => expect(within.getByText('192.168.1.7:3000').query()).not.toBeNull());
    expect(element.shadowRoot?.textContent).not.toContain('secret');
    await page.getByRole('button', { name: 'Copier le lien d’animateur' }).click();
    await expect.element(page.getByText('Lien copié.')).toBeVisible();
    expect(copied).toHaveBeenCalledWith(`http://192.168.1.7:3000/room/${CODE}#host=secret`);
    copied.mockRestore();
  });

  it('is shown to be selected where nothing can be copied', async () => {
    keepHostToken(CODE, 'secret');
    const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await open('ct-room', new LocalRoom(STATION, CODE));
    await page.getByRole('button', { name: 'Copier le lien d’animateur' }).click();
    await expect
      .element(page.getByLabelText('Le lien d’animateur'))
      .toHaveValue(expect.stringContaining(`/room/${CODE}#host=secret`));
    refused.mockRestore();
  });

  it('is a QR code on demand on the room’s page, and never on the wall', async () => {
    keepHostToken(CODE, 'secret');
    const local = new LocalRoom(STATION, CODE);
    const { element } = await open('ct-room', local);
    const qr = page.getByRole('img', { name: 'Le lien d’animateur' });
    expect(qr.query()).toBeNull();
    await page.getByRole('button', { name: 'Montrer son code QR' }).click();
    await expect.element(qr).toBeVisible();
    expect(await faults()).toEqual([]);
    element.remove();
    await open('ct-wall', local);
    expect(page.getByRole('button', { name: /QR|animateur/ }).query()).toBeNull();
  });
});
