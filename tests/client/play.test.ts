import '../../client/look/page.css';
import '../../client/elements/briefing/briefing.ts';
import '../../client/elements/clock-bar/clock-bar.ts';
import '../../client/elements/next-chapter/next-chapter.ts';
import '../../client/pages/play/play.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fromPhrase, phraseOf } from '../../client/state/phrase.ts';
import { keepAdvice, keepProgress, keepResult, progress } from '../../client/state/progress.ts';
import { setLanguage } from '../../client/text/language.ts';
import { PLAY_TEXTS, playWords } from '../../client/text/play.ts';
import { CHAPTERS, type Chapter } from '../../models/doors/game.ts';
import { ADVICE_SAYS, ADVICES, type Debrief } from '../../models/doors/play.ts';
import { problem, publicViewOf, type Scenario } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { chapter } from './stage/game-scenes.ts';
import { STATION } from './station.ts';

/** One plays alone: the chapters, what is kept of them, and what comes next. */

const GONE = problem('E_UNKNOWN', 'code', 'Cette salle n’existe plus.', 'This room is gone.');
let asked: string[] = [];
let cards: Record<string, object> = {};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  setLanguage('fr');
  history.replaceState(null, '', '/play');
  asked = [];
  cards = {};
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    asked.push(`${path} ${request?.body ?? ''}`.trim());
    const opened = { ok: true, code: 'K7M4-QXT9', hostToken: 'secret' };
    const answer = path === '/api/rooms' ? opened : (cards[path] ?? { ok: false, problem: GONE });
    return new Response(JSON.stringify(answer));
  });
});
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
  vi.unstubAllGlobals();
});

const put = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  change: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), change);
  document.body.append(element);
  return element;
};
const opened = (): unknown[] =>
  asked
    .filter((one) => one.startsWith('/api/rooms {'))
    .map((one) => JSON.parse(one.slice('/api/rooms '.length)));

