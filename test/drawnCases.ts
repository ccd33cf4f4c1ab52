import { configureGlobal } from 'fast-check';

// The cases that properties draw are the same in every run: what fails is due to the change at hand. `npm run fuzz`
// draws others.
configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 0) });
