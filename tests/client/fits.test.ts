import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/main.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import { keepHostToken } from '../../client/wire/kept.ts';
import type { WallView } from '../../models/doors/live.ts';
import { desk, enter, network, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

/** Pages on screens that are small, and on paper. */
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  dispatchEvent(new Event('afterprint'));
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
});

const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

async function room(code: string): Promise<HTMLElement> {
  const local = new LocalRoom(STATION, code);
  keepHostToken(local.code, 'host');
  const element = document.createElement('ct-room');
  element.code = local.code;
  element.enter = () => enter(new LocalWire(local), 'host');
  document.body.append(element);
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-clock-bar')).not.toBeNull());
  return element;
}

const SHOWN: Record<string, () => Promise<unknown>> = {
  room: () => room('HUM6WW79'),
  wall: () => wall(STATION, 20),
  'wall, time has a price': () => wall(TEN, 100),
  'desk, which one': () => desk('SEATS222'),
  'desk, on the line': () => desk('THURR222'),
  'desk, on the line, classical': () => desk('TALKS222'),
};

describe.each(Object.entries(SHOWN))('%s', (_, show) => {
  it.each([
    [280, 653],
    [320, 568],
    [640, 360],
  ])('is no wider than a screen of %i by %i', async (width, height) => {
    await page.viewport(width, height);
    await show();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(tooWide()).toBeLessThanOrEqual(0);
  });
});

