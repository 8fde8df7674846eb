import ts from 'typescript';
import { type Complaint, resolveFrom, type SourceText, visit } from './tree.ts';

/**
 * What is cited is there: sections of models/MODEL.md (`MODEL 10.4`), rules of models/RULES.md
 * (`RULES A6`, `[A1, A2]` in titles), and no text that is not in the repository.
 */
const MODEL = 'models/MODEL.md';
const RULES = 'models/RULES.md';

/** Made by a tool, with the words of others. */
const MADE = 'package-lock.json';

/** Letters of the chapters of rules. */
const LETTERS = 'AWHRPESNLM';
const RULE = new RegExp(`\\*\\*([${LETTERS}]\\d+)\\*\\*`, 'g');
const CHAPTER = new RegExp(`^## ([${LETTERS}])\\. `, 'gm');

/** Names of texts; one of them cited by number or letter has a file of that name. */
const TEXTS = [
  ...['ARCHITECTURE', 'DECISIONS', 'EXAMPLES', 'GAME', 'HOUSE', 'IDEAS', 'LAB', 'MODEL'],
  ...['PLANNER', 'RULES', 'SPEED', 'STACK', 'TRUST', 'UX', 'WORKSHOP'],
];
const TEXT = new RegExp(`\\b(${TEXTS.join('|')})(?= (?:\\d|[A-Z]{1,2}\\d))`, 'g');
const NUMBERED_TEXT = /\b(?:seeds?|texts?) (0\d\d)\b/g;
const PATH = /(?<![\w./\\*-])((?:\.{1,2}\/)*[\w-][\w./-]*\.md)\b/g;
/** One that may be there or not. */
const OPTIONAL = new Set(['CHANGELOG.md']);

/** Something cited, and where in the text it stands. */
export interface Cited {
  readonly id: string;
  readonly at: number;
}

/** Comments and paragraphs as one line, everything at its place: a list may go on in the next. */
const flat = (text: string): string =>
  text.replace(/\r?\n[ \t]*(?:\/\/|\*(?![*/]))?/g, (edge) => ' '.repeat(edge.length));

/** Sections of the model by number, with their text: `## 3.` and `**3.1 …`. */
export function sectionsOf(text: string): Map<string, string> {
  const marks = [...text.matchAll(/^(?:## (\d+)\. |\*\*(\d+\.\d+) )/gm)];
  return new Map(
    marks.map((mark, i) => [
      mark[1] ?? mark[2] ?? '',
      text.slice(mark.index, marks[i + 1]?.index ?? text.length),
    ]),
  );
}

const ASIDE = '(?: +\\([^)\\d][^)]{2,}\\))?';
const ITEM = /(\d{1,2}(?:\.\d{1,2})?)(?![\d%])(?: +\(([a-z])\)| +([a-z])(?=[\]),;:.]))?/y;
const NEXT = new RegExp(`${ASIDE}(, +and +|, +|; +| +and +| +to +| *– *)(?=\\d)`, 'y');

/** A sticky pattern tried at one place. */
function tryAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The list of sections that begins here: `3.2, 3.3`, `3 and 5 to 9`, `10.7 b`. */
function sectionsFrom(text: string, from: number): Cited[] {
  const found: Cited[] = [];
  let since = -1;
  for (let at = from; ; ) {
    const item = tryAt(ITEM, text, at);
    if (item === null) return found;
    const [all, number = '', inside, bare] = item;
    const letter = inside ?? bare;
    if (since >= 0)
      for (let n = since + 1; n < Number(number); n += 1) found.push({ id: `${n}`, at });
    found.push({ id: letter === undefined ? number : `${number} ${letter}`, at });
    const next = tryAt(NEXT, text, at + all.length);
    if (next === null) return found;
    since = /to|–/.test(next[1] ?? '') ? Math.floor(Number(number)) : -1;
    at += all.length + next[0].length;
  }
}

/**
 * Sections of the model that a text cites. The rules go on after a file (`…; 10.5)`); the model
 * itself says `section 15` and `(13.4)`.
 */
export function sectionsCited({ path, text }: SourceText): Cited[] {
  const line = flat(text);
  const starts = [...line.matchAll(/\bMODEL(?:\.md)? +(?=\d)/g)];
  if (path === RULES) starts.push(...line.matchAll(/; +(?=\d+\.\d+\))/g));
  if (path === MODEL) starts.push(...line.matchAll(/\bsections? +(?=\d)|\((?=\d{1,2}\.\d\))/g));
  return starts.flatMap((start) => sectionsFrom(line, start.index + start[0].length));
}

