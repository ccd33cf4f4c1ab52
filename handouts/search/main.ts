/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/* The search of the index page: it needs no network, for the texts of all pages stand in the page itself. */
import { find } from './find.ts';
import type { Section } from './sections.ts';

const box = document.querySelector<HTMLElement>('#search')!;
const field = box.querySelector('input')!;
const status = box.querySelector('output')!;
const results = box.querySelector('ol')!;
const sections = JSON.parse(document.querySelector('#sections')!.textContent) as Section[];

document.querySelector('main h1')?.after(box);
box.hidden = false;
field.addEventListener('input', () => {
  const found = find(sections, field.value);
  const said = (status.dataset.text ?? '{n}').replace('{n}', String(found.length));
  status.textContent = field.value && said;
  results.replaceChildren(
    ...found.slice(0, 30).map(({ section: { page, title, heading, id }, excerpt }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = id ? `${page}#${encodeURIComponent(id)}` : page;
      link.textContent = heading ? `${title}: ${heading}` : title;
      const words = document.createElement('p');
      words.textContent = excerpt;
      item.append(link, words);
      return item;
    }),
  );
});
