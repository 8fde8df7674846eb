import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WIRE_VERSION } from '../../models/doors/live.ts';
import { LIMITS } from '../../server/limits.ts';
import {
  hashToken,
  newCode,
  newId,
  newToken,
  readCode,
  sameToken,
} from '../../server/rooms/codes.ts';
import { Gate } from '../../server/rooms/gate.ts';
import type { Room } from '../../server/rooms/room.ts';
import { keyOf } from '../../server/rooms/typed-codes.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { sumEntry } from '../../server/store/sums.ts';
import { type Player, Stage, until } from './stage.ts';
import { entry } from './store.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

describe('room codes', () => {
  it('use every symbol alike, at every place, and none that is mistaken for another', () => {
    const codes = 31_000;
    const counts = Array.from({ length: 9 }, () => new Map<string, number>());
    for (let i = 0; i < codes; i += 1)
      [...newCode()].forEach((symbol, at) =>
        counts[at]?.set(symbol, (counts[at]?.get(symbol) ?? 0) + 1),
      );
    for (const [at, count] of counts.entries()) {
      if (at === 4) continue;
      expect(count.size).toBe(31);
      for (const ambiguous of '01OIL') expect(count.has(ambiguous)).toBe(false);
      let chi2 = 0;
      for (const n of count.values()) chi2 += (n - codes / 31) ** 2 / (codes / 31);
      // 30 degrees of freedom; eight places; one false alarm in a million runs.
      expect(chi2).toBeLessThan(86);
    }
  });

  it('are read however they are typed, and nothing else is', () => {
    const code = newCode();
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace('-', ''),
      ` ${code} `,
      code.replace('-', '–'),
    ])
      expect(readCode(typed)).toBe(code);
    for (const typed of ['', 'ABCD', 'ABCD-EFG0', 'ABCDEFGHJ', '💥💥💥💥', 'A'.repeat(1e5)])
      expect(readCode(typed)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readCode(typed);
        expect(read === null || /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(read)).toBe(true);
      }),
    );
  });
});

describe('tokens', () => {
  it('are of 256 bits, told apart to the last one, and kept as hashes only', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(sameToken(token, hashToken(token))).toBe(true);
    for (let bit = 0; bit < 256; bit += 1) {
      const other = Buffer.from(token, 'base64url');
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sameToken(other.toString('base64url'), hashToken(token))).toBe(false);
    }
    expect(sameToken('', hashToken(token))).toBe(false);
    expect(sameToken(token, '')).toBe(false);
    expect(newId()).toMatch(/^[0-9a-v]{26}$/);
  });

  it('are nowhere in the data folder, the answers of others or the updates', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contretemps-tokens-'));
    await stage.close();
    const { store } = await openSqlite(folder);
    stage = await Stage.open({ store });
    const { code, hostToken } = await stage.openRoom();
    const watcher = await stage.player();
    const seen: string[] = [];
    watcher.socket.onAny((...heard) => seen.push(JSON.stringify(heard)));
    seen.push(JSON.stringify(await watcher.join(code, 'wall')));
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    const again = await stage.seated(code, player.joined?.token);
    await until(() => watcher.facts.length > 50);
    const tokens = [hostToken, player.joined?.token ?? '', again.joined?.token ?? ''];
    await stage.close();
    await store.close();
    for (const token of tokens) {
      expect(token).toHaveLength(43);
      for (const name of readdirSync(folder))
        expect(readFileSync(join(folder, name)).includes(token)).toBe(false);
      for (const text of seen) expect(text).not.toContain(token);
    }
    rmSync(folder, { recursive: true });
    stage = await Stage.open();
  });
});

describe('a log entry', () => {
  it('shows every single bit that was flipped in it', () => {
    const sound = entry(
      7,
      JSON.stringify({ seat: 1, id: 'c12', command: { kind: 'ready', agent: 3 } }),
    );
    const sum = sumEntry('room', sound);
    const bytes = Buffer.from(sound.body, 'latin1');
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sumEntry('room', { ...sound, body: flipped.toString('latin1') })).not.toBe(sum);
    }
    expect(sumEntry('room', { ...sound, seq: 8 })).not.toBe(sum);
    expect(sumEntry('room', { ...sound, at: sound.at + 1 })).not.toBe(sum);
    expect(sumEntry('moor', sound)).not.toBe(sum);
  });
});

