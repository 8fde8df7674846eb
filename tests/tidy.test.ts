import { describe, expect, it } from 'vitest';
import { banComplaints } from './support/house/bans.ts';
import { doorComplaints } from './support/house/doors.ts';
import { layerComplaints } from './support/house/layers.ts';
import { deadComplaints } from './support/house/reach.ts';
import { sizeComplaints } from './support/house/sizes.ts';
import { type Complaint, type SourceText, sources, topLevel } from './support/house/tree.ts';

/** The style of the house is a test that says what to do instead. */
const all = sources();

const told = (complaints: readonly Complaint[]): string[] =>
  complaints.map(({ path, line, says }) => `${path}:${line} ${says}`);

describe('the house', () => {
  it('was read: a test that reads nothing finds nothing', () => {
    expect(all.length).toBeGreaterThan(40);
    expect(all.map(({ path }) => path)).toContain('models/doors/live.ts');
  });

  it('keeps its layers', () => expect(told(layerComplaints(all))).toEqual([]));
  it('has doors that let through by name what is asked for', () =>
    expect(told(doorComplaints(all))).toEqual([]));
  it('uses nothing that is banned', () => expect(told(banComplaints(all))).toEqual([]));
  it('keeps files, functions and lines short, and names that mean something', () =>
    expect(told(sizeComplaints(all))).toEqual([]));
  it('holds no dead file', () => expect(told(deadComplaints(all))).toEqual([]));

  it('has at its top only what belongs there', () => {
    const belongs = new Set([
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE'],
      ...['server', 'client', 'models', 'tests', '.ci', '.gitignore', '.npmrc'],
      ...['biome.json', 'vite.config.ts', 'vitest.config.ts', 'CHANGELOG.md', 'NOTICE'],
    ]);
    expect(topLevel().filter((name) => !belongs.has(name))).toEqual([]);
  });
});

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
interface Lock {
  readonly packages: Record<
    string,
    { readonly version?: string; readonly integrity?: string; readonly resolved?: string }
  >;
}
const textOf = (path: string): string => all.find((source) => source.path === path)?.text ?? '';
const manifest = JSON.parse(textOf('package.json')) as Manifest;
const lock = JSON.parse(textOf('package-lock.json')) as Lock;

/** The oldest versions without a known hole that a stranger's message could use. */
const OLDEST: Record<string, string> = {
  'socket.io': '4.8.3',
  'engine.io': '6.6.9',
  'socket.io-parser': '4.2.6',
  'socket.io-adapter': '2.5.8',
  ws: '8.21.0',
  express: '5.2.1',
  'body-parser': '2.3.0',
  qs: '6.16.0',
  'path-to-regexp': '8.4.0',
};

const isOlder = (version: string, than: string): boolean => {
  const [a, b] = [version.split('.').map(Number), than.split('.').map(Number)];
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
};

describe('the packages', () => {
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('are pinned to one version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked with their fingerprint and without an address', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  });

  it.each(Object.entries(OLDEST))('%s is at least %s', (name, oldest) => {
    const found = locked.filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(found.length).toBeGreaterThan(0);
    for (const [path, { version = '' }] of found)
      expect(isOlder(version, oldest), `${path} is ${version}`).toBe(false);
  });
});

/** A violation of each kind, planted; and beside it what is allowed. */
const caught = (
  check: (all: readonly SourceText[]) => Complaint[],
  path: string,
  text: string,
): string[] => check([{ path, text }]).map(({ says }) => says);

