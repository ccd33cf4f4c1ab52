import { expect, test } from 'vitest';
import { betaQuantile } from '../../lib/src/stats/betaQuantile.ts';
import { expectClose } from '../expectClose.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };
import { EXACT } from '../tolerances.ts';

test.each(scipy.beta)(`agrees with ${scipy['made by']}: $p of $parameters`, ({ p, parameters, quantile }) => {
  expectClose(betaQuantile(p, parameters[0], parameters[1]) / quantile, 1, EXACT);
});

test('is the closed form 1 − (1 − p)^(1/b) for a = 1, also where it is tiny', () => {
  for (const b of [1, 3, 1e3, 1e6]) {
    for (const p of [1e-9, 0.1, 0.6]) expectClose(betaQuantile(p, 1, b) / -Math.expm1(Math.log1p(-p) / b), 1);
  }
});

test('is 0 and 1 at the ends', () => {
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
});
