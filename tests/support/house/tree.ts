import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** The sources of the repository, as the tests of the house read them. */
export interface SourceText {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a test of the house has to say: where, and what to do instead. */
export interface Complaint {
  readonly path: string;
  /** From 1; 0 for the whole file. */
  readonly line: number;
  readonly says: string;
}

const ROOT = join(import.meta.dirname, '../../..');

/** Made, not written: neither read nor judged. */
const MADE = new Set(['node_modules', 'dist', 'data', '.git']);
const READABLE =
  /\.(ts|mjs|js|json|css|html|md|svg)$|(^|\/)(run|\.npmrc|\.gitignore|LICENSE|NOTICE)$/;

/** Every readable file of the repository, in order of path. */
export function sources(root: string = ROOT): SourceText[] {
  const found: SourceText[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = relative(root, join(folder, entry.name)).split(sep).join('/');
      if (entry.isDirectory()) {
        if (!MADE.has(entry.name)) walk(join(folder, entry.name));
      } else if (READABLE.test(path))
        found.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  walk(root);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Names directly under the root, without what is made. */
export const topLevel = (): string[] => readdirSync(ROOT).filter((name) => !MADE.has(name));

export const isCode = (path: string): boolean => /\.(ts|mjs|js)$/.test(path);

const parsed = new WeakMap<SourceText, ts.SourceFile>();

export function parse(source: SourceText): ts.SourceFile {
  const known = parsed.get(source);
  if (known) return known;
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true);
  parsed.set(source, file);
  return file;
}

/** Visits every node of the file. */
export function visit(source: SourceText, see: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, walk);
  };
  walk(parse(source));
}

export const lineOf = (source: SourceText, node: ts.Node): number =>
  parse(source).getLineAndCharacterOfPosition(node.getStart()).line + 1;

export interface Import {
  /** As written. */
  readonly of: string;
  /** The file it leads to, from the root; '' for a package. */
  readonly to: string;
  readonly line: number;
}

/** The file that a relative specifier in `from` leads to, from the root. */
export const resolveFrom = (from: string, specifier: string): string =>
  posix.normalize(posix.join(dirname(from), specifier)).replace(/\?.*$/, '');

/** What a module imports or re-exports, statically or not, types included. */
export function importsOf(source: SourceText): Import[] {
  const found: Import[] = [];
  visit(source, (node) => {
    let named: ts.Node | undefined;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) named = node.moduleSpecifier;
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      named = node.arguments[0];
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      named = node.argument.literal;
    if (!named || !ts.isStringLiteralLike(named)) return;
    const of = named.text;
    const to = of.startsWith('.') ? resolveFrom(source.path, of) : '';
    found.push({ of, to, line: lineOf(source, node) });
  });
  return found;
}
