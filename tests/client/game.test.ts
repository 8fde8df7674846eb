import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/desk/desk.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DeskPage } from '../../client/pages/desk/desk.ts';
import { actOf, gestureButtons } from '../../client/pages/desk/gestures.ts';
import { NO_OCCASION } from '../../client/pages/desk/moves.ts';
import { progress } from '../../client/state/progress.ts';
import { chainOf, gameWords } from '../../client/text/game.ts';
import { glossaryTitle, termIn } from '../../client/text/glossary.ts';
import { setLanguage } from '../../client/text/language.ts';
import { sceneIn, spoken } from '../../client/text/spoken.ts';
import { CHAPTERS, GESTURE } from '../../models/doors/game.ts';
import { AGENT_STATES, type DeskView, type MaskName, startDesk } from '../../models/doors/live.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { desk } from './hung.ts';
import type { LocalWire } from './local.ts';
import { chapter } from './stage/game-scenes.ts';

/** The desk of the game (RULES G): what a caller says, and what one does. */

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(async () => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
  await page.viewport(1_440, 900);
});

const inside = (element: DeskPage, tag: string): ShadowRoot | null =>
  element.shadowRoot?.querySelector(tag)?.shadowRoot ?? null;
const textOf = (element: DeskPage, tag: string): string =>
  inside(element, tag)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const buttonsOf = (element: DeskPage): HTMLButtonElement[] => [
  ...(inside(element, 'ct-gestures')?.querySelectorAll<HTMLButtonElement>('.gestures > .button') ??
    []),
];
const spokenBy = (element: DeskPage): string =>
  element.shadowRoot?.querySelector('[aria-live]')?.textContent?.trim() ?? '';
const commands = (wire: LocalWire): object[] =>
  wire.asked.filter(({ kind }) => kind === 'command').map(({ ask }) => ask);
const press = async (keys: string) => {
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard(keys);
};

const EVERY = { ...NO_OCCASION, gestures: true, masks: true, critical: true, claims: true };
const VIEW = startDesk(publicViewOf(chapter(9)), 0);

describe('the gestures shown', () => {
  it.each(AGENT_STATES)('%s: never more than five, each digit once', (state) => {
    for (const uncivil of [false, true])
      for (const cord of [false, true]) {
        const { more, shown } = gestureButtons(state, { ...EVERY, uncivil, cord }, VIEW);
        expect(shown.length).toBeLessThanOrEqual(5);
        const digits = [...shown, ...more].map(({ digit }) => digit).filter(Boolean);
        expect(new Set(digits).size).toBe(digits.length);
        expect(shown.map(({ act }) => act)).not.toContain('brief');
      }
  });

  it('stand in the order of their digits, one that dares among them', () => {
    const { more, shown } = gestureButtons('talking', EVERY, VIEW);
    expect(shown.map(({ digit }) => digit)).toEqual(['2', '3', '4', '5', '6']);
    expect(shown[3]?.act).toBe('acknowledge');
    expect(more.map(({ act }) => act)).toEqual(expect.arrayContaining(['hold', 'refuse']));
  });

  it('leave out what the day leaves out', () => {
    const { gestures } = publicViewOf(chapter(1)).arbitration ?? {};
    const first = { ...EVERY, critical: false, claims: false, without: gestures?.without ?? [] };
    const { more, shown } = gestureButtons('talking', first, VIEW);
    expect([...shown, ...more].map(({ act }) => act)).toEqual(['listen', 'conclude']);
  });

  it('do nothing twice: neither what goes on, nor what is said already', () => {
    const gesture = { gesture: GESTURE.listen, since: 0, lastsMs: 30 };
    const going: DeskView = { ...VIEW, gesture };
    expect(actOf('2', 'talking', EVERY, VIEW)).toBe('listen');
    expect(actOf('2', 'talking', EVERY, going)).toBeNull();
    expect(actOf('3', 'talking', EVERY, going)).toBe('explain');
    expect(actOf('1', 'ready', EVERY, { ...VIEW, breathed: true })).toBeNull();
  });
});

describe('the words of a caller', () => {
  it.each(['fr', 'en'] as const)('say that a promised call never came: %s', (language) => {
    setLanguage(language);
    const scene = sceneIn(publicViewOf(chapter(5)))!;
    const line = { at: 0, what: 'opening', value: 0 } as const;
    const who = { ordinal: 3, motive: 2, context: 1, hint: 4, attempt: 1 };
    const said = (promised: boolean): string => {
      const register = 'professional' as const;
      const talk = { call: 1, ...who, promised, register, lines: [line] };
      return spoken(scene, talk, line, 'stylised').text;
    };
    expect(said(true)).toMatch(language === 'fr' ? /rappel|promis|devait/ : /call|promise/);
    expect(said(true)).not.toBe(said(false));
  });
});

