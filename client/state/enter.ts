import { keyIn } from '../wire/code.ts';
import { hostToken, joinKey, keepJoinKey, keepSeatToken, seatToken } from '../wire/kept.ts';
import { renewOnce } from '../wire/renew.ts';
import { SocketWire } from '../wire/socket.ts';
import { Room } from './room.ts';

/** The secret that came with the address is kept, and leaves it: it is not to be read aloud. */
function qrSecret(code: string): { key(): string | undefined; keepKey(key: string): void } {
  const key = keyIn(location.hash);
  if (key !== undefined) {
    keepJoinKey(code, key);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return { key: () => joinKey(code), keepKey: (told) => keepJoinKey(code, told) };
}

/** Enters a room to watch it; as its host where this tab opened it. */
export function enterAsWatcher(code: string): Room {
  const token = hostToken(code);
  return new Room(new SocketWire(), {
    code,
    role: token ? 'host' : 'wall',
    token: () => token,
    keep: () => {},
    ...qrSecret(code),
    renew: renewOnce,
  });
}

/** Enters a room to hold a desk; the seat kept on this device is taken again. */
export function enterAsSeat(code: string): Room {
  return new Room(new SocketWire(), {
    code,
    role: 'seat',
    token: () => seatToken(code),
    keep: (token) => keepSeatToken(code, token),
    ...qrSecret(code),
    renew: renewOnce,
  });
}

/** True where this tab opened the room: it may set the clock. */
export const hosts = (code: string): boolean => hostToken(code) !== undefined;
