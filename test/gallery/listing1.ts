import { dense, type Figure, lecture, mask, plotGradientFlow, sequential } from '../../lib/src/index.ts';

/** The gradients of the lecture's first listing: the third unit is masked for good. */
export function plotListing1(): Figure {
  const { X, y, w1Before, w2Before, mask: kept } = lecture.zeroOut;
  const layers = [
    dense({ units: 4, activation: 'sigmoid' }),
    mask(kept),
    dense({ units: 1, activation: 'sigmoid' }),
  ];
  const model = sequential(layers, { inputDim: 2, seed: 1 });
  model.setWeights([w1Before, [[0, 0, 0, 0]], w2Before, [[0]]]);
  const gradients = model.gradients(X, y.flat(), { loss: 'meanSquaredError', training: true });
  const named = Object.entries(gradients).flatMap(([name, { kernel, bias }]) =>
    kernel ? [{ name, kernel, bias }] : [],
  );
  return plotGradientFlow(named, {
    title: 'The third unit is masked: its column of w1, its bias and its row of w2 receive nothing',
  });
}
