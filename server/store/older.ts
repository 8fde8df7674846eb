import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The part of a database that is needed to look at its version and to copy it. */
interface Copied {
  prepare(sql: string): { all(...values: unknown[]): unknown[] };
  exec(sql: string): void;
}

/** Which version of the tables these are; 0 where there are none yet. */
export function versionOf(database: Copied): number {
  const known = "select 1 from sqlite_master where type = 'table' and name = 'migration'";
  if (database.prepare(known).all().length === 0) return 0;
  const [row] = database.prepare('select max(version) as version from migration').all();
  return Number((row as { version: number | null } | undefined)?.version ?? 0);
}

const copyTo = (database: Copied, file: string): string => {
  database.exec(`vacuum into '${file.replaceAll("'", "''")}'`);
  return file;
};

/** Keeps the whole database as it is beside itself. Returns where. */
export function keepCopy(database: Copied, file: string, version: number): string {
  const name = `${file}.version-${version}`;
  let kept = name;
  for (let i = 2; existsSync(kept); i += 1) kept = `${name}-${i}`;
  return copyTo(database, kept);
}

/** A copy of a database and its log in a folder of its own; `drop` takes it away. */
export function passingCopy(file: string): { readonly file: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-copy-'));
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, 'contretemps.sqlite');
  try {
    for (const end of ['', '-wal'])
      if (existsSync(file + end)) copyFileSync(file + end, copy + end, constants.COPYFILE_FICLONE);
  } catch (error) {
    drop();
    throw error;
  }
  return { file: copy, drop };
}
