// `npm start`: builds the client where it is missing or older than its sources, then runs the
// server in this very process: a signal, or an exit code, has nobody to be passed on to.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkMachine, filesUnder, load, ROOT, say } from './house.mjs';

const SOURCES = ['client', 'models', 'vite.config.ts', 'package-lock.json'];
const BUILT = join(ROOT, 'dist/client/index.html');

/**
 * When the newest file under a path was last changed.
 * @param {string} path
 */
const changed = (path) => Math.max(0, ...filesUnder(path).map((file) => statSync(file).mtimeMs));

checkMachine();
const builtAt = existsSync(BUILT) ? changed(BUILT) : 0;
if (SOURCES.some((path) => changed(join(ROOT, path)) > builtAt)) {
  say('Construction du client…', 'Building the client…');
  const { build } = await import('vite');
  const configFile = join(ROOT, 'vite.config.ts');
  await build({ root: join(ROOT, 'client'), configFile, logLevel: 'warn' }).catch((error) => {
    say(
      `Le client n’a pas pu être construit (${error.message}) ; réinstallez par npm ci.`,
      `The client could not be built (${error.message}); install again with npm ci.`,
    );
    process.exit(1);
  });
}
await load('main');
