/** A place in a text: both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Changes to a text that keep its lines, and remember where its columns went. */
export class Patch {
  readonly #characters: string[];
  readonly #insertions: { at: number; text: string }[] = [];

  constructor(readonly source: string) {
    this.#characters = source.split('');
  }

  /** Spaces in place of everything but the ends of lines. */
  blank(start: number, end: number): void {
    for (let i = start; i < end; i++)
      this.#characters[i] = /[\n\r\u2028\u2029]/.test(this.source[i]!) ? this.source[i]! : ' ';
  }

  /** One character in place of another. */
  put(at: number, character: string): void {
    this.#characters[at] = character;
  }

  isBlank(at: number): boolean {
    return this.#characters[at] === ' ' && this.source[at] !== ' ';
  }

  /** Text without an end of line, before the character at `at`; what is inserted later at the same place follows. */
  insert(at: number, text: string): void {
    this.#insertions.push({ at, text });
  }

  /** The changed text. */
  text(): string {
    let [text, from] = ['', 0];
    for (const { at, text: inserted } of this.#sorted()) {
      text += this.#characters.slice(from, at).join('') + inserted;
      from = at;
    }
    return text + this.#characters.slice(from).join('');
  }

  /** Where a place of the changed text was in the source. */
  placeInSource({ line, column }: Place): Place {
    const start = lineStart(this.source, line);
    const end = lineStart(this.source, line + 1);
    let before = 0;
    for (const { at, text } of this.#sorted()) {
      if (at < start || at >= Math.max(end, start + 1)) continue;
      const where = at - start + before + 1;
      if (where >= column) break;
      before += Math.min(text.length, column - where);
    }
    return { line, column: column - before };
  }

  #sorted(): { at: number; text: string }[] {
    return this.#insertions.toSorted((a, b) => a.at - b.at);
  }
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let k = 1; k < line; k++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length + 1;
    start = end + 1;
  }
  return start;
}
