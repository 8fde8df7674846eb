import ts from 'typescript';
import { type Complaint, importsOf, isCode, resolveFrom, type SourceText, visit } from './tree.ts';

/** Where the product starts. What cannot be reached from here is not part of it. */
const PRODUCT = /^(server\/(main\.ts|(start|bin)\.mjs)|client\/index\.html|package\.json)$/;
const TESTS = /^tests\/.*(\.test\.ts|\.html)$|[\w.-]+\.config\.ts$|^\.ci\/run$/;

/** Closed forms to which the simulation is held: they are for the tests, and for whoever reads. */
const ORACLE = /^models\/study\/theory(\/|\.ts$)/;

/** Files that are read or served, not imported: rules, licence, golden data, icons. */
const READ =
  /^[^/]+$|\.md$|^tests\/(golden|samples)\/.*\.json$|(^|\/)tsconfig\.json$|^client\/public\/|^\.ci\//;

/** Files a source speaks of: its imports, and the paths written in it as strings. */
function leadsTo(source: SourceText, known: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (known.has(path)) found.add(path);
  };
  if (isCode(source.path)) {
    for (const { to } of importsOf(source)) add(to);
    visit(source, (node) => {
      if (!ts.isStringLiteralLike(node)) return;
      add(node.text);
      if (node.text.startsWith('.')) add(resolveFrom(source.path, node.text));
      else add(resolveFrom(source.path, `./${node.text}`));
    });
  } else
    for (const [, path = ''] of source.text.matchAll(
      /["'\s(]([\w./-]+\.(?:ts|mjs|css|json|svg))/g,
    )) {
      add(path.replace(/^\.?\//, ''));
      add(resolveFrom(source.path, path));
      add(resolveFrom(source.path, `./${path.replace(/^\//, '')}`));
    }
  return [...found];
}

function reachedFrom(starts: readonly string[], all: readonly SourceText[]): Set<string> {
  const byPath = new Map(all.map((source) => [source.path, source]));
  const known = new Set(byPath.keys());
  const reached = new Set<string>(starts);
  for (const path of reached) {
    const source = byPath.get(path);
    if (source) for (const next of leadsTo(source, known)) reached.add(next);
  }
  return reached;
}

/** Files that nothing leads to. */
export function deadComplaints(all: readonly SourceText[]): Complaint[] {
  const paths = all.map(({ path }) => path);
  const product = reachedFrom(
    paths.filter((path) => PRODUCT.test(path)),
    all,
  );
  const tests = reachedFrom(
    paths.filter((path) => TESTS.test(path) || PRODUCT.test(path)),
    all,
  );
  const found: Complaint[] = [];
  for (const path of paths) {
    if (READ.test(path)) continue;
    if (/^(models|server|client)\//.test(path) && !product.has(path) && !ORACLE.test(path))
      found.push({
        path,
        line: 0,
        says: 'nothing in the product leads here: import it or take it out',
      });
    else if (!tests.has(path))
      found.push({
        path,
        line: 0,
        says: 'no test and no script leads here: import it or take it out',
      });
  }
  return found;
}
