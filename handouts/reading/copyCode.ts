/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Gives every code cell a button that copies its code, beside the link to the cell. */
export function copyCode(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.cell-corner')) {
    const { copy = '', copied = '' } = place.dataset;
    place.querySelector('button')?.remove(); // of a saved page
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    const say = (words: string): void => void (button.textContent = words);
    button.addEventListener('click', async () => {
      const code = place.parentElement!.querySelector('pre')!;
      try {
        await navigator.clipboard.writeText(code.textContent);
        say(copied);
        setTimeout(say, 2000, copy);
      } catch {
        getSelection()?.selectAllChildren(code); // no clipboard: marked, to be copied by hand
      }
    });
    place.prepend(button);
  }
}
