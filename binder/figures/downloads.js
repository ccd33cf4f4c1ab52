// @ts-check
/// <reference lib="dom" />

import { addElement } from './addElement.js';
import { csv } from './csv.js';

/** A button for each table of a figure that saves it as CSV. @param {Element} host */
export const addDownloads = host => {
  const details = host.querySelector('details');
  const tables = [...(details?.querySelectorAll('table') ?? [])];
  if (!details || details.querySelector('button')) return;
  for (const table of tables) {
    const name = [host.querySelector('figcaption')?.textContent, table.caption?.textContent]
      .filter(Boolean)
      .join(', ');
    const button = /** @type {HTMLButtonElement} */ (addElement(details, 'button', 'Download as CSV'));
    button.type = 'button';
    if (tables.length > 1) button.append(`: ${table.caption?.textContent ?? ''}`);
    button.addEventListener('click', () => {
      const rows = Array.from(table.rows, row => Array.from(row.cells, cell => cell.textContent ?? ''));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([csv(rows)], { type: 'text/csv' }));
      link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'figure'}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
    details.querySelector('div')?.before(button);
  }
};
