import { display } from '../notebook/display';
import { evidence } from './evidence';
import { type Statement, verdictSigns } from './statement';
import { statements } from './statements';

const TITLES: readonly string[] = [
  'Dropout: an overview',
  'The ensemble effect',
  'Zero-out and backpropagation',
  'Zero-out verified',
  'Scale down at prediction',
  'Scale-up',
  'Scale-up verified',
  'How much to drop?',
  'Dropout and regularization',
  "The lecture's model, many times",
];

/**
 * Shows every statement of the lecture, grouped by notebook: who says it, our verdict and its reason, and links to the
 * cells that show it.
 *
 * @example
 * verdictTable();
 */
export function verdictTable(): void {
  const sections = TITLES.map((title, k) => {
    const about = statements.filter(({ id }) => id.startsWith(`${k + 1}.`));
    return { title: `${k + 1}. ${title}`, about };
  });
  const head = [
    '| | Statement | Who says it | Verdict | Because, or should read | Shown by |',
    '| ---: | :--- | :--- | :--- | :--- | :--- |',
  ];
  const markdown = sections.map(({ title, about }) =>
    [`### ${title}`, '', ...head, ...about.map(row)].join('\n'),
  );
  const plain = statements.map(({ id, text, verdict, because }) => `${id}  ${text}  ${verdict}: ${because}`);
  display({ 'text/markdown': markdown.join('\n\n'), 'text/plain': plain.join('\n') });
}

function row({ id, text, source, verdict, because }: Statement): string {
  const sign = `${verdictSigns[verdict]} ${verdict}`.replaceAll(' ', '\u00a0');
  return `| ${id} | ${subscripts(text)} | ${source} | ${sign} | ${subscripts(because)} | ${links(id)} |`;
}

/** `L_D` and its like as HTML sets them. */
function subscripts(text: string): string {
  return text.replace(/\b([Ly])_([DE])\b/g, '$1<sub>$2</sub>');
}

function links(statement: string): string {
  const cells = new Map(
    evidence
      .filter(one => one.statement === statement)
      .map(({ notebook, cell }) => [
        `${Number(notebook.slice(0, 2))}: ${cell}`,
        `${notebook}.ipynb#cell-id=${cell}`,
      ]),
  );
  return Array.from(cells, ([name, address]) => `[${name}](${address})`).join(', ');
}
