/// <reference lib="dom" />
import { button, textElement } from './button.ts';
import { codeCells, readContent, type Content } from './content.ts';
import { drawFigure } from './figures.ts';
import { LivePage } from './LivePage.ts';
import { play, playgroundIn } from './playInPage.ts';
import { readEdits, writeEdits, type Edits } from './savedEdits.ts';
import { saveNotebook, savePage } from './save.ts';
import { verify } from './verify.ts';

/** The page as it was before anything changed in it: without this script. */
const original = document.documentElement.cloneNode(true) as HTMLElement;
original.querySelector('script[src^="blob:"]')?.remove();
void readContent().then(content => {
  drawStoredFigures(content);
  start(content);
});

/** Figures and playgrounds that the kernel made: they stand in the page as pictures and words. */
function drawStoredFigures(from: Content): void {
  for (const { id, outputs } of codeCells(from)) {
    const cell = document.getElementById(`cell-id=${id}`);
    const hosts = cell?.querySelectorAll('.dropout-figure') ?? [];
    const figures = outputs.flatMap(output =>
      'data' in output ? ((output.data['application/vnd.plotly.v1+json'] as object | undefined) ?? []) : [],
    );
    hosts.forEach((host, k) => drawFigure(host, figures[k]!, false));
    const settings = outputs.flatMap(output => ('data' in output ? (playgroundIn(output.data) ?? []) : []));
    const places = cell?.querySelectorAll('.html:has(> .dropout-playground)') ?? [];
    places.forEach((place, k) => play(place as HTMLElement, settings[k]!));
  }
}

/** The bar above the notebook, and the buttons of its cells. */
function start(from: Content): void {
  const bar = document.getElementById('live-bar')!;
  const status = textElement('span', 'live-status', 'This page runs: edit any cell, then run it.');
  status.setAttribute('role', 'status');
  const say = (words: string) => void (status.textContent = words);
  const edits = (): Edits =>
    Object.fromEntries(page.cells.filter(cell => cell.isEdited).map(cell => [cell.id, cell.source]));
  let saving: ReturnType<typeof setTimeout> | undefined;
  const save = () => writeEdits(from, edits());
  const page = new LivePage(from, say, () => {
    clearTimeout(saving);
    saving = setTimeout(save, 300);
  });
  addEventListener('pagehide', save);
  for (const [id, source] of Object.entries(readEdits(from))) {
    page.cells.find(cell => cell.id === id)?.setSource(source);
  }
  let verifying: AbortController | undefined;
  const check = async () => {
    verifying?.abort();
    const { signal } = (verifying = new AbortController());
    try {
      const found = await verify(from, (done, of) => say(`Verifying: ${done} of ${of} cells …`), signal);
      document.documentElement.dataset.verified = `${found.identical}/${found.outputs}`;
      const differ = found.different.length ? ` Different: ${found.different.join(', ')}.` : '';
      say(`${found.identical} of ${found.outputs} outputs identical to the kernel’s.${differ}`);
    } catch {
      say('Verifying was stopped.');
    }
  };
  const stop = () => {
    verifying?.abort();
    verifying = undefined;
    void page.stop();
  };
  const buttons = textElement('div', 'live-buttons');
  buttons.setAttribute('role', 'toolbar');
  buttons.setAttribute('aria-label', 'This page');
  buttons.append(
    button('Run all', () => page.runAll(), 'Runs every cell, from the first to the last'),
    button('Stop', stop, 'Ends the running cell'),
    button('Restart', () => void page.restart(), 'Forgets everything that cells have made'),
    button(
      'Verify',
      () => void check(),
      'Runs the cells of the course and compares their outputs with those printed here',
    ),
    button('Save as notebook', () => saveNotebook(from, edits()), 'For JupyterLab, with your changes'),
    button(
      'Save this page',
      () => savePage(from, original, edits()),
      'A copy of this file, with your changes',
    ),
  );
  bar.append(buttons, status);
}
