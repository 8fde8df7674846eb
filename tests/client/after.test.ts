import '../../client/look/page.css';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Room } from '../../client/state/room.ts';
import { setLanguage } from '../../client/text/language.ts';
import { hostToken, joinKey, keepHostToken, keepSeatToken } from '../../client/wire/kept.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

/** The day is over: where each one of the room goes from there. */

const CODE = 'OVER2345';
const NEXT = 'NEXT2345';
const SAME = 'Les mêmes appelants, encore une fois';
const rooms: Room[] = [];

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  setLanguage('fr');
  await page.viewport(1_280, 800);
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

/** A page of a room whose day is over; `host` has its token. */
async function open(tag: 'ct-room' | 'ct-desk' | 'ct-wall', host = false) {
  const local = new LocalRoom(STATION, CODE);
  local.accept({ kind: 'takeDesk', agent: 1 });
  for (let at = 0; !local.clock.over; at += 60_000) local.advanceTo(at);
  const wire = new LocalWire(local);
  if (tag === 'ct-desk') wire.agent = 1;
  if (host) keepHostToken(CODE, 'mine');
  const element = document.createElement(tag);
  element.code = CODE;
  element.enter = (code) => {
    const room = new Room(wire, {
      ...{ code, role: 'wall', token: () => undefined, keep: () => {} },
      host: () => hostToken(code),
    });
    rooms.push(room);
    wire.connect();
    return room;
  };
  document.body.append(element);
  const within = page.elementLocator(element);
  const ready = { 'ct-room': 'ct-again', 'ct-desk': 'ct-recap', 'ct-wall': 'ct-after' }[tag];
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector(ready)).not.toBeNull());
  return { wire, within, element };
}

describe('the same callers again', () => {
  it.each(['ct-desk', 'ct-room', 'ct-wall'] as const)(
    'is for a host; all others are led there in one tap, at %s',
    async (tag) => {
      const { wire, within } = await open(tag);
      await expect
        .element(within.getByText('L’animateur peut relancer la même journée.'))
        .toBeVisible();
      expect(within.getByRole('button', { name: SAME }).query()).toBeNull();
      wire.moved$.next({ code: NEXT, key: 'qr' });
      const way = within.getByRole('link', { name: 'Y aller' });
      await expect.element(way).toBeVisible();
      expect(way.element().getAttribute('href')).toBe(`/${tag.slice(3)}/${NEXT}`);
      expect(joinKey(NEXT)).toBe('qr');
      expect(hostToken(NEXT)).toBeUndefined();
    },
  );

  it('makes a host of a second host there, and leaves no button for a third room', async () => {
    const { wire, within } = await open('ct-wall', true);
    await expect.element(within.getByRole('button', { name: SAME })).toBeVisible();
    wire.moved$.next({ code: NEXT, key: 'qr', host: 'theirs' });
    await expect.element(within.getByRole('link', { name: 'Y aller' })).toBeVisible();
    expect(hostToken(NEXT)).toBe('theirs');
    expect(within.getByRole('button', { name: SAME }).query()).toBeNull();
  });

  it.each([
    ['who played alone to a desk', true, `/desk/${NEXT}`],
    ['the host of several to the room’s page', false, `/room/${NEXT}`],
  ])('leads %s', async (_who, alone, path) => {
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', async (_path: string, request?: RequestInit) => {
      if (request?.body) asked.push(JSON.parse(String(request.body)));
      const answer = { ok: true, code: NEXT, hostToken: 'new', alone };
      return new Response(JSON.stringify(answer));
    });
    keepSeatToken(CODE, 'seat');
    const { within } = await open('ct-desk', true);
    await within.getByRole('button', { name: SAME }).click();
    await vi.waitFor(() => expect(location.pathname).toBe(path));
    expect(asked).toEqual([{ again: CODE, paused: true, host: 'mine' }]);
    expect(hostToken(NEXT)).toBe('new');
  });
});

describe('the wall of a day that is over', () => {
  it.each([
    [360, 640],
    [1_280, 800],
    [1_920, 1_080],
  ])('has ways on, in sight at %i by %i', async (width, height) => {
    await page.viewport(width, height);
    keepSeatToken(CODE, 'seat');
    const { within, element } = await open('ct-wall');
    for (const [name, path] of [
      ['Ma journée à ce poste', `/desk/${CODE}`],
      ['La salle', `/room/${CODE}`],
      ['Retour à l’accueil', '/'],
    ] as const) {
      const way = within.getByRole('link', { name });
      await expect.element(way).toBeVisible();
      expect(way.element().getAttribute('href')).toBe(path);
    }
    // Nothing in it speaks of now.
    const sheet = element.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot;
    const figures = sheet?.querySelector<HTMLElement>('.figures')?.innerText ?? '';
    expect(figures).toMatch(/\d:\d\d\s+la plus longue attente du jour/);
    expect(figures).not.toMatch(/attend$|–/m);
    expect(sheet?.querySelector('.people')?.textContent).toBe('');
    const code = sheet?.querySelector('.code')?.getBoundingClientRect();
    expect(code?.right).toBeLessThanOrEqual(width);
    expect(element.scrollWidth).toBeLessThanOrEqual(width);
    // On a projector nothing is scrolled.
    const { bottom } = within
      .getByRole('link', { name: 'La salle' })
      .element()
      .getBoundingClientRect();
    if (width > 700) expect(bottom).toBeLessThanOrEqual(height);
  });
});
