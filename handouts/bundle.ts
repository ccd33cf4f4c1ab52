import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { root, workspace } from '../binder/jupyter.mjs';
import { digest } from '../binder/steps.mjs';

/** The scripts of the pages, by their files. */
export type Script =
  'live/boot' | 'live/page' | 'live/worker' | 'live/workerWithTfjs' | 'reading/main' | 'search/main';

/** What a bundle is made of: the library as it was built last, and what is taken from its source as it is. */
const inputs = (): string[] => [
  'handouts/highlight.ts',
  'handouts/live',
  'handouts/reading',
  'handouts/search',
  ...readdirSync(`${root}lib/dist`).map(name => `lib/dist/${name}`),
  'lib/src',
  'package-lock.json',
];

/** TensorFlow.js without what the course has no use for. */
const alias = {
  '@tensorflow/tfjs': `${root}handouts/live/tfjs.ts`,
};

const made = new Map<Script, Promise<string>>();

/** One of the scripts as text, minified; kept in `.cache/` until its sources change. */
export function script(name: Script): Promise<string> {
  const known = made.get(name) ?? kept(`${name.replace('/', '-')}.js`, () => bundled(name));
  made.set(name, known);
  return known;
}

/** A text that is made of the sources and the library, kept as `script` keeps its own. */
export async function kept(file: string, make: () => string | Promise<string>): Promise<string> {
  const [name, ending] = file.split('.');
  const path = `${workspace}.cache/${name}-${digest(inputs()).slice(0, 12)}.${ending}`;
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await make();
  mkdirSync(`${workspace}.cache`, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return text;
}

async function bundled(name: Script): Promise<string> {
  const bundle = await rolldown({
    input: `${root}handouts/${name}.ts`,
    platform: 'browser',
    resolve: { alias },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (level, log) => {
      if (level === 'warn' && log.code !== 'EVAL') console.warn(log.message);
    },
  });
  const { output } = await bundle.generate({
    format: 'iife',
    codeSplitting: false,
    // A cell that prints an object of a class prints its name.
    keepNames: true,
    minify: true,
  });
  await bundle.close();
  return output[0].code;
}