describe('a planted import is caught', () => {
  it.each([
    ['models/folds/views/wall.ts', '../../centre/centre.ts', /only words and the kernel's tally/],
    ['models/folds/views/wall.ts', '../../kernel/calendar.ts', /only words and the kernel's tally/],
    ['models/policies/routing.ts', '../centre/centre.ts', /never the centre itself/],
    ['models/kernel/luck.ts', '../words/facts.ts', /the kernel stands alone/],
    ['models/kernel/luck.ts', 'seedrandom', /only kernel\/streams\.ts/],
    ['models/centre/centre.ts', 'seedrandom', /recorder/],
    ['models/centre/centre.ts', '../folds/wall.ts', /recorder/],
    ['models/centre/centre.ts', 'node:fs', /recorder/],
    ['models/live/session.ts', 'rxjs', /clock, network and store as arguments/],
    ['models/study/trial.ts', '../live/session.ts', /as arguments/],
    ['server/rooms/room.ts', '../../models/centre/centre.ts', /models\/doors/],
    ['server/rooms/room.ts', '../../client/main.ts', /over the wire/],
    ['client/main.ts', '../server/app.ts', /over the wire/],
    ['client/main.ts', '../models/words/facts.ts', /models\/doors/],
    ['client/main.ts', 'node:fs', /over the wire/],
    ['tests/client/desk.test.ts', '../../server/app.ts', /no server/],
    ['tests/server/room.test.ts', '../../models/live/wire.ts', /models\/doors/],
    ['tests/server/room.test.ts', '../../client/main.ts', /through a browser/],
    ['tests/models/kernel/tally.test.ts', '../../../client/main.ts', /tests\/client/],
    ['plans/later.ts', '../models/doors/live.ts', /no layer/],
  ])('%s ← %s', (path, wanted, says) => {
    for (const text of [
      `import { x } from '${wanted}';`,
      `import type { x } from '${wanted}';`,
      `export * from '${wanted}';`,
      `const x = await import('${wanted}');`,
    ])
      expect(caught(layerComplaints, path, text).join('\n')).toMatch(says);
  });

  it.each([
    ['export const x = 1;', /only re-exports/],
    ["export * from '../words/facts.ts';", /no \*/],
    ["export { x, y } from '../words/facts.ts';", /nobody outside asks for y/],
    [
      `export { ${Array.from({ length: 111 }, (_, i) => `x${i}`)} } from './a.ts';`,
      /more than 110/,
    ],
  ])('in a door: %s', (text, says) => {
    const door = { path: 'models/doors/live.ts', text };
    const asks = { path: 'server/a.ts', text: "import { x } from '../models/doors/live.ts';" };
    expect(doorComplaints([door, asks]).map((one) => one.says)).toEqual(
      expect.arrayContaining([expect.stringMatching(says)]),
    );
  });
  it('what is asked for may stand in a door', () => {
    const text = "export { x } from '../words/facts.ts';";
    const asks = { path: 'server/a.ts', text: "import { x } from '../models/doors/live.ts';" };
    expect(doorComplaints([{ path: 'models/doors/live.ts', text }, asks])).toEqual([]);
  });

  it.each([
    ['models/folds/views/wall.ts', '../../kernel/tally.ts'],
    ['models/kernel/streams.ts', 'seedrandom'],
    ['server/rooms/room.ts', '../../models/doors/live.ts'],
    ['client/main.ts', '../models/doors/live.ts'],
    ['client/main.ts', 'lit'],
    ['server/app.ts', 'node:fs'],
  ])('%s ← %s is allowed', (path, wanted) =>
    expect(caught(layerComplaints, path, `import { x } from '${wanted}';`)).toEqual([]),
  );
});

describe('a planted ban is caught', () => {
  const later = ['TO', 'DO'].join('');
  const aside = ['it.sk', "ip('x', () => {});"].join('');
  it.each([
    ['models/centre/centre.ts', 'const a = Math.random();', /models\/kernel\/luck\.ts/],
    ['client/charts/score.ts', 'const a = Math.random();', /luck/],
    ['tests/models/x.test.ts', 'const a = Math.random();', /luck/],
    ['models/centre/centre.ts', 'const a = Date.now();', /simulated instant/],
    ['models/centre/centre.ts', 'const a = new Date();', /simulated instant/],
    ['models/centre/centre.ts', 'const a = performance.now();', /simulated instant/],
    ['models/centre/centre.ts', 'setTimeout(f, 1);', /calendar/],
    ['models/kernel/laws.ts', 'const a = Math.pow(x, 0.5);', /bits differ/],
    ['models/kernel/laws.ts', 'const a = x ** 0.5;', /bits differ/],
    ['models/kernel/laws.ts', 'a **= 2;', /bits differ/],
    ['models/kernel/laws.ts', 'const a = Math.sin(x) + Math.log1p(x);', /bits differ/],
    ['models/kernel/laws.ts', 'const f = [1].map(Math.cbrt);', /bits differ/],
    ['models/policies/mood.ts', 'const a = Math.log(x);', /bits differ/],
    ['models/study/weights.ts', 'const a = Math.exp(x);', /bits differ/],
    ['models/kernel/exp.ts', 'const { exp } = Math;', /bits differ/],
    ['models/kernel/exp.ts', "const a = Math['exp'](x);", /bits differ/],
    ['models/live/session.ts', "const a = process.env['X'];", /as an argument/],
    ['models/live/session.ts', 'const a = globalThis;', /as an argument/],
    ['models/words/facts.ts', 'a.localeCompare(b);', /between builds/],
    ['models/words/facts.ts', 'new Intl.NumberFormat();', /between builds/],
    ['models/words/facts.ts', 'for (const k in o) f(k);', /for…of/],
    ['models/centre/centre.ts', 'async function f() {}', /synchronous/],
    ['models/centre/centre.ts', 'console.log(1);', /recorder/],
    ['server/rooms/room.ts', "const a = process.env['PORT'];", /server\/main\.ts/],
    ['server/rooms/room.ts', 'process.exit(1);', /server\/main\.ts/],
    ['client/pages/desk/desk.ts', 'a.innerHTML = b;', /raw HTML/],
    ['client/charts/score.ts', 'd3.select(a).html(b);', /raw HTML/],
    ['client/pages/desk/desk.ts', "import { unsafeHTML as u } from 'lit/x.js';", /raw HTML/],
    ['client/pages/desk/bell.ts', 'navigator.mediaDevices.x();', /no microphone/],
    ['client/pages/desk/bell.ts', 'new SpeechRecognition();', /no microphone/],
    ['server/app.ts', 'eval(a);', /eval is banned/],
    ['server/app.ts', `// ${later} later`, /do it now/],
    ['README.md', `${later}: more`, /do it now/],
    ['tests/models/x.test.ts', aside, /left aside/],
    ['tests/models/x.test.ts', ['describe.on', "ly('x', () => {});"].join(''), /run alone/],
    ['tests/models/x.test.ts', ['it.each([1]).to', "do('x');"].join(''), /left aside/],
    ['README.md', 'see /root/x', /one machine/],
    ['server/app.ts', "const a = '/home/me/data';", /one machine/],
    ['README.md', 'https://registry.example.org/x', /registry/],
  ])('%s: %s', (path, text, says) =>
    expect(caught(banComplaints, path, text).join('\n')).toMatch(says),
  );

  it.each([
    ['models/centre/centre.ts', '// Date.now() would not do: see Math.random'],
    ['models/centre/centre.ts', 'interface X { process: number; html: string }'],
    ['models/kernel/laws.ts', 'const a = log(x) * Math.sqrt(x) + Math.floor(x * x);'],
    ['client/pages/desk/desk.ts', 'const a = html`<p>${b}</p>`;'],
    ['server/main.ts', "const a = process.env['PORT'];"],
    ['server/clock.ts', 'const a = performance.now();'],
    ['tests/models/x.test.ts', 'expect(list.only).toBe(1);'],
  ])('%s: %s is allowed', (path, text) => expect(caught(banComplaints, path, text)).toEqual([]));
});

describe('a planted length or name is caught', () => {
  const lines = (n: number, line = 'f();'): string => `${line}\n`.repeat(n);
  it.each([
    ['server/app.ts', lines(401), /401 lines/],
    ['server/rooms/room.ts', lines(351), /351 lines, more than 350/],
    ['server/app.ts', `function f() {\n${lines(69)}}\n`, /a function of 71 lines/],
    ['tests/models/x.test.ts', `function f() {\n${lines(69)}}\n`, /a function of 71 lines/],
    ['server/app.ts', `class X {\n  go() {\n${lines(69)}}\n}\n`, /a function of 71 lines/],
    ['server/app.ts', `const a = [${'1, '.repeat(40)}];`, /columns/],
    ['server/app.ts', `// ${'a '.repeat(60)}`, /columns/],
    ['server/utils.ts', '', /says nothing/],
    ['client/helpers/x.ts', '', /says nothing/],
    ['models/words/types.ts', '', /says nothing/],
    ['server/rooms/room-manager.ts', '', /says nothing/],
    ['server/app.ts', 'class RoomManager {}', /in the field/],
  ])('%s', (path, text, says) =>
    expect(caught(sizeComplaints, path, text).join('\n')).toMatch(says),
  );

  it.each([
    ['server/app.ts', lines(400)],
    ['server/rooms/room.ts', lines(350)],
    ['server/app.ts', `function f() {\n${lines(68)}}\n`],
    ['tests/models/x.test.ts', `describe('x', () => {\n${lines(100)}it('y', f);\n});\n`],
    ['server/app.ts', `  throw new Error('${'a word '.repeat(16)}');`],
  ])('%s is allowed', (path, text) => expect(caught(sizeComplaints, path, text)).toEqual([]));
});

describe('a planted dead file is caught', () => {
  const tree = (files: Record<string, string>): string[] =>
    deadComplaints(Object.entries(files).map(([path, text]) => ({ path, text }))).map(
      ({ path }) => path,
    );
  it('when nothing leads to it, or only a test', () => {
    const dead = tree({
      'server/main.ts': "import './app.ts'; new Worker(new URL('./jobs/worker.ts', base));",
      'server/app.ts': '',
      'server/jobs/worker.ts': '',
      'server/old.ts': '',
      'server/tested.ts': '',
      'client/index.html': '<script type="module" src="/main.ts"></script>',
      'client/main.ts': "import './look/page.css';",
      'client/look/page.css': '',
      'client/look/old.css': '',
      'tests/server/app.test.ts': "import '../../server/tested.ts'; import '../support/used.ts';",
      'tests/support/used.ts': '',
      'tests/support/unused.ts': '',
    });
    expect(dead).toEqual([
      'server/old.ts',
      'server/tested.ts',
      'client/look/old.css',
      'tests/support/unused.ts',
    ]);
  });
});
