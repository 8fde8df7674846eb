import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from a page this very server gave, from a listed one, or from no page at
 * all (a program). Browsers always say where a WebSocket comes from; CORS does not look at it.
 */
export function fromHere(request: IncomingMessage, listed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (listed.includes(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
