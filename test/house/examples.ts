import { readdirSync, readFileSync } from 'node:fs';

/** An example of a docstring: its code, and what it promises. */
export interface Example {
  readonly file: string;
  readonly code: string;
  readonly promises: readonly Promised[];
}

/** A line `expression; // number…`: the code before it, the expression, and the numbers its comment opens with. */
export interface Promised {
  readonly setup: string;
  readonly expression: string;
  readonly numbers: readonly string[];
}

const source = new URL('../../lib/src/', import.meta.url);

/** The examples of all files in the named folders of lib/src, '' for those in none. */
export function examplesOf(rooms: readonly string[]): Example[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts') && rooms.includes(file.includes('/') ? file.split('/')[0] : ''));
  return files.toSorted().flatMap(file => {
    const text = readFileSync(new URL(file, source), 'utf8');
    return [...text.matchAll(/@example\n((?: +\* [^@/].*\n)+)/g)].map(([, lines]) => {
      const typed = lines.replaceAll(/^ +\* /gm, '').trimEnd();
      const code = typed.replaceAll(/ as const|(?<=const \w+): \w+(?= =)/g, '');
      return { file, code, promises: promisesOf(code.split('\n')) };
    });
  });
}

function promisesOf(lines: readonly string[]): Promised[] {
  return lines.flatMap((line, i) => {
    const [, expression, promised] = /^([a-z].*); *\/\/ ((?:\[|\{[^}]*|-?\d).*)$/i.exec(line) ?? [];
    if (!promised) return [];
    const literal = promised.split(/,? (?:where|though|of which|that is|as)|; /)[0];
    const numbers = literal.match(/-?\b\d[\d.]*(?:e-?\d+)?/g) ?? [];
    return [{ setup: lines.slice(0, i).join('\n'), expression, numbers }];
  });
}
