import '../../client/look/page.css';
import '../../client/elements/scenario-list/scenario-list.ts';
import '../../client/elements/seats/seats.ts';
import '../../client/pages/room/room.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../client/text/language.ts';
import { cardOf, publicViewOf } from '../../models/doors/scenario.ts';
import { enter } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

/** What is known before one plays: how long it takes, who is where, where else to go. */

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

const text = (root: Element | null | undefined) =>
  root?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
const hours = publicViewOf(STATION).lengthMs / 3_600_000;

describe('how long a day takes to play', () => {
  it('is told in the list, at the speed chosen', async () => {
    const list = document.createElement('ct-scenario-list');
    list.entries = [cardOf('station', STATION)];
    Object.assign(list, { speed: 10 });
    document.body.append(list);
    await list.updateComplete;
    expect(hours).toBe(1.5);
    expect(text(list)).toContain('se joue en 9 min');
    Object.assign(list, { speed: 2 });
    await list.updateComplete;
    expect(text(list)).toContain('se joue en 45 min');
  });
});

describe('the page of a room', () => {
  it('says how long the day takes, and which desks people hold', async () => {
    const local = new LocalRoom(STATION);
    const element = document.createElement('ct-room');
    element.code = local.code;
    element.enter = () => enter(new LocalWire(local), 'wall');
    document.body.append(element);
    await vi.waitFor(() => expect(text(element)).toContain('La halte'));
    expect(text(element)).toContain('À l’allure ×10, la journée se joue en 9 min.');
    local.accept({ kind: 'takeDesk', agent: 1 });
    local.setClock({ paused: false });
    local.advanceTo(1_000);
    const [group] = publicViewOf(STATION).groups;
    await vi.waitFor(() => expect(text(element)).toContain(`${group?.name.fr} : poste 2`));
  });
});

describe('the choice of a desk', () => {
  it('leads whoever finds none to the wall', async () => {
    const seats = document.createElement('ct-seats');
    seats.publicView = publicViewOf(STATION);
    Object.assign(seats, { code: 'TEST2345' });
    seats.taken = new Set(Array.from({ length: 40 }, (_, i) => i));
    document.body.append(seats);
    await seats.updateComplete;
    const link = seats.shadowRoot?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('/wall/TEST2345');
    expect(link?.textContent).toContain('tableau');
    seats.taken = new Set([1]);
    await seats.updateComplete;
    expect(seats.shadowRoot?.querySelector('a')).toBeNull();
  });
});
