import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { chromium as browserType } from 'playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './tests/support/chromium.ts';
import { patient } from './tests/support/patient.ts';

// The same that @vitest/browser-playwright starts.
patient(browserType);

/** On two cores vitest would use one: these files wait for processes half of their time. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** What is waited for comes when it does: a second is short beside other tests. */
const PATIENT = { poll: { timeout: 30_000 } };

/**
 * Three projects. node: models, server, laws, fuzz, golden and the tests of the house itself.
 * browser: elements, charts and pages, inside a real Chromium. e2e: a real server process and a
 * real Chromium driven from outside. One of them alone: `npx vitest run --project node`.
 */
export default defineConfig(async () => {
  const chromium = await findChromium();
  const env: Record<string, string> =
    'path' in chromium ? { CHROMIUM_PATH: chromium.path } : { CHROMIUM_MISSING: chromium.missing };
  return {
    test: {
      reporters: ['default', './tests/support/closing.ts'],
      projects: [
        {
          test: {
            name: 'node',
            sequence: { groupOrder: 0 },
            environment: 'node' as const,
            maxWorkers: WORKERS,
            expect: PATIENT,
            include: [
              'tests/{models,server,laws,fuzz,golden,load,bench}/**/*.test.ts',
              'tests/*.test.ts',
            ],
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          optimizeDeps: {
            // Scanned ahead: a dependency met late would reload the page in the middle of a test.
            entries: ['client/main.ts', 'client/**/*.ts', 'tests/{client,gallery}/**/*.ts'],
            include: ['axe-core'],
          },
          test: {
            name: 'browser',
            sequence: { groupOrder: 1 },
            include: ['tests/{client,gallery}/**/*.test.ts'],
            env,
            globalSetup: './tests/support/need-chromium.ts',
            testTimeout: 30_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...('path' in chromium ? { executablePath: chromium.path } : {}),
                  args: [...CHROMIUM_ARGS],
                },
                contextOptions: { locale: 'fr-FR', timezoneId: 'Europe/Paris' },
              }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
        {
          test: {
            name: 'e2e',
            // Last and alone: calls ring for two seconds there.
            sequence: { groupOrder: 2 },
            environment: 'node' as const,
            include: ['tests/e2e/**/*.test.ts'],
            env,
            globalSetup: './tests/support/need-chromium.ts',
            // One scenario at a time: each has its own server process and its own browser.
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
