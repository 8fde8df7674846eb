import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/**
 * Socket.IO and nothing else, in a process of its own: what this machine can do at this moment. A
 * kilobyte to everybody four times a second, and an answer to whoever asks.
 */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.on('command', (_ask: unknown, answer: (reply: object) => void) => answer({ ok: true }));
});
const filler = 'x'.repeat(1_000);
setInterval(() => {
  io.emit('facts', { filler, sentMs: Number(process.hrtime.bigint()) / 1e6 });
}, 250);
http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port });
});
process.once('disconnect', () => process.exit(0));
