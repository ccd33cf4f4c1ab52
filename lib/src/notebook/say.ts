import { display } from './display';
import { formatNumber } from './formatNumber';

/**
 * Shows a sentence, in Markdown with LaTeX, whose numbers are computed: what was measured is said by the cell that
 * measured it. Numbers get four significant digits, whole numbers all of theirs; other values appear as plain text.
 *
 * @example
 * say`After ${epochs} epochs the loss is **${loss}**, so $\hat y$ is still far from $y$.`;
 */
export function say(strings: TemplateStringsArray, ...values: readonly unknown[]): void {
  const raw = strings.raw.map(text => text.replaceAll('\\`', '`'));
  const texts = values.map(value => (typeof value === 'number' ? formatNumber(value) : String(value)));
  const sentence = (inserted: readonly string[]): string =>
    String.raw({ raw }, ...inserted)
      .replace(/^[ \t]+/gm, '')
      .trim();
  display({ 'text/markdown': sentence(texts.map(escapeMarkdown)), 'text/plain': sentence(texts) });
}

/** Characters that would mean something to Markdown, to HTML inside it, or to LaTeX delimiters. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>&#|$~]/g, character => `\\${character}`);
}