describe('one’s own words', () => {
  it.each(['fr', 'en'] as const)('are of the register that one has chosen: %s', (language) => {
    setLanguage(language);
    const scene = sceneIn(publicViewOf(chapter(7)))!;
    const who = { motive: 2, context: 1, hint: 4, attempt: 0, promised: false };
    const said = (register: MaskName, what: 'gesture' | 'hold' | 'conclude', value = 0): string => {
      const line = { at: 0, what, value } as const;
      const texts = [3, 4].map((ordinal) => {
        const talk = { call: 1, ...who, ordinal, register, lines: [line] };
        return spoken(scene, talk, line, 'stylised').text;
      });
      return [...new Set(texts)].join(' | ');
    };
    const all = (register: MaskName): string[] => [
      said(register, 'gesture', GESTURE.listen),
      said(register, 'gesture', GESTURE.explain),
      said(register, 'gesture', GESTURE.acknowledge),
      said(register, 'hold'),
      said(register, 'conclude'),
    ];
    const [natural, professional, script] = [all('natural'), all('professional'), all('script')];
    // The five blunders that please: two of them while one listens.
    expect(natural[0]).toContain(' | ');
    expect(natural.filter((one, i) => one !== professional[i])).toHaveLength(4);
    expect(script.filter((one, i) => one !== professional[i])).toHaveLength(4);
    expect(script.filter((one) => natural.includes(one))).toHaveLength(0);
  });
});

describe('a desk of the game', () => {
  it('shows what is said, and of the sheet what is known', async () => {
    const [before] = await desk('GLIST222');
    const { sheet } = gameWords();
    expect(textOf(before, 'ct-encounter')).toContain(`${sheet.state} ?`);
    expect(textOf(before, 'ct-encounter')).toContain('«');
    document.body.replaceChildren();
    const [after] = await desk('GKNOW222');
    expect(textOf(after, 'ct-encounter')).not.toContain('?');
    expect(after.shadowRoot?.textContent).toContain(gameWords().working);
  });

  it('fills the gesture that goes on; another press cuts it', async () => {
    const [element, , wire] = await desk('GLIST222');
    const going = inside(element, 'ct-gestures')?.querySelector('.going');
    expect(going?.textContent).toContain('Écouter');
    expect(going?.querySelector('.fill')).not.toBeNull();
    await press('2');
    expect(commands(wire)).toEqual([]);
    await press('3');
    await vi.waitFor(() =>
      expect(commands(wire)).toMatchObject([{ command: { kind: 'explain' } }]),
    );
  });

  it('is played by digits when letters are off, and says what a caller says', async () => {
    localStorage.setItem('contretemps.letters', 'off');
    const [element, , wire] = await desk('GRING222');
    await press('a');
    expect(commands(wire)).toEqual([]);
    await press('1');
    await vi.waitFor(() => expect(textOf(element, 'ct-encounter')).toContain('«'));
    const said = inside(element, 'ct-encounter')?.querySelector('.said')?.textContent ?? '';
    expect(spokenBy(element)).toContain(said.replace(/[«»]/g, '').trim());
  });

  it('weighs nothing before the fourth chapter, and tells no mean length', async () => {
    const [early] = await desk('GLIST222');
    expect(early.shadowRoot?.querySelector('ct-voices')).toBeNull();
    expect(textOf(early, 'ct-own-score')).not.toContain('durée moyenne');
    document.body.replaceChildren();
    const [late] = await desk('GPASS222');
    expect(late.shadowRoot?.querySelector('ct-voices')).not.toBeNull();
  });

  it('asks how a caller is handed on, then to whom', async () => {
    const [, , wire] = await desk('GPASS222');
    await press('6');
    await page.getByRole('button', { name: 'en racontant tout' }).click();
    await page.getByRole('button', { name: 'Les dossiers' }).click();
    await vi.waitFor(() =>
      expect(commands(wire)).toMatchObject([{ command: { kind: 'brief', group: 1 } }]),
    );
  });

  it('names the causes that one may suspect', async () => {
    const [, , wire] = await desk('GCORD222');
    await press('9');
    await page.getByRole('button', { name: 'La machine garde l’argent' }).click();
    await vi.waitFor(() =>
      expect(commands(wire)).toMatchObject([{ command: { kind: 'signal', cause: 2 } }]),
    );
  });

  it('shows a fall of one’s breath once, and what may go on', async () => {
    const [element, , wire] = await desk('GFELL222');
    const card = element.shadowRoot?.querySelector('.facing ct-fall');
    expect(card?.shadowRoot?.textContent).toContain(chainOf('uncivil')[0]);
    await page
      .getByRole('button', { name: /La nommer/ })
      .first()
      .click();
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-fall')).toBeNull());
    expect(commands(wire)).toEqual([]);
  });

  it.each([
    [1_440, 900],
    [1_280, 720],
  ])('has the answers to a fall in sight at %i × %i', async (width, height) => {
    await page.viewport(width, height);
    const [element] = await desk('GFELL222');
    const sight = element.shadowRoot?.querySelector('.pages')?.getBoundingClientRect();
    const card = element.shadowRoot?.querySelector('.facing ct-fall')?.getBoundingClientRect();
    expect(card?.bottom).toBeLessThanOrEqual(sight?.bottom ?? 0);
  });

  it('keeps all that was said, to be read by a key', async () => {
    const [element] = await desk('GKNOW222');
    await press('j');
    await expect.element(page.getByRole('heading', { name: gameWords().log.title })).toBeVisible();
    const lines = inside(element, 'ct-talk-log')?.querySelectorAll('li') ?? [];
    expect(lines.length).toBeGreaterThan(4);
  });

  it('ends on the way to its debrief', async () => {
    const [element] = await desk('GOVER222');
    const way = inside(element, 'ct-recap')?.querySelector('.debrief a');
    expect(way?.getAttribute('href')).toBe('/debrief/GAME2345');
    expect(textOf(element, 'ct-recap')).not.toContain('Laquelle avait raison');
  });

  it('marks a chapter as played at its end, and not where its day only stopped', async () => {
    const read = async (element: DeskPage, phase: DeskView['day']['phase']) => {
      const recap = element.shadowRoot?.querySelector('ct-recap');
      const view = recap?.view as DeskView;
      Object.assign(recap as object, { view: { ...view, day: { ...view.day, phase } } });
      await recap?.updateComplete;
      return recap?.shadowRoot?.querySelector('ct-next-chapter') ?? null;
    };
    const [stopped] = await desk('GOVER222', 'seat');
    Object.assign(stopped.shadowRoot?.querySelector('ct-recap') as object, { host: true });
    expect(await read(stopped, 'open')).toBeNull();
    expect(progress().done).toEqual([]);
    expect(await read(stopped, 'over')).not.toBeNull();
    expect(progress().done).toEqual([1]);
  });

  it('turns how one speaks by a digit, without asking', async () => {
    const [element, , wire] = await desk('GREGI222');
    const { registers } = gameWords();
    const shown = () => buttonsOf(element).find((one) => one.classList.contains('mask'));
    expect(shown()?.textContent).toContain(registers.professional);
    await press('0');
    await vi.waitFor(() => expect(shown()?.textContent).toContain(registers.script));
    await press('0');
    await vi.waitFor(() => expect(shown()?.textContent).toContain(registers.natural));
    expect(commands(wire).length).toBe(2);
  });

  it('tells what its words mean, those of this day alone', async () => {
    const shown = (element: DeskPage): string[] =>
      [...(inside(element, 'ct-glossary')?.querySelectorAll('dt') ?? [])].map(
        ({ textContent }) => textContent ?? '',
      );
    const [early] = await desk('GLIST222');
    // Nothing can be done for one's breath on this day: it is not shown.
    expect(early.shadowRoot?.querySelector('ct-breath')).toBeNull();
    await page.getByRole('button', { name: 'Lexique' }).click();
    await expect.element(page.getByRole('heading', { name: glossaryTitle() })).toBeVisible();
    expect(shown(early)).toEqual([termIn('sheet').term]);
    expect(await faults()).toEqual([]);
    document.body.replaceChildren();
    const [late] = await desk('GCORD222');
    await page.getByRole('button', { name: /les mots du poste/ }).click();
    expect(shown(late)).toContain(termIn('cord').term);
    expect(shown(late)).toContain(termIn('price').term);
    expect(shown(late)).not.toContain(termIn('dare').term);
  });

  it('is another only where things are done by gestures', async () => {
    const [element] = await desk('TALKS222');
    for (const tag of ['ct-gestures', 'ct-encounter', 'ct-breath', 'ct-briefing', 'ct-talk-log'])
      expect(element.shadowRoot?.querySelector(tag)).toBeNull();
    expect(element.shadowRoot?.querySelector('ct-actions')).not.toBeNull();
  });
});

