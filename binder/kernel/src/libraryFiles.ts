import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The whole library, and the part that shows what cells computed. */
const entries = ['dropout-lab', 'dropout-lab/notebook'];

/** The code of the library that a cell in `folder` imports: nothing where it is not installed. */
export function libraryFiles(folder: string = process.cwd()): string[] {
  const { resolve } = createRequire(join(folder, 'cell.js'));
  try {
    return entries.map(entry => resolve(entry));
  } catch {
    return [];
  }
}
