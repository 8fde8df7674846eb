import '../../client/look/page.css';
import '../../client/pages/open/open.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Room } from '../../client/state/room.ts';
import { setLanguage } from '../../client/text/language.ts';
import { teamsWords } from '../../client/text/teams.ts';
import { cardOf, publicViewOf } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { Hall } from './hall.ts';
import { TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

/** Teams side by side: opened, watched, counted. */

const MINUTE_MS = 60_000;
const open: Room[] = [];

beforeEach(() => {
  localStorage.clear();
  setLanguage('fr');
});
afterEach(async () => {
  for (const room of open.splice(0)) room.close();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  await page.viewport(1_440, 900);
});

function entered(hall: Hall, host = false): Room {
  const joining = { code: 'TEAM2345', role: 'wall' as const, every: true };
  const secrets = { token: () => undefined, keep: () => {}, ...(host ? { host: () => 'h' } : {}) };
  const room = new Room(hall, { ...joining, ...secrets });
  open.push(room);
  hall.connect();
  return room;
}

/** A page of a room of so many teams. */
async function shown<K extends 'ct-room' | 'ct-wall'>(tag: K, teams: number, host = false) {
  const hall = new Hall(TEN, teams);
  const element = document.createElement(tag);
  element.code = 'TEAM2345';
  element.enter = () => entered(hall, host);
  document.body.append(element);
  const inner = tag === 'ct-wall' ? 'ct-teams-sheet' : '.teams';
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector(inner)).not.toBeNull());
  return { element, hall };
}
const sheetOf = (element: HTMLElement): ShadowRoot | null =>
  element.shadowRoot?.querySelector('ct-teams-sheet')?.shadowRoot ?? null;

describe('a page that watches every team', () => {
  it('follows each of them, asks for what it missed of one, and has one clock', async () => {
    const hall = new Hall(STATION, 3);
    const room = entered(hall);
    await vi.waitFor(() => expect(room.state.walls).toHaveLength(3));
    expect(room.state).toMatchObject({ teams: 3, team: -1, day: 0 });
    hall.rooms[1]?.accept({ kind: 'takeDesk', agent: 2 });
    hall.advanceTo(20 * MINUTE_MS);
    const [, second] = hall.wires;
    if (second) second.lose = 1;
    hall.advanceTo(25 * MINUTE_MS);
    hall.advanceTo(40 * MINUTE_MS);
    const asks = () => hall.asked.filter(({ kind }) => kind === 'facts');
    await vi.waitFor(() => expect(asks()).toMatchObject([{ ask: { day: 1 } }]));
    await vi.waitFor(() => {
      for (const [team, { n, view }] of room.state.walls.entries()) {
        const truth = hall.rooms[team]?.snapshot({ as: 'wall' });
        expect([n, view]).toEqual([truth?.n, truth?.view]);
      }
    });
    expect(room.state.walls.map(({ taken }) => [...taken])).toEqual([[], [2], []]);
    expect(room.state.wall).toBe(room.state.walls[0]?.view);
    expect(room.state.clock?.at).toBe(40 * MINUTE_MS);
  });

  it('shows time going on until the last of them is done', async () => {
    const hall = new Hall(STATION, 2);
    const room = entered(hall);
    await vi.waitFor(() => expect(room.state.walls).toHaveLength(2));
    const [first, second] = hall.rooms;
    second?.advanceTo(24 * 60 * MINUTE_MS);
    first?.advanceTo(MINUTE_MS);
    await vi.waitFor(() => expect(room.state.walls[1]?.view.day.phase).toBe('over'));
    expect(room.state.clock).toMatchObject({ at: MINUTE_MS, over: false });
    first?.advanceTo(24 * 60 * MINUTE_MS);
    await vi.waitFor(() => expect(room.state.clock?.over).toBe(true));
  });
});

