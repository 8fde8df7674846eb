import { secretIn } from '../wire/code.ts';
import {
  forgetHostToken,
  hostToken,
  joinKey,
  keepHostToken,
  keepJoinKey,
  keepSeatToken,
  seatToken,
} from '../wire/kept.ts';
import { renewOnce } from '../wire/renew.ts';
import { SocketWire } from '../wire/socket.ts';
import { type Joining, Room } from './room.ts';

/** The secret that came with the address is kept, and leaves it: it is not to be read aloud. */
export function keepSecrets(code: string): void {
  const key = secretIn(location.hash, 'key');
  const host = secretIn(location.hash, 'host');
  if (key !== undefined) keepJoinKey(code, key);
  if (host !== undefined) keepHostToken(code, host);
  if (key !== undefined || host !== undefined)
    history.replaceState(history.state, '', location.pathname + location.search);
}

/** What this device knows of a room, and what it is told of it, for whoever enters. */
function secretsOf(code: string): Omit<Joining, 'role' | 'token' | 'keep'> {
  keepSecrets(code);
  return {
    code,
    host: () => hostToken(code),
    forgetHost: () => forgetHostToken(code),
    key: () => joinKey(code),
    keepKey: (told) => keepJoinKey(code, told),
    renew: renewOnce,
  };
}

/** Enters a room to watch it. */
export const enterAsWatcher = (code: string): Room =>
  new Room(new SocketWire(), {
    ...secretsOf(code),
    role: 'wall',
    every: true,
    token: () => undefined,
    keep: () => {},
  });

/** Enters a room to hold a desk; the seat kept on this device is taken again. */
export const enterAsSeat = (code: string): Room =>
  new Room(new SocketWire(), {
    ...secretsOf(code),
    role: 'seat',
    token: () => seatToken(code),
    keep: (token) => keepSeatToken(code, token),
  });
