import { statements, type Statement } from './statements';
import type { Settled, Verdict } from './verdict';
import { verdicts } from './verdicts';
import { display } from '../notebook/display';

/** From exact to wrong, the disc empties: a verdict is not told by colour. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  exact: '●',
  'holds statistically': '◕',
  'holds with a condition': '◑',
  loose: '◔',
  'wrong as written': '○',
};

/**
 * Shows every statement of the lecture with its verdict and links to the cells that show it. The verdicts are collected
 * from the tests that assert them.
 *
 * @example
 * verdictTable();
 */
export function verdictTable(): void {
  const rows = verdicts.map(settled => {
    const statement = statements.find(({ id }) => id === settled.statement) as Statement;
    return { ...statement, verdict: `${SIGNS[settled.verdict]} ${settled.verdict}`, settled };
  });
  const markdown = [
    '| | The lecture says | Verdict | Shown by |',
    '| ---: | :--- | :--- | :--- |',
    ...rows.map(({ id, text, verdict, settled }) => `| ${id} | ${text} | ${verdict} | ${links(settled)} |`),
  ];
  const plain = rows.map(({ id, text, verdict }) => `${id}  ${text}  ${verdict}`);
  display({ 'text/markdown': markdown.join('\n'), 'text/plain': plain.join('\n') });
}

/** How many statements have each verdict, best first. */
export function verdictCounts(): { verdict: Verdict; count: number }[] {
  const names = Object.keys(SIGNS) as Verdict[];
  return names.map(verdict => ({
    verdict,
    count: verdicts.filter(settled => settled.verdict === verdict).length,
  }));
}

function links({ evidence }: Settled): string {
  const cells = new Map(evidence.map(({ notebook, cell }) => [cell, `${notebook}.ipynb#cell-id=${cell}`]));
  return Array.from(cells, ([cell, address]) => `[${cell}](${address})`).join(', ');
}
