import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes NOTICE: what is installed with the program or goes into its pages, with whose it is and
 * under which licence. `npx tsx tests/support/notice.ts --write`, after the packages have changed.
 */
const ROOT = join(import.meta.dirname, '../..');

export interface Locked {
  readonly packages: Record<
    string,
    {
      readonly license?: string;
      readonly dev?: boolean;
      readonly devOptional?: boolean;
      readonly optional?: boolean;
      readonly peer?: boolean;
    }
  >;
}

/** Packages whose manifest does not name the licence that lies beside it. */
const UNNAMED: Record<string, string> = { 'xmlhttprequest-ssl': 'MIT' };
const MODULES = 'node_modules/';

const nameOf = (path: string): string => path.slice(path.lastIndexOf(MODULES) + MODULES.length);

/** Every package that is not for development alone, with its licence, by name. */
export function licences(lock: Locked): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, { dev, devOptional, license }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional) continue;
    const name = nameOf(path);
    found.set(name, license ?? UNNAMED[name] ?? 'unknown');
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const COPYRIGHT = /^[\s*#>-]*(copyright\b.*\w.*|(?:\(c\)|©) *\d{4}.*)$/i;
/** The beginnings of lines that speak of copyright without saying whose. */
const NOBODY = /^copyright (notice|holder|owner|law|license|[[{]|and|to|in)|^copyright:?$/i;
/** Addresses, and what follows the first one in a line of several files. */
const ADDRESS = / *(\(http.*|<[^>]*>|\((?=[^)]*@)[^)]*\)|listed at .*)/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/** Whose a package is: the line of its licence, else its author; null where it is not installed. */
function holder(path: string): string | null {
  const folder = join(ROOT, path);
  if (!existsSync(folder)) return null;
  for (const file of readdirSync(folder).filter((name) => /^(licen[cs]e|copying)/i.test(name)))
    for (const line of readFileSync(join(folder, file), 'utf8').split(/\r?\n/)) {
      const said = COPYRIGHT.exec(line)?.[1]?.trim();
      if (said && !NOBODY.test(said)) return said.replace(LINK, '$1').replace(ADDRESS, '').trim();
    }
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    author?: string | { readonly name: string };
  };
  const name = typeof author === 'string' ? author.replace(/ *[<(].*/, '') : author?.name;
  return `by ${name ?? 'its authors'}`;
}

const HEAD = `Contretemps is under the MIT licence: see LICENSE. It stands on the work of others.

PUBLISHED ALGORITHMS, written anew in models/kernel

The logarithm follows fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and
distribute this software is freely granted, provided that this notice is preserved.

The gamma function has the coefficients of the Cephes library, Copyright 1984 to 2000 by Stephen L.
Moshier, who asks that its source be named.

PACKAGES, installed with the program or part of its pages: name, licence, whose

The text of each licence is in the package (node_modules). Packages of one machine only are not
installed on another; they are of the same authors as the package that asks for them.

`;

function notice(lock: Locked): string {
  const paths = new Map(Object.keys(lock.packages).map((path) => [nameOf(path), path]));
  for (const path of Object.keys(lock.packages))
    if (path.indexOf(MODULES) === path.lastIndexOf(MODULES)) paths.set(nameOf(path), path);
  const lines = [...licences(lock)].map(([name, licence]) => {
    const whose = lock.packages[paths.get(name) ?? '']?.optional
      ? null
      : holder(paths.get(name) ?? '');
    return `${name}: ${licence}${whose ? `, ${whose}` : ''}`;
  });
  return `${HEAD}${lines.join('\n')}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Locked;
  const text = notice(lock);
  if (process.argv.includes('--write')) writeFileSync(join(ROOT, 'NOTICE'), text);
  else process.stdout.write(text);
}
