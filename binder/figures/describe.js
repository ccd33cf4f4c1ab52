// @ts-check
/// <reference lib="dom" />

import { addElement } from './addElement.js';

/** The text alternative and the data, as `show` writes them into its HTML. @param {Element} host @param {any} figure */
export const describe = (host, { title, alt = '', table }) => {
  host.querySelector('figcaption')?.remove();
  if (title) host.prepend(addElement(host, 'figcaption', title));
  host.querySelector('details')?.remove();
  host.querySelector('.dropout-figure-plot')?.setAttribute('aria-label', alt);
  if (!alt) return;
  const details = addElement(host, 'details');
  addElement(details, 'summary', 'This figure in words and numbers');
  addElement(details, 'p', alt);
  if (!table) return;
  const box = addElement(details, 'div');
  box.tabIndex = 0;
  const rows = addElement(box, 'table');
  const head = addElement(rows, 'tr');
  for (const name of table.columns) addElement(head, 'th', name).setAttribute('scope', 'col');
  for (const values of table.rows) {
    const row = addElement(rows, 'tr');
    for (const value of values) addElement(row, 'td', String(value));
  }
  if (table.note) addElement(box, 'p', table.note);
};