describe('the page of whoever plays alone', () => {
  it('begins the first chapter, paused, and goes to its desk as its host', async () => {
    put('ct-play');
    await page.getByRole('button', { name: 'Commencer : 1. Décrocher, écouter' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/desk/K7M4QXT9'));
    expect(opened()).toMatchObject([{ scenario: 'chapitre-1', paused: true, speed: 2 }]);
    expect(localStorage.getItem('contretemps.host.K7M4QXT9')).toBe('secret');
    expect(progress().begun[1]).toMatchObject({ code: 'K7M4-QXT9' });
  });

  it('knows which days begun here are over, and offers the next one', async () => {
    keepProgress({ begun: { 1: { code: 'AAAA-2222', word: 'mot' } } });
    cards['/api/rooms/AAAA-2222'] = { ok: true, clock: { over: true } };
    put('ct-play');
    await expect
      .element(page.getByRole('button', { name: 'Commencer : 2. La file' }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Les mêmes appels, Décrocher, écouter' }).click();
    await vi.waitFor(() =>
      expect(opened()).toMatchObject([{ scenario: 'chapitre-1', seed: 'mot' }]),
    );
  });

  it('plays for the price by a word, and for a living a whole shift', async () => {
    put('ct-play');
    await page.getByRole('radio', { name: playWords().way.price }).click();
    await page.getByLabelText(playWords().word, { exact: true }).fill('mardi');
    await page.getByRole('button', { name: /^Commencer : 1/ }).click();
    await vi.waitFor(() => expect(opened()).toMatchObject([{ seed: 'mardi' }]));
    document.body.replaceChildren();
    put('ct-play');
    await page.getByRole('radio', { name: playWords().way.living }).click();
    await page.getByRole('button', { name: playWords().beginShift }).click();
    await vi.waitFor(() => expect(opened()[1]).toMatchObject({ scenario: 'poste' }));
  });

  it('brings back what a phrase says, refuses another one, and erases everything', async () => {
    put('ct-play');
    const phrase = phraseOf({ advice: 'listen', done: [1, 2, 5], way: 'price' });
    const slip = `${phrase.slice(0, -1)}${phrase.endsWith('a') ? 'i' : 'a'}`;
    const field = page.getByLabelText(playWords().phrase);
    await field.fill(slip);
    await page.getByRole('button', { name: playWords().take, exact: true }).click();
    await expect.element(page.getByText(PLAY_TEXTS.fr.wrong as string)).toBeVisible();
    expect(progress().done).toEqual([]);
    await field.fill(phrase.toUpperCase());
    await page.getByRole('button', { name: playWords().take, exact: true }).click();
    await vi.waitFor(() =>
      expect(progress()).toMatchObject({ advice: 'listen', done: [1, 2, 5], way: 'price' }),
    );
    await page.getByRole('button', { name: playWords().erase }).click();
    await vi.waitFor(() => expect(progress().done).toEqual([]));
    expect(localStorage.getItem('contretemps.progress')).toBeNull();
  });

  it('erases with it the keys of its rooms, one’s nature, and one’s own words', async () => {
    keepProgress({ begun: { 1: { code: 'AAAA-2222', word: 'mot' } } });
    const mine = ['seat.AAAA2222', 'host.AAAA2222', 'nature', 'words.AAAA2222.own'];
    for (const key of mine) localStorage.setItem(`contretemps.${key}`, '1');
    localStorage.setItem('contretemps.seat.CCCC2222', 'of somebody’s room');
    put('ct-play');
    await page.getByRole('button', { name: playWords().erase }).click();
    await expect.element(page.getByText(playWords().erased)).toBeVisible();
    expect(Object.keys(localStorage)).toEqual(['contretemps.seat.CCCC2222']);
  });

  it('gives as an example a phrase that can be read', () => {
    for (const { wrong } of Object.values(PLAY_TEXTS)) {
      const [, example = ''] = /[«“]\s*(\w+)\s*[»”]/.exec(wrong) ?? [];
      expect(fromPhrase(example)).not.toBeNull();
    }
  });

  it('leads to no room that the server does not know any more', async () => {
    keepProgress({
      done: [2],
      begun: { 1: { code: 'AAAA-2222', word: 'mot' }, 2: { code: 'BBBB-2222', word: 'mot' } },
    });
    cards['/api/rooms/AAAA-2222'] = { ok: true, clock: { over: false } };
    put('ct-play');
    const goOn = page.getByRole('link', { name: 'Reprendre, Décrocher, écouter' });
    const again = page.getByRole('link', { name: 'Relire, La file' });
    await expect.element(goOn).toBeVisible();
    await vi.waitFor(() => expect(again.elements()).toEqual([]));
    await expect.element(goOn).toBeVisible();
    // Its callers can be met again.
    await expect
      .element(page.getByRole('button', { name: 'Les mêmes appels, La file' }))
      .toBeVisible();
  });

  it.each(['fr', 'en'] as const)('has nothing that axe finds wrong: %s', async (language) => {
    setLanguage(language);
    keepProgress({ done: [1], begun: { 1: { code: 'AAAA-2222', word: 'mot' } } });
    const element = put('ct-play');
    await element.updateComplete;
    expect(await faults()).toEqual([]);
  });
});

describe('a phrase', () => {
  it('says which chapters were played, and how; a slip of the pen says nothing', () => {
    for (let bits = 0; bits < 1 << CHAPTERS.length; bits += 7) {
      const done = CHAPTERS.map(({ number }) => number).filter((n) => (bits >> (n - 1)) & 1);
      const advice = [null, ...ADVICES][bits % (ADVICES.length + 1)] ?? null;
      const said = { advice, done, way: 'living' } as const;
      expect(fromPhrase(phraseOf(said))).toEqual(said);
    }
    // Places are kept: a phrase written down today is read tomorrow.
    const written = { advice: 'explain', done: [1, 2, 4], way: 'price' } as const;
    expect(phraseOf(written)).toBe('bilomuri');
    expect(fromPhrase('badokil')).toBeNull();
    expect(fromPhrase('eeeeeeee')).toBeNull();
    // A word of the old kind, or nonsense, is taken for one at most once in 256.
    const syllables = ['ba', 'do', 'ki', 'lu', 'va', 'zo', 'ri', 'pu'];
    const wrong = syllables.flatMap((a) =>
      syllables.flatMap((b) => syllables.map((c) => `${a}${b}${c}mi`)),
    );
    expect(wrong.filter((one) => fromPhrase(one) !== null).length).toBeLessThan(8);
  });
});

describe('what a day came to', () => {
  const debrief = (resolved: number) =>
    ({ shift: { served: 5, resolved, again: 0, gaveUp: 1 } }) as Debrief;

  it('is kept beside the other days of the same callers, once each', async () => {
    keepProgress({ way: 'price', begun: { 4: { code: 'AAAA-2222', word: 'mardi gras' } } });
    keepResult('AAAA2222', debrief(2));
    keepResult('AAAA2222', debrief(2));
    keepProgress({ begun: { 4: { code: 'BBBB-2222', word: 'mardi gras' } } });
    keepResult('BBBB2222', debrief(4));
    // A day that somebody else began is none of mine.
    keepResult('CCCC2222', debrief(5));
    expect(progress().results).toMatchObject({
      '4 mardi gras': [{ resolved: 2 }, { resolved: 4 }],
    });
    put('ct-play');
    await expect.element(page.getByText('La minute, « mardi gras »')).toBeVisible();
    await expect.element(page.getByText(/^4 sur 5 avec leur réponse, 1 raccroché/)).toBeVisible();
    await page.getByRole('button', { name: 'Rejouer, La minute, « mardi gras »' }).click();
    await vi.waitFor(() =>
      expect(opened()).toMatchObject([{ scenario: 'chapitre-4', seed: 'mardi gras' }]),
    );
  });

  it('has an advice that is at hand before the next day, and on the page', async () => {
    keepProgress({ begun: { 1: { code: 'AAAA-2222', word: 'mot' } } });
    keepResult('AAAA2222', debrief(2));
    keepAdvice('CCCC2222', 'explain');
    expect(progress().advice).toBeNull();
    keepAdvice('AAAA2222', null);
    keepAdvice('AAAA2222', 'explain');
    expect(progress().advice).toBe('explain');
    // A day that is looked at again brings no old advice back.
    keepProgress({ begun: { 2: { code: 'BBBB-2222', word: 'mot' } } });
    keepResult('BBBB2222', debrief(3));
    keepAdvice('BBBB2222', 'listen');
    keepAdvice('AAAA2222', 'explain');
    expect(progress().advice).toBe('listen');
    keepProgress({ advice: 'explain' });
    const said = ADVICE_SAYS.explain.fr;
    put('ct-play');
    await expect.element(page.getByText(said)).toBeVisible();
    document.body.replaceChildren();
    put('ct-briefing', { open: true, chapter: CHAPTERS[1] as Chapter });
    await expect.element(page.getByText(said)).toBeVisible();
  });

  it('is forgotten where it was touched by other hands', () => {
    const fair = { code: 'AAAA2222', served: 5, resolved: 2, gaveUp: 1, lived: 60 };
    const odd = [{ served: 'x' }, { served: -1 }, { resolved: 6 }, { lived: 101 }, { code: 5 }];
    const all = [fair, ...odd.map((change) => ({ ...fair, ...change }))];
    const kept = { way: 'price', advice: 'nothing', results: { '1 a': all } };
    localStorage.setItem('contretemps.progress', JSON.stringify(kept));
    expect(progress()).toMatchObject({ way: 'price', advice: null, results: { '1 a': [fair] } });
  });
});

describe('after a chapter', () => {
  it('has it done, and begins the next one that is still to be played', async () => {
    keepProgress({ done: [2] });
    put('ct-next-chapter', { number: 1 });
    await page.getByRole('button', { name: 'Chapitre suivant : 3. Le bon besoin' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/desk/K7M4QXT9'));
    expect(progress().done).toEqual([1, 2]);
    expect(opened()).toMatchObject([{ scenario: 'chapitre-3' }]);
  });

  it('takes a day that was opened and has not begun, and opens no second one', async () => {
    keepProgress({ begun: { 2: { code: 'AAAA-2222', word: 'mot' } } });
    localStorage.setItem('contretemps.host.AAAA2222', 'mine');
    cards['/api/rooms/AAAA-2222'] = { ok: true, clock: { at: 0, over: false } };
    put('ct-next-chapter', { number: 1 });
    await page.getByRole('button', { name: /2\. La file/ }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/desk/AAAA2222'));
    expect(opened()).toEqual([]);
    // One that has begun is left as it is.
    cards['/api/rooms/AAAA-2222'] = { ok: true, clock: { at: 60_000, over: false } };
    await page.getByRole('button', { name: /2\. La file/ }).click();
    await vi.waitFor(() => expect(opened()).toMatchObject([{ scenario: 'chapitre-2' }]));
  });

  it('goes back to the first that was left out, and ends with the last', async () => {
    keepProgress({ done: [1, 2, 3, 5, 6, 7, 8] });
    const element = put('ct-next-chapter', { number: 9 });
    await expect.element(page.getByRole('button', { name: /4\. La minute/ })).toBeVisible();
    keepProgress({ done: CHAPTERS.map(({ number }) => number) });
    element.requestUpdate();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('button')).toBeNull();
  });

  it('counts a whole shift as no chapter', () => {
    put('ct-next-chapter', { number: 0 });
    expect(progress().done).toEqual([]);
  });
});

describe('the speed of a day', () => {
  const fastest = async (scenario: Scenario, most?: number): Promise<number> => {
    const clock = { at: 0, speed: 2, paused: true, over: false, ...(most ? { most } : {}) };
    const element = put('ct-clock-bar', {
      publicView: publicViewOf(scenario),
      ...{ clock, host: true },
    });
    await element.updateComplete;
    return element.shadowRoot?.querySelector('ct-speed-slider')?.most ?? 0;
  };

  it('is never such that nothing could be done for a caller', async () => {
    expect(await fastest(chapter(1))).toBe(20);
    expect(await fastest(STATION)).toBe(Number.POSITIVE_INFINITY);
    expect(await fastest(STATION, 8)).toBe(8);
    expect(await fastest(chapter(1), 8)).toBe(8);
  });
});
