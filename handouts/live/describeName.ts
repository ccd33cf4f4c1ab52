/// <reference lib="dom" />
import type { ExportedName } from './exportedNames.ts';
import { highlighted } from './highlight.ts';

/** A name's declaration, and what it is. */
export function describeName({ declaration, sentence }: ExportedName): HTMLElement {
  const box = document.createElement('div');
  box.className = 'name-info';
  const code = document.createElement('code');
  code.append(highlighted(declaration));
  const words = document.createElement('p');
  words.textContent = sentence;
  box.append(code, words);
  return box;
}