/** Ids of rules in the order of the document; one written twice stands twice. */
export const rulesIn = (text: string): string[] =>
  [...text.matchAll(RULE)].map(([, id = '']) => id);

const ONE = `[${LETTERS}](?:\\d{1,2}(?:[–-][${LETTERS}]?\\d{1,2})?)?`;
const LIST = `${ONE}(?:(?:, +| +and +)${ONE})*(?![\\w’'])(?! +[a-z])`;

/** `A1–A3` is A1, A2 and A3; a letter alone is the chapter. */
function expanded(item: string): string[] {
  const [, letter = '', first = '', last = first] =
    /^([A-Z])(\d*)(?:[–-][A-Z]?(\d+))?$/.exec(item) ?? [];
  if (first === '') return [letter];
  const many = Number(last) - Number(first) + 1;
  return Array.from({ length: Math.max(1, many) }, (_, i) => `${letter}${Number(first) + i}`);
}
const listed = (list: string): string[] =>
  [...list.matchAll(new RegExp(ONE, 'g'))].flatMap(([item]) => expanded(item));

/** Rules cited in the titles of tests and chapters, rows of `.each` too: `[A1]`, `[A1, R2–R4]`. */
export function rulesInTitles(source: SourceText): string[] {
  const found: string[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    if (!/^(it|test|describe)\b/.test(node.expression.getText())) return;
    const title = node.arguments[0];
    if (!title) return;
    for (const [, list = ''] of title.getText().matchAll(new RegExp(`\\[(${LIST})\\]`, 'g')))
      found.push(...listed(list).filter((id) => id.length > 1));
  });
  return found;
}

/** Rules that a text cites, chapters by their letter; in their own document by number alone. */
function rulesCited({ path, text }: SourceText): Cited[] {
  const line = flat(text);
  const lists = [...line.matchAll(new RegExp(`\\bRULES(?:\\.md)? +(${LIST})`, 'g'))];
  if (path === RULES) {
    const prose = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    lists.push(...prose.matchAll(new RegExp(`\\b([${LETTERS}]\\d{1,2})\\b`, 'g')));
  }
  return lists.flatMap(({ index, 1: list = '' }) => listed(list).map((id) => ({ id, at: index })));
}

/** Texts cited by name and number, and paths of texts, that are no files of the repository. */
function strangersCited(source: SourceText, paths: ReadonlySet<string>): Cited[] {
  const line = flat(source.text);
  const names = new Set([...paths].map((path) => path.replace(/^.*\//, '')));
  const isThere = (path: string): boolean =>
    path.includes('/')
      ? paths.has(path) || paths.has(resolveFrom(source.path, path))
      : names.has(path) || OPTIONAL.has(path);
  const named = [...line.matchAll(TEXT)].filter(([name]) => !names.has(`${name}.md`));
  const linked = [...line.matchAll(PATH)].filter(([path]) => !isThere(path));
  return [...named, ...linked, ...line.matchAll(NUMBERED_TEXT)].map(({ index, 0: id }) => ({
    id,
    at: index,
  }));
}

/** Everything cited that is not there, with what to do instead. */
export function citationComplaints(all: readonly SourceText[]): Complaint[] {
  const textOf = (path: string): string => all.find((source) => source.path === path)?.text ?? '';
  const sections = sectionsOf(textOf(MODEL));
  const rules = new Set(rulesIn(textOf(RULES)));
  for (const [, letter = ''] of textOf(RULES).matchAll(CHAPTER)) rules.add(letter);
  const paths = new Set(all.map(({ path }) => path));
  const hasSection = (id: string): boolean => {
    const [number = '', letter] = id.split(' ');
    const text = sections.get(number);
    return text !== undefined && (letter === undefined || text.includes(`(${letter})`));
  };
  const found: Complaint[] = [];
  for (const source of all) {
    if (source.path === MADE) continue;
    const complain = (cited: readonly Cited[], says: (id: string) => string): void => {
      for (const { id, at } of cited) {
        const line = source.text.slice(0, at).split('\n').length;
        found.push({ path: source.path, line, says: says(id) });
      }
    };
    complain(
      sectionsCited(source).filter(({ id }) => !hasSection(id)),
      (id) => `${MODEL} has no section ${id}: cite one that is there`,
    );
    complain(
      rulesCited(source).filter(({ id }) => !rules.has(id)),
      (id) => `${RULES} has no rule ${id}: cite one that is there`,
    );
    complain(
      strangersCited(source, paths),
      (id) => `${id} is no text of the repository: say the thing itself`,
    );
  }
  return found;
}
