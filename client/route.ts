import { FRONT_PAGES, ROOM_PAGES } from '../models/doors/live.ts';
import { codeIn } from './wire/code.ts';

export type FrontPage = (typeof FRONT_PAGES)[number];
export type RoomPage = (typeof ROOM_PAGES)[number];

/** Where one is; `lost` is any other address. */
export type Route =
  | { readonly page: 'home' | FrontPage }
  | { readonly page: RoomPage; readonly code: string }
  | { readonly page: 'lost' };

/** The route of a path: /, /play, /days, /lead, /lab, /room/CODE, /desk/CODE, /wall/CODE. */
export function routeOf(path: string): Route {
  const [page, code, ...more] = path.split('/').filter(Boolean);
  if (page === undefined) return { page: 'home' };
  const front = FRONT_PAGES.find((one) => one === page);
  if (front !== undefined && code === undefined) return { page: front };
  const known = ROOM_PAGES.find((one) => one === page);
  const read = codeIn(code ?? '');
  return known && read && more.length === 0 ? { page: known, code: read } : { page: 'lost' };
}

export const pathTo = (page: RoomPage, code: string): string => `/${page}/${codeIn(code)}`;

/** Goes to a path of the client without loading the page again. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}
