import { adam, fit, lectureExperiment, sweep } from 'dropout-lab';
import { network } from './network.ts';
import { peak } from './peak.ts';
import { type Seeds, serve, type Task, type Training } from './protocol.ts';
import { products } from './products.ts';

/** This library as a notebook uses it, from the compiled package. */

await serve('this repository', { train, products, peak, sweep: trainSeeds, repeat });

async function train(task: Task, training: Training): Promise<number> {
  const { epochs, batchSize } = training;
  const { history } = await fit(network(training), task.X, task.y, {
    loss: 'binaryCrossentropy',
    optimizer: adam({ learningRate: 0.01 }),
    epochs,
    batchSize,
    validationData: [task.XTest, task.yTest],
    seed: 1,
  });
  return history.val_loss.at(-1)!;
}

/** All seeds of all arms on all cores: the mean true accuracy of each arm. */
async function trainSeeds(_task: Task, { seeds, rates, epochs, batchSize }: Seeds): Promise<number[]> {
  const settings = Object.fromEntries(
    rates.map(rate => [`rate ${rate}`, lectureExperiment({ rate, epochs, batchSize })]),
  );
  const runs = await sweep({ seeds, settings });
  return Object.values(runs).map(arm => arm.reduce((sum, run) => sum + run.trueAccuracy, 0) / arm.length);
}

/** Memory in MB after each tenth of `fits` consecutive trainings, garbage collected, and the largest it ever was. */
async function repeat(task: Task, { fits }: { fits: number }): Promise<{ mb: number[]; peak: number }> {
  const mb: number[] = [];
  for (let done = 1; done <= fits; done++) {
    await train(task, { rate: 0.5, epochs: 10, batchSize: 100 });
    if (done % (fits / 10)) continue;
    gc!();
    mb.push(process.memoryUsage.rss() / 2 ** 20);
  }
  return { mb, peak: process.resourceUsage().maxRSS / 2 ** 10 };
}
