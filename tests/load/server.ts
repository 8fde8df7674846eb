import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { catalogue, catalogueScenario, readScenario } from '../../models/doors/scenario.ts';
import { createApp } from '../../server/app.ts';
import { openSqlite } from '../../server/store/sqlite.ts';

/**
 * The server under load, in a process of its own: the product's, on a real disk, with every update
 * stamped with the instant at which it is sent (the monotonic clock is one for the whole machine).
 */
const { store } = await openSqlite(process.argv[2] ?? ':memory:');
const app = createApp({
  store,
  log: pino({ level: 'warn' }, pino.destination(2)),
  scenarios: { catalogue, scenario: catalogueScenario, read: readScenario },
  clientDir: null,
});
const to = app.io.to.bind(app.io);
app.io.to = (room) => {
  const outlet = to(room);
  const emit = outlet.emit.bind(outlet) as (event: string, batch: object) => boolean;
  outlet.emit = ((event: string, batch: object) =>
    emit(event, { ...batch, sentMs: Number(process.hrtime.bigint()) / 1e6 })) as never;
  return outlet;
};
app.http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (app.http.address() as AddressInfo).port });
});
process.on('message', () => {
  process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss });
});
process.once('disconnect', () => process.exit(0));
