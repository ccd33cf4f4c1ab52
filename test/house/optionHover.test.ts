import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { root } from '../../binder/jupyter.mjs';

// tslab's compiler, 5.0.4: what a notebook's hover and completion come from.
const ts = createRequire(import.meta.url)('@tslab/typescript-for-tslab') as any;

const folder = `${root}.cache/hover/`;
const file = `${folder}cell.ts`;
const source = `
import { adam, dense, dropout, makeBlobs, meanInterval } from 'dropout-lab';
dropout({ rate: 0.5, scaling: 'inverted' });
dense({ units: 3, kernelInitializer: 'zeros' });
adam({ learningRate: 0.01 });
dropout({ rate: '0.5' });
dropout({ scaling: 'none' });
dropout({ rate: 0.5, seed: null, name: undefined });
dense({ units: 1, activation: 'swish' });
makeBlobs({ clusterStd: [1, 2], nSamples: 4, randomState: 1 });
meanInterval([1, 2], { confidence: '3' });
`;

mkdirSync(folder, { recursive: true });
writeFileSync(file, source);
const options = { moduleResolution: 2, module: 1, strict: true, skipLibCheck: true, types: [], target: 7 };
const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name: string) => {
    const text: string | undefined = ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => options,
  getDefaultLibFileName: () => ts.getDefaultLibFilePath(options),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
});

/** What hovering over the first `text` shows: its type and its documentation. */
function hover(text: string): string {
  const info = service.getQuickInfoAtPosition(file, source.indexOf(text));
  return [info?.displayParts, info?.documentation].map(parts => ts.displayPartsToString(parts)).join('\n');
}

describe('hovering over an option in a cell', () => {
  it.each([
    ['rate', 'rate: number', 'Probability to drop a unit, in [0, 1].'],
    ['scaling', `scaling?: "inverted" | "scale-down" | "none" | undefined`, `Where the mean is kept`],
    ['units', 'units: number', 'Number of outputs.'],
    ['kernelInitializer', 'kernelInitializer?: Initializer | undefined', "'glorotUniform' (default)"],
    ['learningRate', 'learningRate?: number | Schedule | undefined', '0.001 by default'],
    [
      'clusterStd',
      'clusterStd?: number | readonly number[] | undefined',
      'Standard deviation of all classes',
    ],
    ['randomState', 'randomState: Randomness', 'Seed, or a stream of random numbers'],
  ])('%s: type and meaning', (option, type, meaning) => {
    expect(hover(option)).toContain(type);
    expect(hover(option)).toContain(meaning);
  });

  it('the compiler refuses a wrong type, a missing option and an unknown choice, and nothing else', () => {
    const diagnostics: { start: number }[] = service.getSemanticDiagnostics(file);
    const lines = diagnostics.map(({ start }) => source.slice(0, start).split('\n').length);
    expect(lines).toEqual([6, 7, 9, 11]);
  });
});
