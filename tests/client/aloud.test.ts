import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../client/text/language.ts';
import { desk, wall } from './hung.ts';
import { TEN } from './stage/scenes.ts';

/** What somebody hears who does not see the page. */

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => document.body.replaceChildren());

const region = (element: Element) =>
  element.shadowRoot?.querySelector('.sr-only[role=status]')?.textContent?.replace(/\s/g, ' ') ??
  '';
const hears = (element: Element, sentence: string | RegExp) =>
  vi.waitFor(() => expect(region(element)).toMatch(sentence), { timeout: 3_000 });
const press = (key: string) =>
  dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}` }));

/** Every element, those in shadows too. */
const all = (root: Document | ShadowRoot | Element): Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) => [
    one,
    ...(one.shadowRoot ? all(one.shadowRoot) : []),
  ]);

describe('a desk, listened to', () => {
  it('tells that a call is answered and what the caller says, holds, resumes and concludes', async () => {
    const [element, local] = await desk('RINGS222');
    press('a');
    await hears(element, 'En ligne');
    const person = element.shadowRoot?.querySelector('ct-person')?.shadowRoot;
    const words = () => person?.querySelector('.said')?.textContent?.trim().replace(/\s/g, ' ');
    await vi.waitFor(() => expect(words()).toMatch(/^« .+ »$/));
    expect(region(element)).toContain(words());
    press('h');
    await hears(element, 'Mise en attente');
    press('h');
    await hears(element, 'Vous reprenez la conversation');
    press('c');
    await hears(element, /Vous dites au revoir|L’appel est fini/);
    local.advanceTo(local.session.now + 60_000);
    press('r');
    await hears(element, 'Disponible');
  });

  it('tells that the caller hung up on hold', async () => {
    const [element, local] = await desk('TALKS222');
    press('h');
    await hears(element, 'Mise en attente');
    for (let i = 0; i < 300; i++) local.advanceTo(local.session.now + 5_000);
    await hears(element, 'Le client a raccroché pendant l’attente.');
  });

  it('tells, and shows, how the caller took leave', async () => {
    const [element, local] = await desk('TCARE222');
    press('c');
    await hears(element, 'Vous dites au revoir');
    local.advanceTo(local.session.now + 90_000);
    await hears(element, /Le client (vous remercie|raccroche) .*L’appel est fini/);
    const person = element.shadowRoot?.querySelector('ct-person')?.shadowRoot;
    const parted = () => person?.querySelector('.parted')?.textContent?.replace(/\s/g, ' ');
    await vi.waitFor(() => expect(parted()).toMatch(/^Le client (vous remercie|raccroche)/));
    expect(region(element)).toContain(parted());
  });

  it('tells a call that was missed', async () => {
    const [element, local] = await desk('RINGS222');
    for (let i = 0; i < 12; i++) local.advanceTo(local.session.now + 2_000);
    await hears(element, /Appel manqué|Le client a raccroché/);
  });

  it('says by S the hour, for how long, and the line', async () => {
    const [element] = await desk('TALKS222');
    press('s');
    await hears(element, /Il est \d\d:\d\d\. En ligne depuis (\d+ min )?\d+ s\. .*attend/);
  });

  it('has one polite live region', async () => {
    const [element] = await desk('TALKS222');
    const live = all(element.shadowRoot as ShadowRoot).filter((one) =>
      one.matches('[role=status], [role=alert], [aria-live]'),
    );
    expect(live).toHaveLength(1);
  });

  it('tells in it why something was not done, and what becomes of the connection', async () => {
    const [element, , wire] = await desk('TALKS222');
    wire.cut();
    await hears(element, 'Votre place est gardée');
    wire.connect();
    await hears(element, 'La connexion est revenue');
  });

  it('takes the focus along on sitting down, and when one stands up', async () => {
    const [element] = await desk('SEATS222');
    const root = element.shadowRoot as ShadowRoot;
    const seats = root.querySelector('ct-seats')?.shadowRoot;
    const free = seats?.querySelector<HTMLElement>('button[aria-disabled=false]');
    free?.focus();
    free?.click();
    await vi.waitFor(() => expect(root.querySelector('.cockpit')).not.toBeNull());
    await vi.waitFor(() => expect(root.activeElement).toBe(root.querySelector('.cockpit')));
    expect(root.activeElement?.getAttribute('aria-label')).toMatch(/^Poste \d/);
    const leave = [...root.querySelectorAll('button')].find(({ textContent }) =>
      textContent?.includes('Quitter'),
    );
    leave?.focus();
    leave?.click();
    await vi.waitFor(() => expect(root.activeElement).toBe(root.querySelector('.choosing')));
  });
});

describe('a wall', () => {
  it('speaks of the lost as customers only, never beside those who hung up', async () => {
    const [page] = await wall(TEN, 200);
    const texts = () =>
      all(page.shadowRoot as ShadowRoot)
        .filter((one) => one.children.length === 0 && !one.matches('style, script'))
        .map((one) => one.textContent?.replace(/\s+/g, ' ') ?? '');
    const lost = () => texts().filter((text) => /perdu/.test(text));
    await vi.waitFor(() => expect(lost().length).toBeGreaterThan(0));
    for (const text of lost()) expect(text).toMatch(/clients? perdus?/);
  });
});
