import { type Notebook, text } from '../../handouts/notebook.ts';

/** Who may be quoted, as a quotation has to begin. */
const SPEAKER = /^\*\*(The lecture|The paper|Keras’s documentation) says(:\*\*|\*\* \([^)]*\):)/;

/** A passage of a quotation, between its marks of omission, and the cell it stands in. */
export interface Quotation {
  readonly cell: string;
  readonly passage: string;
}

/** The passages of all block quotations of a notebook. Throws where a quotation does not say who is quoted. */
export function quotations(notebook: Notebook): Quotation[] {
  const prose = notebook.cells.filter(cell => cell.cell_type === 'markdown');
  return prose.flatMap(cell => {
    const blocks = text(cell.source).match(/(?:^>.*\n?)+/gm) ?? [];
    return blocks.flatMap(block => {
      const paragraphs = block
        .replaceAll(/^> ?/gm, '')
        .split(/\n\n/)
        .map(paragraph => paragraph.trim());
      if (!SPEAKER.test(paragraphs[0]!)) throw new Error(`${cell.id}: who is quoted? ${paragraphs[0]}`);
      return paragraphs
        .flatMap(paragraph => paragraph.replace(SPEAKER, '').split('…'))
        .filter(passage => passage.trim())
        .map(passage => ({ cell: cell.id, passage: passage.trim() }));
    });
  });
}

/** A text without what only sets it: markup, spaces, and the sizes of LaTeX. */
export function unset(words: string): string {
  return words
    .replaceAll(/\\text\{([^}]*)\}/g, '$1')
    .replaceAll('\\dfrac', '\\frac')
    .replaceAll(/\\[Bb]ig|\\quad/g, '')
    .replaceAll(/[*`$\s{}\\“”"’']/g, '');
}
