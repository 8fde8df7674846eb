import { type Complaint, isCode, type SourceText } from './tree.ts';

/** A file named in a comment or a text: `pace.ts`, `rules/serve.ts`, `models/words/facts.ts`. */
const NAMED = /(?<![\w./@*-])((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)?\.(?:ts|mjs))\b/g;

const COMMENT = /^\s*(?:\/\/|\/?\*)/;

/** What is not a command to be read by a person: code, outside its comments. */
const spoken = ({ path }: SourceText, line: string): boolean => !isCode(path) || COMMENT.test(line);

/** Files that texts and comments speak of, and that are not there (any more). */
export function spokenOfComplaints(all: readonly SourceText[]): Complaint[] {
  const there = all.map(({ path }) => `/${path}`);
  const found: Complaint[] = [];
  for (const source of all) {
    if (!isCode(source.path) && !source.path.endsWith('.md')) continue;
    source.text.split('\n').forEach((line, i) => {
      if (!spoken(source, line)) return;
      for (const [, name = ''] of line.matchAll(NAMED))
        if (!there.some((path) => path.endsWith(`/${name}`)))
          found.push({
            path: source.path,
            line: i + 1,
            says: `there is no file ${name}: say where the thing is now`,
          });
    });
  }
  return found;
}
