import { describe, expect, test } from 'vitest';
import { FormulaError, typeset } from '../../handouts/typeset.ts';

const set = (html: string) => typeset([{ cell: 'words', html }]).prose[0]!;

describe('typeset', () => {
  test('turns each formula into SVG and keeps it readable for a screen reader', () => {
    const { prose, glyphs, style } = typeset([
      { cell: 'a', html: '<p>Let $x_1 &lt; 2$.</p>' },
      { cell: 'b', html: '$$\\frac{1}{n}$$' },
      { cell: 'c', html: '\\begin{align} a &amp;= b \\end{align}' },
    ]);
    for (const html of prose) expect(html).toMatch(/<svg.*<mjx-assistive-mml.*<math/s);
    expect(prose[0]).toContain('<mo>&lt;</mo>');
    expect(prose.join('')).not.toContain('$');
    expect(glyphs).toMatch(/^<svg style="display: none;".*<path/s);
    expect(style).toContain('mjx-assistive-mml');
  });

  test('draws a glyph once however often it stands on the page', () => {
    const { glyphs } = typeset([{ cell: 'a', html: '$x$ $x^x$ $x + x$' }]);
    expect(glyphs.match(/id="MJX-[^"]*1D465"/g)).toHaveLength(1);
  });

  test.each([
    '<p>Plain &amp; <em>simple</em>, 3 &lt; 4</p>',
    '<p>In <code>$code$</code> a dollar is a dollar</p>',
    '<pre>$x$\n  &lt;b&gt;</pre>',
    '<p>It costs $5</p>',
    '<ul>\n<li>a</li>\n<li>b</li>\n</ul><hr><table><tr><th align="right">1</th></tr></table>',
    '<p><a href="https://example.org/?a=1&amp;b=2">“curly” – ∀ é</a></p>',
  ])('leaves %s as it is', html => expect(set(html)).toBe(html));

  test('needs neither glyphs nor style without a formula', () => {
    expect(typeset([{ cell: 'a', html: '<p>none</p>' }])).toMatchObject({ glyphs: '', style: '' });
  });

  test.each([
    '$\\nosuch$',
    '$\\frac{1$',
    '$\\frac12}$',
    '$$\\begin{align} a$$',
    '$a_b_c$',
    '\\begin{align} a',
  ])('fails on %s and names the cell', formula => {
    const html = `<p>before ${formula.replace('&', '&amp;')} after</p>`;
    const attempt = () =>
      typeset([
        { cell: 'good', html: '$1$' },
        { cell: 'bad', html },
      ]);
    expect(attempt).toThrow(FormulaError);
    expect(attempt).toThrow(/^cell bad: the formula/);
  });

  test('collects the headings with their ids and formulas', () => {
    const link = '<a class="anchor-link" href="#t">¶</a>';
    const html = `<h1 id="t">Title${link}</h1><h2 id="The-mask">The mask $m$${link}</h2><div><h3 id="b">B</h3></div><h4 id="c">C</h4>`;
    const { headings, prose } = typeset([{ cell: 'a', html }]);
    expect(headings.map(({ id, level }) => [id, level])).toEqual([
      ['The-mask', 2],
      ['b', 3],
    ]);
    expect(headings[0]!.html).toMatch(/^The mask <mjx-container.*svg/);
    expect(headings[0]!.html).not.toContain('¶');
    expect(prose[0]).toContain('aria-label="Link to “Title”"');
  });

  test('does the same twice', () => {
    const prose = [{ cell: 'a', html: '$\\sqrt{x}$' }];
    expect(typeset(prose)).toEqual(typeset(prose));
  });
});
