import table from './evidence.json';
import type { Evidence } from './statement';

/** What the tests assert about the statements: `npm run verdicts` collects it, and a test keeps it up to date. */
export const evidence: readonly Evidence[] = table;
