/// <reference lib="dom" />
import { highlightParts } from '../highlight.ts';

/** A program as colored text. */
export function highlighted(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  highlightParts(source, (text, classes) => {
    if (!classes) return fragment.append(text);
    const span = document.createElement('span');
    span.className = classes;
    span.textContent = text;
    fragment.append(span);
  });
  return fragment;
}
