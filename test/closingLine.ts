import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with the plain line `N passed, N failed`; a file that could not be loaded, or a
 * group of tests that could not be prepared, counts as a failed test. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length) count.failed++;
      for (const suite of module.children.allSuites()) if (suite.errors().length) count.failed++;
      for (const test of module.children.allTests()) count[test.result().state]++;
    }
    process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
  }
}
