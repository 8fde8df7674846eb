import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** These are the sources, which Node needs help to read; else they are the bundle. */
export const fromSource = extname(here) === '.ts';

/** The file of another of our programs: beside this one, in the sources and in the bundle. */
export const programFile = (name: string): string =>
  join(dirname(here), `${name}${fromSource ? '.ts' : '.mjs'}`);
