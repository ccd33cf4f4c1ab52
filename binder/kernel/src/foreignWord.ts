import type { Diagnostic } from 'tslab/dist/converter';

/** What TypeScript writes for a word of another language, and where that word stands. */
export interface ForeignWord {
  /** From 1. */
  line: number;
  column: number;
  /** One sentence. */
  advice: string;
}

type Rule = [pattern: RegExp, advice: string];

/** Lines of Python, IPython or a shell. `$1` is what the pattern captured first. */
const lines: Rule[] = [
  [
    /^import (numpy|torch|tensorflow|keras|sklearn|pandas|matplotlib)\b/,
    "There is no $1 here; TypeScript writes `import { matrix, randomState } from 'dropout-lab'` for what this course needs of it.",
  ],
  [/^import ([\w.]+)(?: as (\w+))?$/, "TypeScript writes `import * as name from '$1'`."],
  [/^from ([\w.]+) import (.+)$/, "TypeScript writes `import { $2 } from '$1'`."],
  [/^(?:async )?def (\w+)\s*\(/, 'TypeScript writes `function $1(x: number) { return … }`.'],
  [/^for (\w+) in range\((\w+)\)\s*:/, 'TypeScript writes `for (let $1 = 0; $1 < $2; $1++) { … }`.'],
  [/^for (.+?) in (.+?)\s*:/, 'TypeScript writes `for (const $1 of $2) { … }`.'],
  [/^if (.+?)\s*:/, 'TypeScript writes `if ($1) { … }`.'],
  [/^elif (.+?)\s*:/, 'TypeScript writes `else if ($1) { … }`.'],
  [/^while (.+?)\s*:/, 'TypeScript writes `while ($1) { … }`.'],
  [/^(else|try|finally)\s*:/, 'TypeScript writes `$1 { … }`.'],
  [/^except\b/, 'TypeScript writes `catch (error) { … }`.'],
  [/^class (\w+)[^{]*:$/, 'TypeScript writes `class $1 { … }`.'],
  [/^raise (\w+)/, "TypeScript writes `throw new Error('…')`."],
  [/^#\s*(.*)/, 'TypeScript writes a comment as `// $1`.'],
  [
    /^%%?(\w+)/,
    'A line that begins with % is a command of IPython, which this kernel does not have: leave it out.',
  ],
  [/^!?((?:pip|conda|npm|apt|apt-get) install\b.*)/, 'Packages are installed in a terminal, not in a cell.'],
  [
    /^!(\w.*)/,
    "TypeScript runs a program with `import { execSync } from 'node:child_process'; execSync('$1').toString()`.",
  ],
  [/\blambda (\w+)\s*:/, 'TypeScript writes `$1 => …`.'],
  [/\[.+ for (\w+) in ([^\]]+)\]/, 'TypeScript writes `$2.map($1 => …)`.'],
  [/(?<![\w.])[fF](?=["'])/, 'TypeScript writes a text with values as `` `loss ${value}` ``.'],
  [/\s(and|or)\s/, 'TypeScript writes `&&` for and, `||` for or.'],
  [/(?<![\w.'"])not\s+\w/, 'TypeScript writes `!` for not.'],
];

/** Names that Python knows. */
const names: Record<string, string> = {
  print: 'TypeScript prints with `console.log(…)`.',
  len: 'TypeScript writes `x.length`.',
  True: 'TypeScript writes `true`.',
  False: 'TypeScript writes `false`.',
  None: 'TypeScript writes `null` or `undefined`.',
  range: 'TypeScript writes `for (let i = 0; i < n; i++) { … }`.',
  enumerate: 'TypeScript writes `for (const [i, x] of xs.entries()) { … }`.',
  str: 'TypeScript writes `String(x)`.',
  int: 'TypeScript writes `Math.trunc(x)`, or `Number(text)` for a text.',
  float: 'TypeScript writes `Number(text)`.',
  self: 'TypeScript writes `this`.',
  input: "TypeScript asks with `prompt('…')`.",
  np: "There is no NumPy here; `import { matrix, randomState } from 'dropout-lab'` has what this course needs of it.",
  plt: "There is no Matplotlib here; the figures of this course are in 'dropout-lab/plot'.",
  ...Object.fromEntries(
    ['abs', 'max', 'min', 'round', 'sqrt', 'exp', 'log', 'floor', 'ceil', 'pow'].map(name => [
      name,
      `TypeScript writes \`Math.${name}(…)\`.`,
    ]),
  ),
  sum: 'TypeScript writes `xs.reduce((a, b) => a + b, 0)`.',
};

const cannotFindName = /^Cannot find name '(\w+)'/;
const callsModel = /^Type 'Sequential' has no call signatures/;

/**
 * The first word in a refused cell that is not TypeScript's but Python's, IPython's or a shell's.
 *
 * @param diagnostics What the compiler said of the cell: only lines that it complains about are looked at.
 */
export function foreignWord(source: string, diagnostics: readonly Diagnostic[]): ForeignWord | undefined {
  const text = source.split('\n');
  for (const { start, messageText, fileName } of diagnostics) {
    if (fileName !== undefined) continue;
    const line = text[start.line] ?? '';
    for (const [pattern, advice] of lines) {
      const found = pattern.exec(line.trim());
      if (!found || !pattern.test(withoutTexts(line.trim()))) continue;
      const column = line.length - line.trimStart().length + found.index + 1;
      return { line: start.line + 1, column, advice: filled(advice, found) };
    }
    const advice = callsModel.test(messageText)
      ? 'A model predicts with `model.predict(X)`; `model.forward(X, { training: true })` keeps dropout active.'
      : adviceOnName(cannotFindName.exec(messageText)?.[1], line.slice(start.character));
    if (advice) return { line: start.line + 1, column: start.character + 1, advice };
  }
  return undefined;
}

/** A line with its quoted texts emptied. */
function withoutTexts(line: string): string {
  return line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '$1$1');
}

function adviceOnName(name: string | undefined, rest: string): string | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(names, name)) return names[name];
  return /^\w+\s*=[^=>]/.test(rest)
    ? `TypeScript declares a variable before its first use: \`const ${name} = …\`, or \`let\` if it changes.`
    : undefined;
}

function filled(advice: string, found: RegExpExecArray): string {
  return advice.replace(/\$([12])/g, (_, group) => found[Number(group)] ?? '…');
}
