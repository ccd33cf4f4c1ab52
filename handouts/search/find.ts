import type { Section } from './sections.ts';

/** How many letters of the text stand before a word that was found; twice as many after it. */
const AROUND = 70;

/** Letters as they are typed: without case and accents. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

export interface Found<Part> {
  readonly section: Part;
  /** The words around the first that was found. */
  readonly excerpt: string;
}

/** The sections that hold every word of the query, at the beginning of a word; first those with all in their heading. */
export function find<Part extends Pick<Section, 'title' | 'heading' | 'text'>>(
  sections: readonly Part[],
  query: string,
): Found<Part>[] {
  const words = folded(query).match(/[\p{L}\p{N}.]+/gu) ?? [];
  if (!words.length) return [];
  const starts = words.map(word => new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll('.', '\\.')}`, 'u'));
  const holdsAll = (text: string) => starts.every(start => start.test(folded(text)));
  const found = sections.filter(({ title, heading, text }) => holdsAll(`${title} ${heading} ${text}`));
  const ranked = found.toSorted((a, b) => Number(holdsAll(b.heading)) - Number(holdsAll(a.heading)));
  return ranked.map(section => {
    const at = Math.max(0, folded(section.text).search(starts[0]!) - AROUND);
    const end = at + 3 * AROUND;
    const excerpt = `${at > 0 ? '…' : ''}${section.text.slice(at, end)}${end < section.text.length ? '…' : ''}`;
    return { section, excerpt };
  });
}
