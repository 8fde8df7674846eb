// `npm start`: plain JavaScript, so that any Node can read at least that it is too old.
// Builds the client where it is missing or older than its sources, then runs the server in this
// very process: a signal, or an exit code, has nobody to be passed on to.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['client', 'models', 'vite.config.ts', 'package-lock.json'];
const BUILT = join(ROOT, 'dist/client/index.html');
const LEAST = [20, 19];

const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** @param {string} fr @param {string} en */
const say = (fr, en) => process.stderr.write(`${french ? fr : en}\n`);

/**
 * When a file, or the newest file of a folder, was last changed.
 * @param {string} path @returns {number}
 */
function changed(path) {
  if (!existsSync(path)) return 0;
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  say(
    `Contretemps demande Node ${LEAST.join('.')} ou plus récent ; celui-ci est ${process.versions.node}. Installez-le depuis nodejs.org.`,
    `Contretemps needs Node ${LEAST.join('.')} or later; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
  process.exit(2);
}
if (!existsSync(join(ROOT, 'node_modules/tsx')) || !existsSync(join(ROOT, 'node_modules/vite'))) {
  say(
    'Les dépendances ne sont pas installées : lancez d’abord npm ci.',
    'The dependencies are not installed: run npm ci first.',
  );
  process.exit(2);
}

const builtAt = changed(BUILT);
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

const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(join(ROOT, 'server/main.ts')).href);
