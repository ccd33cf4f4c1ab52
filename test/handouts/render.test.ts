import { createHash } from 'node:crypto';
import { array, constantFrom, sample as draw } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../handouts/render.ts';
import type { Shelf } from '../../handouts/shelf.ts';
import type { Notebook, Output } from '../../handouts/notebook.ts';
import { notebookOf } from './notebookOf.ts';

const shelf: Shelf = {
  folder: '/nowhere',
  notebooks: ['/a/01-first.ipynb', '/a/02-second.ipynb'],
  selected: [],
};
const path = '/a/02-second.ipynb';

const sample = notebookOf({
  title:
    'md:# Second & last\n\nWhat it is *about*, in $n$ words.\n\nSee [notebook 7](07-scale-up.ipynb#claim) and [elsewhere](https://example.org/x.ipynb).',
  part: 'md:## A part\n\n### A formula\n\n$$x^2$$',
  code: '// says hello\nconst name: string = "world";\nconsole.log(name);',
  stub: { source: 'let answer: number;', tags: ['exercise'] },
  check: { source: 'answer === 42', tags: ['check'] },
  solution: { source: 'answer = 42;', tags: ['solution'] },
  'md-solution': {
    source: 'md:<details>\n<summary>Solution</summary>\n\nIt is **42**.\n\n</details>',
    tags: ['solution'],
  },
});
sample.metadata.language_info = { name: 'typescript' };

/** The sample with these outputs below its code. */
function showing(...outputs: Output[]): Notebook {
  const cells = sample.cells.map(cell =>
    cell.id === 'code' ? { ...cell, outputs } : cell,
  ) as Notebook['cells'];
  return { ...sample, cells };
}

const printed = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text });
const displayed = (data: Record<string, unknown>): Output => ({
  output_type: 'display_data',
  data,
  metadata: {},
});
const full = async (notebook: Notebook) => (await render(path, notebook, shelf))[0]!;

let html: string;
let withoutSolutions: string;
beforeAll(async () => {
  [html, withoutSolutions] = (await render(path, sample, shelf)) as [string, string];
});

