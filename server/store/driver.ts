import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import type { Says } from '../../models/doors/scenario.ts';
import { keepCopy, passingCopy, versionOf } from './older.ts';
import { copyAside } from './salvage.ts';
import { migrate, SCHEMA_VERSION, type Tables } from './schema.ts';

/** The part of node:sqlite that is used; @photostructure/sqlite has the same. */
interface Statement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...values: unknown[]): IterableIterator<unknown>;
  columns?(): unknown[];
}
interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}
type DatabaseClass = new (file: string) => Database;

/** The folder cannot be used; the sentence says why and what to do. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
  readonly says: Says;
  constructor(fr: string, en: string, cause?: unknown) {
    super(en, { cause });
    this.says = { fr, en };
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB: the file is no database any more. */
const RUINED = /malformed|not a database|corrupt/i;
const LOCKED = /locked|busy/i;

/** node:sqlite where the running Node has it (22.13 and later), else its look-alike from npm. */
function databaseClass(): DatabaseClass {
  const require = createRequire(import.meta.url);
  try {
    return quietly(() => (require('node:sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync);
  } catch {
    return (require('@photostructure/sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync;
  }
}

/** Node 22 prints a warning when its SQLite is loaded; what is used of it has not changed since. */
function quietly<T>(load: () => T): T {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emit;
  }
}

/** kysely asks for better-sqlite3's interface, where a statement takes its values as a list. */
const adapt = (database: Database) => ({
  close: () => database.close(),
  prepare(sql: string) {
    const statement = database.prepare(sql);
    const reader = statement.columns
      ? statement.columns().length > 0
      : /^\s*(select|with|pragma)|\sreturning\s/i.test(sql);
    return {
      reader,
      all: (values: readonly unknown[]) => statement.all(...values),
      run: (values: readonly unknown[]) => statement.run(...values),
      iterate: (values: readonly unknown[]) => statement.iterate(...values),
    };
  },
});

export interface Opened {
  readonly db: Kysely<Tables>;
  /** Where a ruined file was put aside, or a copy of one whose log is missing; or null. */
  readonly aside: string | null;
  /** The file it is in, or null. */
  readonly file: string | null;
  /** Lets another process use the folder. */
  release(): void;
}

/** How a folder is opened whose data are of an older version. */
export interface Opening {
  /** They are brought up to date in a passing copy: the folder stays as it is. */
  readonly onlyReads?: boolean;
  /** Told before they are brought up to date, which may take minutes; `kept` is a copy of them. */
  readonly older?: (version: number, kept: string) => void;
}

/**
 * Opens (or makes) the database in a folder, for this process alone; ':memory:' is a database of
 * no file. A ruined file is put aside, never deleted nor silently used; data of an older version
 * are brought up to date once a copy of them is kept.
 * @throws CannotOpen where the folder cannot be used, with a sentence.
 */
export async function openDatabase(folder: string, opening: Opening = {}): Promise<Opened> {
  const Class = databaseClass();
  if (folder === ':memory:')
    return { db: await prepare(new Class(':memory:')), aside: null, file: null, release: () => {} };
  const file = join(folder, 'contretemps.sqlite');
  makeFolder(folder, file);
  const release = lock(Class, folder);
  try {
    const lost = opening.onlyReads === true ? null : withoutLog(file);
    return { aside: lost, file, ...(await openFile(Class, file, release, opening)) };
  } catch (error) {
    if (!(error instanceof Error) || !RUINED.test(error.message)) {
      release();
      throw asCannotOpen(error, folder);
    }
  }
  const aside = putAside(file);
  makeFolder(folder, file);
  return { db: await prepare(new Class(file)), aside, file, release: inUse(file, release) };
}

/** Stands beside a database while a server writes in it, as its log does. */
const markOf = (file: string): string => `${file}-open`;

/** Marks it as being written in, until it is released. */
function inUse(file: string, release: () => void): () => void {
  closeSync(openSync(markOf(file), 'a', 0o600));
  return () => {
    rmSync(markOf(file), { force: true });
    release();
  };
}

/**
 * A server that was killed leaves a log with what is not in the database yet. Where that is gone,
 * SQLite opens what is left without a word: it is copied first. Returns where to, or null.
 */
function withoutLog(file: string): string | null {
  return existsSync(markOf(file)) && !existsSync(`${file}-wal`) ? copyAside(file) : null;
}

async function openFile(
  Class: DatabaseClass,
  file: string,
  release: () => void,
  { older, onlyReads }: Opening,
): Promise<Pick<Opened, 'db' | 'release'>> {
  const database = new Class(file);
  let version: number;
  try {
    version = versionOf(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const isOlder = version > 0 && version < SCHEMA_VERSION;
  if (onlyReads !== true) {
    if (isOlder) older?.(version, keepCopy(database, file, version));
    const db = await prepare(database);
    return { db, release: inUse(file, release) };
  }
  if (!isOlder) return { db: await prepare(database), release };
  const copy = passingCopy(database);
  database.close();
  const drop = (): void => {
    release();
    copy.drop();
  };
  return { db: await prepare(new Class(copy.file)), release: drop };
}

function makeFolder(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    // Made before SQLite makes it, so that no other user could ever read it.
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch (error) {
    throw asCannotOpen(error, folder);
  }
}

const asCannotOpen = (error: unknown, folder: string): Error =>
  error instanceof CannotOpen
    ? error
    : new CannotOpen(
        `Le dossier de données « ${folder} » est inutilisable (${String(error)}) ; donnez-en un autre par DATA_DIR.`,
        `The data folder "${folder}" cannot be used (${String(error)}); give another one in DATA_DIR.`,
        error,
      );

/** Two servers on one folder would be two writers in a room. The system lifts the lock at death. */
function lock(Class: DatabaseClass, folder: string): () => void {
  const file = join(folder, 'contretemps.lock');
  closeSync(openSync(file, 'a', 0o600));
  const holder = new Class(file);
  try {
    holder.exec('begin exclusive');
  } catch (error) {
    holder.close();
    if (!(error instanceof Error) || !LOCKED.test(error.message)) throw asCannotOpen(error, folder);
    throw new CannotOpen(
      `Un autre serveur utilise déjà le dossier « ${dirname(file)} » ; arrêtez-le ou donnez un autre dossier par DATA_DIR.`,
      `Another server already uses the folder "${dirname(file)}"; stop it or give another folder in DATA_DIR.`,
    );
  }
  return () => holder.close();
}

async function prepare(database: Database): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  try {
    // FULL: a commit waits for the disk. That is what "stored" means to those who were told so.
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on'])
      database.exec(`pragma ${pragma}`);
    const found = await migrate(db);
    if (found > SCHEMA_VERSION)
      throw new CannotOpen(
        'Ces données viennent d’une version plus récente de Contretemps ; mettez le programme à jour ou donnez un autre dossier par DATA_DIR.',
        'This data comes from a newer version of Contretemps; update the program or give another folder in DATA_DIR.',
      );
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function putAside(file: string): string {
  let aside = `${file}.damaged`;
  for (let i = 2; existsSync(aside); i += 1) aside = `${file}.damaged-${i}`;
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, aside + end);
  return aside;
}
