import { withHost } from '../withHost.ts';
import { describe, expect, it } from 'vitest';
import {
  type Experiment,
  experimentData,
  type LectureChanges,
  lectureExperiment,
  matrix,
  type Run,
  runExperiment,
  sweep,
  type SweepPlan,
} from 'dropout-lab';
import { bits } from '../fixtures/bits.ts';

/** The compiled package, as notebooks load it: worker threads need compiled code. */

const small = (changes: LectureChanges = {}) =>
  lectureExperiment({ width: 8, epochs: 3, nFresh: 60, ...changes });

const SETTINGS = { without: small(), with: small({ rate: 0.5 }) };

const talkative: Experiment = {
  ...small({ rate: 0.5, labelNoise: 0.2 }),
  keepHistory: true,
  keepModel: true,
  predictAt: [
    [0, 0],
    [0.5, 0.1],
  ],
};

describe('sweep', () => {
  it('gives the same bits in this thread, in one worker and in two', async () => {
    const asked = { ...talkative, predictAt: matrix(talkative.predictAt!) };
    const plan = { seeds: 5, settings: { ...SETTINGS, talkative, asked } };
    const [here, one, two] = await Promise.all([0, 1, 2].map(workers => sweep({ ...plan, workers })));
    expect(bits(one)).toBe(bits(here));
    expect(bits(two)).toBe(bits(here));
    expect(bits(two.asked)).toBe(bits(two.talkative));
  });

  it('gives the same bits for an experiment that went through JSON', async () => {
    const copied = JSON.parse(JSON.stringify(talkative)) as Experiment;
    expect(bits(await runExperiment(copied, 3))).toBe(bits(await runExperiment(talkative, 3)));
  });

  it('returns the runs of each setting in the order of the seeds', async () => {
    const seeds = [7, 3, 4294967295];
    const runs = await sweep({ seeds: Uint32Array.from(seeds), settings: SETTINGS, workers: 2 });
    expect(Object.keys(runs)).toEqual(['without', 'with']);
    expect(runs.with.map(run => run.seed)).toEqual(seeds);
    expect(bits(runs.with[1])).toBe(bits(await runExperiment(SETTINGS.with, 3)));
  });

  it.each([0, 2])('reports every finished run once (%i workers)', async workers => {
    const seen: number[] = [];
    const onProgress: SweepPlan['onProgress'] = ({ done, total }) => seen.push(done, total);
    await sweep({ seeds: 2, settings: SETTINGS, workers, onProgress });
    expect(seen).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
  });

  it.each([true, false])('shows a bar in a notebook unless told not to (progress: %s)', async progress => {
    const texts: string[] = [];
    const display = (bundle: { 'text/plain': string }): void => void texts.push(bundle['text/plain']);
    await withHost({ display }, () => sweep({ seeds: 2, settings: SETTINGS, workers: 0, progress }));
    expect([texts[0], texts.at(-1)]).toEqual(
      progress ? ['0 of 4 trainings', '4 of 4 trainings'] : [undefined, undefined],
    );
  });

  it.each([0, 2])("ends with the signal's reason when aborted (%i workers)", async workers => {
    const stop = new AbortController();
    let done = 0;
    const onProgress = (): void => {
      done++;
      stop.abort(new Error('enough'));
    };
    const sweeping = sweep({ seeds: 1000, settings: SETTINGS, workers, onProgress, signal: stop.signal });
    await expect(sweeping).rejects.toThrow(/^enough$/);
    expect(done).toBeLessThan(10);
  });

  it.each([0, 2])('ends with an error also where the signal has no reason (%i workers)', async workers => {
    const sweeping = sweep({ seeds: 1, settings: SETTINGS, workers, signal: { aborted: true } });
    await expect(sweeping).rejects.toEqual(new Error('aborted'));
  });

  it.each([0, 2])('names setting and seed of a run that fails (%i workers)', async workers => {
    const settings = { tame: small(), wild: small({ learningRate: 1e38 }) };
    await expect(sweep({ seeds: [5], settings, workers })).rejects.toThrow(
      /^sweep: setting 'wild', seed 5: fit: /,
    );
  });

  it.each([
    [{ seeds: 0 }, RangeError, /^sweep: seeds \(how many\) must be at least 1. Got 0.$/],
    [{ seeds: [] }, RangeError, /^sweep: seeds must not be empty/],
    [{ seeds: [1, 0.5] }, RangeError, /^sweep: seeds must be an integer. Got 0.5.$/],
    [{ seeds: [-1] }, RangeError, /^sweep: seeds must be in/],
    [{ seeds: 'ten' }, TypeError, /^sweep: seeds must be an array/],
    [{ settings: {} }, RangeError, /^sweep: settings must not be empty/],
    [{ settings: undefined }, RangeError, /^sweep: settings must not be empty/],
    [{ settings: { a: null } }, TypeError, /^sweep: settings.a must be an experiment, as .* Got null.$/],
    [{ workers: -1 }, RangeError, /^sweep: workers/],
    [{ seed: 1 }, RangeError, /^sweep: option must be one of 'seeds'/],
  ])('refuses %j', async (wrong, kind, message) => {
    const refused = sweep({ seeds: 1, settings: SETTINGS, workers: 0, ...wrong } as SweepPlan);
    await expect(refused).rejects.toThrow(kind);
    await expect(refused).rejects.toThrow(message);
  });
});

describe('runs of one seed', () => {
  const kept = (changes: LectureChanges) => ({ ...small(changes), keepModel: true });

  const outcome = ({ model, ...measured }: Run) => bits([measured, model!.weights]);

  it('share data, initial weights and batch order: dropout that drops nothing changes no bit', async () => {
    const without = await runExperiment(kept({ rate: 0 }), 1);
    const harmless = await runExperiment(kept({ rate: 1e-12 }), 1);
    const dropping = await runExperiment(kept({ rate: 0.5 }), 1);
    expect(outcome(harmless)).toBe(outcome(without));
    expect(outcome(dropping)).not.toBe(outcome(without));
  });

  it('differ by member in initial weights and batches, not in the data', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(member => runExperiment({ ...kept({}), member }, 1)),
    );
    expect(first.model!.weights).not.toEqual(second.model!.weights);
    expect(experimentData(kept({}).data, 1, 1)).toEqual(experimentData(kept({}).data, 1, 0));
  });
});
