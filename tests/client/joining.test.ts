import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../client/elements/link-banner/link-banner.ts';
import '../../client/pages/room/room.ts';
import type { LinkBanner } from '../../client/elements/link-banner/link-banner.ts';
import type { RoomPage } from '../../client/pages/room/room.ts';
import { Room } from '../../client/state/room.ts';
import { secretFragment, secretIn } from '../../client/wire/code.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

const open: Room[] = [];
afterEach(() => {
  for (const room of open.splice(0)) room.close();
  document.body.replaceChildren();
});

const CROWDED: Problem & { afterMs: number } = {
  code: 'E_RATE',
  path: '',
  says: { fr: 'Beaucoup de monde entre.', en: 'Many people are coming in.' },
  afterMs: 20,
};

/** A room that lets this device in at its third try. */
function atThirdTry(role: 'seat' | 'wall', problem: Problem = CROWDED) {
  const local = new LocalRoom(STATION);
  const wire = new LocalWire(local);
  const ask = wire.ask.bind(wire);
  const sent: object[] = [];
  wire.ask = async (kind, what) => {
    if (kind !== 'join') return ask(kind, what);
    sent.push(what);
    return sent.length < 3 ? { ok: false, problem } : ask(kind, what);
  };
  const joining = { code: local.code, role, token: () => undefined, keep: () => {} };
  const keys: string[] = [];
  const room = new Room(wire, {
    ...joining,
    key: () => keys.at(-1) ?? 'scanned',
    keepKey: (key) => keys.push(key),
  });
  open.push(room);
  return { local, wire, room, sent };
}

describe('a join that is refused for its rate', () => {
  it.each(['seat', 'wall'] as const)(
    'comes back by itself, as %s, and says so meanwhile',
    async (role) => {
      const { wire, room, sent } = atThirdTry(role);
      const said = new Set<string>();
      room.state$.subscribe(({ waiting }) => waiting && said.add(waiting.says.en));
      wire.connect();
      await vi.waitFor(() => expect(room.state.publicView).not.toBeNull());
      expect(sent).toHaveLength(3);
      expect(sent[0]).toMatchObject({ key: 'scanned' });
      expect([...said]).toEqual([CROWDED.says.en]);
      expect(room.state).toMatchObject({ refusal: null, waiting: null });
    },
  );

  it('is in both languages what the banner reads aloud', async () => {
    const banner = document.createElement('ct-link-banner') as LinkBanner;
    banner.link = 'online';
    banner.waiting = CROWDED;
    document.body.append(banner);
    await banner.updateComplete;
    const text = banner.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
    expect([CROWDED.says.fr, CROWDED.says.en]).toContain(text.trim());
  });

  it('stays refused where it would be refused again', async () => {
    const { afterMs: _, ...full } = CROWDED;
    const { wire, room, sent } = atThirdTry('seat', full);
    wire.connect();
    await vi.waitFor(() => expect(room.state.refusal).toEqual(full));
    await new Promise((later) => setTimeout(later, 100));
    expect(sent).toHaveLength(1);
  });
});

describe('the secret of a QR code', () => {
  it('is read from the fragment of its address, and nothing else is', () => {
    expect(secretIn('#key=aB3_-9', 'key')).toBe('aB3_-9');
    for (const other of ['', '#', '#key=', '#key=a b', `#key=${'a'.repeat(65)}`, '#host=x'])
      expect(secretIn(other, 'key')).toBeUndefined();
  });

  it('comes along when its whole address is pasted as a code', () => {
    const address = 'http://192.168.1.7:3000/room/K7M4QXT9';
    expect(secretFragment(` ${address}#host=aB3_-9 `)).toBe('#host=aB3_-9');
    for (const other of ['K7M4-QXT9', address, `${address}#top`])
      expect(secretFragment(other)).toBe('');
  });
});

describe('the door of a room', () => {
  const page = async (host: boolean) => {
    const local = new LocalRoom(STATION);
    const wire = new LocalWire(local);
    const element = document.createElement('ct-room') as RoomPage;
    element.code = local.code;
    element.enter = (code) => {
      const room = new Room(wire, {
        code,
        role: 'wall',
        token: () => undefined,
        keep: () => {},
        ...(host ? { host: () => 'host' } : {}),
      });
      open.push(room);
      return room;
    };
    document.body.append(element);
    wire.connect();
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector('ct-clock-bar')).toBeTruthy());
    const button = () =>
      element.shadowRoot?.querySelector<HTMLButtonElement>('[aria-describedby=lock-hint]');
    return { wire, element, button };
  };

  it('is locked and opened again by its host, in one press each', async () => {
    const { wire, element, button } = await page(true);
    const before = button()?.textContent;
    button()?.click();
    await vi.waitFor(() => expect(button()?.textContent).not.toBe(before));
    button()?.click();
    await vi.waitFor(() => expect(button()?.textContent).toBe(before));
    const asked = wire.asked.filter(({ kind }) => kind === 'door').map(({ ask }) => ask);
    expect(asked).toEqual([{ locked: true }, { locked: false }]);
    element.remove();
  });
});