describe('who asks too much', () => {
  it('is told so, then cut off, and its seat stays out for a while', async () => {
    const { code } = await stage.openRoom();
    const flooder = await stage.seated(code);
    const neighbour = await stage.seated(code);
    const token = flooder.joined?.token ?? '';
    const replies: unknown[] = [];
    for (let i = 0; i < 400; i += 1)
      flooder.socket.emit('facts', { after: 0 }, (reply) => replies.push(reply));
    await until(() => flooder.told.includes('disconnect'));
    const refused = replies.filter((reply) => !(reply as { ok: boolean }).ok);
    expect(replies.length - refused.length).toBeLessThanOrEqual(LIMITS.asksBurst);
    expect(refused[0]).toMatchObject({ problem: { code: 'E_RATE' } });
    const back = await stage.player();
    expect(await back.ask('join', { wire: WIRE_VERSION, code, role: 'seat', token })).toMatchObject(
      {
        problem: { code: 'E_RATE' },
      },
    );
    await neighbour.does({ kind: 'takeDesk', agent: 0 });
  });

  it('may burst as fast as a person can, and no faster', async () => {
    const gate = new Gate(LIMITS);
    const allowed = await Promise.all(Array.from({ length: 50 }, () => gate.ask('socket')));
    expect(allowed.filter((waitMs) => waitMs === 0)).toHaveLength(LIMITS.asksBurst);
    expect(await gate.ask('another')).toBe(0);
  });

  it('cannot hide behind the addresses of one network', () => {
    expect(keyOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(keyOf('192.0.2.7')).toBe('192.0.2.7');
    expect(keyOf('2001:db8:1:2:3:4:5:6')).toBe(keyOf('2001:0db8:1:2::9'));
    expect(keyOf('2001:db8:1:2::')).not.toBe(keyOf('2001:db8:1:3::'));
    expect(keyOf('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(keyOf('::1')).toBe('0:0:0:0');
  });

  it('takes in nothing is cut off, and the others hear on', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { queuedMs: 1e9 } });
    const { code } = await stage.openRoom({ speed: 60 });
    const deaf = await stage.player();
    await deaf.join(code, 'wall');
    const listener = await stage.player();
    await listener.join(code, 'wall');
    const engine = deaf.socket.io.engine as unknown as {
      transport: { ws: { _socket: { pause(): void; resume(): void } } };
    };
    engine.transport.ws._socket.pause();
    const room = await roomOf(code);
    // The system's own buffers take megabytes: fill them with what a room sends, only faster.
    const outlet = stage.app.io.to(`${room.id}/0/wall`);
    const batch = {
      day: 0,
      after: -1,
      upTo: -1,
      facts: [],
      clock: room.clock,
      filler: 'x'.repeat(60_000),
    };
    const closed = () => stage.app.io.of('/').sockets.size === 1;
    for (let i = 0; i < 2_000 && !closed(); i += 1) {
      outlet.emit('facts', batch as never);
      await new Promise((turn) => setTimeout(turn, 1));
    }
    await until(closed);
    engine.transport.ws._socket.resume();
    expect(listener.told).not.toContain('disconnect');
  });
});

describe('a flood of joins', () => {
  it('waits at the door of its room only', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { joinsPerS: 3 } });
    const [one, two] = [await stage.openRoom(), await stage.openRoom()];
    const players: Player[] = [];
    for (let i = 0; i < 4; i += 1) players.push(await stage.player());
    const replies = await Promise.all(
      players.map((player) =>
        player.ask('join', { wire: WIRE_VERSION, code: one.code, role: 'wall' }),
      ),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(3);
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ problem: { code: 'E_RATE' } });
    const other = await stage.player();
    await other.join(two.code, 'wall');
  });
});
