import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plotPoints } from '../../lib/src/index.ts';
import { figureBundle } from '../../lib/src/notebook/show.ts';
import { samples } from '../plot/samples.ts';

const hostile = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '\u2028alert(1)\u2029',
  '&lt;b&gt;',
  '$`$& $1',
  '<a href="javascript:alert(1)">x</a>',
];

const htmlOf = (label: string): string[] =>
  Object.values(samples(label)).map(figure => String(figureBundle(figure)['text/html']));

const pointsHtml = (title: string): string => {
  const figure = plotPoints([[0, 0]], [0], { title, xLabel: title, classNames: [title] });
  return String(figureBundle(figure)['text/html']);
};

/** The figure as the page's script would get it: the loader is run with nothing but a queue. */
function pushed(html: string): [string, { data: unknown[]; layout: object }] {
  const script = /<script>([^]*)<\/script>$/.exec(html)?.[1] ?? '';
  const window: { dropoutFigures?: [string, { data: unknown[]; layout: object }][] } = {};
  const document = { getElementById: () => null, body: { dataset: {} } };
  // oxlint-disable-next-line no-implied-eval -- what stands in the output is what is tested
  new Function('window', 'document', script)(window, document);
  return window.dropoutFigures?.[0] ?? ['', { data: [], layout: {} }];
}

describe('the HTML of a figure', () => {
  test('has one script, whatever the labels say', () => {
    for (const label of hostile) {
      for (const html of htmlOf(label)) {
        expect(html.match(/<script/gi)).toHaveLength(1);
        expect(html.match(/<\/script/gi)).toHaveLength(1);
        expect(html).not.toMatch(/<!--|<img|<a /);
        expect(html.slice(html.indexOf('<script'))).not.toMatch(/[\u2028\u2029]/);
      }
    }
  });

  test('has no tag and no attribute that came from a label', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'<>"\'&/=x !-') }), label => {
        const shape = (html: string): string[] => html.replace(/<script>[^]*/, '').match(/<\/?[a-z]+/g) ?? [];
        expect(shape(pointsHtml(label))).toEqual(shape(pointsHtml('plain')));
      }),
      { numRuns: 200 },
    );
  });

  test('brings the figure to the page’s script unharmed', () => {
    for (const label of [...hostile, 'plain']) {
      const { layout } = pushed(htmlOf(label)[0])[1];
      const escaped = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(layout).toMatchObject({ xaxis: { title: { text: escaped } } });
    }
  });

  test('names its place by the key it brings: the same for equal figures, another for others', () => {
    const [first, again, other] = [htmlOf('a')[0], htmlOf('a')[0], htmlOf('b')[0]];
    expect(first).toBe(again);
    expect(first).toContain(`data-figure="${pushed(first)[0]}"`);
    expect(pushed(other)[0]).not.toBe(pushed(first)[0]);
  });

  test('shows words and data to a reader without scripts', () => {
    const figure = samples('label').sweep;
    const html = String(figureBundle(figure)['text/html']);
    expect(html).toContain(`<p>${figure.words}</p>`);
    expect(html).toContain(`aria-label="${figure.alt}"`);
    expect(html).toContain('<details open>');
    expect(html.match(/<tr>/g)).toHaveLength(figure.tables[0].rows.length + 1);
  });

  test('has a loader of less than 2 kB', () => {
    const script = /<script>([^]*)<\/script>$/.exec(htmlOf('a')[0])?.[1] ?? '';
    expect(script.length - JSON.stringify(pushed(htmlOf('a')[0])).length).toBeLessThan(2000);
  });
});

test('a figure is one output for JupyterLab, for pages and for text', () => {
  const figure = samples('label').points;
  const bundle = figureBundle(figure);
  expect(Object.keys(bundle)).toEqual(['application/vnd.plotly.v1+json', 'text/html', 'text/plain']);
  expect(bundle['text/plain']).toBe(figure.words);
  const json = bundle['application/vnd.plotly.v1+json'] as object;
  expect(json).toMatchObject({
    title: 'label',
    alt: figure.alt,
    words: figure.words,
    tables: [{ columns: figure.tables[0].columns }],
  });
});

test('plotly is given labels letter by letter: no markup of theirs is left', () => {
  for (const label of hostile) {
    for (const figure of Object.values(samples(label))) {
      const { data, layout, frames = [] } = figure;
      const texts = JSON.stringify([data, layout, frames.map(frame => frame.data)]);
      expect(texts).not.toContain('<');
    }
  }
});
