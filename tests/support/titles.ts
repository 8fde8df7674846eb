import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The longer texts of a test file, its titles among them: what is filled in is anything. */
export function titlesOf(file: string): RegExp[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(['"`])((?:\\.|(?!\1).){12,})\1/g)].flatMap(([, , title = '']) => {
    const plain = title.replace(/\\(['"`\\])/g, '$1').replace(/\$\{[^}]*\}|%[a-z]|\$[\w.]+/g, '\0');
    if (plain.replaceAll('\0', '').trim().length < 10) return [];
    return new RegExp(plain.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replaceAll('\0', '.*'));
  });
}
