#!/usr/bin/env node
// `contretemps`: plain JavaScript, so that any Node can at least read that it is too old.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LEAST = [20, 19];
const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** @param {string} fr @param {string} en @returns {never} */
function refuse(fr, en) {
  process.stderr.write(`${french ? fr : en}\n`);
  process.exit(2);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]))
  refuse(
    `Contretemps demande Node ${LEAST.join('.')} ou plus récent ; celui-ci est ${process.versions.node}.`,
    `Contretemps needs Node ${LEAST.join('.')} or later; this is ${process.versions.node}.`,
  );
if (!existsSync(join(ROOT, 'node_modules/tsx')))
  refuse(
    'Les dépendances ne sont pas installées : lancez d’abord npm ci.',
    'The dependencies are not installed: run npm ci first.',
  );

const { register } = await import('tsx/esm/api');
register();
const { main } = await import(pathToFileURL(join(ROOT, 'server/cli.ts')).href);
// Not process.exit: what was written must reach the other end of the pipe first.
process.exitCode = await main(process.argv.slice(2));
