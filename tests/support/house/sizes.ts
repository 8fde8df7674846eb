import ts from 'typescript';
import { type Complaint, isCode, lineOf, parse, type SourceText, visit } from './tree.ts';

/** Sizes and names: one idea a file, a name of the field for each. */
const FILE_LINES = 400;
/** Where much is still to come there is room left for it. */
const GROWING = /^(server\/rooms|models\/centre\/(plan|moves)|models\/folds|client\/pages)\//;
const GROWING_LINES = 350;
const FUNCTION_LINES = 70;
const COLUMNS = 100;
/** A sentence cannot be cut where a line ends; yet it has an end. */
const SENTENCE_COLUMNS = 260;

/** Data, not prose: the lists of words on screen. */
const DATA = /^client\/text\/|^models\/scenario\/catalogue\/|\.(json|svg|md)$/;

const VAGUE = /(^|[-/])(utils?|helpers?|managers?|services?|misc|common|types)(\.[a-z.]+$|\/)/i;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** A chapter of tests, which is not one function but many: it holds `describe` or `it`. */
function isChapter(node: ts.Node, path: string): boolean {
  if (!path.startsWith('tests/')) return false;
  const holds = (inner: ts.Node): boolean =>
    (ts.isCallExpression(inner) && /^(describe|it|test)\b/.test(inner.expression.getText())) ||
    (ts.forEachChild(inner, holds) ?? false);
  return ts.forEachChild(node, holds) ?? false;
}

/** Columns left of a line once its sentences (strings of words) are taken away. */
function withoutSentences(source: SourceText): string[] {
  let text = source.text;
  const blank = (node: ts.Node): void => {
    const from = node.getStart();
    const hole = text.slice(from, node.end).replace(/[^\n]/g, '');
    if (hole !== '') return;
    text = text.slice(0, from) + '\0'.repeat(node.end - from) + text.slice(node.end);
  };
  visit(source, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (
      (isText && !ts.isTaggedTemplateExpression(node.parent)) ||
      ts.isRegularExpressionLiteral(node)
    )
      blank(node);
  });
  return text.split('\n').map((line) => line.replaceAll('\0', ''));
}

function columnComplaints(source: SourceText): Complaint[] {
  if (DATA.test(source.path) || !isCode(source.path)) return [];
  const bare = withoutSentences(source);
  const found: Complaint[] = [];
  source.text.split('\n').forEach((line, i) => {
    const most = line.length > COLUMNS && (bare[i] ?? '').length < line.length - 20;
    const limit = most ? SENTENCE_COLUMNS : COLUMNS;
    if (line.length <= limit) return;
    const says = `${line.length} columns, more than ${limit}: cut the line`;
    found.push({ path: source.path, line: i + 1, says });
  });
  return found;
}

/** Files, functions and lines that are too long; names that say nothing. */
export function sizeComplaints(all: readonly SourceText[]): Complaint[] {
  const found: Complaint[] = [];
  for (const source of all) {
    const { path, text } = source;
    if (VAGUE.test(path))
      found.push({ path, line: 0, says: 'this name says nothing: name what it is in the field' });
    const lines = text.split('\n').length - 1;
    const most = GROWING.test(path) ? GROWING_LINES : FILE_LINES;
    if (!DATA.test(path) && lines > most)
      found.push({
        path,
        line: 0,
        says: `${lines} lines, more than ${most}: find the two ideas in it`,
      });
    found.push(...columnComplaints(source));
    if (!isCode(path)) continue;
    visit(source, (node) => {
      if (
        ts.isClassDeclaration(node) &&
        /(Utils?|Helper|Manager|Service)$/.test(node.name?.text ?? '')
      )
        found.push({
          path,
          line: lineOf(source, node),
          says: 'name the class after what it is in the field',
        });
      if (!isFunction(node) || isChapter(node, path)) return;
      const end = parse(source).getLineAndCharacterOfPosition(node.end).line + 1;
      const long = end - lineOf(source, node) + 1;
      if (long > FUNCTION_LINES)
        found.push({
          path,
          line: lineOf(source, node),
          says: `a function of ${long} lines, more than ${FUNCTION_LINES}: cut it where the idea changes`,
        });
    });
  }
  return found;
}
