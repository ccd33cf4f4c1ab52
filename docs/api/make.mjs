// Writes the API reference to docs/api/build: plain pages that open from the file system, without a network.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';

const here = fileURLToPath(new URL('.', import.meta.url));
const declarations = `${here}declarations/`;
const rooms = [
  'engine',
  'numpy',
  'data',
  'experiment',
  'theory',
  'stats',
  'plot',
  'notebook',
  'course',
  'tfjs',
];

rmSync(declarations, { recursive: true, force: true });
cpSync(`${here}../../lib/dist/`, declarations, { recursive: true });
for (const file of readdirSync(declarations, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  // The type of a function's options follows from a table: the page lists the options, not the table's name.
  const text = readFileSync(declarations + file, 'utf8');
  const listed = text.replace(/ \*\/\n(export type \w+ = [^;\n]*\bOptions<typeof)/g, ' @interface */\n$1');
  if (listed !== text) writeFileSync(declarations + file, listed);
}

const app = await Application.bootstrap({
  name: 'Dropout Lab',
  entryPoints: rooms.map(room => `${declarations}${room}/index.d.ts`),
  tsconfig: `${here}tsconfig.json`,
  readme: `${here}front.md`,
  disableSources: true,
  excludeExternals: true,
  hideGenerator: true,
  validation: false,
});
const project = await app.convert();
if (!project || app.logger.hasErrors())
  throw new Error('typedoc could not read the declarations of lib/dist');
await app.generateDocs(project, `${here}build`);
rmSync(declarations, { recursive: true, force: true });
