import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Advice,
  Bookkeeper,
  type Done,
  type Snapshot,
  startLedger,
  stepDesk,
} from '../../models/doors/live.ts';
import { FORMAT } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

/** What a desk is given when it comes back: all that it was told. */

type DeskSnapshot = Snapshot & { as: 'desk' };

let clock: FakeClock;
let stage: Stage;
beforeEach(async () => {
  clock = new FakeClock();
  stage = await Stage.open({ clock });
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

async function passUntil(what: () => boolean, mostMs = 240_000): Promise<void> {
  for (let ms = 0; !what(); ms += 250) {
    if (ms > mostMs) throw new Error(`never came true: ${what}`);
    await clock.pass(250);
    await new Promise((turn) => setTimeout(turn, 1));
  }
}

/** Serves one call at desk 0, from its ring to its conclusion. */
async function serve(player: Player, nth: number): Promise<void> {
  const of = (kind: string) =>
    player.facts.filter((fact) => fact.kind === kind && 'agent' in fact && fact.agent === 0);
  await player.does({ kind: 'ready', agent: 0 });
  await passUntil(() => of('rang').length > nth);
  const fact = of('rang').at(-1);
  const call = fact?.kind === 'rang' ? fact.call : -1;
  await player.does({ kind: 'answer', agent: 0, call });
  await clock.pass(9_000);
  await player.does({ kind: 'conclude', agent: 0, call });
  await passUntil(() => of('concluded').length > nth);
}

describe('a desk that comes back', () => {
  it('is given the ledger that a page which was there all along has folded', async () => {
    const arbitration = { handling: { wrapUpMin: 0 }, returns: { backProbability: 0 } };
    const { code } = await stage.openRoom({ scenario: { ...SMALL, format: FORMAT, arbitration } });
    const player = await stage.seated(code);
    const joined = player.joined;
    const taken: Done = await player.does({ kind: 'takeDesk', agent: 0 });
    const { view, ledger } = taken.snapshot as DeskSnapshot;
    expect(ledger).toEqual({ ...startLedger(), seated: true });
    const { n: from } = taken.snapshot as DeskSnapshot;
    for (const nth of [0, 1, 2]) await serve(player, nth);
    const books = new Bookkeeper(
      joined?.advice as Advice,
      joined?.publicView.intervalMs ?? Number.NaN,
    );
    const back = await stage.player();
    const { snapshot } = await back.join(code, 'seat', joined?.token);
    await until(() => (player.batches.at(-1)?.upTo ?? -1) >= snapshot.n);
    for (const fact of player.facts)
      if (fact.n > from && fact.n <= snapshot.n) {
        books.step(ledger, view, fact);
        stepDesk(view, fact);
      }
    expect(ledger.calls).toHaveLength(3);
    expect((snapshot as DeskSnapshot).ledger).toEqual(ledger);
    expect((snapshot as DeskSnapshot).view).toEqual(view);
  });

  it('sees its day once that is over, though the computer had it at the end', async () => {
    const scenario = { ...SMALL, day: { lengthMin: 10 } };
    const { code } = await stage.openRoom({ scenario });
    const player = await stage.seated(code);
    const token = player.joined?.token;
    await player.does({ kind: 'takeDesk', agent: 2 });
    await (await stage.player()).join(code, 'wall');
    player.close();
    const room = await roomOf(code);
    await passUntil(() => room.day(0).facts.some(({ kind }) => kind === 'unseated'));
    await passUntil(() => room.day(0).over);
    for (let times = 0; times < 2; times += 1) {
      const back = await stage.player();
      const joined = await back.join(code, 'seat', token);
      expect(joined).toMatchObject({ agent: 2, snapshot: { as: 'desk', view: { agent: 2 } } });
      expect(await back.command({ kind: 'ready', agent: 2 }, 'late')).toMatchObject({
        problem: { code: 'E_FORBIDDEN' },
      });
    }
  });
});
