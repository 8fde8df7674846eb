import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, it } from 'vitest';
import { catalogue, catalogueScenario, readScenario } from '../../models/doors/scenario.ts';
import { createApp } from '../../server/app.ts';
import { LIMITS } from '../../server/limits.ts';
import { reachedLog } from '../../server/rooms/reached.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { FakeClock } from './fake-clock.ts';

it('a limit that is reached again and again is logged once a minute, with how often it was', () => {
  const clock = new FakeClock();
  const lines: unknown[] = [];
  const reached = reachedLog({ warn: (line: unknown) => void lines.push(line) }, clock);
  for (let s = 0; s <= 120; s += 1) {
    reached('rooms');
    if (s === 0) reached('seats');
    clock.jump(1_000);
  }
  const rooms = [1, 60, 60].map((times) => ({ limit: 'rooms', times }));
  expect(lines).toEqual([rooms[0], { limit: 'seats', times: 1 }, rooms[1], rooms[2]]);
});

it('the log as it is by default tells each room deleted, and a limit that was reached', async () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line));
  // The default of LOG_LEVEL.
  const log = pino({ level: 'warn' }, { write });
  const clock = new FakeClock();
  const { store } = await openSqlite(':memory:');
  const start = () =>
    createApp({
      ...{ store, log, clock, clientDir: null, limits: { ...LIMITS, rooms: 1 } },
      scenarios: { catalogue, scenario: catalogueScenario, read: readScenario },
    });
  const app = start();
  await new Promise<void>((ready) => app.http.listen(0, '127.0.0.1', ready));
  const open = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${(app.http.address() as AddressInfo).port}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario: 'petit-standard', paused: true }),
    });
  const statuses = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await open()).status);
  expect(statuses).toEqual([201, 503, 503, 503]);
  expect(lines.filter(({ limit }) => limit === 'rooms')).toHaveLength(1);
  await app.close();
  const [line] = await store.list();
  await store.addFacts(line?.id ?? '', 0, [], { at: 0, touchedAt: clock.date() - 31 * 86_400_000 });
  const again = start();
  await again.rooms.keepHouse();
  expect(await store.list()).toEqual([]);
  expect(lines.filter(({ room }) => room === line?.id)).toMatchObject([{ level: 40 }]);
  await again.close();
  await store.close();
});
