/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const BOXES = '.outputs pre, .html, .prose table, mjx-container[display="true"]';

/** Makes a tab stop, with a name, of each box that scrolls at this width of the window, and of no other. */
export function stopAtScrollers(): void {
  const set = (): void => {
    const boxes = [...document.querySelectorAll<HTMLElement>(BOXES)];
    const scrolls = boxes.map(box => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0);
    boxes.forEach((box, k) => {
      if (!scrolls[k]) return box.removeAttribute('tabindex');
      box.tabIndex = 0;
      const name = box.closest('.outputs')?.getAttribute('aria-label');
      if (!name || !box.matches('pre, .html')) return;
      box.role = 'group';
      box.ariaLabel = name;
    });
  };
  new ResizeObserver(set).observe(document.documentElement);
}
