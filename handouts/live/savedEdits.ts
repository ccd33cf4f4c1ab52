/// <reference lib="dom" />
import type { Content } from './content.ts';

/** The code that the reader changed, by cell id. */
export type Edits = Record<string, string>;

interface PageEdits {
  /** Names a page that was saved with its edits, so that it and the page it was saved from keep theirs apart. */
  copy: string;
  edits: Edits;
}

const ELEMENT = 'live-edits';

function ownEdits(): PageEdits | undefined {
  const element = document.getElementById(ELEMENT);
  return element ? (JSON.parse(element.textContent) as PageEdits) : undefined;
}

/** All pages that are files share one store in Chromium. */
function key({ course, name, edition = '' }: Content): string {
  return ['dropout-lab', course, name, edition, ownEdits()?.copy ?? ''].join('/');
}

/** What the reader changed here before: in this browser, else before the page was saved. */
export function readEdits(content: Content): Edits {
  try {
    const stored = localStorage.getItem(key(content));
    if (stored) return JSON.parse(stored) as Edits;
  } catch {
    // A browser may refuse its store to files.
  }
  return ownEdits()?.edits ?? {};
}

/** Keeps what the reader changed, where the browser allows it. */
export function writeEdits(content: Content, edits: Edits): void {
  try {
    localStorage.setItem(key(content), JSON.stringify(edits));
  } catch {
    // The page can still be saved.
  }
}

/** The page with these edits inside. @param page the page as it was before anything changed in it */
export function withEdits(page: HTMLElement, edits: Edits): void {
  page.querySelector(`#${ELEMENT}`)?.remove();
  const element = document.createElement('script');
  element.type = 'application/json';
  element.id = ELEMENT;
  const own: PageEdits = { copy: crypto.randomUUID?.() ?? String(Math.random()).slice(2), edits };
  element.textContent = JSON.stringify(own).replace(/</g, '\\u003c');
  page.querySelector('body')!.append(element);
}
