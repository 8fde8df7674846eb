import { hostToken, keepSeatToken, seatToken } from '../wire/kept.ts';
import { renewOnce } from '../wire/renew.ts';
import { SocketWire } from '../wire/socket.ts';
import { Room } from './room.ts';

/** Enters a room to watch it; as its host where this tab opened it. */
export function enterAsWatcher(code: string): Room {
  const token = hostToken(code);
  return new Room(new SocketWire(), {
    code,
    role: token ? 'host' : 'wall',
    token: () => token,
    keep: () => {},
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
    renew: renewOnce,
  });
}

/** True where this tab opened the room: it may set the clock. */
export const hosts = (code: string): boolean => hostToken(code) !== undefined;
