import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/home/home.ts';
import '../../client/pages/open/open.ts';
import '../../client/pages/desk/desk.ts';
import '../../client/pages/lost/lost.ts';
import '../../client/pages/room/room.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RoomPage } from '../../client/pages/room/room.ts';
import { setLanguage } from '../../client/text/language.ts';
import { keepHostToken } from '../../client/wire/kept.ts';
import { cardOf } from '../../models/doors/scenario.ts';
import { faults } from './axe.ts';
import { desk, enter, shows, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { SCENES, TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

const PHONE = [360, 640] as const;
const SCREEN = [1_440, 900] as const;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  setLanguage('fr');
  history.replaceState(null, '', '/');
});
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
  vi.unstubAllGlobals();
});

/** The room page, as its host or not. */
async function room(host: boolean): Promise<[RoomPage, LocalRoom]> {
  const local = new LocalRoom(STATION, host ? 'HOST2345' : 'TEST2345');
  const element = document.createElement('ct-room');
  if (host) keepHostToken(local.code, 'host');
  element.code = local.code;
  element.enter = () => enter(new LocalWire(local), host ? 'host' : 'wall');
  document.body.append(element);
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-clock-bar')).not.toBeNull());
  return [element, local];
}

const reply = (answer: object) => new Response(JSON.stringify(answer));
const ENTRY = cardOf('station', STATION);

/** A page in front of all rooms, the server being these answers. */
async function front(
  tag: 'ct-home' | 'ct-open',
  answers: Record<string, () => Response>,
  alone = false,
): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    asked.push(`${path} ${request?.body ?? ''}`.trim());
    const answer = answers[path];
    if (!answer) throw new TypeError('network');
    return answer();
  });
  const shown = document.createElement(tag);
  if (alone) shown.setAttribute('alone', '');
  document.body.append(shown);
  return asked;
}
const catalogue = { '/api/scenarios': () => reply({ ok: true, scenarios: [ENTRY] }) };

const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const opened = () => reply({ ok: true, code: 'K7M4-QXT9', hostToken: 'secret' });

