import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections on which nothing has been asked yet: beyond `most` of them the oldest is closed, so
 * that they never take the place of those who ask. (Node closes each by itself after its
 * headersTimeout.)
 */
export function limitSilent(http: Server, most: number): void {
  const silent = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    const [oldest] = silent;
    if (silent.size > most) oldest?.destroy();
  });
  http.prependListener('request', ({ socket }) => silent.delete(socket));
  http.prependListener('upgrade', ({ socket }) => silent.delete(socket));
}