describe('a handout', () => {
  test('has title, language, contents, landmarks and a way to skip to the content', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="en">/);
    expect(html).toContain('<title>Second &amp; last · Dropout Lab</title>');
    expect(html).toContain('content="What it is about, in n words."');
    expect(html).toMatch(/<nav[^>]*aria-label="On this page".*href="#A-part".*href="#A-formula"/s);
    for (const part of ['<a class="skip" href="#main">', '<header>', '<main id="main"', '<footer>']) {
      expect(html).toContain(part);
    }
  });

  test('colors TypeScript', () => {
    expect(html).toContain('<span class="c1">// says hello</span>');
    expect(html).toContain('<span class="nf">string</span>');
    expect(html).toContain('console.log(name);');
  });

  test('colors no property as a type, and folds the code of a cell that only says a sentence', async () => {
    const page = await full(
      notebookOf({ a: 'dropout({ rate: 0.5, a: b < c })', b: 'say`The loss is ${loss}.`;' }),
    );
    expect(page).toContain('dropout({ rate: <span class="mi">0.5</span>, a: b &lt; c })');
    expect(page.match(/<details class="code">/g)).toHaveLength(1);
  });

  test('folds away what gives an answer away; the other edition has no solution', () => {
    expect(html).toMatch(/<details class="cell solution" id="cell-id=solution">\s*<summary><h3>Solution/);
    expect(html).toMatch(/<details class="cell check" id="cell-id=check">\s*<summary><h3>Check/);
    expect(html.match(/<summary><h3>Solution/g), 'a solution that folds itself is folded once').toHaveLength(
      2,
    );
    expect(withoutSolutions).toContain('without solutions');
    expect(withoutSolutions).toContain('id="cell-id=stub"');
    expect(withoutSolutions).toContain('id="cell-id=check"');
    expect(withoutSolutions).not.toMatch(/cell-id=(md-)?solution/);
  });

  test('unfolds a solution under any word, and only its own fold', async () => {
    const source =
      'md:<details>\n<summary>Answer</summary>\n\nIt is **42**.\n\n' +
      '<details>\n<summary>Why</summary>\n\nBecause.\n\n</details>\n\n</details>';
    const page = await full(notebookOf({ solution: { source, tags: ['solution'] } }));
    expect(page).toContain('<p>It is <strong>42</strong>.</p>');
    expect(page).toContain('<summary>Why</summary>');
    expect(page).not.toContain('<summary>Answer</summary>');
    expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length);
  });

  test('leaves details of other cells whole', async () => {
    const page = await full(
      notebookOf({ title: 'md:# T', more: 'md:<details>\n<summary>More</summary>\n\nWords.\n\n</details>' }),
    );
    const prose = page.slice(page.indexOf('cell-id=more'), page.indexOf('</main>'));
    expect([prose.match(/<details/g)?.length, prose.match(/<\/details/g)?.length]).toEqual([1, 1]);
  });

  test('has no cell that is about JupyterLab, in either edition', async () => {
    const notebook = notebookOf({
      title: 'md:# T\n\nWords.',
      lab: { source: 'md:Press Shift+Tab.', tags: ['jupyter'] },
    });
    for (const page of await render(path, notebook, shelf)) expect(page).not.toContain('Shift+Tab');
  });

  test('leads to other handouts where the notebook leads to other notebooks', () => {
    expect(html).toContain('<a href="07-scale-up.html#claim">notebook 7</a>');
    expect(html).toContain('<a href="https://example.org/x.ipynb">');
  });

  test('forbids every request, and every script but the two that help to read and start the page', async () => {
    expect(html).toMatch(/<meta[^>]*Content-Security-Policy[^>]*default-src 'none'/);
    expect(html).toContain("connect-src 'none'");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toMatch(/script-src 'sha256-[^']+' 'sha256-[^']+' blob: data: 'wasm-unsafe-eval';/);
    expect(policy.replace('wasm-unsafe-eval', '')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    const scripts = html.match(/(?<=<script>).+?(?=<\/script>)/gs)!;
    expect(scripts).toHaveLength(2);
    for (const script of scripts)
      expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
    const unpacked = scripts
      .reduce((rest, script) => rest.replace(script, ''), html)
      .replace(/(?<=<script type="text\/plain"[^>]*>)[^<]*/g, '');
    expect(unpacked).not.toMatch(/<link|@import|url\(|cdnjs|unpkg|require\.js/i);
    const prose = await full(notebookOf({ title: 'md:# Words' }));
    expect(prose).toMatch(/script-src 'sha256-[^']+';/);
    expect(prose.match(/<script/gi)).toHaveLength(1);
  });

  test('links to its neighbors only where they are', () => {
    expect(html).not.toContain('rel="prev"');
  });

  test('lets a screen reader have a picture in words', async () => {
    const picture = displayed({ 'image/png': 'iVBORw0KGgo=', 'text/plain': 'Two "moons" & a line' });
    expect(await full(showing(picture))).toMatch(
      /<img alt="Two (&quot;|&#34;|")moons(&quot;|&#34;|") &amp; a line"|alt='Two "moons" &amp; a line'|alt="Two &#34;moons&#34; &amp; a line"/,
    );
  });

  test('has no script in a figure, whose picture the page draws over', async () => {
    const figure = '<figure class="dropout-figure">words</figure>\n<script>window.dropoutFigures</script>';
    const bundle = {
      'application/vnd.plotly.v1+json': { data: [] },
      'text/html': figure,
      'text/plain': 'words',
    };
    const page = await full(showing(displayed(bundle)));
    expect(page).toContain('>words</figure>');
    expect(page).not.toContain('window.dropoutFigures');
  });

  test('names the cell of a bad formula', async () => {
    const bad = notebookOf({ title: 'md:# T', wrong: 'md:$\\oops$' });
    await expect(full(bad)).rejects.toThrow(
      '02-second.ipynb, cell wrong: the formula \\oops cannot be typeset',
    );
  });

  test('is the same every time', async () => expect(await full(sample)).toBe(html));
});

describe('text from data', () => {
  const hostile = '</pre></div></main></script><script>evil()</script><img src=x onerror=evil()><!--&lt;';

  test('cannot become markup, wherever it stands', async () => {
    const page = await full(
      showing(
        printed(hostile),
        { output_type: 'stream', name: 'stderr', text: hostile },
        displayed({ 'text/plain': hostile }),
        displayed({ 'image/png': '', 'text/plain': `"'>${hostile}` }),
        displayed({ 'text/latex': hostile }),
        { output_type: 'error', ename: hostile, evalue: hostile, traceback: [hostile] },
      ),
    );
    expect(page.match(/evil\(\)/g)).toHaveLength(12); // not in base64
    expect(page).not.toMatch(/<script>evil|<img src=x/);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
  });

  test('arrives as it was, whatever it is', async () => {
    const pieces = constantFrom(
      '<',
      '>',
      '&',
      '"',
      '</pre>',
      '<!--',
      '-->',
      '</script',
      '$',
      '$&',
      '\\',
      '{{',
      '{%',
      '&lt;',
      'é',
      '\n',
    );
    const texts = draw(
      array(pieces, { maxLength: 30 }).map(all => all.join('')),
      { numRuns: 60 },
    );
    const page = await full(showing(...texts.map((text, i) => printed(`[${i}[${text}]${i}]`))));
    texts.forEach((text, i) => {
      const inner = page.split(`[${i}[`)[1]!.split(`]${i}]`)[0]!;
      expect(unescape(inner)).toBe(text);
    });
  });

  const unescape = (escaped: string) => {
    expect(escaped).not.toMatch(/[<>]/);
    return escaped
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;|&#34;/g, '"')
      .replace(/&amp;/g, '&');
  };
});
