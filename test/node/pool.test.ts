import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lectureExperiment, sweep, type SweepPlan } from 'dropout-lab';
import { Tinypool } from 'tinypool';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const settings = { small: lectureExperiment({ width: 8, epochs: 2, nFresh: 20 }) };
const endless = { endless: lectureExperiment({ epochs: 1_000_000 }) };

const run = vi.spyOn(Tinypool.prototype, 'run');
const destroy = vi.spyOn(Tinypool.prototype, 'destroy');

/** The threads that a sweep ran on. */
async function threadsOf(plan: Partial<SweepPlan> = {}): Promise<Tinypool> {
  const before = run.mock.contexts.length;
  await sweep({ seeds: 2, settings, workers: 1, ...plan });
  return run.mock.contexts[before] as Tinypool;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

/** Closes the threads that a test has left idle. */
afterEach(async () => {
  vi.runAllTimers();
  vi.useRealTimers();
  await Promise.all(destroy.mock.results.map(({ value }) => value as Promise<void>));
  destroy.mockClear();
});

describe('the threads of a sweep', () => {
  it('serve the next sweep of as many workers', async () => {
    const first = await threadsOf();
    expect(await threadsOf()).toBe(first);
    expect(destroy).not.toHaveBeenCalled();
  });

  it('are closed after a minute without work, and not before', async () => {
    const first = await threadsOf();
    vi.advanceTimersByTime(50_000);
    expect(await threadsOf()).toBe(first);
    vi.advanceTimersByTime(50_000);
    expect(destroy).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(destroy.mock.contexts).toEqual([first]);
    expect(await threadsOf()).not.toBe(first);
  });

  it('are closed when a sweep of another number of workers has ended', async () => {
    const one = await threadsOf();
    const two = await threadsOf({ workers: 2 });
    expect(two.options.maxThreads).toBe(2);
    expect(destroy.mock.contexts).toEqual([one]);
    expect(await threadsOf({ workers: 2 })).toBe(two);
  });

  it('belong to one sweep at a time', async () => {
    await Promise.all([threadsOf(), threadsOf()]);
    expect(new Set(run.mock.contexts.slice(-4)).size).toBe(2);
    expect(destroy).toHaveBeenCalledTimes(1);
  });

  it('are closed when the sweep is aborted, and the next sweep has others', async () => {
    const first = await threadsOf();
    const aborting = new AbortController();
    const stopped = sweep({ seeds: 3, settings: endless, workers: 1, signal: aborting.signal });
    setImmediate(() => aborting.abort(new Error('enough')));
    await expect(stopped).rejects.toThrow('enough');
    expect(destroy.mock.contexts).toEqual([first]);
    expect(await threadsOf()).not.toBe(first);
  });

  it('are closed when a run fails while others are under way', async () => {
    const first = await threadsOf();
    const bad = { ...endless.endless, data: { ...settings.small.data, clusterStd: -1 } };
    await expect(sweep({ seeds: 1, settings: { bad, ...endless }, workers: 1 })).rejects.toThrow(
      'clusterStd',
    );
    expect(destroy.mock.contexts).toEqual([first]);
  });

  it('are closed when a progress callback throws', async () => {
    const first = await threadsOf();
    const onProgress = (): never => {
      throw new Error('no room');
    };
    await expect(threadsOf({ seeds: 9, onProgress })).rejects.toThrow('no room');
    expect(destroy.mock.contexts).toEqual([first]);
  });

  it('do not keep the process alive', async () => {
    const program = `const { sweep, lectureExperiment } = require('dropout-lab');
      const settings = { small: lectureExperiment({ epochs: 1 }) };
      sweep({ seeds: 2, settings }).then(() => sweep({ seeds: 2, settings })).then(() => console.log('done'));`;
    const ended = await promisify(execFile)(process.execPath, ['-e', program], {
      cwd: import.meta.dirname,
      timeout: 30_000,
    });
    expect(ended.stdout).toBe('done\n');
  });
});
