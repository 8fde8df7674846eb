import { expect, vi } from 'vitest';
import type { DeskPage } from '../../client/pages/desk/desk.ts';
import type { WallPage } from '../../client/pages/wall/wall.ts';
import { Room } from '../../client/state/room.ts';
import type { Scenario } from '../../models/doors/scenario.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { SCENES } from './stage/scenes.ts';

/** Whole pages on the document, each with a room of its own. */

export const enter = (wire: LocalWire, role: 'seat' | 'host' | 'wall') => {
  const { code } = wire.room;
  const host = role === 'host' ? { host: () => 'host' } : {};
  const place = role === 'seat' ? role : 'wall';
  const room = new Room(wire, { code, role: place, token: () => 'x', keep: () => {}, ...host });
  wire.connect();
  return room;
};

/** The server says where its network reaches it. */
export const network = (origin: string | null) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ok: true, origin })));

/** The desk page in one of the scenes. */
export async function desk(
  scene: string,
  role: 'seat' | 'host' = 'seat',
): Promise<[DeskPage, LocalRoom, LocalWire]> {
  const made = SCENES[scene]?.();
  if (!made) throw new Error(`No scene ${scene}.`);
  const [local, agent] = made;
  const wire = new LocalWire(local);
  wire.agent = agent;
  const element = document.createElement('ct-desk');
  element.code = local.code;
  element.enter = () => enter(wire, role);
  document.body.append(element);
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('main')).not.toBeNull());
  await vi.waitFor(() =>
    expect(element.shadowRoot?.textContent).not.toContain('Connexion à la salle'),
  );
  return [element, local, wire];
}

/** The wall of this centre after so many minutes. */
export async function wall(scenario: Scenario, minutes: number): Promise<[WallPage, LocalRoom]> {
  const local = new LocalRoom(scenario);
  const element = document.createElement('ct-wall');
  element.code = local.code;
  element.enter = () => enter(new LocalWire(local), 'wall');
  document.body.append(element);
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-wall-sheet')).not.toBeNull());
  local.setClock({ paused: false });
  for (let minute = 1; minute <= minutes; minute++) local.advanceTo(minute * 60_000);
  await element.updateComplete;
  return [element, local];
}

/** Waits until the desk shows this state. */
export async function shows(element: DeskPage, status: string): Promise<void> {
  const read = () =>
    element.shadowRoot?.querySelector('ct-person')?.shadowRoot?.querySelector('.status')
      ?.textContent;
  await vi.waitFor(() => expect(read()?.trim()).toBe(status), { timeout: 5_000 });
}
