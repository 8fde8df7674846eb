import '../../client/pages/desk/desk.ts';
import '../../client/pages/lost/lost.ts';
import '../../client/elements/recap/recap.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Room } from '../../client/state/room.ts';
import { setLanguage } from '../../client/text/language.ts';
import { renewOnce } from '../../client/wire/renew.ts';
import { type Command, startDesk, WIRE_VERSION } from '../../models/doors/live.ts';
import { problem, publicViewOf } from '../../models/doors/scenario.ts';
import { desk } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

const AGENT = 2;
const STEP_MS = 10_000;
const open: Room[] = [];

beforeEach(() => {
  setLanguage('fr');
  sessionStorage.clear();
});
afterEach(() => {
  for (const room of open.splice(0)) room.close();
  document.body.replaceChildren();
});

/** A page that has just been loaded, of the desk. */
async function load(local: LocalRoom): Promise<Room> {
  const wire = new LocalWire(local);
  wire.agent = AGENT;
  const room = new Room(wire, {
    ...{ code: local.code, role: 'seat', token: () => 'mine', keep: () => {} },
  });
  open.push(room);
  wire.connect();
  await vi.waitFor(() => expect(room.state.desk).not.toBeNull());
  return room;
}

/** Lets the day go by, a person at the desk; `at` is told each instant, and what they do then. */
async function live(
  local: LocalRoom,
  page: Room,
  at: (now: number, state: string) => Promise<void>,
): Promise<void> {
  for (let now = 0; !local.clock.over; now += STEP_MS) {
    local.advanceTo(now);
    const me = page.state.desk?.team[AGENT];
    if (!me) throw new Error('no desk');
    const { call, since, state } = me;
    await at(now, state);
    const agent = AGENT;
    const patience = (1 + (call % 5)) * 90_000;
    const command: Command | null =
      state === 'ringing'
        ? { kind: 'answer', agent, call }
        : state === 'talking' && now - since > patience
          ? { kind: 'conclude', agent, call }
          : state === 'notReady' || state === 'wrapping'
            ? { kind: 'ready', agent }
            : null;
    if (command) local.accept(command);
  }
}

/** What the page would show at the end, in words. */
async function recap({ state }: Room, record = false): Promise<string> {
  const element = Object.assign(document.createElement('ct-recap'), {
    ...{ view: state.desk, publicView: state.publicView, calls: state.ledger?.calls ?? [] },
    record,
  });
  document.body.append(element);
  await element.updateComplete;
  const verdict = element.shadowRoot?.querySelector('ct-verdict');
  await verdict?.updateComplete;
  const text = `${element.shadowRoot?.textContent} ${verdict?.shadowRoot?.textContent}`;
  element.remove();
  return text.replaceAll(/\s+/g, ' ');
}

describe('the recap of a desk', () => {
  it.each([
    ['where time has a price', TEN],
    ['in a classical centre', STATION],
  ])('is the same after a reload, in the middle of a call or after the end: %s', async (_, day) => {
    const local = new LocalRoom(day);
    local.accept({ kind: 'takeDesk', agent: AGENT });
    const never = await load(local);
    const midway: Room[] = [];
    await live(local, never, async (now, state) => {
      if (midway.length < 3 && state === 'talking' && now > midway.length * 1_200_000)
        midway.push(await load(local));
    });
    expect(midway).toHaveLength(3);
    expect(never.state.desk?.heard.length).toBeGreaterThan(2);
    const calls = never.state.ledger?.calls ?? [];
    if (day === TEN) expect(new Set(calls.map(({ right }) => right)).size).toBeGreaterThan(1);
    const words = await recap(never);
    for (const page of [...midway, await load(local)]) {
      expect(page.state.desk).toEqual(never.state.desk);
      expect(page.state.ledger).toEqual(never.state.ledger);
      expect(await recap(page)).toBe(words);
    }
  });
});

describe('the recap of a centre where hurry brings callers back', () => {
  it('tells how long a caller waited beside how long a call did', async () => {
    const view = startDesk(publicViewOf(TEN), AGENT);
    view.mine.answered = 3;
    const waits = { answered: 8, abandoned: 2, firstAttempts: 5 };
    Object.assign(view.day.totals, { ...waits, waitAnsweredMs: 400_000, waitAbandonedMs: 200_000 });
    const element = document.createElement('ct-recap');
    Object.assign(element, { view, publicView: publicViewOf(TEN), record: true });
    document.body.append(element);
    await element.updateComplete;
    const said = element.shadowRoot?.querySelector('dl')?.textContent?.replace(/\s+/g, ' ');
    expect(said).toMatch(/attente moyenne par appel ?1:00/);
    expect(said).toMatch(/attente moyenne par client, tous ses appels réunis ?2:00/);
  });
});

