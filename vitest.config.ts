import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/longestFirst.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    provide: { run: Date.now() },
    sequence: { sequencer: LongestFirst },
    setupFiles: ['./test/drawnCases.ts'],
    reporters: ['default', './test/closingLine.ts'],
    // Kernels and pages answer in seconds, on a busy machine in tens of them; only what hangs takes longer.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // What `npm run coverage` measures: the library, by its unit tests.
    coverage: {
      include: ['lib/src/**/*.ts'],
      reportsDirectory: '.cache/coverage',
      reporter: ['text', 'html'],
    },
    // Vitest leaves one core free; much of the time here goes into waiting for kernels and pages.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
