import '../../client/look/page.css';
import '../../client/look/icons.ts';
import '../../client/pages/wall/wall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Room } from '../../client/state/room.ts';
import { wholeDay } from '../../client/state/whole-day.ts';
import { setLanguage } from '../../client/text/language.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { network, wall } from './hung.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { STATION } from './station.ts';

/** « Voir la journée entière »: the wall of a day that is over. */

beforeEach(() => {
  setLanguage('fr');
  network(null);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const LENGTH_MIN = publicViewOf(STATION).lengthMs / 60_000;

describe('the wall of a day that is over', () => {
  it('draws the whole day, from its first call to its last', async () => {
    const [page, local] = await wall(STATION, LENGTH_MIN + 60);
    const { clock } = local;
    expect(clock.over).toBe(true);
    const score = () =>
      page.shadowRoot?.querySelector('ct-wall-sheet')?.shadowRoot?.querySelector('ct-score')
        ?.shadowRoot;
    const answered = local.session.facts.filter(({ kind }) => kind === 'answered').length;
    const notes = () => score()?.querySelectorAll('path:is(.note, .hurry, .care)').length ?? 0;
    await vi.waitFor(() => expect(notes()).toBeGreaterThanOrEqual(answered), { timeout: 5_000 });
    // Double bars: where the day opens and where it closes are on the page both.
    const opening = score()?.querySelector('path.double')?.getBoundingClientRect();
    const host = score()?.querySelector('.host')?.getBoundingClientRect();
    expect(opening?.left).toBeGreaterThan(host?.left ?? Infinity);
  });

  it('waits and asks again where it is told that it asks too fast', async () => {
    const local = new LocalRoom(STATION);
    local.advanceTo((LENGTH_MIN + 60) * 60_000);
    const wire = new LocalWire(local);
    const room = new Room(wire, {
      code: 'X',
      role: 'wall',
      token: () => undefined,
      keep: () => {},
    });
    wire.connect();
    await vi.waitFor(() => expect(room.state.wall).not.toBeNull());
    const ask = wire.ask.bind(wire);
    let refused = 0;
    const problem = { code: 'E_RATE', path: '', says: { fr: 'Trop.', en: 'Too many.' } } as const;
    wire.ask = async (kind, what) => (refused++ < 1 ? { ok: false, problem } : ask(kind, what));
    expect(await wholeDay(room)).not.toBeNull();
    expect(refused).toBeGreaterThan(1);
    room.close();
  }, 20_000);
});
