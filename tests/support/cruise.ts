import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';

/**
 * `npm run layers`: what only a full resolution of the imports can tell: no cycle, nothing that
 * does not resolve, no package that package.json does not name, no development package in the
 * product. The layers themselves are kept by tests/tidy.test.ts, whose messages say what to do
 * instead.
 */
const PRODUCT = '^(models|server|client)/';

/**
 * One machine cut by chapters: who ends a call, hands it on or calls back serves the next, and what
 * is served begins a talk, which may end another. At most seven, by name (models/ARCHITECTURE.md).
 */
const ONE_MACHINE = ['serve', 'conclude', 'call-back', 'pace', 'hand-over', 'tension'];

const options: ICruiseOptions = {
  validate: true,
  ruleSet: {
    forbidden: [
      {
        name: 'no-cycle',
        comment: 'Two modules that need each other are one module, or miss a third.',
        severity: 'error',
        from: { pathNot: ONE_MACHINE.map((name) => `^models/centre/rules/${name}\\.ts$`) },
        to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      },
      {
        name: 'no-unresolved',
        comment: 'This import leads nowhere.',
        severity: 'error',
        from: {},
        to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw|inline)$|^node:' },
      },
      {
        name: 'named-in-package',
        comment: 'Name the package in package.json, pinned: another one may stop bringing it.',
        severity: 'error',
        from: {},
        to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      },
      {
        name: 'no-development-package-in-the-product',
        comment: 'The product runs without development packages: move it to "dependencies".',
        severity: 'error',
        from: { path: PRODUCT },
        to: { dependencyTypes: ['npm-dev'], pathNot: '@types/' },
      },
    ],
  },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  detectJSDocImports: false,
};

const found = await cruise(['models', 'server', 'client', 'tests'], options, {
  extensions: ['.ts', '.mjs', '.js', '.json'],
  exportsFields: ['exports'],
  conditionNames: ['import', 'module', 'node', 'default', 'types'],
});
const { summary } = found.output as ICruiseResult;
for (const { rule, from, to, cycle } of summary.violations) {
  const through = (cycle ?? []).map((step) => step.name).join(' → ');
  process.stderr.write(`${rule.name}: ${from} → ${through || to}\n`);
}
if (ONE_MACHINE.length > 7) {
  process.stderr.write('One machine is more than seven files: part it, do not exempt it.\n');
  process.exitCode = 1;
}
// A parser that does not understand the sources finds nothing wrong in nothing.
if (summary.totalCruised < 20) {
  process.stderr.write(`Only ${summary.totalCruised} modules were read: the check did not work.\n`);
  process.exitCode = 1;
} else if (summary.violations.length > 0) process.exitCode = 1;
else process.stdout.write(`${summary.totalCruised} modules: no cycle, every import resolves.\n`);
