/// <reference lib="dom" />

/** ← and → lead to the chapters before and after, while nothing else on the page has a use for them. */
export function turnPages(): void {
  addEventListener('keydown', event => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
    if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[key];
    const root = document.documentElement;
    const hasOtherUse = root.scrollWidth > root.clientWidth || !isAtRest(document.activeElement);
    const link = rel && !hasOtherUse && document.querySelector<HTMLAnchorElement>(`footer a[rel="${rel}"]`);
    if (link) link.click();
  });
}

/** Not in a field, an editor or a slider, nor in a box that scrolls. */
function isAtRest(element: Element | null): boolean {
  return element === null || element.matches('body, main, a, summary');
}
