import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WallPage } from '../../client/pages/wall/wall.ts';
import { figure, percent } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import { type DeskView, type WallView, waitingNow } from '../../models/doors/live.ts';
import { desk, shows, wall } from './hung.ts';
import type { LocalRoom } from './local.ts';
import { TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => document.body.replaceChildren());

describe('the desk page where the length of a call is a decision', () => {
  const state = (local: LocalRoom) =>
    (local.snapshot({ as: 'desk', agent: 2 }).view.team[2] ?? { state: 'out' }).state;

  it('takes leave before the line is free, and does nothing else meanwhile', async () => {
    const [element, local, wire] = await desk('THURR222');
    await userEvent.keyboard('c');
    await shows(element, 'Vous dites au revoir');
    const asked = wire.asked.length;
    await userEvent.keyboard('c');
    await userEvent.keyboard('h');
    await userEvent.keyboard('t');
    await expect
      .element(page.getByRole('button', { name: 'Conclure' }))
      .toHaveAttribute('aria-disabled', 'true');
    expect(wire.asked).toHaveLength(asked);
    expect(state(local)).toBe('closing');
    local.advanceTo(local.session.now + 44_000);
    await shows(element, 'Vous dites au revoir');
    local.advanceTo(local.session.now + 1_000);
    await expect.element(page.getByText('la ligne se libère')).not.toBeInTheDocument();
    expect(state(local)).not.toBe('closing');
  });

  it('weighs both voices, over both pages', async () => {
    const [element] = await desk('THURR222');
    const inside = (selector: string) => element.shadowRoot?.querySelector(selector);
    await expect.element(page.getByRole('button', { name: 'Prends soin' })).toBeVisible();
    expect(inside('ct-voices')).not.toBeNull();
    expect(inside('ct-price')).not.toBeNull();
    expect(inside('ct-person')?.shadowRoot?.querySelector('.voice')).toBeNull();
    expect(inside('ct-line')?.shadowRoot?.querySelector('.voice')).toBeNull();
  });

  it.each([
    ['TRING222', 1, 'La file pèse maintenant plus que cet appel'],
    ['TCARE222', 0, 'Personne n’attend encore, mais ceux qui vont appeler pèsent'],
  ] as const)(
    'tells aloud when the others come to weigh more: %s, %d waiting',
    async (scene, n, says) => {
      const [element, local] = await desk(scene);
      const aloud = () =>
        element.shadowRoot?.querySelector('.sr-only[role="status"]')?.textContent ?? '';
      if (scene === 'TRING222') await page.getByRole('button', { name: 'Décrocher' }).click();
      await shows(element, 'En ligne');
      const told: string[] = [];
      for (let i = 0; i < 200 && !told.some((one) => one.includes('plus que cet appel')); i++) {
        local.advanceTo(local.session.now + 6_000);
        await element.updateComplete;
        told.push(aloud());
      }
      const { line } = local.snapshot({ as: 'desk', agent: 2 }).view as DeskView;
      expect(waitingNow(line)).toBe(n);
      expect(told.at(0)).not.toContain('plus que cet appel');
      expect(told.at(-1)).toContain(says);
    },
  );

  it('shows nothing of it in a classical centre', async () => {
    const [element] = await desk('TALKS222');
    const inside = (selector: string) => element.shadowRoot?.querySelector(selector);
    expect(inside('ct-voices')).toBeNull();
    expect(inside('ct-price')).toBeNull();
    expect(inside('.cockpit.weighed')).toBeNull();
    expect(inside('ct-person')?.shadowRoot?.querySelector('.voice')).not.toBeNull();
    expect(inside('ct-line')?.shadowRoot?.querySelector('.voice')).not.toBeNull();
  });

  it.each([
    ['fr', 'Journée classique\u00a0: rien, ici, ne juge combien de temps dure un appel.'],
    ['en', 'A classical day: nothing here judges how long a call lasts.'],
  ] as const)('says in a classical centre that nothing judges it (%s)', async (language, says) => {
    setLanguage(language);
    for (const [width, height] of [
      [1_280, 720],
      [390, 844],
    ] as const) {
      await page.viewport(width, height);
      document.body.replaceChildren();
      await desk('TALKS222');
      await expect.element(page.getByText(says, { exact: true })).toBeInViewport();
    }
    document.body.replaceChildren();
    const [element] = await desk('TCARE222');
    expect(element.shadowRoot?.querySelector('.unjudged')).toBeNull();
  });
});

describe('the wall page', () => {
  const band = (element: WallPage) =>
    element.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot?.querySelector('ct-lived');

  it('sets how people are helped beside how they reach us, in figures of one size', async () => {
    const [element, local] = await wall(TEN, 120);
    const { totals } = (local.snapshot({ as: 'wall' }).view as WallView).day;
    const all = totals.answered + totals.abandoned + totals.blocked;
    const cell = (name: string) =>
      band(element)?.shadowRoot?.querySelector(`.${name}`) as HTMLElement;
    await vi.waitFor(() =>
      expect(cell('reached').textContent).toContain(percent(totals.answered / all)),
    );
    const { lived } = local.told();
    expect(lived?.callers).toBeGreaterThan(50);
    expect(cell('helped').querySelector('.big')?.textContent).toBe(figure(lived?.mean ?? -1));
    expect(cell('helped').textContent).toContain('hypothèse');
    expect(cell('helped').textContent).toContain(`moins de ${figure(lived?.lowestTenth ?? -1)}`);
    expect(cell('helped').textContent).toContain(`${percent(lived?.lost ?? -1)} de clients perdus`);
    const size = (name: string) =>
      getComputedStyle(cell(name).querySelector('.big') as HTMLElement).fontSize;
    expect(size('helped')).toBe(size('reached'));
    expect(cell('price').textContent).toMatch(/\d,\d\smin|libre/);
  });

  it.each([
    ['free', 0, 0, /^\s*0\s.*le temps ne coûte rien/s],
    ['coming', 0.4, 0, /0,4\smin.*d’attente pour les prochains/s],
    ['slight', 0.01, 2, /0,0\smin.*presque rien pour ceux qui attendent/s],
    ['waiting', 2.7, 2, /2,7\smin.*d’attente pour les autres/s],
    ['about', 2.7, 2, /environ 2,7\smin/s],
  ] as const)('says of the others only what is true: %s', async (is, price, waiting, words) => {
    const element = document.createElement('ct-lived');
    const about = is === 'about';
    element.price = { samples: [{ at: 0, price, care: null }], dearest: 3, waiting, about };
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.price')?.textContent).toMatch(words);
  });

  it('has nothing counted before the first story is over', async () => {
    const [element] = await wall(TEN, 1);
    await vi.waitFor(() =>
      expect(band(element)?.shadowRoot?.querySelector('.helped')?.textContent).toContain(
        'pas encore compté',
      ),
    );
  });

  it('shows nothing of it in a classical centre', async () => {
    const [element] = await wall(STATION, 30);
    expect(band(element)).toBeNull();
  });
});
