import ts from 'typescript';
import { type Complaint, importsOf, isCode, lineOf, parse, type SourceText } from './tree.ts';

/** The doors of the models: the only modules that server, client and their tests may import. */
export const DOOR = /^models\/doors\/(live|study|records|scenario|editing|report|game|play)\.ts$/;

/** A door that lets everything through is a wall taken down. */
const NAMES = 110;

/** Names taken from a door by files outside the models. */
function takenFrom(all: readonly SourceText[]): Set<string> {
  const taken = new Set<string>();
  for (const source of all) {
    if (!isCode(source.path) || source.path.startsWith('models/')) continue;
    if (!importsOf(source).some(({ to }) => DOOR.test(to))) continue;
    for (const statement of parse(source).statements)
      for (const name of namesOf(statement)) taken.add(name);
  }
  return taken;
}

/** The names that an import or a re-export speaks of. */
function namesOf(statement: ts.Statement): string[] {
  const named = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : ts.isExportDeclaration(statement)
      ? statement.exportClause
      : undefined;
  if (named === undefined || !('elements' in named)) return [];
  return named.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

/** Doors re-export by name, at most so many names, each of which somebody outside asks for. */
export function doorComplaints(all: readonly SourceText[]): Complaint[] {
  const taken = takenFrom(all);
  const found: Complaint[] = [];
  for (const source of all) {
    const { path } = source;
    if (!DOOR.test(path)) continue;
    const { statements } = parse(source);
    const say = (node: ts.Node | null, says: string): void => {
      found.push({ path, line: node === null ? 0 : lineOf(source, node), says });
    };
    for (const one of statements)
      if (!ts.isExportDeclaration(one)) say(one, 'a door only re-exports: move the code');
      else if (namesOf(one).length === 0) say(one, 'a door names what it lets through: no *');
    const names = statements.flatMap(namesOf);
    if (names.length > NAMES) say(null, `${names.length} names, more than ${NAMES}: ask for less`);
    for (const name of names.filter((name) => !taken.has(name)))
      say(null, `nobody outside asks for ${name}: take it out of the door`);
  }
  return found;
}
