import { checkInteger } from '../check';
import { display } from './display';
import { escapeHtml } from './html';

/** Milliseconds between two drawings: faster ones are not seen, and each is a message to the browser. */
const INTERVAL = 100;

let bars = 0;

/**
 * Shows a bar that fills while a cell works and leaves when it is full, and returns the function that moves it. The
 * output's text, `200 of 200 seeds`, stays in the notebook and is the same in every run.
 *
 * @throws RangeError when `total` is not an integer of at least 1.
 * @example
 * const report = progress(200, 'seeds');
 * for (let seed = 0; seed < 200; seed++) { run(seed); report(seed + 1); }
 */
export function progress(total: number, what: string = 'steps'): (done: number) => void {
  checkInteger({ fn: 'progress', name: 'total' }, total, 1);
  const id = `progress-${++bars}`;
  let drawn = -Infinity;
  const draw = (done: number, update: boolean): void => {
    const text = `${done} of ${total} ${what}`;
    const bar = `<label><progress max="${total}" value="${done}"></progress> ${escapeHtml(text)}</label>`;
    const html = done < total ? bar : '';
    display({ 'text/html': html, 'text/plain': text }, { id, update });
  };
  draw(0, false);
  return done => {
    const now = Date.now();
    if (done < total && now - drawn < INTERVAL) return;
    drawn = now;
    draw(done, true);
  };
}
