import { codeIn } from './wire/code.ts';

/** Where one is. `room` is the screen that shows the code; `lost` any other address. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'room' | 'desk' | 'wall'; readonly code: string }
  | { readonly page: 'lost' };

/** The route of a path: /, /room/CODE, /desk/CODE, /wall/CODE. */
export function routeOf(path: string): Route {
  const [page, code, ...more] = path.split('/').filter(Boolean);
  if (page === undefined) return { page: 'home' };
  const known = page === 'room' || page === 'desk' || page === 'wall';
  const read = codeIn(code ?? '');
  return known && read && more.length === 0 ? { page, code: read } : { page: 'lost' };
}

export const pathTo = (page: 'room' | 'desk' | 'wall', code: string): string =>
  `/${page}/${codeIn(code)}`;

/** Goes to a path of the client without loading the page again. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}
