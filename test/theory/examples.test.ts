import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as lab from '../../lib/src/index.ts';
import { EXACT } from '../tolerances.ts';

/** What an example promises: the code up to its line, the expression, and the numbers its comment opens with. */
interface Promised {
  readonly setup: string;
  readonly expression: string;
  readonly numbers: string[];
}

const room = new URL('../../lib/src/theory/', import.meta.url);

/** Every line `expression; // number…` of the docstrings' examples, with the lines before it in the same example. */
function promises(): Promised[] {
  return readdirSync(room).flatMap(file => {
    const source = readFileSync(new URL(file, room), 'utf8');
    const examples = [...source.matchAll(/@example\n((?: \* [^@/].*\n)+)/g)].map(([, lines]) => lines);
    return examples.flatMap(lines => {
      const code = lines
        .trimEnd()
        .split('\n')
        .map(line => line.slice(3));
      return code.flatMap((line, i) => {
        const [, expression, promised] = /^([a-z].*); *\/\/ ((?:\[|\{[^}]*|-?\d).*)$/i.exec(line) ?? [];
        if (!promised) return [];
        const literal = promised.split(/,? (?:where|though|of which|that is)|; /)[0];
        const setup = code.slice(0, i).join('\n').replaceAll(' as const', '');
        return [{ setup, expression, numbers: literal.match(/-?\b\d[\d.]*(?:e-?\d+)?/g) ?? [] }];
      });
    });
  });
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Float64Array) return [...value];
  return Object.values(value as object).flatMap(numbersIn);
}

test('the docstrings hold examples with numbers', () => {
  expect(promises().length).toBeGreaterThan(20);
});

test.each(promises())('$expression gives $numbers', ({ setup, expression, numbers }) => {
  const run = new Function(...Object.keys(lab), `${setup}\nreturn ${expression};`);
  const actual = numbersIn(run(...Object.values(lab)));
  numbers.forEach((text, i) => {
    const [digits, exponent = '0'] = text.split('e');
    const decimals = digits.split('.')[1]?.length;
    const unit = decimals ? 10 ** (Number(exponent) - decimals) : EXACT;
    expect(Math.abs(actual[i] - Number(text)), `${actual[i]} against ${text}`).toBeLessThanOrEqual(unit);
  });
});
