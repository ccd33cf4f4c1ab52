import { describe, expect, test, vi } from 'vitest';
import { pause } from './KernelClient.ts';
import { kernel } from './kernels.ts';

/** Says when the training runs; measures the processor time of all threads, in ms, 250 to 650 ms after the interrupt. */
const watch = `(globalThis as any)[Symbol.for('dropout-lab.host')].stop.addEventListener('abort', () => setTimeout(() => {
  const before = process.cpuUsage();
  setTimeout(() => { (globalThis as any).busy = process.cpuUsage(before).user / 1000; }, 400);
}, 250));
setTimeout(() => console.log('well under way'), 300);`;

const trainings = {
  fit: `import { adam, dense, fit, sequential } from 'dropout-lab';
    const model = sequential([dense({ units: 64 }), dense({ units: 1 })], { inputDim: 1 });
    ${watch}
    await fit(model, [[1], [2]], [1, 2], { loss: 'meanSquaredError', optimizer: adam(), epochs: 1e8 });`,
  'a sweep here': sweep(0),
  'a sweep in two threads': sweep(2),
  "TensorFlow.js's fit": `import { layers, sequential } from '@tensorflow/tfjs';
    import { fit } from 'dropout-lab/tfjs';
    const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
    ${watch}
    await fit(model, [[1], [2]], [[1], [2]], { epochs: 1e8, seed: 1 });`,
};

function sweep(workers: number): string {
  return `import { lectureExperiment, sweep } from 'dropout-lab';
    ${watch}
    await sweep({ seeds: 2, settings: { long: lectureExperiment({ epochs: 1e6 }) }, workers: ${workers} });`;
}

export function trainingContracts(): void {
  describe('an interrupt ends within a quarter of a second', () => {
    test.each(Object.entries(trainings))('%s, and the next cell runs', async (_, code) => {
      const begun = kernel.arrived.length;
      const result = kernel.execute(code);
      await vi.waitUntil(
        () => kernel.arrived.slice(begun).some(({ content }) => content['text'] === 'well under way\n'),
        { timeout: 15_000 },
      );
      kernel.interrupt();
      expect((await result).errors).toEqual([expect.objectContaining({ ename: 'Interrupted' })]);
      await pause(900);
      const { stdout } = await kernel.execute('(globalThis as any).busy');
      expect(Number(stdout)).toBeLessThan(100);
      await kernel.execute('(globalThis as any).busy = undefined');
    });

    test('a training in order: the model can be trained again', async () => {
      await kernel.execute(`import { adam, dense, fit, sequential } from 'dropout-lab';
        const again = sequential([dense({ units: 64 }), dense({ units: 1 })], { inputDim: 1 });
        const train = () => fit(again, [[1], [2]], [1, 2], { loss: 'meanSquaredError', optimizer: adam(), epochs: 1e8 });`);
      for (let i = 0; i < 10; i++) {
        const begun = kernel.arrived.length;
        const result = kernel.execute('setTimeout(() => console.log("trains"), 100); await train();');
        await vi.waitUntil(() =>
          kernel.arrived.slice(begun).some(({ content }) => content['text'] === 'trains\n'),
        );
        await pause(20 * Math.random());
        kernel.interrupt();
        expect((await result).reply).toMatchObject({ ename: 'Interrupted' });
      }
    });
  });
}
