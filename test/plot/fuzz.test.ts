import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as library from '../../lib/src/index.ts';

const builders = Object.entries(library).filter(([name]) => /^plot[A-Z]|^sideBySide$/.test(name)) as [
  string,
  (...args: unknown[]) => unknown,
][];

/** Anything, and things that are nearly right. */
const argument = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.array(fc.array(fc.double())),
  fc.array(
    fc.record({
      name: fc.anything(),
      kernel: fc.anything(),
      x: fc.anything(),
      y: fc.anything(),
      value: fc.anything(),
    }),
  ),
  fc.array(
    fc.record({
      name: fc.string(),
      values: fc.array(fc.double()),
      history: fc.record({ loss: fc.array(fc.double()), val_loss: fc.anything() }),
      value: fc.double(),
    }),
  ),
  fc.record({
    kernels: fc.array(fc.array(fc.array(fc.double()))),
    masks: fc.anything(),
    title: fc.anything(),
  }),
  fc.record({
    title: fc.anything(),
    height: fc.anything(),
    reference: fc.anything(),
    classNames: fc.anything(),
  }),
);

test.each(builders)('%s draws what it is given or says what is wrong with it', (name, build) => {
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 4 }), args => {
      let thrown: unknown;
      try {
        build(...args);
      } catch (error) {
        thrown = error;
      }
      if (thrown === undefined) return;
      expect(thrown instanceof TypeError || thrown instanceof RangeError).toBe(true);
      expect((thrown as Error).message).toMatch(new RegExp(`^${name}: .* must .*Got `, 's'));
    }),
    { numRuns: 400 },
  );
});