describe('the recap of a record', () => {
  it('says where the day stopped, and asks for nothing that would be computed', async () => {
    const local = new LocalRoom(TEN);
    local.accept({ kind: 'takeDesk', agent: AGENT });
    local.advanceTo(600_000);
    const room = await load(local);
    expect(await recap(room, true)).toContain('La journée s’est arrêtée là.');
    const element = Object.assign(document.createElement('ct-recap'), {
      ...{ view: room.state.desk, publicView: room.state.publicView, record: true },
    });
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('ct-what-if')).toBeNull();
    Object.assign(element, { view: null });
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).toContain('Vous n’y avez pas tenu de poste.');
    element.remove();
  });
});

describe('a record, played with other rules', () => {
  it('is shown with its sentence where a desk was, and looked at without one', async () => {
    const [element, local, wire] = await desk('OVERS222');
    const record = problem('E_VERSION', 'rules', 'On peut la regarder.', 'It can be looked at.');
    const ask = wire.ask.bind(wire);
    wire.ask = async (kind, sent) => {
      const reply = await ask(kind, sent);
      return kind === 'join' && reply.ok ? { ...reply, record } : reply;
    };
    wire.cut();
    wire.connect();
    const said = () => element.shadowRoot?.querySelector('ct-notice')?.shadowRoot?.textContent;
    await vi.waitFor(() => expect(said()).toContain('On peut la regarder.'));
    // Without a seat of one's own: no new one is made, and the wall's view is given.
    const other = new LocalWire(local);
    const plain = other.ask.bind(other);
    other.ask = async (kind, sent) =>
      kind === 'join' && 'role' in sent && sent.role === 'seat'
        ? { ok: false, problem: record }
        : plain(kind, sent);
    const room = new Room(other, {
      ...{ code: local.code, role: 'seat', token: () => undefined, keep: () => {} },
    });
    open.push(room);
    other.connect();
    await vi.waitFor(() => expect(room.state.wall).not.toBeNull());
    expect(room.state.refusal).toBeNull();
  });
});

describe('a page that is not of the server’s version', () => {
  const older = problem('E_VERSION', 'wire', 'Rechargez la page.', 'Reload the page.');
  const refused = (renew: () => boolean): Room => {
    const wire = new LocalWire(new LocalRoom(STATION));
    wire.ask = async () => ({ ok: false, problem: older });
    const joining = { code: 'X', role: 'wall', token: () => undefined, keep: () => {} } as const;
    const room = new Room(wire, { ...joining, renew });
    open.push(room);
    wire.connect();
    return room;
  };

  it('says which wire it speaks', async () => {
    const local = new LocalRoom(STATION);
    const wire = new LocalWire(local);
    const joining = { code: 'X', role: 'wall', token: () => undefined, keep: () => {} } as const;
    open.push(new Room(wire, joining));
    wire.connect();
    await vi.waitFor(() => expect(wire.asked[0]?.ask).toMatchObject({ wire: WIRE_VERSION }));
  });

  it('is loaded anew once; where that did not help it says so, and offers it', async () => {
    const renew = vi.fn(() => renewOnce(() => {}));
    const first = refused(renew);
    await vi.waitFor(() => expect(renew).toHaveReturnedWith(true));
    expect(first.state.refusal).toBeNull();
    const second = refused(renew);
    await vi.waitFor(() => expect(second.state.refusal).toEqual(older));
    expect(renew).toHaveLastReturnedWith(false);
    const lost = Object.assign(document.createElement('ct-lost'), { problem: older });
    document.body.append(lost);
    await lost.updateComplete;
    expect(lost.shadowRoot?.textContent).toContain('Recharger la page');
  });

  it('is not loaded again and again where nothing can be remembered', () => {
    const reload = vi.fn();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('private');
    });
    expect(renewOnce(reload)).toBe(false);
    vi.restoreAllMocks();
    expect(reload).not.toHaveBeenCalled();
  });
});
