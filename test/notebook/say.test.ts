import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../lib/src/formatNumber.ts';
import { say } from '../../lib/src/notebook/say.ts';
import { displayed } from './displayed.ts';

const said = async (run: () => void) => (await displayed(run))[0].data;

describe('say', () => {
  test('puts numbers into a sentence of Markdown', async () => {
    expect(await said(() => say`Loss **${0.123456}** after ${100} epochs, $\hat y = ${1 / 3}$.`)).toEqual({
      'text/markdown': 'Loss **0.1235** after 100 epochs, $\\hat y = 0.3333$.',
      'text/plain': 'Loss **0.1235** after 100 epochs, $\\hat y = 0.3333$.',
    });
  });

  test('takes code between backticks and sentences over several lines', async () => {
    const { 'text/plain': text } = await said(
      () => say`One \`rate\`,
                two lines.`,
    );
    expect(text).toBe('One `rate`,\ntwo lines.');
  });

  test('lets no text become markup', async () => {
    const data = await said(() => say`It is ${'<img src=x onerror=alert(1)> **bold** [link](x) $x$'}.`);
    expect(data['text/markdown']).toBe(
      'It is \\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* \\[link\\](x) \\$x\\$.',
    );
    expect(data['text/plain']).toBe('It is <img src=x onerror=alert(1)> **bold** [link](x) $x$.');
  });

  test('shows backticks and entities of a text letter by letter, beside code of the sentence', async () => {
    expect(await said(() => say`\`code\`, ${'`a_b`'} and ${'a &lt; b'}.`)).toEqual({
      'text/markdown': '`code`, \\`a\\_b\\` and a \\&lt; b.',
      'text/plain': '`code`, `a_b` and a &lt; b.',
    });
  });

  test('carries named values as data, to twelve digits, beside their text', async () => {
    const gain = { mean: 0.0793, low: 0.0725, high: 0.0861, margin: 0.0068 };
    const loss = 0.123456789012;
    const run = () =>
      say`${{ loss }}, ${{ gain, percent: true, signed: true }}, ${{ best: 'L2' }}, ${{ none: NaN }}, ${3}, ${{ ulp: 0.1 + 0.2 }}.`;
    expect(await said(run)).toEqual({
      'text/markdown': '0.1235, +7.9\u00a0±\u00a00.7, L2, NaN, 3, 0.3.',
      'text/plain': '0.1235, +7.9 ± 0.7, L2, NaN, 3, 0.3.',
      'application/vnd.dropout-lab.values+json': { loss, gain, best: 'L2', none: 'NaN', ulp: 0.3 },
    });
  });

  test('writes a share with both ends of its interval', async () => {
    const wins = { n: 20, wins: 17, mean: 0.85, low: 0.62107, high: 0.96793 };
    const data = await said(() => say`${{ wins, percent: true }} % of the pairs`);
    expect(data['text/plain']).toBe('85.0 [62.1, 96.8] % of the pairs');
    expect(data['application/vnd.dropout-lab.values+json']).toEqual({ wins });
  });

  test('writes shares as percentages and lists as they are', async () => {
    const data = await said(
      () => say`${{ share: 0.985, percent: true }} %, ${{ all: new Float64Array([1, 2]) }}`,
    );
    expect(data['text/plain']).toBe('98.5 %, 1,2');
    expect(data['application/vnd.dropout-lab.values+json']).toEqual({ share: 0.985, all: [1, 2] });
  });

  test('sets numbers with a minus sign and without places to break, on pages only', async () => {
    const gain = { mean: -0.6, low: -1.4, high: 0.2, margin: 0.8 };
    const data = await said(() => say`${{ gain, digits: 1 }}, ${-2e-9}, ${'-1 ± 2'}, ${'a-1'}, **${5}** %.`);
    expect(data['text/markdown']).toBe(
      '−0.6\u00a0±\u00a00.8, −2\u00a0×\u00a010⁻⁹, −1\u00a0±\u00a02, a-1, **5**\u00a0%.',
    );
    expect(data['text/plain']).toBe('-0.6 ± 0.8, -2 × 10⁻⁹, -1 ± 2, a-1, **5** %.');
  });

  test('calls a difference that only rounding leaves rounding error, and keeps its number as data', async () => {
    const run = () =>
      say`${{ off: 3.5e-15, rounding: true }}, ${{ minus: -2e-13, rounding: true }}, ${{ none: 0, rounding: true }}, ${{ off32: 3e-8, rounding: true }}, ${{ plain: 3.5e-15 }}`;
    const data = await said(run);
    expect(data['text/plain']).toBe('rounding error, rounding error, 0, 3 × 10⁻⁸, 3.5 × 10⁻¹⁵');
    const values = { off: 3.5e-15, minus: -2e-13, none: 0, off32: 3e-8, plain: 3.5e-15 };
    expect(data['application/vnd.dropout-lab.values+json']).toEqual(values);
  });

  test('refuses one name for two values, and a style it does not know', async () => {
    await expect(said(() => say`${{ a: 1 }} ${{ a: 2 }}`)).rejects.toThrow('say: a must name one value');
    await expect(said(() => say`${{ a: 1, b: 2 }}`)).rejects.toThrow('say: option of a must be one of');
  });
});

describe('formatNumber writes', () => {
  test.each([
    [100, '100'],
    [-3, '-3'],
    [-0, '-0'],
    [0.30000000000000004, '0.3'],
    [-0.0123456, '-0.01235'],
    [1234.5678, '1235'],
    [0.000123456, '0.0001235'],
    [9.27e-8, '9.27 × 10⁻⁸'],
    [-6.02214e23, '-6.022 × 10²³'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
  ])('%d as %s', (x, text) => {
    expect(formatNumber(x)).toBe(text);
  });

  test('as many digits as it is asked for', () => {
    expect(formatNumber(Math.PI, 2)).toBe('3.1');
  });
});
