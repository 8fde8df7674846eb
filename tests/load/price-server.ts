import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pino from 'pino';
import { catalogue, catalogueScenario, readScenario } from '../../models/doors/scenario.ts';
import { createApp } from '../../server/app.ts';
import { openSqlite } from '../../server/store/sqlite.ts';

/**
 * The server whose rooms ask for prices, in a process of its own. Asked anything, it says how late
 * its loop was since it was last asked, and for how long at most asking for a price held it.
 */
const { store } = await openSqlite(process.argv[2] ?? ':memory:');
const app = createApp({
  store,
  log: pino({ level: 'warn' }, pino.destination(2)),
  scenarios: { catalogue, scenario: catalogueScenario, read: readScenario },
  clientDir: null,
});
const { rollouts } = app.rooms;
const price = rollouts.price.bind(rollouts);
let heldMs = 0;
rollouts.price = (...asked) => {
  const before = performance.now();
  const answer = price(...asked);
  heldMs = Math.max(heldMs, performance.now() - before);
  return answer;
};
const RESOLUTION_MS = 1;
const late = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
late.enable();
app.http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (app.http.address() as AddressInfo).port });
});
process.on('message', () => {
  const ms = (ns: number): number => Math.max(0, ns / 1e6 - RESOLUTION_MS);
  process.send?.({
    p50: ms(late.percentile(50)),
    p99: ms(late.percentile(99)),
    max: ms(late.max),
    heldMs,
  });
  late.reset();
  heldMs = 0;
});
process.once('disconnect', () => process.exit(0));
