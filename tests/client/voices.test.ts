import '../../client/look/page.css';
import '../../client/elements/actions/actions.ts';
import '../../client/elements/line/line.ts';
import '../../client/elements/person/person.ts';
import '../../client/elements/price/price.ts';
import '../../client/elements/scenario-list/scenario-list.ts';
import '../../client/elements/voices/voices.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { VoicesElement } from '../../client/elements/voices/voices.ts';
import { type Weighed, Weighing } from '../../client/state/weighing.ts';
import { duration } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import { type Advice, adviceOf, type DeskView } from '../../models/doors/live.ts';
import { cardOf, publicViewOf } from '../../models/doors/scenario.ts';
import { LocalRoom } from './local.ts';
import { SCENES, TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

const advice = adviceOf(TEN) as Advice;
const publicView = publicViewOf(TEN);

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

function seen(name: string): { view: DeskView; now: number; weighed: Weighed } {
  const [room, agent] = SCENES[name]?.() ?? [new LocalRoom(TEN), 2];
  const view = room.snapshot({ as: 'desk', agent }).view as DeskView;
  const { now } = room.session;
  return { view, now, weighed: new Weighing().weigh(advice, publicView, view, now, 0, 0) };
}

async function voices(weighed: Weighed): Promise<VoicesElement> {
  const element = document.createElement('ct-voices');
  element.weighed = weighed;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const part = (element: VoicesElement, selector: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const weight = (element: VoicesElement, voice: 'care' | 'hurry') =>
  Number(/wght\W+(\d+)/.exec(part(element, `.voice.${voice} .sentence`)?.style.cssText ?? '')?.[1]);
const rest = (element: VoicesElement, voice: 'care' | 'hurry') =>
  Number.parseFloat(part(element, `.beam.${voice}`)?.style.getPropertyValue('--rest') ?? '');

describe('the two voices', () => {
  it('insist by weight, by length and by a sign on the one that weighs more', async () => {
    const calm = await voices(seen('TCARE222').weighed);
    expect(weight(calm, 'care')).toBeGreaterThan(weight(calm, 'hurry'));
    expect(rest(calm, 'care')).toBeLessThan(rest(calm, 'hurry'));
    expect(part(calm, '.voice.care .sign.still')).toBeNull();
    expect(part(calm, '.voice.hurry .sign.still')).not.toBeNull();
    expect(part(calm, '.voice.care')?.textContent).toContain('pèse le plus en ce moment');
    const busy = await voices(seen('THURR222').weighed);
    expect(weight(busy, 'hurry')).toBeGreaterThan(weight(busy, 'care'));
    expect(rest(busy, 'hurry')).toBeLessThan(rest(busy, 'care'));
    expect(part(busy, '.voice.care .sign.still')).not.toBeNull();
    expect(part(busy, '.voice.hurry .sign.still')).toBeNull();
    expect(part(busy, '.voice.hurry')?.textContent).toContain('pèse le plus en ce moment');
  });

  it('open the figures behind both from either, by a key as by a tap', async () => {
    await voices(seen('THURR222').weighed);
    const care = page.getByRole('button', { name: 'Prends soin' });
    const hurry = page.getByRole('button', { name: 'Dépêche-toi' });
    const others = page.getByText('min d’attente de plus pour les autres');
    await expect.element(others).not.toBeInTheDocument();
    await hurry.click();
    await expect.element(others).toBeVisible();
    await expect.element(page.getByText(/1 chance sur \d+ qu’un client raccroche/)).toBeVisible();
    await expect.element(page.getByText(/% de chances que son affaire soit réglée/)).toBeVisible();
    await expect.element(page.getByText('personne ne l’a mesuré')).toBeVisible();
    await expect.element(page.getByText('est un choix de valeurs')).toBeVisible();
    await expect.element(care).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(others).not.toBeInTheDocument();
    await userEvent.tab({ shift: true });
    await userEvent.keyboard(' ');
    await expect.element(others).toBeVisible();
  });

  it('mark every figure as a hypothesis', async () => {
    const element = await voices(seen('THURR222').weighed);
    part(element, 'button')?.click();
    await element.updateComplete;
    const figures = element.shadowRoot?.querySelectorAll('.weighs, .number, .floor') ?? [];
    expect(figures).toHaveLength(5);
    for (const figure of figures) expect(figure.textContent).toContain('hypothèse');
  });

  it('say with more weight that hurrying below the floor makes the line longer', async () => {
    const element = await voices(seen('TCARE222').weighed);
    part(element, 'button')?.click();
    await element.updateComplete;
    const floor = part(element, '.floor');
    expect(floor?.textContent).toMatch(
      /Conclure un tel appel avant 2:05 allonge la file\s: 85\s% de ceux qu’on n’a pas aidés/,
    );
    expect(getComputedStyle(floor as HTMLElement).fontWeight).toBe('600');
    element.weighed = seen('THURR222').weighed;
    await element.updateComplete;
    expect(getComputedStyle(floor as HTMLElement).fontWeight).toBe('400');
    const again = { share: 0.4, least: 0.5128 };
    const { weighed } = seen('THURR222');
    element.weighed = { ...weighed, right: { ...weighed.right, fromMs: null }, again };
    await element.updateComplete;
    expect(part(element, '.floor')?.textContent).toMatch(
      /n’allonge pas la file\s: 40\s% .*appellent de nouveau, et il en faudrait plus de 51\s%/,
    );
  });

  it('say the price in one sentence around one number, in which a minute weighs', async () => {
    const said = async (scene: string) => {
      const element = await voices(seen(scene).weighed);
      return part(element, '.weighs')?.textContent?.replace(/\s+/g, ' ').trim();
    };
    expect(await said('THURR222')).toMatch(
      /^Une minute de plus ici pèse \d+,\d min d’attente pour les autres\. hypothèse$/,
    );
    expect(await said('TFREE222')).toBe('Personne n’attend : le temps ne coûte rien.');
  });

  it('say what the call weighs later, left without an answer, where that is asked', async () => {
    const element = await voices(seen('THURR222').weighed);
    element.later = true;
    await element.updateComplete;
    expect(part(element, '.weighs')?.textContent).toMatch(
      /pour les autres\.\s+Sans réponse, il pèsera \d+,\d\smin plus tard\./,
    );
  });

  it('name one instant before which it is too soon, and one after which it is too late', async () => {
    for (const scene of ['TCARE222', 'THURR222']) {
      const element = await voices(seen(scene).weighed);
      part(element, 'button')?.click();
      await element.updateComplete;
      const strip = element.shadowRoot?.querySelector('ct-right-time');
      await strip?.updateComplete;
      const said = [element, strip].map((one) => one?.shadowRoot?.textContent ?? '').join(' ');
      const instants = new Set(said.match(/\d+(:\d\d|\smin\s\d\d)/g));
      const soon = /avant (\S+)/.exec(said)?.[1];
      const late = /S’attarder après (\S+)/.exec(said)?.[1];
      // Who has others waiting is told both instants: else nothing would be compared.
      expect(soon, scene).toBeDefined();
      if (scene === 'THURR222') expect(late).toBeDefined();
      expect(strip?.shadowRoot?.textContent, scene).toMatch(/\d:\d\d/);
      expect(
        [...instants].filter((one) => one !== soon && one !== late),
        scene,
      ).toEqual([]);
    }
  });

  it('speak of the next one only while somebody waits', async () => {
    const says = (element: VoicesElement) => part(element, '.voice.hurry')?.textContent ?? '';
    expect(says(await voices(seen('THURR222').weighed))).toContain('le suivant attend');
    // The one that rings here is in hand.
    for (const name of ['TFREE222', 'TCARE222']) {
      const { view, weighed } = seen(name);
      expect(view.line.calls.filter(({ call }) => call !== view.call?.call)).toEqual([]);
      const element = await voices(weighed);
      expect(says(element)).not.toContain('le suivant attend');
      expect(says(element)).toMatch(/d’autres vont appeler|Personne n’attend/);
    }
  });

  it('say of a line where time has no price who is next only while somebody waits', async () => {
    const said = async (name: string): Promise<string> => {
      const { now, view } = seen(name);
      const element = document.createElement('ct-line');
      const mine = view.call?.call ?? -1;
      Object.assign(element, { line: view.line, mine, now, targetMs: 20_000, weight: 400 });
      document.body.append(element);
      await element.updateComplete;
      return element.shadowRoot?.textContent ?? '';
    };
    expect(await said('THURR222')).toContain('le suivant attend');
    expect(await said('TFREE222')).not.toContain('le suivant attend');
  });

  it('say that time is free while nobody waits', async () => {
    const element = await voices(seen('TCARE222').weighed);
    part(element, 'button')?.click();
    await element.updateComplete;
    expect(part(element, '.numbers.hurry')?.textContent).toContain('le temps ne coûte rien');
    expect(part(element, '.numbers.hurry')?.textContent).not.toContain('raccroche');
  });

  it('say of the others only what is true, and their figures unless time is free', async () => {
    const { weighed } = seen('THURR222');
    const element = await voices({ ...weighed, others: 'coming' });
    part(element, 'button')?.click();
    await element.updateComplete;
    const text = () => part(element, '.numbers.hurry')?.textContent ?? '';
    expect(text()).toContain('les autres sont ceux qui vont appeler');
    expect(text()).toContain('raccroche');
    element.weighed = { ...weighed, others: 'slight' };
    await element.updateComplete;
    expect(text()).toMatch(/Quelqu’un attend.*presque rien/);
    element.weighed = { ...weighed, others: 'waiting' };
    await element.updateComplete;
    expect(text()).not.toMatch(/Personne|Quelqu’un|libre/);
  });

  it.each(['TFREE222', 'TRING222', 'TLEAV222', 'TWRAP222'])(
    'have only a price to open between calls and while taking leave: %s',
    async (name) => {
      const element = await voices(seen(name).weighed);
      expect(element.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
      expect(weight(element, 'care')).toBe(300);
      part(element, 'button')?.click();
      await element.updateComplete;
      expect(part(element, '.figures')?.textContent).not.toContain('réglée');
      expect(part(element, '.figures')?.textContent).toContain('Pour les autres');
      expect(part(element, '.figures')?.textContent).toContain('Ce que suivent les voix');
    },
  );

  it('never move what stands under them, however heavy they are', async () => {
    const element = await voices(seen('TCARE222').weighed);
    const height = element.offsetHeight;
    const { weighed } = seen('THURR222');
    for (const [care, hurry] of [
      [0, 0],
      [40, 0],
      [0, 40],
    ] as const) {
      element.weighed = { ...weighed, voices: { ...weighed.voices, care, hurry } };
      await element.updateComplete;
      expect(element.offsetHeight).toBe(height);
    }
  });
});

describe('the price of the last minutes', () => {
  it('names what is drawn, and leaves the number to the sentence above', async () => {
    const element = document.createElement('ct-price');
    element.weighed = seen('THURR222').weighed;
    document.body.append(element);
    await element.updateComplete;
    const caption = () => element.shadowRoot?.querySelector('figcaption')?.textContent ?? '';
    expect(caption()).toContain('pour les autres');
    expect(caption()).toContain('pour ce client');
    expect(caption()).not.toMatch(/\d/);
    element.weighed = seen('TWRAP222').weighed;
    await element.updateComplete;
    expect(caption()).not.toContain('pour ce client');
  });

  it('never cuts what a minute was worth to the caller, however much it was', async () => {
    const element = document.createElement('ct-price');
    element.style.cssText = 'display:block;width:400px;height:120px';
    const { weighed } = seen('THURR222');
    const care = 9 * weighed.dearest;
    const ago = [80_000, 60_000, 40_000, 20_000, 0];
    const samples = ago.map((ms) => ({ at: weighed.at - ms, price: 1, care }));
    element.weighed = { ...weighed, samples };
    document.body.append(element);
    const curve = () => element.shadowRoot?.querySelector<SVGGraphicsElement>('path.worth');
    await vi.waitFor(() => expect(curve()?.getBBox().width).toBeGreaterThan(0));
    expect(curve()?.getBBox().y).toBeGreaterThanOrEqual(0);
  });
});

describe('taking leave', () => {
  it('counts down to the release of the line, and not below nothing', async () => {
    const { view, now } = seen('TLEAV222');
    const element = Object.assign(document.createElement('ct-person'), { view, publicView, now });
    element.phases = advice;
    element.weight = null;
    document.body.append(element);
    await element.updateComplete;
    const text = () => element.shadowRoot?.textContent ?? '';
    expect(text()).toContain('Vous dites au revoir');
    const left = (view.call?.closingAt ?? 0) + 45_000 - now;
    expect(left).toBeGreaterThan(20_000);
    expect(text()).toContain(`la ligne se libère dans ${duration(left)}`);
    expect(text()).not.toContain('Prends soin');
    element.now = (view.call?.closingAt ?? 0) + 999_999;
    await element.updateComplete;
    expect(text()).toContain('la ligne se libère dans 0:00');
  });

  it('shows what cannot be done, and why, and does not do it', async () => {
    const element = document.createElement('ct-actions');
    element.state = 'closing';
    document.body.append(element);
    const moves: unknown[] = [];
    element.addEventListener('ct-move', (event) => moves.push(event));
    await element.updateComplete;
    const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
    expect(buttons).toHaveLength(3);
    for (const button of buttons) {
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.getAttribute('aria-describedby')).toBe('why');
      button.click();
    }
    expect(moves).toEqual([]);
    await expect.element(page.getByText('Vous dites au revoir')).toBeVisible();
    element.state = 'talking';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('#why')).toBeNull();
    expect(buttons[0]?.hasAttribute('aria-describedby')).toBe(false);
  });
});

describe('the days one can play', () => {
  it('say of a centre that arbitrates time that the length of the calls is yours', async () => {
    const element = document.createElement('ct-scenario-list');
    element.entries = [
      { ...cardOf('station', STATION), calls: 168 },
      { ...cardOf('ten', TEN), calls: 900 },
    ];
    document.body.append(element);
    await element.updateComplete;
    const cards = [...(element.shadowRoot?.querySelectorAll('li') ?? [])];
    expect(cards[0]?.textContent).not.toContain('vous qui décidez');
    expect(cards[1]?.textContent).toContain('c’est vous qui décidez combien durent les appels');
  });
});
