import { test } from 'vitest';
import { tQuantile } from '../../lib/src/stats/tQuantile.ts';
import { expectClose } from '../expectClose.ts';
import scipy from '../fixtures/scipy/stats.json' with { type: 'json' };

const upper = scipy.t.filter(({ p }) => p > 0.5);

test.each(upper)(`agrees with ${scipy['made by']}: $p at $parameters`, ({ p, parameters, quantile }) => {
  expectClose(tQuantile(p, parameters[0]) / quantile, 1);
});

test('is the tangent for one degree of freedom, from the middle to far out', () => {
  for (const p of [0.5001, 0.6, 0.9, 0.999999]) expectClose(tQuantile(p, 1) * Math.tan(Math.PI * (1 - p)), 1);
});
