import '../../client/look/page.css';
import '../../client/elements/what-if/what-if.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import { typeset } from '../../client/text/typeset.ts';
import { getWhatIf } from '../../client/wire/http.ts';
import type { Reply, WhatIf, WhatIfRow } from '../../models/doors/live.ts';
import { faults } from './axe.ts';
import { desk, wall } from './hung.ts';
import { SAME, TEN } from './stage/scenes.ts';

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
  vi.unstubAllGlobals();
});

const PROBLEM = {
  code: 'E_STATE',
  path: '',
  says: { fr: 'La journée n’est pas finie.', en: 'The day is not over.' },
} as const;

/** The table of a room to which this is answered. */
async function shown(answer: Reply<WhatIf> | Promise<Reply<WhatIf>>) {
  const main = document.createElement('main');
  const element = document.createElement('ct-what-if');
  const ask = vi.fn(async () => answer);
  Object.assign(element, { code: 'TEST2345', ask });
  main.append(element);
  document.body.append(main);
  await element.updateComplete;
  return { element, ask, root: element.shadowRoot as ShadowRoot };
}
const given = (rows: readonly WhatIfRow[] = SAME.rows) => shown({ ok: true, rows });
const costing = (costs: readonly (number | null)[]) =>
  given(SAME.rows.map((row, i) => ({ ...row, costPerCustomer: costs[i] ?? null })));

/** Text as it is read, each stretch of space being one. */
const read = (of: Element | null | undefined): string =>
  (of?.textContent ?? '').replace(/\s+/g, ' ').trim();
const cells = (root: ShadowRoot): string[][] =>
  [...root.querySelectorAll('tbody tr')].map((tr) => [...tr.children].map(read));
const headline = (root: ShadowRoot): string => read(root.querySelector('.headline'));