describe('the wall of several teams', () => {
  it('has a band a team, six a page, and the way in before the day begins', async () => {
    const { element, hall } = await shown('ct-wall', 8, true);
    const bands = () => [...(sheetOf(element)?.querySelectorAll('h2') ?? [])];
    await vi.waitFor(() => expect(bands()).toHaveLength(6));
    expect(sheetOf(element)?.querySelector('ct-invitation')).not.toBeNull();
    hall.setClock({ paused: false });
    hall.advanceTo(30 * MINUTE_MS);
    await vi.waitFor(() => expect(sheetOf(element)?.querySelector('ct-invitation')).toBeNull());
    // Left to the computer, the same callers are met alike.
    const figures = [...(sheetOf(element)?.querySelectorAll('.figures') ?? [])];
    expect(new Set(figures.map(({ textContent }) => textContent?.trim())).size).toBe(1);
    expect(figures[0]?.textContent).toMatch(/\d+\s*%/);
    await page.getByRole('button', { name: teamsWords().after }).click();
    await vi.waitFor(() =>
      expect(bands().map((one) => one.textContent)).toEqual(['Équipe 7', 'Équipe 8']),
    );
  });

  it.each([
    [1_920, 1_080],
    [360, 640],
  ])('has nothing that axe finds wrong and runs over nothing at %i × %i', async (width, height) => {
    await page.viewport(width, height);
    const { element, hall } = await shown('ct-wall', 6);
    hall.setClock({ paused: false });
    hall.advanceTo(30 * MINUTE_MS);
    await vi.waitFor(() => expect(sheetOf(element)?.querySelector('ct-score')).not.toBeNull());
    expect(await faults()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('once all teams are done', () => {
  const LATE_MIN = publicViewOf(TEN).lengthMs / MINUTE_MS + 240;

  it('follows the same caller from team to team, those first whose day differed most', async () => {
    const { element, hall } = await shown('ct-wall', 2, true);
    for (const agent of [0, 1, 2]) hall.rooms[1]?.accept({ kind: 'takeDesk', agent });
    hall.setClock({ paused: false });
    hall.advanceTo(LATE_MIN * MINUTE_MS);
    const { modes, nextCaller } = teamsWords();
    await page.getByRole('button', { name: modes.caller }).click();
    const shownNow = () => sheetOf(element)?.querySelector('ct-same-caller')?.shadowRoot;
    const fates = () =>
      [...(shownNow()?.querySelectorAll('.fate strong') ?? [])].map((one) => one.textContent);
    await vi.waitFor(() => expect(fates()).toHaveLength(2));
    // Two teams, one of them with three desks that nobody answers at: it went otherwise.
    expect(new Set(fates()).size).toBe(2);
    expect(shownNow()?.querySelectorAll('.talk').length).toBeGreaterThan(0);
    const title = shownNow()?.querySelector('h2')?.textContent;
    await page.getByRole('button', { name: nextCaller }).click();
    await vi.waitFor(() => expect(shownNow()?.querySelector('h2')?.textContent).not.toBe(title));
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: modes.teams }).click();
    await vi.waitFor(() => expect(sheetOf(element)?.querySelector('ct-score')).not.toBeNull());
  });

  it('stands all of them between two axes, beside other ways to answer, and saves figures', async () => {
    const rows = (['played', 'hurry', 'care', 'price'] as const).map((who, i) => ({
      ...{ who, paceMin: 2, costPerCustomer: 3, attemptsPerCustomer: 1.2, meanWaitS: 40 },
      ...{ abandonRate: 0.1 * i, lived: 40 + i },
    }));
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ok: true, rows })));
    const { element, hall } = await shown('ct-wall', 2, true);
    for (const agent of [0, 1, 2]) hall.rooms[1]?.accept({ kind: 'takeDesk', agent });
    hall.advanceTo(LATE_MIN * MINUTE_MS);
    await page.getByRole('button', { name: teamsWords().modes.axes }).click();
    const axes = () => sheetOf(element)?.querySelector('ct-two-axes')?.shadowRoot;
    const names = () =>
      [...(axes()?.querySelectorAll('g text') ?? [])].map((one) => one.textContent);
    await vi.waitFor(() =>
      expect(new Set(names())).toEqual(
        new Set(['Équipe 1', 'Équipe 2', 'prendre soin', 'se dépêcher', 'suivre le prix']),
      ),
    );
    expect(await faults()).toEqual([]);
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:none';
    });
    await page.getByRole('button', { name: teamsWords().save }).click();
    const lines = (await saved[0]?.text())?.trim().split('\r\n') ?? [];
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/team;people;offered;/);
    const { totals } = hall.rooms[1]?.snapshot({ as: 'wall' }).view.day ?? {};
    expect(lines[2]).toMatch(new RegExp(`^2;3;${totals?.offered};${totals?.answered};`));
    vi.restoreAllMocks();
  });

  it('lets nobody but a host choose what is projected', async () => {
    const { element, hall } = await shown('ct-wall', 2);
    hall.advanceTo(LATE_MIN * MINUTE_MS);
    const score = () => sheetOf(element)?.querySelector('ct-score');
    await vi.waitFor(() => expect(score()?.whole).not.toBeNull(), { timeout: 10_000 });
    expect(sheetOf(element)?.querySelector('.modes')).toBeNull();
  });
});

describe('the door of a room of teams', () => {
  it('counts who sits in each', async () => {
    const { element, hall } = await shown('ct-room', 2);
    hall.rooms[1]?.accept({ kind: 'takeDesk', agent: 2 });
    hall.advanceTo(1_000);
    const rows = () => [...(element.shadowRoot?.querySelectorAll('.teams li') ?? [])];
    await vi.waitFor(() => {
      const said = rows().map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
      expect(said).toEqual(['Équipe 1 0 sur 10', 'Équipe 2 1 sur 10']);
    });
    expect(await faults()).toEqual([]);
  });

  it('is opened for as many as are asked for, fifty at most', async () => {
    const asked: object[] = [];
    vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
      if (path === '/api/rooms') asked.push(JSON.parse(String(request?.body)));
      const scenarios = [cardOf('station', STATION)];
      const opened = { ok: true, code: 'TEAM-2345', hostToken: 'h' };
      return new Response(JSON.stringify(path === '/api/rooms' ? opened : { ok: true, scenarios }));
    });
    for (const typed of ['3', '80', '']) {
      history.replaceState(null, '', '/lead');
      document.body.replaceChildren(document.createElement('ct-open'));
      await page.getByLabelText(teamsWords().field, { exact: true }).fill(typed);
      await page.getByRole('button', { name: 'Ouvrir la salle' }).click();
      await vi.waitFor(() => expect(location.pathname).toBe('/room/TEAM2345'));
    }
    expect(asked).toMatchObject([{ teams: 3 }, { teams: 50 }, {}]);
    expect(asked[2]).not.toHaveProperty('teams');
  });
});
