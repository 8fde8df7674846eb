import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type Plugin } from 'vite';

/**
 * Pages that are one file each, and open from a disk without a server: the lab, the report that
 * recomputes itself, and a day of the game that replays itself. Scripts, styles, letters and
 * engines are all inside; nothing is asked for.
 */

const CLIENT = join(import.meta.dirname, '..');
const DIST = join(CLIENT, '../dist');

/** A page that is one file. */
interface OneFile {
  /** What it starts from, in client/one-file/. */
  readonly entry: string;
  /** Its one element. */
  readonly element: string;
  readonly title: string;
  /** Left out: letters that lie, where nothing is set in them. */
  readonly withoutItalics?: boolean;
  /** Blocks that hold data, put before its script. */
  readonly data: string;
}

/** `new Worker(new URL('./x.ts', import.meta.url), …)`, as the client writes it everywhere. */
const WORKER = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),[^)]*\)/g;

/** A worker becomes a Blob of the page: beside one file there is no other. */
const workersInside: Plugin = {
  name: 'workers-inside',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/client/') || !code.includes('new Worker(')) return null;
    const imports: string[] = [];
    const inside = code.replace(WORKER, (_all, path: string) => {
      imports.push(`import Inside${imports.length} from '${path}?worker&inline';\n`);
      return `new Inside${imports.length - 1}()`;
    });
    return { code: imports.join('') + inside, map: null };
  },
};

/** Builds the script and the styles of a page, as one text each. */
async function built(entry: string): Promise<{ readonly script: string; readonly style: string }> {
  const one = await build({
    configFile: false,
    root: CLIENT,
    publicDir: false,
    logLevel: 'error',
    plugins: [workersInside],
    build: {
      write: false,
      target: ['es2022', 'safari16.4'],
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(CLIENT, 'one-file', entry),
        treeshake: { moduleSideEffects },
        output: { codeSplitting: false },
      },
    },
    worker: {
      rolldownOptions: {
        treeshake: { moduleSideEffects },
        output: { codeSplitting: false },
      },
    },
  });
  const [output] = [one].flat();
  const files = output !== undefined && 'output' in output ? output.output : [];
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const styles = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  );
  const [script = '', style = ''] = [scripts[0], styles[0]];
  // Whatever else there is would be asked for, and is not there.
  if (scripts.length !== 1 || styles.length !== 1 || files.length !== 2)
    throw new Error(
      `${entry} is not one file: ${files.map(({ fileName }) => fileName).join(', ')}`,
    );
  return { script, style };
}

/** The models do nothing while they load: what a page does not call stays out of it. */
export const moduleSideEffects = (id: string): boolean =>
  !id.includes('/models/') && !id.includes('/node_modules/zod/');

/** A script as it may stand inside a page: nothing in it looks like its end, or like a comment. */
function scriptInside(code: string): string {
  const safe = code.replace(/<(?=\/script|!--)/gi, '\\x3C');
  // A page is read with these changed: the policy's hash would no longer be that of the script.
  if (/[\r\0]/.test(safe)) throw new Error('a script has a character that a page does not keep');
  return safe;
}

/** What a page may do: run its own script, start its own workers, and ask nobody for anything. */
function policyOf(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const ITALICS = /@font-face\{[^}]*font-style:italic[^}]*\}/g;

async function pageOf(page: OneFile): Promise<string> {
  const { data, element, entry, title, withoutItalics = false } = page;
  const { script: code, style: styled } = await built(entry);
  const style = withoutItalics ? styled.replace(ITALICS, '') : styled;
  const script = scriptInside(code);
  const mark = encodeURIComponent(await readFile(join(CLIENT, 'public/mark.svg'), 'utf8'));
  return `<!doctype html>
<html lang="fr" data-one-file>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${mark}">
<style>${style}</style>
</head>
<body>
<${element}></${element}>
<noscript>
<p>Contretemps a besoin de JavaScript. · Contretemps needs JavaScript.</p>
</noscript>
${data}
<script type="module">${script}</script>
</body>
</html>
`;
}

const dataBlock = (type: string, id: string, text: string): string =>
  `<script type="${type}" id="${id}">${text}</script>`;

/** Builds the templates of reports and days (beside the client, which fills them), and the lab. */
async function buildOneFiles(): Promise<void> {
  const template = await pageOf({
    entry: 'report.ts',
    element: 'ct-report',
    title: 'Rapport · Contretemps',
    withoutItalics: true,
    data: dataBlock('application/json', 'report', 'null'),
  });
  const packed = await promisify(gzip)(template, { level: 9 });
  const lab = await pageOf({
    entry: 'lab.ts',
    element: 'ct-lab',
    title: 'Le labo · Contretemps',
    data: dataBlock('text/plain', 'report-template', packed.toString('base64')),
  });
  await mkdir(join(DIST, 'client'), { recursive: true });
  const shift = await pageOf({
    entry: 'shift.ts',
    element: 'ct-shift',
    title: 'Une journée · Contretemps',
    data: dataBlock('application/json', 'shift', 'null'),
  });
  await writeFile(join(DIST, 'client/report-template.html'), template);
  await writeFile(join(DIST, 'client/shift-template.html'), shift);
  await writeFile(join(DIST, 'lab.html'), lab);
}

/** Builds them once the client is there. */
export const oneFiles: Plugin = {
  name: 'one-files',
  apply: 'build',
  closeBundle: { sequential: true, order: 'post', handler: () => buildOneFiles() },
};
