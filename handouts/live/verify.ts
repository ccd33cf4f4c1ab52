/// <reference lib="dom" />
import { text, type CodeCell, type Output } from '../notebook.ts';
import { codeCells, type Content } from './content.ts';
import type { CellOutput } from './protocol.ts';
import { Session } from './Session.ts';

/** How far a verification is, and what it found. */
export interface Verification {
  /** Outputs identical to the kernel's, so far. */
  identical: number;
  /** Outputs that the kernel stored. */
  outputs: number;
  /** The cells whose outputs differ. */
  different: string[];
}

/**
 * Runs the cells as the course has them in a worker of their own, and compares every output with what the kernel
 * stored. The reader's cells and outputs are left alone.
 */
export async function verify(
  content: Content,
  onCell: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Verification> {
  const named = new Map<string, { data: Record<string, unknown> }>();
  const session = new Session(content.seed, (id, data) => {
    const output = named.get(id);
    if (output) output.data = data;
  });
  signal.addEventListener('abort', () => void session.close());
  const cells = codeCells(content);
  const found: Verification = { identical: 0, outputs: 0, different: [] };
  const results: { cell: CodeCell; outputs: CellOutput[] }[] = [];
  for (const [k, cell] of cells.entries()) {
    onCell(k, cells.length);
    const outputs: CellOutput[] = [];
    results.push({ cell, outputs });
    await session.run(`cell ${k + 1}`, text(cell.source), {
      output(output, id) {
        outputs.push(output);
        if (id !== undefined && output.output_type === 'display_data') named.set(id, output);
      },
    });
    signal.throwIfAborted();
  }
  await session.close();
  for (const { cell, outputs } of results) {
    const [ours, theirs] = [canonical(outputs), canonical(cell.outputs)];
    const identical = theirs.filter((output, i) => output === ours[i]).length;
    found.identical += identical;
    found.outputs += theirs.length;
    if (identical < theirs.length || ours.length > theirs.length) found.different.push(cell.id);
  }
  return found;
}

/** Each output as text: equal texts are equal outputs. Prints that follow each other are one. */
export function canonical(outputs: readonly (Output | CellOutput)[]): string[] {
  const merged: unknown[] = [];
  let stream: { name: string; text: string } | undefined;
  for (const output of outputs) {
    if (output.output_type === 'stream') {
      if (stream?.name === output.name) stream.text += text(output.text);
      else merged.push((stream = { name: output.name, text: text(output.text) }));
      continue;
    }
    stream = undefined;
    if (output.output_type === 'error') merged.push({ ename: output.ename, evalue: output.evalue });
    else merged.push(Object.fromEntries(Object.entries(output.data).map(joined)));
  }
  return merged.map(output => JSON.stringify(output, sortedKeys));
}

/** A text may be stored line by line. */
function joined([type, value]: [string, unknown]): [string, unknown] {
  return [type, type.endsWith('json') ? value : text(value as string)];
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
