import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with why tests were skipped and the plain line `N passed, N failed`; a file that could not be loaded, or
 * a group of tests that could not be prepared, counts as a failed test.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    const skipped = new Map<string, string[]>();
    for (const module of modules) {
      if (module.errors().length) count.failed++;
      for (const suite of module.children.allSuites()) if (suite.errors().length) count.failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state]++;
        if (result.state !== 'skipped' || result.note === undefined) continue;
        skipped.set(result.note, [...(skipped.get(result.note) ?? []), test.fullName]);
      }
    }
    for (const [reason, titles] of skipped)
      process.stdout.write(`Skipped, ${reason}: ${titles.join('; ')}\n`);
    process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
  }
}
