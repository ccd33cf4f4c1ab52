// Stands in for npm: notes how it was called; FAKE_NPM says what it does besides.
import { appendFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';

const { FAKE_LOG = '', FAKE_NPM = '', FAKE_MODULES = '' } = process.env;
const args = process.argv.slice(2);
appendFileSync(FAKE_LOG, `${JSON.stringify({ tool: 'npm', args, pid: process.pid, env: process.env })}\n`);
if (FAKE_NPM === `hangs in ${args[0]}`) setInterval(() => {}, 1000);
else if (FAKE_NPM === 'builds nothing' && args[0] === 'run') {
  console.error("Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'assemblyscript'");
  process.exitCode = 1;
} else if (args[0] === 'ci') {
  mkdirSync('node_modules', { recursive: true });
  for (const name of readdirSync(FAKE_MODULES)) {
    if (!name.startsWith('.') && !existsSync(`node_modules/${name}`))
      symlinkSync(`${FAKE_MODULES}/${name}`, `node_modules/${name}`);
  }
} else {
  for (const folder of ['lib/dist', 'binder/kernel/dist']) mkdirSync(folder, { recursive: true });
  const made = [
    'lib/dist/index.js',
    ...['main.js', 'typescript.js'].map(file => `binder/kernel/dist/${file}`),
  ];
  for (const file of made) writeFileSync(file, '');
}