describe('the same callers, otherwise', () => {
  it('has a row for each way, in words, with its figures', async () => {
    const { root } = await given();
    await vi.waitFor(() => expect(cells(root)).toHaveLength(4));
    expect(cells(root)).toEqual([
      ['Telle qu’elle a été jouée', '14,6', '3:34', '1,61', '62'],
      ['Se dépêcher : 2,5 min', '21,3', '3:07', '2,38', '51'],
      ['Prendre soin : 7 min', '11,9', '6:42', '1,27', '59'],
      ['Le prix de la minute suivante', '9,5', '2:31', '1,34', '–pas de chiffre'],
    ]);
    expect(read(root.querySelector('h2'))).toBe('Les mêmes appelants, autrement');
    const heads = [...root.querySelectorAll('thead th')].map(read);
    expect(heads.filter((head) => head.includes('hypothèse'))).toEqual([
      'Coût par client min d’attente hypothèse',
      'Vécu du client sur 100 hypothèse',
    ]);
    expect(read(root.querySelector('section'))).toContain('Une seule journée dit peu');
  });

  it('names what cost the least, and sets it in bold', async () => {
    const { root } = await given();
    await vi.waitFor(() =>
      expect(headline(root)).toBe(
        'Sur ces mêmes appelants, le prix de la minute suivante a coûté le moins.',
      ),
    );
    expect([...root.querySelectorAll('strong')].map(read)).toEqual(['9,5']);
    setLanguage('en');
    await vi.waitFor(() =>
      expect(headline(root)).toBe(
        'With these same callers, the price of the next minute cost the least.',
      ),
    );
  });

  it.each([
    [[3, 4, 5, 6], 'la journée telle qu’elle a été jouée a coûté le moins.', 1],
    [[4, 3.04, 3.01, 6], 'se dépêcher et prendre soin ont coûté le moins, à égalité.', 2],
    [[4, null, 3, null], 'prendre soin a coûté le moins.', 1],
    [[4, null, null, null], '', 0],
    [[0, 0, 0, 0], /jouée, se dépêcher, prendre soin et le prix .* à égalité\.$/, 4],
  ] as const)('says no more than the figures do: %j', async (costs, says, bold) => {
    const { root } = await costing(costs);
    await vi.waitFor(() => expect(cells(root)).toHaveLength(4));
    if (typeof says !== 'string') expect(headline(root)).toMatch(says);
    else expect(headline(root)).toBe(says && `Sur ces mêmes appelants, ${says}`);
    expect(root.querySelectorAll('strong')).toHaveLength(bold);
  });

  it('draws a cost as a length of the dearest, and none where there is none', async () => {
    const { root } = await costing([10, 20, null, 5]);
    await vi.waitFor(() => expect(cells(root)).toHaveLength(4));
    const lengths = [...root.querySelectorAll('tbody tr')].map((tr) =>
      tr.querySelector('path')?.getAttribute('d'),
    );
    expect(lengths).toEqual(['M0,5H50.00', 'M0,5H100.00', undefined, 'M0,5H25.00']);
  });

  it('says in one sentence why there is nothing, in the language of the device', async () => {
    const { root, ask } = await shown({ ok: false, problem: PROBLEM });
    await vi.waitFor(() => expect(read(root.querySelector('p'))).toBe(PROBLEM.says.fr));
    setLanguage('en');
    await vi.waitFor(() => expect(read(root.querySelector('p'))).toBe(PROBLEM.says.en));
    expect(root.querySelectorAll('section, table, h2')).toHaveLength(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks a busy server again, a few times, and shows what it then gives', async () => {
    const busy = { ok: false, problem: { ...PROBLEM, code: 'E_BUSY' } } as const;
    const asking = async (answers: readonly Reply<WhatIf>[]) => {
      const ask = vi.fn(async () => answers[ask.mock.calls.length - 1] ?? busy);
      const element = document.createElement('ct-what-if');
      Object.assign(element, { code: 'TEST2345', ask, againMs: 1 });
      document.body.append(element);
      await element.updateComplete;
      return { ask, root: element.shadowRoot as ShadowRoot };
    };
    const helped = await asking([busy, busy, { ok: true, ...SAME }]);
    await vi.waitFor(() => expect(cells(helped.root)).toHaveLength(4));
    expect(helped.ask).toHaveBeenCalledTimes(3);
    const not = await asking([]);
    await vi.waitFor(() => expect(not.ask).toHaveBeenCalledTimes(4));
    await new Promise((done) => setTimeout(done, 40));
    expect(not.ask).toHaveBeenCalledTimes(4);
    expect(read(not.root.querySelector('p'))).toBe(PROBLEM.says.fr);
    const left = await asking([]);
    document.body.replaceChildren();
    await new Promise((done) => setTimeout(done, 40));
    expect(left.ask.mock.calls.length).toBeLessThan(3);
  });

  it('says that it asks, and shows nothing of no rows', async () => {
    const { root } = await shown(new Promise(() => {}));
    expect(read(root.querySelector('[role=status]'))).toContain('On rejoue la journée');
    document.body.replaceChildren();
    const { element } = await given([]);
    await vi.waitFor(() => expect(element.shadowRoot?.childElementCount).toBe(0));
  });

  it('is a table to those who hear it', async () => {
    await given();
    const named = page.getByRole('table', { name: 'Ce que donne chaque façon de répondre' });
    await expect.element(named).toBeVisible();
    await expect.element(page.getByRole('rowheader').first()).toHaveAttribute('scope', 'row');
    await expect.element(page.getByRole('columnheader').nth(1)).toHaveAttribute('scope', 'col');
  });

  it.each([
    ['fr', 'paper', 1_280],
    ['en', 'stage', 1_280],
    ['fr', 'stage', 360],
    ['en', 'paper', 280],
  ] as const)('is at ease in %s on %s at %i', async (lang, scheme, width) => {
    setLanguage(lang);
    document.documentElement.dataset['scheme'] = scheme;
    await page.viewport(width, 640);
    const { root } = await given();
    await vi.waitFor(() => expect(cells(root)).toHaveLength(4));
    for (const cell of root.querySelectorAll<HTMLElement>('th, td'))
      expect(cell.scrollWidth, read(cell)).toBeLessThanOrEqual(cell.clientWidth);
    const { clientWidth, scrollWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(
      (await faults()).filter((fault) => !/page-has-heading-one|landmark/.test(fault)),
    ).toEqual([]);
  });
});

/** A server that answers so to all; what it was asked. */
function answering(): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify({ ok: true, ...SAME }));
  });
  return asked;
}

