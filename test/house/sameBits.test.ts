import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

const rooms = ['numpy', 'elementary', 'data', 'theory', 'stats', 'engine', 'experiment'];
/** Only shows a number of bytes. */
const shown = ['engine/summary.ts'];
const files = rooms
  .flatMap(room =>
    readdirSync(`${root}lib/src/${room}`, { recursive: true, encoding: 'utf8' }).map(
      file => `${room}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter(file => file.endsWith('.ts') && !shown.includes(file));

/** Functions of the platform whose last bits differ between versions and browsers; powers of 2 and squares are exact enough. */
const platform =
  /\bMath\.(?:a?(?:sin|cos|tan)h?|atan2|exp|expm1|log|log1p|log2|log10|pow|cbrt)\b|(?<!\b2) \*\* (?!2\b)/;

test.each(files)('%s computes with elementary functions of its own', file => {
  const code = readFileSync(`${root}lib/src/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
  expect(platform.exec(code)?.[0]).toBeUndefined();
});
