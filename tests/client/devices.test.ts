import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import { desk, shows, wall } from './hung.ts';
import { TEN } from './stage/scenes.ts';

/** Devices of all kinds: their keyboards, their colours, their languages. */

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
  Reflect.deleteProperty(navigator, 'languages');
});

const press = (on: EventTarget, code: string, key: string) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, composed: true }));

describe('the keyboard of a desk', () => {
  it.each([
    ['French', 'KeyC', 'c'],
    ['Russian', 'KeyC', 'с'],
    ['Greek', 'KeyC', 'ψ'],
    ['Japanese, while its input method composes', 'KeyC', 'Process'],
    ['Dvorak', 'KeyI', 'c'],
  ])('concludes by the letter shown, on a keyboard that is %s', async (_, code, key) => {
    const [, , wire] = await desk('TALKS222');
    press(window, code, key);
    await vi.waitFor(() =>
      expect(wire.asked.at(-1)).toMatchObject({ ask: { command: { kind: 'conclude' } } }),
    );
  });

  it('does nothing by a letter that only lies where another one is shown', async () => {
    const [element, , wire] = await desk('TALKS222');
    // Where a Dvorak keyboard has its J an American one has its C.
    press(window, 'KeyC', 'j');
    await element.updateComplete;
    expect(wire.asked.map(({ kind }) => kind)).not.toContain('command');
  });

  it.each([
    ['French', 'Digit1', '&'],
    ['Czech', 'Digit1', '+'],
    ['any, by its numeric pad', 'Numpad1', '1'],
    ['American', 'Digit1', '1'],
  ])('chooses by the digit shown, on a keyboard that is %s', async (_, code, key) => {
    const [element, , wire] = await desk('READY222');
    press(window, 'KeyP', 'p');
    const inner = element.shadowRoot?.querySelector('ct-choice')?.shadowRoot;
    const dialog = inner?.querySelector('wa-dialog') as HTMLElement;
    await vi.waitFor(() => expect(dialog.hasAttribute('open')).toBe(true));
    press(dialog, code, key);
    await vi.waitFor(() =>
      expect(wire.asked.at(-1)).toMatchObject({ ask: { command: { kind: 'notReady' } } }),
    );
  });

  it('lists its keys by a question mark, on a digit too, as Russians type it', async () => {
    const [element] = await desk('READY222');
    press(window, 'Digit7', '?');
    const keys = element.shadowRoot?.querySelector('ct-shortcuts');
    await vi.waitFor(() => expect(keys?.open).toBe(true));
    await shows(element, 'Disponible');
  });
});

describe('colours chosen by the device', () => {
  /** As in a theme of high contrast; what the types of the session leave out. */
  const forced = (value: '' | 'active') =>
    (cdp() as unknown as { send(method: string, ask: object): Promise<void> }).send(
      'Emulation.setEmulatedMedia',
      { features: [{ name: 'forced-colors', value }] },
    );
  beforeEach(() => forced('active'));
  afterEach(() => forced(''));

  const inside = (root: Element, ...path: string[]) =>
    path.reduce<Element | null>((at, one) => at?.shadowRoot?.querySelector(one) ?? null, root);
  const ground = (element: Element | null, pseudo?: string) =>
    getComputedStyle(element as Element, pseudo).backgroundColor;

  it('leave the swatches of a legend what tells them apart', async () => {
    const [page] = await wall(TEN, 20);
    const day = inside(page, 'ct-wall-sheet', 'ct-day-curve') as Element;
    const [late, within] = ['i.late', 'i:not([class])'].map((i) => ground(inside(day, i)));
    const canvas = ground(document.body);
    expect(new Set([late, within, canvas]).size).toBe(3);
    const hatched = getComputedStyle(inside(day, 'i.lost') as Element).backgroundImage;
    expect(hatched).toContain('gradient');
    const sheet = inside(page, 'ct-wall-sheet') as Element;
    const voice = (name: string) => ground(inside(sheet, `.voices .${name}`), '::before');
    expect(new Set([voice('care'), voice('hurry'), canvas]).size).toBe(3);
  });

  it('leave the marks of both voices on a desk', async () => {
    const [element] = await desk('THURR222');
    const voices = inside(element, 'ct-voices') as Element;
    await vi.waitFor(() => expect(inside(voices, '.beam.care')).not.toBeNull());
    const canvas = ground(document.body);
    expect(ground(inside(voices, '.beam.care'))).not.toBe(canvas);
    const key = inside(element, 'ct-price', '.hurry i');
    expect(ground(key)).not.toBe(canvas);
  });
});

describe('the language of a device', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['de-DE'], 'en'],
    [['es', 'pt-BR'], 'en'],
    [['frr'], 'en'],
    [['de', 'fr-FR'], 'fr'],
    [[], 'en'],
  ])('%j is answered in %s', async (languages, wanted) => {
    Object.defineProperty(navigator, 'languages', { value: languages, configurable: true });
    const again = `/client/text/language.ts?device=${languages.join('+')}`;
    const { language } = (await import(/* @vite-ignore */ again)) as { language: () => string };
    expect(language()).toBe(wanted);
  });
});
