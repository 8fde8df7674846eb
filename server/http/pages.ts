import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type Response,
  type Router,
} from 'express';
import { FRONT_PAGES, ROOM_PAGES } from '../../models/doors/live.ts';
import { NOWHERE } from './nowhere.ts';

/** What the build has compressed beside a file (vite.config.ts), the best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** The built client: its files, and its one page at the addresses the client knows. */
export function servePages(web: Express, clientDir: string | null): void {
  if (clientDir !== null && existsSync(join(clientDir, 'index.html'))) serveBuilt(web, clientDir);
  else
    web.get('/', (_request, response) => {
      response
        .status(503)
        .type('text')
        .send(
          'Le client n’est pas construit : lancez npm start. / The client is not built: run npm start.',
        );
    });
  const nowhere = (response: Response): void => {
    response.status(404).type('html').send(NOWHERE);
  };
  web.use((_request, response) => nowhere(response));
  // An address that cannot be decoded is one where there is nothing.
  web.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof URIError && !response.headersSent) nowhere(response);
    else next(error);
  });
}

function serveBuilt(web: Express, clientDir: string): void {
  web.use('/assets', assets(join(clientDir, 'assets')));
  web.use(express.static(clientDir, { index: false, maxAge: 0 }));
  // The lab as one file, to be taken away: what opens it has no server behind it.
  const root = dirname(clientDir);
  const headers = {
    'cache-control': 'no-cache',
    'content-disposition': 'attachment; filename="contretemps-lab.html"',
  };
  if (existsSync(join(root, 'lab.html')))
    web.get('/lab.html', (_request, response) => response.sendFile('lab.html', { root, headers }));
  const sendPage = (_request: Request, response: Response): void => {
    // Under a root: a dot in the path to the installation is then nobody's business.
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: clientDir });
  };
  const front = FRONT_PAGES.map((page) => `/${page}`);
  const ofRooms = ROOM_PAGES.map((page) => `/${page}/:code`);
  for (const path of ['/', ...front, ...ofRooms]) web.get(path, sendPage);
}

/** Files whose names change with their content, in the smallest form that the browser reads. */
function assets(folder: string): Router {
  const built = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const router = express.Router();
  router.use((request, response, next) => {
    const file = request.path.slice(1);
    const best = ENCODINGS.find(
      ({ ending, name }) => built.has(file + ending) && request.acceptsEncodings(name) === name,
    );
    if (best !== undefined) {
      response.type(file).set({ 'content-encoding': best.name, vary: 'accept-encoding' });
      request.url = `/${file}${best.ending}`;
    }
    next();
  });
  router.use(express.static(folder, { immutable: true, maxAge: '1y', index: false }));
  return router;
}
