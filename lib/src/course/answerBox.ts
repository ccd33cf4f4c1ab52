import { display } from '../notebook/display';
import { escapeHtml } from '../notebook/html';
import { answerColors } from '../palette';

const KINDS = {
  right: { sign: '✔', word: 'Right' },
  wrong: { sign: '✘', word: 'Not yet' },
  open: { sign: '…', word: 'Your turn' },
  guess: { sign: '?', word: 'Your guess' },
} as const;

/** One line about an answer, as text. */
export function answerLine(kind: keyof typeof KINDS, about: string, message: string): string {
  const { sign, word } = KINDS[kind];
  return `${sign} ${word} (${about})${message && `: ${message}`}`;
}

/** Shows one line about an answer. Text between backticks is set as code. */
export function answerBox(kind: keyof typeof KINDS, about: string, message: string): void {
  const { sign, word } = KINDS[kind];
  const color = answerColors[kind];
  const said = escapeHtml(message && `: ${message}`).replace(/`([^`]+)`/g, '<code>$1</code>');
  const style = `border-left:.4em solid ${color};background:${color}22;padding:.5em 1em`;
  display({
    'text/html': `<div role="status" style="${style}">${sign} <strong>${word}</strong> (${escapeHtml(about)})${said}</div>`,
    'text/plain': answerLine(kind, about, message),
  });
}
