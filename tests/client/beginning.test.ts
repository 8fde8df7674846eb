import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/desk/desk.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskPage } from '../../client/pages/desk/desk.ts';
import { gameWords } from '../../client/text/game.ts';
import { setLanguage } from '../../client/text/language.ts';
import { natureOf } from '../../models/doors/game.ts';
import { desk } from './hung.ts';
import type { LocalWire } from './local.ts';

/** How a day of the game begins, stands and goes on, for whoever plays it alone. */

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const inside = (element: DeskPage, tag: string): ShadowRoot | null =>
  element.shadowRoot?.querySelector(tag)?.shadowRoot ?? null;
const commands = (wire: LocalWire): object[] =>
  wire.asked.filter(({ kind }) => kind === 'command').map(({ ask }) => ask);
const press = async (keys: string) => {
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard(keys);
};

describe('a day of the game', () => {
  it('begins by what the chapter is about, and lets the day begin', async () => {
    const [element, , wire] = await desk('GBEGN222', 'host');
    await expect.element(page.getByRole('heading', { name: 'Décrocher, écouter' })).toBeVisible();
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await vi.waitFor(() => expect(wire.room.clock.paused).toBe(false));
    expect(commands(wire)).toMatchObject([{ command: { kind: 'ready' } }]);
    expect(element.shadowRoot?.querySelector('.goal')?.textContent).toContain('Chapitre 1');
  });

  it('begins once, however often it is pressed', async () => {
    const [element, , wire] = await desk('GBEGN222', 'host');
    await expect.element(page.getByRole('heading', { name: 'Décrocher, écouter' })).toBeVisible();
    const button = inside(element, 'ct-briefing')?.querySelector<HTMLButtonElement>('.button.main');
    for (let press = 0; press < 3; press++) button?.click();
    await vi.waitFor(() => expect(commands(wire)).toHaveLength(1));
    expect(wire.asked.filter(({ kind }) => kind === 'clock')).toHaveLength(1);
    expect(element.shadowRoot?.querySelector('ct-notice')?.problem).toBeNull();
  });

  it('can be begun where the briefing was put away, by its button or its digit', async () => {
    for (const begin of [
      () => page.getByRole('button', { name: 'Commencer', exact: true }).click(),
      () => press('1'),
    ]) {
      document.body.replaceChildren();
      const [element, , wire] = await desk('GBEGN222', 'host');
      await expect.element(page.getByRole('heading', { name: 'Décrocher, écouter' })).toBeVisible();
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.begin')).not.toBeNull());
      await begin();
      await vi.waitFor(() => expect(wire.room.clock.paused).toBe(false));
      await vi.waitFor(() =>
        expect(commands(wire)).toMatchObject([{ command: { kind: 'ready' } }]),
      );
      expect(element.shadowRoot?.querySelector('.begin')).toBeNull();
    }
  });

  it('stands while whoever plays alone looks at something else, and goes on when told', async () => {
    const [, room, wire] = await desk('GLIST222', 'host');
    room.setClock({ paused: false });
    const looks = (hidden: boolean) => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
      document.dispatchEvent(new Event('visibilitychange'));
    };
    looks(true);
    await vi.waitFor(() => expect(wire.room.clock.paused).toBe(true));
    looks(false);
    await page.getByRole('button', { name: 'Reprendre', exact: true }).click();
    await vi.waitFor(() => expect(wire.room.clock.paused).toBe(false));
    vi.restoreAllMocks();
    // To load the page anew hides it for an instant: the day goes on.
    dispatchEvent(new Event('pagehide'));
    looks(true);
    dispatchEvent(new Event('pageshow'));
    vi.restoreAllMocks();
    const asks = wire.asked.filter(({ kind }) => kind === 'clock');
    expect(asks.map(({ ask }) => ask)).toEqual([{ paused: true }, { paused: false }]);
    // Among others one waits for nobody.
    document.body.replaceChildren();
    const [, others, seat] = await desk('GLIST222');
    others.setClock({ paused: false });
    looks(true);
    vi.restoreAllMocks();
    expect(seat.asked.filter(({ kind }) => kind === 'clock')).toEqual([]);
  });

  it('asks what one is by nature before such a day, and the centre is told, once', async () => {
    const [, , wire] = await desk('GWARN222', 'host');
    const { nature } = gameWords();
    await page.getByRole('radio', { name: nature.warmth.high }).click();
    await page.getByRole('radio', { name: nature.guidance.low }).click();
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await vi.waitFor(() => expect(wire.room.clock.paused).toBe(false));
    const told = { kind: 'nature', agent: 0, nature: natureOf({ warmth: 2, guidance: 0 }) };
    expect(commands(wire).map((one) => (one as { command: object }).command)[0]).toEqual(told);
    document.body.replaceChildren();
    // It is known from then on; where one's manner is not chosen, nobody asks.
    await desk('GWARN222', 'host');
    await expect.element(page.getByRole('radio', { name: nature.warmth.high })).toBeChecked();
    document.body.replaceChildren();
    await desk('GBEGN222', 'host');
    await expect
      .element(page.getByRole('button', { name: 'Commencer', exact: true }))
      .toBeVisible();
    expect(page.getByRole('radio').elements()).toEqual([]);
  });
});
