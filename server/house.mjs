// What stands between a command typed by a person and our TypeScript: a Node that is recent enough,
// dependencies that are there, and the bundle, built once and anew only where a source has changed.
// Plain JavaScript, so that any Node can at least read that it is too old.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LEAST = [20, 19];
const NEEDED = ['tsx', 'vite'];
const SOURCES = ['server', 'models', 'package.json', 'package-lock.json'];
const PROGRAMS = ['main.ts', 'cli.ts', 'jobs/worker.ts', 'jobs/rollout-worker.ts', 'jobs/chunk.ts'];
/** Bundles kept beside the newest: a server that runs from one still begins processes from it. */
const KEPT = 3;

const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** @param {string} fr @param {string} en */
export const say = (fr, en) => process.stderr.write(`${french ? fr : en}\n`);

/** Ends the program, with a sentence and exit code 2, where it cannot run on this machine. */
export function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const { node } = process.versions;
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]))
    say(
      `Contretemps demande Node ${LEAST.join('.')} ou plus récent ; celui-ci est ${node}. Installez-le depuis nodejs.org.`,
      `Contretemps needs Node ${LEAST.join('.')} or later; this is ${node}. Install it from nodejs.org.`,
    );
  else if (!NEEDED.every((name) => existsSync(join(ROOT, 'node_modules', name))))
    say(
      'Les dépendances ne sont pas installées : lancez d’abord npm ci.',
      'The dependencies are not installed: run npm ci first.',
    );
  else return;
  process.exit(2);
}

/**
 * The files under a path, itself where it is one, in an order that is the same everywhere.
 * @param {string} path @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Names what the sources say: the same sources, the same bundle. */
function keyOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesUnder(join(ROOT, path))))
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/**
 * Imports a program of the server from the bundle, which is built first where these sources have
 * none; or, where none can be written, from the sources, translated as they are read.
 * @param {'main' | 'cli'} program
 */
export async function load(program) {
  const folder = await bundle();
  if (folder !== null) return import(pathToFileURL(join(folder, `${program}.mjs`)).href);
  const { register } = await import('tsx/esm/api');
  register();
  return import(pathToFileURL(join(ROOT, `server/${program}.ts`)).href);
}

/** The folder of the bundle, or null where it cannot be written. */
async function bundle() {
  const all = join(ROOT, 'dist/server');
  const folder = join(all, keyOfSources());
  if (existsSync(folder)) return folder;
  // Two programs that start at once each build one; the first that is ready is the one that stays.
  const own = `${folder}.${process.pid}`;
  try {
    mkdirSync(own, { recursive: true });
  } catch {
    return null;
  }
  try {
    await build(own);
    renameSync(own, folder);
    forgetOld(all, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** What the browser is given, and the files that are taken away, all made by one build. */
const CLIENT_SOURCES = ['client', 'models', 'vite.config.ts', 'package-lock.json'];
const CLIENT_BUILT = [
  'dist/client/index.html',
  'dist/client/report-template.html',
  'dist/client/shift-template.html',
  'dist/lab.html',
].map((path) => join(ROOT, path));

/**
 * When the newest file under a path was last changed.
 * @param {string} path
 */
const changed = (path) => Math.max(0, ...filesUnder(path).map((file) => statSync(file).mtimeMs));

/** Builds the client where it is missing or older than its sources. */
export async function buildClient() {
  const builtAt = Math.min(...CLIENT_BUILT.map(changed));
  if (CLIENT_SOURCES.every((path) => changed(join(ROOT, path)) <= builtAt)) return;
  say('Construction du client…', 'Building the client…');
  const { build } = await import('vite');
  const configFile = join(ROOT, 'vite.config.ts');
  await build({ root: join(ROOT, 'client'), configFile, logLevel: 'warn' });
}

/** @param {string} outDir */
async function build(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: PROGRAMS.map((path) => join(ROOT, 'server', path)),
        // One flat folder: a program finds the others beside itself.
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/** @param {string} all @param {string} newest */
function forgetOld(all, newest) {
  const old = readdirSync(all)
    .map((name) => join(all, name))
    .filter((path) => path !== newest && !/\.\d+$/.test(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of old.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
