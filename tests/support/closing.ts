import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/**
 * Closes a run with one plain line: `N passed, N failed` (and `, N skipped` when there are any).
 */
export default class Closing implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    let [passed, failed, skipped] = [0, unhandled.length, 0];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
      }
      // A file that does not load, or a hook that throws, fails without a failed test of its own.
      if (module.errors().length > 0) failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed += 1;
    }
    // The set-up of a run may fail before any test does.
    if (reason === 'failed' && failed === 0) failed = 1;
    const also = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`\n${passed} passed, ${failed} failed${also}\n`);
  }
}
