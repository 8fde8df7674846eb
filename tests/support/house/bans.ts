import ts from 'typescript';
import { type Complaint, isCode, lineOf, type SourceText, visit } from './tree.ts';

/** What is banned where, with what to use instead. Judged on the syntax, so comments may speak. */
interface Ban {
  /** Files it holds for. */
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly is: (node: ts.Node) => boolean;
  readonly says: string;
}

const MODELS = /^models\//;
const PRODUCT = /^(models|server|client)\//;
const EVERYWHERE = /^/;

/** `name` used as a value: not a property, a key, a parameter or a type. */
const uses =
  (...names: string[]) =>
  (node: ts.Node): boolean => {
    if (!ts.isIdentifier(node) || !names.includes(node.text)) return false;
    const above = node.parent;
    if (ts.isPropertyAccessExpression(above)) return above.expression === node;
    return (
      ts.isCallExpression(above) ||
      ts.isNewExpression(above) ||
      ts.isBinaryExpression(above) ||
      ts.isTypeOfExpression(above) ||
      ts.isVariableDeclaration(above) ||
      ts.isShorthandPropertyAssignment(above) ||
      (ts.isPropertyAssignment(above) && above.initializer === node)
    );
  };

/** `….name`, on anything. */
const member =
  (...names: string[]) =>
  (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) && names.includes(node.name.text);

/** `of.name`. */
const memberOf =
  (of: string, ...names: string[]) =>
  (node: ts.Node): boolean =>
    member(...names)(node) &&
    ts.isIdentifier((node as ts.PropertyAccessExpression).expression) &&
    (node as ts.PropertyAccessExpression).expression.getText() === of;

const imports =
  (...names: string[]) =>
  (node: ts.Node): boolean =>
    ts.isImportSpecifier(node) && names.includes((node.propertyName ?? node.name).text);

const either =
  (...tests: ((node: ts.Node) => boolean)[]) =>
  (node: ts.Node): boolean =>
    tests.some((test) => test(node));

/** The same bits on every engine; the others are the system's own, or differ between versions. */
const EXACT_MATH = new Set(
  'sqrt abs floor ceil round trunc sign min max imul fround clz32 PI E LN2 LN10 SQRT2 SQRT1_2'.split(
    ' ',
  ),
);

/** `Math.name` of another name; and Math handed on, taken apart or indexed: nobody sees whose. */
const inexactMath = (node: ts.Node): boolean => {
  if (!ts.isIdentifier(node) || node.text !== 'Math') return false;
  const above = node.parent;
  if (!ts.isPropertyAccessExpression(above)) return uses('Math')(node) || isIndexed(node);
  if (above.expression !== node) return false;
  return above.name.text !== 'random' && !EXACT_MATH.has(above.name.text);
};
const isIndexed = (node: ts.Node): boolean => ts.isElementAccessExpression(node.parent);

const power = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken);

const asynchronous = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) ||
  (node.kind === ts.SyntaxKind.AsyncKeyword && ts.isFunctionLike(node.parent)) ||
  uses('Promise')(node);

/** `it.only`, `describe.skip`, `test.todo`, also after `.each` and the like. */
const leftAside = (node: ts.Node): boolean => {
  if (!member('only', 'skip', 'todo')(node)) return false;
  let root = (node as ts.PropertyAccessExpression).expression;
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = root.expression;
  return ['it', 'test', 'describe', 'suite', 'bench'].includes(root.getText());
};

