import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closingLine.ts'],
    // Vitest leaves one core free; much of the time here goes into waiting for kernels and pages.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