describe('the page that opens a room', () => {
  it('opens it on the day, speed and seed chosen, and goes to it as its host', async () => {
    const asked = await front('ct-open', { ...catalogue, '/api/rooms': opened });
    await expect.element(page.getByRole('radio', { name: 'La halte' })).toBeChecked();
    await page.getByLabelText('Graine').fill('mardi');
    await page.getByRole('button', { name: 'Ouvrir la salle' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/room/K7M4QXT9'));
    expect(asked.at(-1)).toBe(
      '/api/rooms {"scenario":"station","speed":5,"paused":true,"seed":"mardi"}',
    );
    expect(localStorage.getItem('contretemps.host.K7M4QXT9')).toBe('secret');
  });

  it('leads straight to the desks of the room for who plays alone', async () => {
    await front('ct-open', { ...catalogue, '/api/rooms': opened }, true);
    await page.getByRole('button', { name: 'Prendre mon poste' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/desk/K7M4QXT9'));
    expect(localStorage.getItem('contretemps.host.K7M4QXT9')).toBe('secret');
  });

  it('says so when the server is away, and tries again', async () => {
    const answers: Record<string, () => Response> = {};
    await front('ct-open', answers);
    await expect.element(page.getByText('Le serveur ne répond pas.')).toBeVisible();
    answers['/api/scenarios'] = catalogue['/api/scenarios'];
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect.element(page.getByRole('radio', { name: 'La halte' })).toBeVisible();
  });

  it('says so when there is no day to play', async () => {
    await front('ct-open', { '/api/scenarios': () => reply({ ok: true, scenarios: [] }) });
    await expect.element(page.getByText('Le catalogue est vide.')).toBeVisible();
  });
});

describe('the first page', () => {
  it('joins by a code however it is typed', async () => {
    await front('ct-home', {
      '/api/rooms/K7M4QXT9': () => reply({ ok: true, code: 'K7M4-QXT9' }),
    });
    await page.getByLabelText('Code de la salle').fill('k7m4 qxt9');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await vi.waitFor(() => expect(location.pathname).toBe('/desk/K7M4QXT9'));
  });

  it('says what is wrong with a code, in the language shown', async () => {
    const says = { fr: 'Aucune salle n’a ce code.', en: 'No room has this code.' };
    const problem = { code: 'E_UNKNOWN', path: 'code', says };
    await front('ct-home', { '/api/rooms/ABC': () => reply({ ok: false, problem }) });
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect.element(page.getByText('Tapez d’abord le code')).toBeVisible();
    await page.getByLabelText('Code de la salle').fill('abc');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect.element(page.getByText(says.fr)).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect.element(page.getByText(says.en)).toBeVisible();
  });

  it('has three doors', async () => {
    await front('ct-home', {});
    for (const [name, path] of [
      ['Jouer seul', '/play'],
      ['Animer un groupe', '/lead'],
      ['Planifier', '/lab'],
    ] as const)
      await expect.element(page.getByRole('link', { name })).toHaveAttribute('href', path);
    await page.getByRole('link', { name: 'Planifier' }).click();
    expect(location.pathname).toBe('/lab');
  });
});

describe('the room page', () => {
  it('shows the code, and lets its host start, slow and stop the day', async () => {
    const [, local] = await room(true);
    await expect.element(page.getByText('HOST-2345')).toBeVisible();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await vi.waitFor(() => expect(local.clock.paused).toBe(false));
    const slider = page.getByRole('slider');
    await slider.click();
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(local.clock.speed).toBe(0.6));
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    await vi.waitFor(() => expect(local.clock.paused).toBe(true));
  });

  it('gives nobody else the controls', async () => {
    await room(false);
    await expect.element(page.getByText('Pas commencée')).toBeVisible();
    expect(page.getByRole('button', { name: 'Commencer' }).query()).toBeNull();
    expect(page.getByRole('slider').query()).toBeNull();
  });
});

describe('the desk page', () => {
  it('is taken, and a day is worked at it by keyboard alone', async () => {
    const [element, local] = await desk('FRESH222');
    await page.getByRole('button', { name: 'Poste 3, libre' }).click();
    await expect.element(page.getByText('La journée n’a pas commencé.')).toBeVisible();
    await userEvent.keyboard('r');
    await shows(element, 'Disponible');
    local.setClock({ paused: false });
    const state = () => local.snapshot({ as: 'desk', agent: 2 }).view.team[2]?.state;
    for (let at = 0; state() !== 'ringing'; at += 2_000) local.advanceTo(at);
    await expect.element(page.getByRole('button', { name: 'Décrocher' })).toBeVisible();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard(' ');
    await shows(element, 'En ligne');
    await expect.element(page.getByText('de conversation')).toBeVisible();
    await userEvent.keyboard('h');
    await shows(element, 'Mise en attente');
    await userEvent.keyboard('h');
    await shows(element, 'En ligne');
    await userEvent.keyboard('c');
    await shows(element, 'Clôture');
    await userEvent.keyboard('p');
    await expect.element(page.getByRole('button', { name: 'Formation' })).toBeVisible();
    await userEvent.keyboard('2');
    await shows(element, 'Indisponible · Formation');
  });

  it('transfers to a group, those that handle the request first', async () => {
    const [element, local] = await desk('TALKS222');
    await userEvent.keyboard('t');
    await expect.element(page.getByRole('button', { name: /^Accueil/ })).toBeVisible();
    await page.getByRole('button', { name: /^Suivi des dossiers/ }).click();
    await shows(element, 'Clôture');
    const last = local.session.facts.findLast((fact) => fact.kind === 'transferred');
    expect(last).toMatchObject({ agent: 2, group: 1 });
  });

  it('lets a mask be chosen between two talks, where people wear any', async () => {
    const [, local] = await desk('TMASK222');
    await expect
      .element(page.getByRole('button', { name: 'Masque : rencontre professionnelle' }))
      .toBeVisible();
    await userEvent.keyboard('m');
    await page.getByRole('button', { name: /^naturel/ }).click();
    const worn = page.getByRole('button', { name: 'Masque : naturel' });
    await expect.element(worn).toBeVisible();
    const last = local.session.facts.findLast((fact) => fact.kind === 'masked');
    expect(last).toMatchObject({ agent: 2, mask: 'natural' });
  });

  it('says that the caller is uncivil, and lets the limit be set', async () => {
    const [element, local] = await desk('TLIMI222');
    await expect.element(page.getByText('manque de respect', { exact: true })).toBeVisible();
    await userEvent.keyboard('l');
    await expect
      .element(page.getByText('manque de respect', { exact: true }))
      .not.toBeInTheDocument();
    expect(page.getByRole('button', { name: 'Poser une limite' }).query()).toBeNull();
    await shows(element, 'En ligne');
    const last = local.session.facts.findLast((fact) => fact.kind === 'limited');
    expect(last).toMatchObject({ agent: 2, holds: 1 });
  });

  it('offers neither where nobody wears a mask', async () => {
    await desk('TRING222');
    await expect.element(page.getByRole('button', { name: 'Décrocher' })).toBeVisible();
    expect(page.getByRole('button', { name: /Masque/ }).query()).toBeNull();
  });

  it('says why, and changes nothing, when a command is refused', async () => {
    const [element, , wire] = await desk('TALKS222');
    const ask = wire.ask.bind(wire);
    const says = { fr: 'Cet appel n’est plus à votre poste.', en: 'This call is gone.' };
    wire.ask = async (kind, sent) =>
      kind === 'command'
        ? { ok: false, problem: { code: 'E_STALE', path: 'call', says } }
        : ask(kind, sent);
    await page.getByRole('button', { name: 'Conclure' }).click();
    await expect.element(page.getByRole('contentinfo').getByText(says.fr)).toBeVisible();
    await shows(element, 'En ligne');
  });

  it('shows a command as sent until it is answered', async () => {
    const [element, , wire] = await desk('TALKS222');
    let answer = () => {};
    wire.gate = new Promise((resolve) => (answer = resolve));
    await page.getByRole('button', { name: 'Conclure' }).click();
    const pending = page.getByRole('button', { name: 'Envoyé…' });
    await expect.element(pending).toHaveAttribute('aria-disabled', 'true');
    await shows(element, 'En ligne');
    answer();
    await shows(element, 'Clôture');
  });

  it('says that the seat is kept, or open elsewhere and how to take it back', async () => {
    const [, , wire] = await desk('TALKS222');
    wire.cut();
    await expect.element(page.getByText('Votre place est gardée.')).toBeVisible();
    wire.connect();
    await expect.element(page.getByText('Votre place est gardée.')).not.toBeInTheDocument();
    wire.link$.next('replaced');
    await page.getByRole('button', { name: 'Reprendre ici' }).click();
    await expect.element(page.getByText('ouverte ailleurs')).not.toBeInTheDocument();
  });

  it('lists its keys, and lets single letters be switched off', async () => {
    const [element] = await desk('TALKS222');
    await userEvent.keyboard('?');
    await page.getByLabelText('Désactiver les raccourcis').click();
    await page.getByRole('button', { name: 'Fermer' }).click();
    await userEvent.keyboard('c');
    await shows(element, 'En ligne');
    await page.getByRole('button', { name: 'Conclure' }).click();
    await shows(element, 'Clôture');
  });

  it('ends the day with what this desk did', async () => {
    const [, local] = await desk('OVERS222');
    const { mine } = local.snapshot({ as: 'desk', agent: 2 }).view as {
      mine: { answered: number };
    };
    const title = page.getByRole('heading', { name: 'La journée est finie.' });
    await expect.element(title).toBeVisible();
    await expect.element(page.getByText(String(mine.answered), { exact: true })).toBeVisible();
  });
});

const SHOWN: Record<string, () => Promise<unknown>> = {
  home: () => front('ct-home', {}),
  play: () => front('ct-open', catalogue, true),
  lead: () => front('ct-open', catalogue),
  'lead, no server': () => front('ct-open', {}),
  'room, host': () => room(true),
  'room, guest': () => room(false),
  wall: () => wall(STATION, 20),
  'wall, time has a price': () => wall(TEN, 100),
  lost: async () => document.body.append(document.createElement('ct-lost')),
  ...Object.fromEntries(Object.keys(SCENES).map((scene) => [`desk ${scene}`, () => desk(scene)])),
  'desk, offline': async () => (await desk('TALKS222'))[2].cut(),
  'desk, keys': async () => {
    await desk('TALKS222');
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
  'desk, the figures behind the voices': async () => {
    await desk('THURR222');
    await page.getByRole('button', { name: 'Dépêche-toi' }).click();
  },
  'desk, masks': async () => {
    await desk('TMASK222');
    await userEvent.keyboard('m');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
  'desk, transfer': async () => {
    await desk('TALKS222');
    await userEvent.keyboard('t');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
};

describe.each(Object.entries(SHOWN))('%s', (_, show) => {
  it.each([
    ['paper', 'fr', SCREEN],
    ['stage', 'en', PHONE],
  ] as const)(
    'axe finds nothing wrong, and nothing is too wide: %s, %s',
    async (scheme, tongue, [w, h]) => {
      await page.viewport(w, h);
      document.documentElement.dataset['scheme'] = scheme;
      await show();
      setLanguage(tongue);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(await faults()).toEqual([]);
      expect(tooWide()).toBeLessThanOrEqual(0);
    },
  );
});
