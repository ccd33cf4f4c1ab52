/** A text of a notebook: one string, or its lines (each with its newline). */
export type Text = string | string[];

export interface Stream {
  output_type: 'stream';
  name: 'stdout' | 'stderr';
  text: Text;
}

export interface Display {
  output_type: 'display_data' | 'execute_result';
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  execution_count?: number | null;
}

export interface Failure {
  output_type: 'error';
  ename: string;
  evalue: string;
  traceback: string[];
}

export type Output = Stream | Display | Failure;

interface CellBase {
  id: string;
  metadata: { tags?: string[] } & Record<string, unknown>;
  source: Text;
}

export interface MarkdownCell extends CellBase {
  cell_type: 'markdown' | 'raw';
  attachments?: Record<string, unknown>;
}

export interface CodeCell extends CellBase {
  cell_type: 'code';
  execution_count: number | null;
  outputs: Output[];
}

export type Cell = MarkdownCell | CodeCell;

/** A notebook as stored on disk: nbformat 4.5. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** The text as one string: `text(['a\n', 'b'])` is `'a\nb'`. */
export function text(source: Text): string {
  return typeof source === 'string' ? source : source.join('');
}

/** The notebook without what a run leaves behind: no outputs, no execution counts, no times. */
export function stripped(notebook: Notebook): Notebook {
  const cells = notebook.cells.map(cell => {
    const { execution: _, ...metadata } = cell.metadata;
    return cell.cell_type === 'code'
      ? { ...cell, metadata, execution_count: null, outputs: [] }
      : { ...cell, metadata };
  });
  return { ...notebook, cells };
}

/** The file of a notebook without outputs, as Jupyter writes it: keys sorted, indented by one space, sources by line. */
export function canonical(notebook: Notebook): string {
  const cells = notebook.cells.map(cell => ({ ...cell, source: lines(text(cell.source)) }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

/** Each with its end; like Python, which writes the file for Jupyter, it knows more ends than the newline. */
function lines(source: string): string[] {
  return source.split(/(?<=\n|\r(?!\n)|[\v\f\x85\u2028\u2029])/).filter(line => line !== '');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}
