import { describe, expect, test } from 'vitest';
import { find } from '../../../handouts/search/find.ts';
import { sections } from '../../../handouts/search/sections.ts';

const page = `<!DOCTYPE html><html><head><title>10. A model &amp; its test · Dropout Lab</title></head><body>
<main id="main"><h1>10</h1><p>Before the first heading.</p>
<h2 id="Bayes">The Bayes rule<a class="anchor-link" href="#Bayes">¶</a></h2>
<p>No rule is <em>better</em>, than&nbsp;this one.</p><div class="cell-corner"><a href="#cell-id=secret">#</a></div><pre>const secret = 1;</pre>
<h3 id="Caf&#233;">Café</h3><p>x &lt; y</p><script>alert(1)</script></main></body></html>`;

test('a page falls into its sections, without code, scripts and links to cells', () => {
  const common = { page: '10.html', title: '10. A model & its test' };
  expect(sections('10.html', page)).toEqual([
    { ...common, heading: '', id: '', text: '10 Before the first heading.' },
    { ...common, heading: 'The Bayes rule', id: 'Bayes', text: 'No rule is better, than this one.' },
    { ...common, heading: 'Café', id: 'Café', text: 'x < y' },
  ]);
});

describe('find', () => {
  const all = sections('10.html', page);
  const headings = (query: string) => find(all, query).map(({ section }) => section.heading);

  test('finds sections that hold every word at the beginning of a word, whatever its case and accents', () => {
    expect(headings('bayes RULE')).toEqual(['The Bayes rule']);
    expect(headings('cafe')).toEqual(['Café']);
    expect(headings('ayes')).toEqual([]);
    expect(headings('bayes nothing')).toEqual([]);
    expect(headings('')).toEqual([]);
  });

  test('takes what looks like a pattern as a text', () => {
    expect(headings('10.')).toHaveLength(3);
    expect(headings('(.*')).toEqual([]);
  });

  test('ranks a heading before a text, and shows the words around what it found', () => {
    const texts = [
      { title: 'a', heading: 'other', text: `${'long '.repeat(60)}dropout ${'tail '.repeat(60)}` },
      { title: 'a', heading: 'dropout', text: 'short' },
    ];
    const [first, second] = find(texts, 'dropout');
    expect(first!.section.heading).toBe('dropout');
    expect(second!.excerpt).toMatch(/^….*dropout.*…$/);
    expect(second!.excerpt.length).toBeLessThan(220);
  });
});
