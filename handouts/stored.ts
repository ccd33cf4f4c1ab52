import { canonical, type Notebook, stripped } from './notebook.ts';

/** What JupyterLab writes about the kernel when it saves a notebook: the kernelspec, and what the kernel says of itself. */
export const metadata = {
  kernelspec: { display_name: 'TypeScript (tslab)', language: 'typescript', name: 'tslab' },
  language_info: {
    codemirror_mode: 'typescript',
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
    nbconvert_exporter: 'script',
    pygments_lexer: 'typescript',
    version: '5.0.4',
  },
};

/**
 * The file of a notebook of the course: without outputs, and otherwise as JupyterLab writes it, so that opening and
 * saving a notebook changes nothing that git sees.
 */
export function stored(notebook: Notebook): string {
  return canonical(stripped({ ...notebook, metadata }));
}
