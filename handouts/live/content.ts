/// <reference lib="dom" />
import type { CodeCell, Notebook } from '../notebook.ts';

/** What a page holds besides what it shows. */
export interface Content {
  course: string;
  /** The notebook's file without its ending, as `04-zero-out-verification`. */
  name: string;
  edition?: string;
  /** The course seed the outputs were made with. */
  seed?: string;
  /** With the outputs of the kernel. */
  notebook: Notebook;
}

/** The text of a compressed part of this page; the inline script that starts the page defines how. */
export const unpack: (part: 'notebook' | 'worker' | 'plotly' | 'names') => Promise<string> = part =>
  (globalThis as any).dropoutLab.unpack(`live-${part}`);

export async function readContent(): Promise<Content> {
  return JSON.parse(await unpack('notebook')) as Content;
}

export function codeCells({ notebook }: Content): CodeCell[] {
  return notebook.cells.filter(cell => cell.cell_type === 'code');
}
