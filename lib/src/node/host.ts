import { setDefaultHost } from '../host';

/** What Node offers by itself: outputs are printed, the seed stands in the environment, workers are threads. */
setDefaultHost({
  get seed() {
    return process.env.COURSE_SEED;
  },
  async openPool(workers) {
    const { openPool } = await import('./pool.js');
    return openPool(workers);
  },
});
