import { readFileSync } from 'node:fs';
import { root } from '../binder/jupyter.mjs';

/** How to cite the course, as BibTeX; from `CITATION.cff`. */
export function citation(source: string = readFileSync(`${root}CITATION.cff`, 'utf8')): string {
  const field = (name: string): string => {
    const [, value] = new RegExp(`^(?:[ -]*)${name}: *['"]?(.*?)['"]? *$`, 'm').exec(source) ?? [];
    if (value === undefined) throw new Error(`CITATION.cff has no ${name}`);
    return value;
  };
  const fields = {
    author: `{${field('name')}}`,
    title: field('title'),
    version: field('version'),
    year: field('date-released').slice(0, 4),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@software{dropout-lab,\n${lines.join(',\n')}\n}`;
}
