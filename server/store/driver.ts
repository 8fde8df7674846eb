import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import type { Says } from '../../models/doors/scenario.ts';
import { keepCopy, passingCopy, versionOf } from './older.ts';
import { copyAside, nameAside } from './salvage.ts';
import { migrate, SCHEMA_VERSION, type Tables } from './schema.ts';
import { lossOf } from './wal.ts';

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
const UNDONE = /no transaction is active/i;
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

/**
 * A full disk makes SQLite roll back by itself; that there is nothing left to roll back is then no
 * error, and must not be told instead of the cause.
 */
function rolledBack(statement: Statement): ReturnType<Statement['run']> {
  try {
    return statement.run();
  } catch (error) {
    if (error instanceof Error && UNDONE.test(error.message))
      return { changes: 0, lastInsertRowid: 0 };
    throw error;
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
      run: (values: readonly unknown[]) =>
        sql === 'rollback' ? rolledBack(statement) : statement.run(...values),
      iterate: (values: readonly unknown[]) => statement.iterate(...values),
    };
  },
});

/** What a folder holds less than what was written in it. */
export interface Lost {
  /** In a few words. */
  readonly what: string;
  /** Where what is left of it is kept; null where nothing is. */
  readonly aside: string | null;
}

export interface Opened {
  readonly db: Kysely<Tables>;
  readonly lost: Lost | null;
  /** The file it is in, or null. */
  readonly file: string | null;
  /** Lets another process use the folder. */
  release(): void;
}

/** How a folder is opened. */
export interface Opening {
  /** From a passing copy: the folder stays as it is, whoever left it and however. */
  readonly onlyReads?: boolean;
  /** Told before older data are brought up to date (minutes perhaps); `kept` is a copy of them. */
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
    return { db: await prepare(new Class(':memory:')), lost: null, file: null, release: () => {} };
  const file = join(folder, 'contretemps.sqlite');
  if (opening.onlyReads !== true) makeFolder(folder);
  const release = lock(Class, folder);
  try {
    if (opening.onlyReads === true) return await openCopy(Class, file, release);
    const lost = keepWhatIsLeft(file);
    makeFile(file);
    return { lost, ...(await openFile(Class, file, release, opening)) };
  } catch (error) {
    if (opening.onlyReads === true || !(error instanceof Error) || !RUINED.test(error.message)) {
      release();
      throw asCannotOpen(error, folder);
    }
  }
  const lost = { what: 'the database cannot be read', aside: putAside(file) };
  makeFile(file);
  return { db: await prepare(new Class(file)), lost, file, release: inUse(file, release) };
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** Stands beside a database while a server writes in it, as its log does. */
const markOf = (file: string): string => `${file}-open`;

/** Marks it as being written in, until it is released and nothing is left in its log. */
function inUse(file: string, release: () => void): () => void {
  closeSync(openSync(markOf(file), 'a', 0o600));
  return () => {
    if (sizeOf(`${file}-wal`) === 0) rmSync(markOf(file), { force: true });
    release();
  };
}

/**
 * A server that was killed leaves a log with what is not in the database yet. Where part of the two
 * is gone, SQLite opens what is left without a word, and writes over it: it is copied first.
 */
function keepWhatIsLeft(file: string): Lost | null {
  const what = lossOf(file) ?? (existsSync(markOf(file)) ? missingFrom(file) : null);
  return what === null ? null : { what, aside: copyAside(file) };
}

/** Which of the files is not there that an unclean stop leaves. */
function missingFrom(file: string): string | null {
  if (sizeOf(file) === 0) return 'the database file is missing';
  return existsSync(`${file}-wal`) ? null : 'the log is missing';
}

async function openFile(
  Class: DatabaseClass,
  file: string,
  release: () => void,
  { older }: Opening,
): Promise<Omit<Opened, 'lost'>> {
  const database = new Class(file);
  try {
    const version = versionOf(database);
    if (version > 0 && version < SCHEMA_VERSION)
      older?.(version, keepCopy(database, file, version));
  } catch (error) {
    database.close();
    throw error;
  }
  return { db: await prepare(database), file, release: inUse(file, release) };
}

/** SQLite would move the log into the database, which is a change: it is given a copy of both. */
async function openCopy(Class: DatabaseClass, file: string, release: () => void): Promise<Opened> {
  const copy = passingCopy(file);
  try {
    const db = await prepare(new Class(copy.file));
    return {
      db,
      lost: null,
      file: null,
      release: () => {
        copy.drop();
        release();
      },
    };
  } catch (error) {
    copy.drop();
    throw error;
  }
}

/** One by one: Node's own recursion never ends where a folder is, and takes none (/proc). */
function makeFolders(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function makeFolder(folder: string): void {
  try {
    makeFolders(folder);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw asCannotOpen(error, folder);
  }
}

/** Made before SQLite makes it, so that no other user could ever read it. */
function makeFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
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
  let holder: Database | null = null;
  try {
    closeSync(openSync(file, 'a', 0o600));
    holder = new Class(file);
    holder.exec('begin exclusive');
  } catch (error) {
    holder?.close();
    if (!(error instanceof Error) || !LOCKED.test(error.message)) throw asCannotOpen(error, folder);
    throw new CannotOpen(
      `Un autre serveur utilise déjà le dossier « ${dirname(file)} » ; arrêtez-le ou donnez un autre dossier par DATA_DIR.`,
      `Another server already uses the folder "${dirname(file)}"; stop it or give another folder in DATA_DIR.`,
    );
  }
  return () => holder?.close();
}

const PRAGMAS = [
  'journal_mode = wal',
  // A commit waits for the disk. That is what "stored" means to those who were told so.
  'synchronous = full',
  'foreign_keys = on',
  // The log is moved into the database seldom: whoever asks meanwhile waits for all of it.
  'wal_autocheckpoint = 4000',
];

async function prepare(database: Database): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  try {
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
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
  const aside = nameAside(file);
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, aside + end);
  return aside;
}
