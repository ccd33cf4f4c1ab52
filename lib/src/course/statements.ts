import type { Statement } from './statement';
import table from './statements.json';

/** Every statement that the lecture makes or quotes about dropout, in its order, and our judgment on it. */
export const statements: readonly Statement[] = table as readonly Statement[];