describe('a desk at work', () => {
  const box = (element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();

  it.each([
    [1_280, 720],
    [1_024, 600],
    [390, 844],
  ])('keeps who talks, its own line and its moves in sight at %i by %i', async (width, height) => {
    await page.viewport(width, height);
    const [element] = await desk('THURR222');
    for (const open of [false, true]) {
      if (open) await page.getByRole('button', { name: 'Dépêche-toi' }).click();
      if (open)
        await expect.element(page.getByRole('heading', { name: 'Pour ce client' })).toBeVisible();
      const line = box(element, 'ct-own-score');
      expect(box(element, 'footer').bottom).toBeLessThanOrEqual(height);
      expect(line.bottom).toBeLessThanOrEqual(box(element, 'footer').top);
      expect(line.height).toBeGreaterThan(80);
      const clock = element.shadowRoot?.querySelector('ct-person')?.shadowRoot;
      const { bottom } = clock?.querySelector('.big')?.getBoundingClientRect() ?? { bottom: 9999 };
      expect(bottom, open ? 'open' : 'closed').toBeLessThanOrEqual(line.top);
      expect(tooWide()).toBeLessThanOrEqual(0);
    }
    const waits = element.shadowRoot?.querySelector('ct-line')?.shadowRoot;
    const { bottom, right } = waits?.querySelector('.count')?.getBoundingClientRect() ?? {};
    expect(bottom).toBeLessThanOrEqual(box(element, 'ct-own-score').top);
    expect(right).toBeLessThanOrEqual(width);
  });

  it('keeps who waits in sight at 360 by 640, and its own line under the figures', async () => {
    await page.viewport(360, 640);
    const [element] = await desk('THURR222');
    const footer = box(element, 'footer').top;
    const waits = element.shadowRoot?.querySelector('ct-line')?.shadowRoot;
    const count = () => waits?.querySelector('.count')?.getBoundingClientRect().bottom ?? 9_999;
    expect(count()).toBeLessThanOrEqual(footer);
    await page.getByRole('button', { name: 'Dépêche-toi' }).click();
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.looking')).not.toBeNull());
    expect(box(element, 'ct-own-score').bottom).toBeLessThanOrEqual(footer);
    expect(count()).toBeLessThanOrEqual(box(element, 'ct-own-score').top);
  });

  it.each(['fr', 'en'] as const)(
    'says whole that the day is paused at 360, in %s',
    async (lang) => {
      setLanguage(lang);
      await page.viewport(360, 640);
      const [element, local] = await desk('THURR222');
      local.setClock({ paused: true });
      const why = () =>
        element.shadowRoot?.querySelector('ct-clock-bar')?.shadowRoot?.querySelector('small');
      await vi.waitFor(() =>
        expect(why()?.textContent).toBe(lang === 'fr' ? 'En pause' : 'Paused'),
      );
      const bar = element.shadowRoot?.querySelector('ct-top-bar')?.shadowRoot;
      const nav = bar?.querySelector('nav')?.getBoundingClientRect();
      expect(why()?.getBoundingClientRect().right).toBeLessThanOrEqual(nav?.left ?? 0);
    },
  );

  it.each([
    ['with an event told', 'seat', 900],
    ['with the clock open as well', 'host', 900],
    ['on a low screen', 'seat', 768],
  ] as const)('shows all of the call without scrolling, %s', async (_, role, height) => {
    await page.viewport(1_440, height);
    const [element] = await desk('TSNOW222', role);
    const within = page.elementLocator(element);
    await expect.element(within.getByText('La neige arrête les trains')).toBeVisible();
    if (role === 'host') await within.getByRole('button', { name: 'Horloge' }).click();
    const pages = element.shadowRoot?.querySelector('.pages') as HTMLElement;
    const about = () =>
      element.shadowRoot?.querySelector('ct-person')?.shadowRoot?.querySelector('.about');
    const { bottom } = pages.getBoundingClientRect();
    expect(pages.scrollHeight).toBeLessThanOrEqual(pages.clientHeight);
    expect(about()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom - 8);
  });

  it('says the price whole on a telephone, with its unit', async () => {
    await page.viewport(360, 640);
    const [element] = await desk('THURR222');
    const voices = element.shadowRoot?.querySelector('ct-voices')?.shadowRoot;
    const price = voices?.querySelector<HTMLElement>('.weighs');
    expect(price?.innerText).toMatch(/ pèse \d,\d\smin d’attente pour les autres/);
    expect(price?.getBoundingClientRect().right).toBeLessThanOrEqual(360);
  });
});

describe('a window too small', () => {
  it('is told calmly what would help, and nothing is told from 280 pixels on', async () => {
    const app = document.createElement('ct-app');
    document.body.append(app);
    await app.updateComplete;
    const narrow = page.getByText('Cette fenêtre est très étroite');
    await page.viewport(279, 600);
    await expect.element(narrow).toBeVisible();
    await page.viewport(280, 600);
    await expect.element(narrow).not.toBeVisible();
  });

  it.each([
    [760, 600],
    [1_000, 500],
  ])('leaves the score of the wall its height at %i by %i', async (width, height) => {
    await page.viewport(width, height);
    const [element] = await wall(TEN, 100);
    const sheet = element.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot;
    expect(sheet?.querySelector('.music')?.clientHeight).toBeGreaterThanOrEqual(340);
    expect(getComputedStyle(element).overflowY).toBe('visible');
  });
});

describe('the code of a room', () => {
  it.each([360, 800, 1_440])('never touches what stands beside it, at %i', async (width) => {
    await page.viewport(width, 900);
    const element = await room('WWWWWWWW');
    const ways = element.shadowRoot?.querySelector('.ways');
    const code = ways?.querySelector('.code') as HTMLElement;
    expect(code.textContent).toBe('WWWW-WWWW');
    const written = document.createRange();
    written.selectNodeContents(code);
    const { right } = ways?.getBoundingClientRect() ?? { right: 0 };
    expect(written.getBoundingClientRect().right).toBeLessThanOrEqual(right);
  });
});

describe('the words of a score', () => {
  /** Drawn of a centre whose groups have these names, once the day has gone so far. */
  async function drawn(names: readonly string[], minute: number): Promise<SVGSVGElement> {
    const local = new LocalRoom(STATION);
    local.session.advanceTo(minute * 60_000);
    const { view } = local.snapshot({ as: 'wall' }) as { view: WallView };
    const groups = local.publicView.groups.map((group, i) => {
      const name = names[i] ?? '';
      return { ...group, name: { fr: name, en: name } };
    });
    const element = document.createElement('ct-score');
    Object.assign(element, { view, publicView: { ...local.publicView, groups } });
    element.instant = () => local.session.now;
    element.style.cssText = 'display:block;width:1000px;height:500px';
    document.body.append(element);
    const svg = () => element.shadowRoot?.querySelector('svg');
    await vi.waitFor(() => expect(svg()?.querySelector('.name')).toBeTruthy());
    return svg() as SVGSVGElement;
  }

  it.each(['Groupe internet', 'Accueil des personnes âgées'])(
    'stay on the page: %s',
    async (name) => {
      await document.fonts.load('italic 14px Newsreader');
      const svg = await drawn([name, 'Suivi'], 20);
      const shown = [...svg.querySelectorAll<SVGTextElement>('.name')];
      expect(shown).toHaveLength(3);
      for (const text of shown) expect(text.getBBox().x).toBeGreaterThanOrEqual(0);
      expect(shown[1]?.textContent).toMatch(name.length > 20 ? /^Accu.*…$/ : /^Groupe/);
      const sizes = shown.map((text) => Number(text.getAttribute('font-size')));
      expect(sizes[2]).toBeGreaterThan(sizes[1] ?? 99);
    },
  );

  it('write no event over an hour', async () => {
    for (const minute of [45, 50]) {
      const svg = await drawn(['a', 'b'], minute);
      const event = svg.querySelector<SVGTextElement>('text.event')?.getBBox() ?? new DOMRect();
      const hours = [...svg.querySelectorAll<SVGTextElement>('.hour')].map((one) => one.getBBox());
      expect(event.width).toBeGreaterThan(50);
      expect(hours.length).toBeGreaterThan(0);
      // A line of letters is taller than its letters.
      for (const hour of hours) expect(hour.y - event.y).toBeGreaterThan(0.95 * event.height);
    }
  });

  it('write no hour across the left edge', async () => {
    for (const minute of [20, 35, 36, 37, 38, 39, 40]) {
      const svg = await drawn(['a', 'b'], minute);
      const moved = svg.querySelector('.window > g')?.getAttribute('transform') ?? '';
      const shift = Number(/\((.*?),/.exec(moved)?.[1]);
      const hours = [...svg.querySelectorAll('.hour')].map((text) =>
        Number(text.getAttribute('x')),
      );
      expect(hours.length).toBeGreaterThan(1);
      expect(Math.min(...hours) + shift).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a printed page', () => {
  /** As Chromium lays out paper; what the types of the session leave out. */
  const media = (name: '' | 'print') =>
    (cdp() as unknown as { send(method: string, ask: object): Promise<void> }).send(
      'Emulation.setEmulatedMedia',
      { media: name },
    );
  afterEach(async () => {
    vi.unstubAllGlobals();
    await media('');
  });

  it.each([
    ['A4', 703, 1_032],
    ['letter', 725, 964],
  ])('of a room fills one sheet of %s with its code and the way in', async (_, width, height) => {
    await page.viewport(width, height);
    await media('print');
    network('http://192.168.7.5:3000');
    const element = await room('HUM6WW79');
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-qr')).not.toBeNull());
    const door = element.shadowRoot?.querySelector('.door');
    const way = door?.querySelector('ct-qr')?.getBoundingClientRect() ?? new DOMRect();
    expect(way.width).toBeGreaterThan(0.6 * width);
    expect(way.left).toBeCloseTo(width - way.right, 0);
    expect(way.bottom).toBeLessThanOrEqual(height);
    expect(way.bottom).toBeGreaterThan(0.75 * height);
    expect(getComputedStyle(element.shadowRoot?.querySelector('.links') as Element).display).toBe(
      'none',
    );
    expect(tooWide()).toBeLessThanOrEqual(0);
  });

  it('of the end of a day is whose it was, and offers nothing to press', async () => {
    await page.viewport(703, 1_032);
    await media('print');
    const [element] = await desk('OVERS222');
    const recap = () => element.shadowRoot?.querySelector('ct-recap')?.shadowRoot;
    await vi.waitFor(() =>
      expect(recap()?.querySelector('.place')?.textContent).toMatch(/Poste 3/),
    );
    expect(recap()?.querySelector<HTMLElement>('.ways')?.offsetHeight).toBe(0);
    expect(tooWide()).toBeLessThanOrEqual(0);
  });
});

describe('a printed wall', () => {
  const scoreOf = (element: HTMLElement) =>
    element.shadowRoot
      ?.querySelector('ct-wall-sheet')
      ?.shadowRoot?.querySelector('ct-score')
      ?.shadowRoot?.querySelector('svg');

  it('is drawn anew for its sheet at once, in ink, and again for the screen after', async () => {
    await page.viewport(1_920, 1_080);
    document.documentElement.dataset['scheme'] = 'stage';
    const [element] = await wall(TEN, 100);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const width = () => Number(scoreOf(element)?.getAttribute('width'));
    await vi.waitFor(() => expect(width()).toBeGreaterThan(1_500));
    dispatchEvent(new Event('beforeprint'));
    // Only what is done before the next task is on the paper.
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(width()).toBeGreaterThan(900);
    expect(width()).toBeLessThanOrEqual(1_040);
    expect(element.getBoundingClientRect()).toMatchObject({ width: 1_040, height: 700 });
    expect(document.documentElement.dataset['scheme']).toBe('paper');
    const sheet = element.shadowRoot?.querySelector('ct-wall-sheet') as HTMLElement;
    const foot = sheet.shadowRoot?.querySelector('.foot')?.getBoundingClientRect();
    expect(foot?.bottom).toBeLessThanOrEqual(700.5);
    dispatchEvent(new Event('afterprint'));
    expect(document.documentElement.dataset['scheme']).toBe('stage');
    await vi.waitFor(() => expect(width()).toBeGreaterThan(1_500));
  });

  it('is that of the screen again at once, where no observer has seen the sheet', async () => {
    await page.viewport(1_920, 1_080);
    const [element] = await wall(TEN, 100);
    const width = () => Number(scoreOf(element)?.getAttribute('width'));
    await vi.waitFor(() => expect(width()).toBeGreaterThan(1_500));
    dispatchEvent(new Event('beforeprint'));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(width()).toBeLessThanOrEqual(1_040);
    dispatchEvent(new Event('afterprint'));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(width()).toBeGreaterThan(1_500);
  });
});