const BANS: readonly Ban[] = [
  {
    where: EVERYWHERE,
    is: memberOf('Math', 'random'),
    says: 'Math.random is banned, use luck of a seed (models/kernel/luck.ts), or node:crypto for secrets',
  },
  {
    where: MODELS,
    is: either(uses('Date', 'performance'), memberOf('globalThis', 'Date', 'performance')),
    says: 'clocks are banned in models, take the simulated instant as an argument (at, now)',
  },
  {
    where: MODELS,
    is: uses(
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'requestAnimationFrame',
    ),
    says: 'timers are banned in models, put an event into the calendar (models/kernel/calendar.ts)',
  },
  {
    where: MODELS,
    is: either(inexactMath, power),
    says: 'banned in models, its bits differ between engines: use log, exp and power of models/kernel, Math.sqrt and the exact ones (x * x for a square)',
  },
  {
    where: MODELS,
    is: either(uses('process', 'window', 'document', 'globalThis', 'crypto', 'fetch', 'WeakRef')),
    says: 'the surroundings are banned in models, take what you need as an argument',
  },
  {
    where: MODELS,
    is: either(
      uses('Intl'),
      member('localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'),
    ),
    says: 'languages differ between builds: compare with < and >, and format on the screen (client/text)',
  },
  {
    where: MODELS,
    is: ts.isForInStatement,
    says: 'for…in is banned, its order surprises (10 before "a"): use for…of over a list or a Map',
  },
  {
    where: /^models\/(?!study\/)/,
    is: asynchronous,
    says: 'a step of the simulation is synchronous: let the driver wait (server/rooms)',
  },
  {
    where: MODELS,
    is: uses('console'),
    says: 'console is banned in models, report a fact to the recorder or return a Problem',
  },
  {
    where: PRODUCT,
    except: /^server\/(main\.ts|cli\.ts|cli\/|(bin|house|start)\.mjs$)/,
    is: memberOf('process', 'env', 'exit', 'argv'),
    says: 'process.env and process.exit belong to server/main.ts and the command line: take it as an argument',
  },
  {
    where: /^client\//,
    is: either(
      member('innerHTML', 'outerHTML', 'insertAdjacentHTML', 'html', 'write', 'writeln'),
      imports('unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic'),
    ),
    says: 'raw HTML is banned in the client, use a Lit template or .text(): what people type is only text',
  },
  {
    where: /^client\//,
    is: either(
      member('mediaDevices', 'getUserMedia', 'getDisplayMedia'),
      uses('SpeechRecognition', 'webkitSpeechRecognition', 'MediaRecorder', 'ImageCapture'),
    ),
    says: 'no microphone, no camera: nothing is read from a voice, a face or a body',
  },
  {
    where: EVERYWHERE,
    is: either(
      uses('eval'),
      (node) => ts.isNewExpression(node) && node.expression.getText() === 'Function',
    ),
    says: 'eval is banned, write the function',
  },
  {
    where: EVERYWHERE,
    is: leftAside,
    says: 'a test is neither left aside nor run alone: mend it or take it out',
  },
];

const word = (...parts: string[]): string => parts.join('');
/** Spelt in pieces, so that this file passes its own test. */
const LATER = new RegExp(
  `\\b(${[word('TO', 'DO'), word('FIX', 'ME'), word('X', 'XX'), word('HA', 'CK')].join('|')})\\b`,
);

/** Words and addresses that no file of the repository may hold, whatever its kind. */
const TEXTS: readonly { is: RegExp; says: string; except?: RegExp }[] = [
  { is: LATER, says: 'do it now, or file an issue: no note to self in the sources' },
  {
    is: /(?<![\w.])\/(work|home|root|Users|mnt)\/\w/,
    says: 'a path of one machine: use a path from the repository or a temporary folder',
    except: /^tests\/support\/house\/|^tests\/tidy\.test\.ts$/,
  },
  {
    is: /\bregistry\.[a-z]+\.\w+|[a-z-]+\.(pkg|registry)\.(dev|io|com)\b/,
    says: 'the address of a registry: packages are named, npm knows where they are',
    except: /^tests\/support\/house\/|^tests\/tidy\.test\.ts$/,
  },
  { is: /\b@ts-(ignore|nocheck)\b/, says: 'mend the type, or say why with @ts-expect-error' },
];

/** Uses of what is banned. */
export function banComplaints(all: readonly SourceText[]): Complaint[] {
  const found: Complaint[] = [];
  for (const source of all) {
    if (source.path === 'package-lock.json') continue;
    const { path, text } = source;
    for (const { is, says, except } of TEXTS) {
      if (except?.test(path)) continue;
      text.split('\n').forEach((line, i) => {
        if (is.test(line))
          found.push({ path, line: i + 1, says: `"${line.match(is)?.[0]}": ${says}` });
      });
    }
    if (!isCode(path)) continue;
    const bans = BANS.filter(({ where, except }) => where.test(path) && !except?.test(path));
    visit(source, (node) => {
      for (const { is, says } of bans)
        if (is(node)) found.push({ path, line: lineOf(source, node), says });
    });
  }
  return found;
}
