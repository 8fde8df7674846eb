import { type AddressInfo, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { chapterScenario } from '../models/doors/game.ts';
import { catalogue, catalogueScenario, readScenario, type Says } from '../models/doors/scenario.ts';
import { type App, createApp } from './app.ts';
import { networkAddresses } from './http/network.ts';
import { ROOT } from './root.ts';
import { CannotOpen } from './store/driver.ts';
import { openSqlite } from './store/sqlite.ts';

/**
 * The server as a process: the only place that reads the environment and the only one that exits.
 * PORT (3000; 0 for any free one), HOST (0.0.0.0), DATA_DIR (./data), ORIGINS (pages served
 * elsewhere, separated by commas), LOG_LEVEL (warn). Exit codes: 0 stopped on request, 1 could not
 * go on, 2 an environment value that cannot be used.
 */

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
/** A stop takes at most this long: those who wait see the room again sooner after a restart. */
const DRAIN_MS = 1_900;
const LOST = 'data are lost: what was found is put aside, and what can be read goes on';
const CLIENT = join(ROOT, 'dist/client');

const french = /^fr/i.test(
  process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
);
const say = (says: Says): string => (french ? says.fr : says.en);

function stop(code: number, says: Says): never {
  process.stderr.write(`${say(says)}\n`);
  process.exit(code);
}

interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly origins: readonly string[];
  readonly logLevel: string;
}

function environment(): Environment {
  const port = process.env['PORT'] || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    stop(2, {
      fr: `PORT vaut « ${port} » ; donnez un nombre de 0 à 65535.`,
      en: `PORT is "${port}"; give a number from 0 to 65535.`,
    });
  const logLevel = process.env['LOG_LEVEL'] || 'warn';
  if (!LEVELS.includes(logLevel))
    stop(2, {
      fr: `LOG_LEVEL vaut « ${logLevel} » ; donnez l’un de : ${LEVELS.join(', ')}.`,
      en: `LOG_LEVEL is "${logLevel}"; give one of: ${LEVELS.join(', ')}.`,
    });
  const origins = (process.env['ORIGINS'] || '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      stop(2, {
        fr: `ORIGINS contient « ${origin} » ; donnez des origines exactes, comme https://exemple.fr.`,
        en: `ORIGINS holds "${origin}"; give exact origins, such as https://example.org.`,
      });
  const host = process.env['HOST'] || '0.0.0.0';
  const dataDir = resolve(process.env['DATA_DIR'] || './data');
  return { port: Number(port), host, dataDir, origins, logLevel };
}

/** The addresses to type in a browser: this machine, and the local network where it is served. */
function addresses(host: string, port: number): string[] {
  const shown = (one: string): string => `http://${isIP(one) === 6 ? `[${one}]` : one}:${port}`;
  if (host !== '0.0.0.0' && host !== '::') return [shown(host)];
  return ['localhost', ...networkAddresses(host)].map(shown);
}

function listen(app: App, { port, host }: Environment): Promise<AddressInfo> {
  return new Promise((ready) => {
    app.http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        stop(1, {
          fr: `Le port ${port} est déjà pris ; arrêtez l’autre programme ou donnez un autre PORT.`,
          en: `Port ${port} is already in use; stop the other program or give another PORT.`,
        });
      stop(1, {
        fr: `Impossible d’écouter sur ${host}:${port} (${error.code ?? error.message}) ; vérifiez HOST et PORT.`,
        en: `Cannot listen on ${host}:${port} (${error.code ?? error.message}); check HOST and PORT.`,
      });
    });
    app.http.listen(port, host, () => ready(app.http.address() as AddressInfo));
  });
}

async function openStore(dataDir: string, log: pino.Logger) {
  try {
    const { store, lost } = await openSqlite(dataDir, undefined, {
      older: (version, kept) =>
        process.stdout.write(
          `${say({
            fr: `Les données sont de la version ${version} : elles sont mises à jour, ce qui peut durer quelques minutes. Une copie reste ici : ${kept}`,
            en: `The data is of version ${version}: it is being brought up to date, which may take some minutes. A copy stays here: ${kept}`,
          })}\n`,
        ),
    });
    if (lost !== null) log.error(lost, LOST);
    return store;
  } catch (error) {
    if (error instanceof CannotOpen) stop(1, error.says);
    throw error;
  }
}

const notTidied = (error: unknown): Says => ({
  fr: `Le disque refuse d’écrire (${(error as Error).message}) : faites-y de la place. Ce qui était enregistré reste dans le dossier et sera là au prochain démarrage.`,
  en: `The disk refuses to write (${(error as Error).message}): make room on it. What was stored stays in the folder, and will be there at the next start.`,
});

async function main(): Promise<void> {
  const given = environment();
  const log = pino({ level: given.logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  const crash = (error: unknown): void => {
    // What a half-broken process would do is unknown; what a restart does is tested.
    log.fatal({ err: error }, 'E_INTERNAL: the server stops');
    process.exit(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  const store = await openStore(given.dataDir, log);
  const app = createApp({
    store,
    log,
    scenarios: {
      catalogue,
      scenario: (id) => catalogueScenario(id) ?? chapterScenario(id),
      read: readScenario,
    },
    clientDir: CLIENT,
    origins: given.origins,
    network: () => networkAddresses(given.host),
  });
  const { port } = await listen(app, given);
  const leave = async (): Promise<void> => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    await app.close();
    // What was told as stored is in the log already, whether or not that can be tidied away.
    await store.close().catch((error) => process.stderr.write(`${say(notTidied(error))}\n`));
    process.exit(0);
  };
  process.once('SIGTERM', () => void leave());
  process.once('SIGINT', () => void leave());
  const list = addresses(given.host, port).map((address) => `  ${address}`);
  const told = say({ fr: 'Contretemps est ouvert :', en: 'Contretemps is open:' });
  const data = say({
    fr: `Données : ${given.dataDir}. Ctrl+C pour arrêter.`,
    en: `Data: ${given.dataDir}. Ctrl+C to stop.`,
  });
  process.stdout.write(`${[told, ...list, data].join('\n')}\n`);
}

await main();