const SCREENS = ['GBEGN222', 'GREGI222', 'GLIST222', 'GWRAP222', 'GCLAI222', 'GPASS222'];

describe('for everybody', () => {
  it.each([...SCREENS, 'GFELL222'])(
    '%s: nothing is wrong with it for axe, on paper and on stage',
    async (scene) => {
      for (const scheme of ['paper', 'stage']) {
        document.documentElement.dataset['scheme'] = scheme;
        await desk(scene);
        expect(await faults(), scheme).toEqual([]);
        document.body.replaceChildren();
      }
    },
  );

  it.each(SCREENS)('%s: on a phone, in reach of a thumb, in two rows at most', async (scene) => {
    await page.viewport(360, 640);
    const [element] = await desk(scene);
    const root = document.documentElement;
    expect(root.scrollWidth - root.clientWidth).toBeLessThanOrEqual(0);
    const boxes = buttonsOf(element).map((button) => button.getBoundingClientRect());
    expect(boxes.length).toBeGreaterThan(0);
    for (const { bottom, height } of boxes) {
      expect(height).toBeGreaterThanOrEqual(44);
      expect(bottom).toBeLessThanOrEqual(640);
    }
    expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBeLessThanOrEqual(2);
  });
});

describe('the chapters', () => {
  it('are found by their number', () => {
    for (const { id, number } of CHAPTERS)
      expect(publicViewOf(chapter(number)).arbitration?.gestures?.chapter, id).toBe(number);
  });
});