describe('asked over HTTP', () => {
  it('is that of the room, and a server that is away is a sentence', async () => {
    const asked = answering();
    expect(await getWhatIf('K7M4/QXT9')).toMatchObject({ ok: true, rows: SAME.rows });
    expect(asked).toEqual(['/api/rooms/K7M4%2FQXT9/what-if']);
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('network');
    });
    const away = await getWhatIf('K7M4QXT9');
    expect(away).toMatchObject({ ok: false, problem: { code: 'E_BUSY' } });
  });
});

describe('the end of a day at a desk', () => {
  const within = (element: HTMLElement) =>
    element.shadowRoot?.querySelector('ct-recap')?.shadowRoot?.querySelector('ct-what-if')
      ?.shadowRoot;

  it('shows it where time is arbitrated, asked for once', async () => {
    const asked = answering();
    const [element] = await desk('TOVER222');
    await vi.waitFor(() =>
      expect(read(within(element)?.querySelector('h2'))).toBe(
        typeset('Les mêmes appelants, autrement'),
      ),
    );
    expect(asked.sort()).toEqual(['/api/rooms/TEST-2345', '/api/rooms/TEST-2345/what-if']);
  });

  it('asks for no comparison in a classical centre', async () => {
    const asked = answering();
    const [element] = await desk('OVERS222');
    const recap = () => element.shadowRoot?.querySelector('ct-recap')?.shadowRoot;
    await vi.waitFor(() => expect(recap()?.querySelector('h1')).toBeTruthy());
    expect(within(element)).toBeUndefined();
    expect(asked).toEqual(['/api/rooms/TEST-2345']);
  });
});

describe('the wall once its day is over', () => {
  const sheetOf = (element: HTMLElement) =>
    element.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot as ShadowRoot;
  const bandOf = (element: HTMLElement) => sheetOf(element).querySelector('ct-what-if')?.shadowRoot;

  it.each([
    [1_280, 720],
    [360, 640],
  ])('shows what each way cost, and the score still, at %i by %i', async (width, height) => {
    await page.viewport(width, height);
    const asked = answering();
    const [element, local] = await wall(TEN, 1);
    expect(bandOf(element)).toBeUndefined();
    expect(asked).toEqual(['/api/network']);
    local.advanceTo(40 * 3_600_000);
    expect(local.clock.over).toBe(true);
    await vi.waitFor(() => expect(bandOf(element)?.querySelectorAll('dd')).toHaveLength(4));
    expect(asked).toEqual(['/api/network', '/api/rooms/TEST-2345/what-if']);
    const shownOf = (selector: string) =>
      [...(bandOf(element)?.querySelectorAll(selector) ?? [])].map(read);
    expect(shownOf('dd')).toEqual(['14,6', '21,3', '11,9', '9,5']);
    expect(shownOf('.best')).toEqual(['Le prix de la minute suivante 9,5']);
    expect(shownOf('.unit')).toEqual(['Coût par client, min d’attente hypothèse']);
    for (const dd of bandOf(element)?.querySelectorAll('dd') ?? [])
      expect(dd.getBoundingClientRect().right).toBeLessThanOrEqual(
        dd.previousElementSibling?.getBoundingClientRect().left ?? 0,
      );
    expect(sheetOf(element).querySelector('.music')?.clientHeight).toBeGreaterThan(200);
    const { clientWidth, scrollWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    const own = (await faults()).filter((fault) => fault.includes('ct-what-if'));
    expect(own).toEqual([]);
  });
});
