import { crc32 } from 'node:zlib';
import type { Computed, LogEntry, StoredRoom } from './store.ts';

/** CRC-32 finds every single-bit error; SQLite itself does not look for any. */
export const sum = (...parts: readonly (string | number)[]): number => crc32(parts.join('\u001f'));

export const sumRoom = (r: StoredRoom): number =>
  sum(r.format, r.id, r.code, r.scenario, r.seed, r.rulesVersion, r.hostHash, r.createdAt);

export const sumEntry = (room: string, e: LogEntry): number =>
  sum(room, e.seq, e.day, e.at, e.kind, e.body);

export const sumChunk = (
  room: string,
  day: number,
  first: number,
  last: number,
  body: string,
): number => sum(room, day, first, last, body);

export const sumComputed = (room: string, day: number, key: string, c: Computed): number =>
  sum(room, day, key, c.rulesVersion, c.body);
