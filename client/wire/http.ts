import type {
  CatalogueEntry,
  OpenedRoom,
  OpenRoomAsk,
  Reply,
  RoomCard,
  RoomScenario,
  WhatIf,
} from '../../models/doors/live.ts';
import { refused } from './refusal.ts';

const isReply = (x: unknown): x is { ok: boolean } =>
  typeof x === 'object' && x !== null && typeof (x as { ok?: unknown }).ok === 'boolean';

const WITHIN_MS = 10_000;
/** A day lived again several times takes its while: longer than the server gives it. */
const DAYS_WITHIN_MS = 70_000;

async function call<T extends object>(
  path: string,
  sent?: object,
  withinMs = WITHIN_MS,
  host?: string,
): Promise<Reply<T>> {
  const request: RequestInit =
    sent === undefined
      ? { headers: host === undefined ? {} : { authorization: `Bearer ${host}` } }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(sent),
        };
  let response: Response;
  try {
    response = await fetch(path, { ...request, signal: AbortSignal.timeout(withinMs) });
  } catch {
    return refused('unreachable');
  }
  try {
    const read: unknown = await response.json();
    return isReply(read) ? (read as Reply<T>) : refused('odd');
  } catch {
    return refused(response.ok ? 'odd' : 'unreachable');
  }
}

/** The days that can be played. */
export const getScenarios = (): Promise<Reply<{ scenarios: CatalogueEntry[] }>> =>
  call('/api/scenarios');

/** Where the local network reaches this server: an origin, or null. */
export const getNetwork = (): Promise<Reply<{ origin: string | null }>> => call('/api/network');

export const openRoom = (ask: OpenRoomAsk): Promise<Reply<OpenedRoom>> => call('/api/rooms', ask);

export const getRoom = (code: string): Promise<Reply<RoomCard>> =>
  call(`/api/rooms/${encodeURIComponent(code)}`);

/** What other ways to answer would have given this room, whose day is over. */
export const getWhatIf = (code: string): Promise<Reply<WhatIf>> =>
  call(`/api/rooms/${encodeURIComponent(code)}/what-if`, undefined, DAYS_WITHIN_MS);

/** The scenario of a room, to be studied: for a host, or for anybody once the day is over. */
export const getRoomScenario = (code: string, host?: string): Promise<Reply<RoomScenario>> =>
  call(`/api/rooms/${encodeURIComponent(code)}/scenario`, undefined, WITHIN_MS, host);
