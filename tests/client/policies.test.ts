import '../../client/look/page.css';
import '../../client/elements/policies/policies.ts';
import '../../client/elements/seats/seats.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/open/open.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import { policyName, policySays } from '../../client/text/policies.ts';
import {
  cardOf,
  catalogueScenario,
  POLICY_NAMES,
  type PolicyShown,
  type PublicView,
  publicViewOf,
  type Scenario,
  withoutPeople,
} from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { enter, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

const HUMAN = catalogueScenario('accueil-humain') as Scenario;
const WITHOUT = withoutPeople(HUMAN);

beforeEach(() => {
  setLanguage('fr');
  localStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

/** What an element of this name says of a public view, its own elements included. */
async function said(name: 'ct-policies' | 'ct-seats', publicView: PublicView, compact = false) {
  const element = document.createElement(name);
  element.publicView = publicView;
  element.toggleAttribute('compact', compact);
  document.body.append(element);
  await element.updateComplete;
  const inner = element.shadowRoot?.querySelector('ct-hypotheses');
  await inner?.updateComplete;
  const texts = [element, inner].map((one) => one?.shadowRoot?.textContent ?? '');
  return texts.join(' ').replace(/\s+/g, ' ');
}

describe('whose policy each group follows', () => {
  it('[P10] is said in plain words, with how a talk ends and what is supposed', async () => {
    const text = await said('ct-policies', publicViewOf(HUMAN));
    expect(text).toContain(
      'L’accueil Rythme fixe · masques qui changent avec la fatigue vise 4,5 min par appel',
    );
    expect(text).toContain(
      'Les anciens Suivre la voix la plus forte · masques qui changent avec la fatigue on reste',
    );
    expect(text).toContain('On parle jusqu’au but fixé, puis on conclut.');
    expect(text).toContain('glisser d’un masque à l’autre');
    for (const part of ['annonces', 'rappels', 'humeurs', 'énergie', 'appuis', 'masques'])
      expect(text).toContain(part);
  });

  it('[N5] says where the human hypotheses were left out', async () => {
    const text = await said('ct-policies', publicViewOf(WITHOUT));
    expect(text).toContain('Sans les hypothèses humaines');
    expect(text).toContain('Les anciens Suivre la voix la plus forte on reste');
    expect(text).not.toContain('glissants');
    expect(text).not.toContain('humeurs');
  });

  it('is short on the wall, and nothing where nothing is arbitrated', async () => {
    const text = await said('ct-policies', publicViewOf(HUMAN), true);
    expect(text).toContain('L’accueil Rythme fixe · masques qui changent avec la fatigue');
    expect(text).toContain('Hypothèses annonces, rappels, diagnostic');
    expect(text).not.toContain('min par appel');
    expect((await said('ct-policies', publicViewOf(STATION))).trim()).toBe('');
    expect(await said('ct-policies', publicViewOf(WITHOUT), true)).toContain('Sans les hypothèses');
  });

  it('stands beside the desks', async () => {
    const text = await said('ct-seats', publicViewOf(HUMAN));
    expect(text).toMatch(
      /sans vous, l’ordinateur\s: rythme fixe · masques qui changent avec la fatigue/,
    );
    expect(text).toMatch(/sans vous, l’ordinateur\s: suivre la voix la plus forte/);
    expect(text).toContain('Hypothèses sur les personnes');
    expect(await said('ct-seats', publicViewOf(STATION))).not.toContain('sans vous');
  });

  it('has words of its own for every policy, in both languages', () => {
    const shown = publicViewOf(HUMAN).groups[0]?.policy as PolicyShown;
    const names = POLICY_NAMES;
    for (const language of ['fr', 'en'] as const) {
      setLanguage(language);
      const all = names.map((name) => policyName({ ...shown, name }));
      for (const name of all) expect(name).not.toMatch(/undefined/);
      expect(new Set(all).size).toBe(names.length);
      for (const name of names) expect(policySays({ ...shown, name })).not.toMatch(/undefined|NaN/);
      expect(policySays({ ...shown, name: 'hurry', hurryMin: 2.25 })).toMatch(/2[.,]25/);
      expect(policySays({ ...shown, name: 'care', careMin: 7 })).toMatch(/\b7\b/);
    }
  });
});

describe('a room with people in it', () => {
  it.each([
    ['with', HUMAN, 'Hypothèses sur les personnes'],
    ['without', WITHOUT, 'Sans les hypothèses humaines'],
  ])('says so at its door, on its wall and before a desk: %s', async (_, scenario, words) => {
    const local = new LocalRoom(scenario);
    const element = document.createElement('ct-room');
    element.code = local.code;
    element.enter = () => enter(new LocalWire(local), 'wall');
    document.body.append(element);
    await expect.element(page.getByText(words, { exact: true })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('[N5] says at a desk in hand that the hypotheses were left out', async () => {
    await page.viewport(1_440, 900);
    const local = new LocalRoom(WITHOUT);
    local.accept({ kind: 'takeDesk', agent: 2 });
    const element = document.createElement('ct-desk');
    const wire = new LocalWire(local);
    wire.agent = 2;
    element.code = local.code;
    element.enter = () => enter(wire, 'seat');
    document.body.append(element);
    await expect.element(page.getByText('· sans les hypothèses humaines')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Masque/ })).not.toBeInTheDocument();
    const above = page.getByText('sans les hypothèses humaines', { exact: true });
    await expect.element(above).not.toBeVisible();
    await page.viewport(360, 640);
    await expect.element(above).toBeVisible();
  });

  it('shows on its wall who follows what', async () => {
    await wall(HUMAN, 3);
    await expect.element(page.getByText('Suivre la voix la plus forte')).toBeVisible();
  });
});

describe('the first page, of a day with people in it', () => {
  const entries = ['petit-standard', 'accueil-humain'].map((id) =>
    cardOf(id, catalogueScenario(id) as Scenario),
  );

  async function opened(name: string, tick: boolean): Promise<string> {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
      asked.push(`${request?.body ?? ''}`);
      const room = { code: 'K7M4-QXT9', hostToken: 'x' };
      const answer = path === '/api/scenarios' ? { scenarios: entries } : room;
      return new Response(JSON.stringify({ ok: true, ...answer }));
    });
    document.body.append(document.createElement('ct-open'));
    await page.getByRole('radio', { name: 'à chaque bout du fil' }).click();
    if (tick) await page.getByRole('checkbox', { name: 'Sans les hypothèses' }).click();
    await page.getByRole('radio', { name }).click();
    await page.getByRole('button', { name: 'Ouvrir la salle' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/room/K7M4QXT9'));
    return asked.at(-1) ?? '';
  }

  it('[N5] offers to open the room without the human hypotheses', async () => {
    expect(await opened('à chaque bout du fil', true)).toBe(
      '{"scenario":"accueil-humain","speed":5,"paused":true,"people":false}',
    );
  });

  it('keeps them unless asked', async () => {
    expect(await opened('à chaque bout du fil', false)).not.toContain('people');
  });

  it('offers nothing, and asks nothing, where there are none', async () => {
    expect(await opened('La petite gare', true)).not.toContain('people');
    document.body.replaceChildren(document.createElement('ct-open'));
    await page.getByRole('radio', { name: 'La petite gare' }).click();
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
  });
});
