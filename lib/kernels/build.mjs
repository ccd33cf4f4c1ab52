// Compiles the kernels and writes their bytes as a TypeScript module, so that the library needs neither fetch nor files.
import { main, version } from 'assemblyscript/asc';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./', import.meta.url));
const target = fileURLToPath(new URL('../src/engine/kernels/build/bytes.ts', import.meta.url));

/** Names what the bytes were made from. */
function stamp() {
  const hash = createHash('sha256').update(version);
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(folder + name));
  return `// Compiled from lib/kernels (${hash.digest('hex')}) by AssemblyScript ${version}.`;
}

async function compile() {
  /** @type {Uint8Array[]} */
  const written = [];
  const { error, stderr } = await main(
    [
      'index.ts',
      '--baseDir',
      folder,
      '--outFile',
      'kernels.wasm',
      '-O3',
      '--converge',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
    ],
    {
      writeFile: (_name, contents) => {
        written.push(/** @type {Uint8Array} */ (contents));
      },
    },
  );
  if (error) throw new Error(`The kernels do not compile.\n${stderr}`, { cause: error });
  return Buffer.from(written[0]).toString('base64');
}

if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(stamp())) {
  const text = `${stamp()}\nexport const bytes: string =\n  '${await compile()}';\n`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
