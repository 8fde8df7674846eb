import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Advice,
  Bookkeeper,
  type Done,
  type Missed,
  type Snapshot,
  startLedger,
  stepDesk,
} from '../../models/doors/live.ts';
import { FORMAT } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
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

/** Serves one call at desk 0, from its ring to its conclusion. */
async function serve(player: Player): Promise<void> {
  const of = (kind: string) =>
    player.facts.filter((fact) => fact.kind === kind && 'agent' in fact && fact.agent === 0);
  const { length } = of('rang');
  await player.does({ kind: 'ready', agent: 0 });
  await clock.passUntil(() => of('rang').length > length);
  const fact = of('rang').at(-1);
  const call = fact?.kind === 'rang' ? fact.call : -1;
  await player.does({ kind: 'answer', agent: 0, call });
  await clock.pass(9_000);
  await player.does({ kind: 'conclude', agent: 0, call });
  await clock.passUntil(() => of('concluded').some((one) => 'call' in one && one.call === call));
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
    for (let calls = 0; calls < 3; calls += 1) await serve(player);
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
    await clock.passUntil(() => room.day(0).facts.some(({ kind }) => kind === 'unseated'));
    await clock.passUntil(() => room.day(0).over);
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

describe('[L6] a desk that several have held, one after the other', () => {
  const limits = { factsInBatch: 1_000_000 };
  const arbitration = { handling: { wrapUpMin: 0 }, returns: { backProbability: 0 } };
  // So calm that nobody waits for the computer to take a desk back.
  const types = SMALL.types.map((type) => ({ ...type, perHour: 60 }));
  const scenario = { ...SMALL, types, day: { lengthMin: 40 }, arbitration };

  /** What somebody's desk shows of what was done at it, and the reasons they are told. */
  const own = ({ view, ledger }: DeskSnapshot) => ({
    answered: view.mine.answered,
    concluded: view.mine.concluded,
    heard: view.heard.length,
    judged: ledger.calls.length,
  });
  async function reasons(player: Player, more: object = {}): Promise<string[]> {
    const reply = await player.ask<Missed>('facts', { after: -1, ...more });
    if (!reply.ok) throw new Error(reply.problem.says.en);
    return (reply.batch?.facts ?? []).flatMap((fact) =>
      fact.kind === 'notReady' && fact.agent === 0 && fact.reason !== 'other' ? [fact.reason] : [],
    );
  }
  async function sits(player: Player): Promise<DeskSnapshot> {
    return (await player.does({ kind: 'takeDesk', agent: 0 })).snapshot as DeskSnapshot;
  }
  const gets = (player: Player) => player.does({ kind: 'leaveDesk', agent: 0 });
  const away = (player: Player, reason: string) =>
    player.does({ kind: 'notReady', agent: 0, reason });

  it('tells each what they did themselves, at once, after a restart and once it is over', async () => {
    const { store } = await openSqlite(':memory:');
    await stage.close();
    stage = await Stage.open({ clock, limits, store });
    const { code } = await stage.openRoom({ scenario });
    const [a, b] = [await stage.seated(code), await stage.seated(code)];
    const nothing = { answered: 0, concluded: 0, heard: 0, judged: 0 };
    const one = { answered: 1, concluded: 1, heard: 1, judged: 1 };
    expect(own(await sits(a))).toEqual(nothing);
    await away(a, 'training');
    await serve(a);
    await gets(a);

    expect(own(await sits(b))).toEqual(nothing);
    expect(await reasons(b)).not.toContain('training');
    await serve(b);
    await serve(b);
    await away(b, 'admin');
    expect(await reasons(b)).toContain('admin');
    await gets(b);
    // Whoever comes back finds what is theirs, and no more.
    expect(own(await sits(a))).toEqual(one);
    expect(await reasons(a)).toEqual(['training']);

    const tokens = [a, b].map((player) => player.joined?.token);
    await stage.close();
    stage = await Stage.open({ clock, limits, store });
    const back = await stage.player();
    const { snapshot } = await back.join(code, 'seat', tokens[0]);
    expect(own(snapshot as DeskSnapshot)).toEqual(one);
    expect(await reasons(back)).toEqual(['training']);
    await gets(back);
    const room = await roomOf(code);
    await clock.passUntil(() => room.day(0).over, 600_000);
    await clock.pass(2_000);
    const mine = [one, { ...nothing, answered: 2, concluded: 2, heard: 2, judged: 2 }];
    for (const [i, token] of tokens.entries()) {
      const late = await stage.player();
      const joined = await late.join(code, 'seat', token);
      expect(own(joined.snapshot as DeskSnapshot)).toEqual(mine[i]);
      for (const over of [undefined, true]) {
        const told = await reasons(late, over ? { over } : {});
        expect([i, told]).toEqual([i, [['training'], ['admin']][i]]);
      }
    }
    await stage.close();
    await store.close();
    stage = await Stage.open({ clock });
  });
});
