// @ts-check
/// <reference lib="dom" />

import { addElement } from './addElement.js';
import { addDownloads } from './downloads.js';

/** The text alternative and the data, as `show` writes them into its HTML. @param {Element} host @param {any} figure */
export const describe = (host, { title, alt = '', words = '', tables = [] }) => {
  host.querySelector('figcaption')?.remove();
  if (title) host.prepend(addElement(host, 'figcaption', title));
  host.querySelector('details')?.remove();
  host.querySelector('.dropout-figure-plot')?.setAttribute('aria-label', alt);
  if (!words) return;
  const details = addElement(host, 'details');
  addElement(details, 'summary', 'This figure in words and numbers');
  addElement(details, 'p', words);
  if (!tables.length) return;
  const box = addElement(details, 'div');
  box.tabIndex = 0;
  for (const { caption, columns, rows, note } of tables) {
    const table = addElement(box, 'table');
    if (caption) addElement(table, 'caption', caption);
    const head = addElement(table, 'tr');
    for (const name of columns) addElement(head, 'th', name).setAttribute('scope', 'col');
    for (const values of rows) {
      const row = addElement(table, 'tr');
      for (const value of values) addElement(row, 'td', String(value));
    }
    if (note) addElement(box, 'p', note);
  }
  addDownloads(host);
};
