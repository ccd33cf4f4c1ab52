import { describe, expect, test } from 'vitest';
import { Matrix } from '../../lib/src/numpy/matrix.ts';
import { table, type TableOptions, unchangedFrom, whereZero } from '../../lib/src/notebook/table.ts';
import { displayed } from './displayed.ts';

const before = [[1, -0.5], [0, 2]]; // prettier-ignore
const after = [[1, -0.25], [-0, 2]]; // prettier-ignore

const shown = async (options: TableOptions = {}) =>
  (await displayed(() => table(after, options)))[0].data as Record<string, string>;

describe('table', () => {
  test('shows NumPy’s text and names the marked places', async () => {
    const { 'text/plain': text } = await shown({ caption: 'w1', mark: unchangedFrom(before) });
    expect(text).toBe('w1\n[[ 1.   -0.25]\n [-0.    2.  ]]\n= unchanged: (0, 0) (1, 1)');
  });

  test('marks with a sign and a frame, not by color alone, and explains the marks it used', async () => {
    const { 'text/html': html } = await shown({ mark: unchangedFrom(before) });
    expect(
      html.match(/<td [^>]*>[^<]*<span role="img" aria-label="unchanged">=<\/span><\/td>/g),
    ).toHaveLength(2);
    expect(html).toMatch(/=<\/span> unchanged<\/p>/);
    expect(html).not.toContain('dropped');
  });

  test('marks zeros of either sign as what they are', async () => {
    expect((await shown({ mark: whereZero('dropped') }))['text/plain']).toMatch(/× dropped: \(1, 0\)$/);
    expect((await shown({ mark: whereZero('zero') }))['text/plain']).toMatch(/∅ zero: \(1, 0\)$/);
  });

  test('gives every number of a page as many decimals, and whole numbers no point', async () => {
    expect((await shown())['text/html']).toMatch(/> 1\.00 .*>-0\.25 .*>-0\.00 .*> 2\.00 /);
    const [{ data }] = await displayed(() => table([[0, 15]]));
    expect(data['text/html']).toMatch(/> 0 .*>15 /);
  });

  test('has no legend where nothing is marked', async () => {
    const { 'text/html': html, 'text/plain': text } = await shown();
    expect(html).not.toContain('<p>');
    expect(text).toBe('[[ 1.   -0.25]\n [-0.    2.  ]]');
  });

  test('names rows and columns for screen readers, all text escaped', async () => {
    const { 'text/html': html } = await shown({
      caption: '<script>1</script>',
      columns: ['a & b'],
      rows: ['"x"'],
    });
    expect(html).toContain('&lt;script&gt;1&lt;/script&gt;');
    expect(html).toContain(
      '<th scope="col" style="text-align:right">a &amp; b</th><th scope="col" style="text-align:right">1</th>',
    );
    expect(html).toContain('<th scope="row">&quot;x&quot;</th>');
  });

  test('shows what has become NaN', async () => {
    const diverged = new Matrix(1, 2, new Float32Array([NaN, 1]));
    const [{ data }] = await displayed(() => table(diverged, { mark: unchangedFrom(diverged) }));
    expect(data).toMatchObject({ 'text/plain': '[[nan  1.]]\n= unchanged: (0, 0) (0, 1)' });
  });

  test('refuses what is no matrix', () => {
    expect(() => table(3 as never)).toThrow(/^table: values must be a matrix or an array of rows/);
  });
});
