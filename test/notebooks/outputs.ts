import { type CodeCell, type Notebook, type Output, text as joined } from '../../handouts/notebook.ts';

/** The outputs of the cells of an executed notebook, by cell id. */
export class Outputs {
  constructor(private readonly notebook: Notebook) {}

  /** The outputs of one cell, raw. */
  of(id: string): readonly Output[] {
    const cell = this.cells().find(one => one.id === id);
    if (cell) return cell.outputs;
    throw new RangeError(
      `no code cell "${id}" among ${this.cells()
        .map(one => one.id)
        .join(', ')}`,
    );
  }

  /** Every code cell, in reading order. */
  cells(): readonly CodeCell[] {
    return this.notebook.cells.filter(cell => cell.cell_type === 'code');
  }

  /** What a cell printed and displayed, as text. */
  text(id: string): string {
    const texts = this.of(id).map(output =>
      'text' in output ? joined(output.text) : this.#data(output, 'text/plain'),
    );
    return texts.join('\n');
  }

  /** What a cell wrote to stderr. */
  stderr(id: string): string {
    return this.of(id)
      .map(output => (output.output_type === 'stream' && output.name === 'stderr' ? joined(output.text) : ''))
      .join('');
  }

  /** What a cell displayed as HTML. */
  html(id: string): string {
    return this.of(id)
      .map(output => this.#data(output, 'text/html'))
      .join('\n');
  }

  /** The Plotly figures a cell showed; lists of numbers as arrays, however they were packed. */
  figures(id: string): readonly Record<string, unknown>[] {
    return this.of(id).flatMap(output => {
      const figure = 'data' in output && output.data['application/vnd.plotly.v1+json'];
      return figure ? [unpacked(figure) as Record<string, unknown>] : [];
    });
  }

  /** The named values of a cell's sentences: say`…${{ gain }}…` gives `{ gain }`, an interval as an object. */
  values(id: string): Record<string, any> {
    const found = this.of(id).flatMap(output =>
      'data' in output ? [output.data['application/vnd.dropout-lab.values+json'] ?? {}] : [],
    );
    const all = Object.assign({}, ...found) as Record<string, unknown>;
    return new Proxy(all, {
      get(values, name) {
        if (typeof name === 'symbol' || name in values) return values[name as string];
        throw new RangeError(`cell "${id}" names no value "${name}", only ${Object.keys(values).join(', ')}`);
      },
    });
  }

  /** The matrices a cell printed or displayed, parsed back from NumPy's notation; a vector is one row. */
  matrices(id: string): number[][][] {
    return Array.from(this.text(id).matchAll(/\[(?:\[[^[\]]*\]\s*)+\]|\[[^[\]]*\]/g), ([matrix]) =>
      Array.from(matrix.matchAll(/[^[\]]*[^[\]\s][^[\]]*/g), ([row]) =>
        row.trim().split(/\s+/).map(parseNumber),
      ),
    );
  }

  /** The only matrix of a cell. */
  matrix(id: string): number[][] {
    const all = this.matrices(id);
    if (all.length === 1) return all[0]!;
    throw new RangeError(`cell "${id}" shows ${all.length} matrices`);
  }

  #data(output: Output, type: string): string {
    return 'data' in output ? joined((output.data[type] ?? '') as string) : '';
  }
}

function parseNumber(word: string): number {
  const value = Number(word.replace('inf', 'Infinity'));
  if (Number.isNaN(value) && word !== 'nan') throw new RangeError(`"${word}" is not a number`);
  return value;
}

/** Arrays in place of Plotly's base64 of 32-bit floats. */
function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  if ('bdata' in value)
    return Array.from(new Float32Array(Uint8Array.from(Buffer.from(String(value.bdata), 'base64')).buffer));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}
