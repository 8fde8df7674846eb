/**
 * The secrets of this device. The seat's and the host's stay with it (a reload, another tab,
 * tomorrow: the same desk, the same clock).
 */
const seatKey = (code: string) => `contretemps.seat.${code}`;
const hostKey = (code: string) => `contretemps.host.${code}`;

/** The secret of the room's QR code: as long as the tab, so that a reload types no code. */
const qrKey = (code: string) => `contretemps.key.${code}`;

/** Storage may be refused (private windows): the token then lasts as long as the page. */
const here = new Map<string, string>();

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? here.get(key);
  } catch {
    return here.get(key);
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  here.set(key, value);
  try {
    storage().setItem(key, value);
  } catch {
    // Kept in memory above.
  }
}

function erase(storage: () => Storage, key: string): void {
  here.delete(key);
  try {
    storage().removeItem(key);
  } catch {
    // It was kept in memory only.
  }
}

const device = () => localStorage;
const tab = () => sessionStorage;

export const seatToken = (code: string): string | undefined => read(device, seatKey(code));
export const keepSeatToken = (code: string, token: string): void =>
  write(device, seatKey(code), token);
export const joinKey = (code: string): string | undefined => read(tab, qrKey(code));
export const keepJoinKey = (code: string, key: string): void => write(tab, qrKey(code), key);
/** True once this device has been told this: a thing to know is said once. */
export const wasTold = (what: string): boolean =>
  read(device, `contretemps.told.${what}`) === 'yes';
export const told = (what: string): void => write(device, `contretemps.told.${what}`, 'yes');
export const hostToken = (code: string): string | undefined => read(device, hostKey(code));
export const keepHostToken = (code: string, token: string): void =>
  write(device, hostKey(code), token);
/** Not that of this room, as it turned out. */
export const forgetHostToken = (code: string): void => erase(device, hostKey(code));
/** This device was never in that room. */
export function forgetRoom(code: string): void {
  erase(device, seatKey(code));
  erase(device, hostKey(code));
  erase(tab, qrKey(code));
}
