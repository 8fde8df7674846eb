import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** No 0/O, 1/I/L: a code is read from a wall at ten metres and typed on a phone. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A room code, as shown: XXXX-XXXX, 39.6 bits. */
export function newCode(): string {
  let code = '';
  for (let i = 0; i < LENGTH; i += 1) {
    if (i === LENGTH / 2) code += '-';
    code += SYMBOLS[randomInt(SYMBOLS.length)];
  }
  return code;
}

/** A code as a person may type it (case, spaces, no dash), in the form shown; or null: no code. */
export function readCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const bare = typed.toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
  if (bare.length !== LENGTH) return null;
  for (const symbol of bare) if (!SYMBOLS.includes(symbol)) return null;
  return `${bare.slice(0, LENGTH / 2)}-${bare.slice(LENGTH / 2)}`;
}

/** A secret of 256 bits for one seat or one host, safe in JSON and URLs. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The only form in which a token is kept: SHA-256, hex. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/**
 * The 128-bit secret of a room's QR code, which stands for its typed code. It follows from what is
 * kept of the room, so that a printed one holds as long as the room.
 */
export const joinKey = (hostHash: string, code: string): string =>
  createHmac('sha256', hostHash)
    .update(`join ${code}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');

/** Whether a token is the one kept, in a time that does not depend on where they differ. */
export function sameToken(token: string, hash: string): boolean {
  const given = createHash('sha256').update(token).digest();
  const kept = Buffer.from(hash, 'hex');
  return kept.length === given.length && timingSafeEqual(given, kept);
}

/** An id of the store: 26 symbols, no path in it. */
export const newId = (): string => {
  let id = '';
  for (let i = 0; i < 26; i += 1) id += '0123456789abcdefghijklmnopqrstuv'[randomInt(32)];
  return id;
};
