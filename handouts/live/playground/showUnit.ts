/// <reference lib="dom" />
import {
  unitPlaygroundTable,
  type UnitPlaygroundSettings,
  WEIGHT_RANGE,
} from '../../../lib/src/notebook/unitPlayground.ts';
import { computeUnit } from './computeUnit.ts';
import { addChoice, addSlider } from './controls.ts';
import { drawMasks } from './drawMasks.ts';
import { drawPenalty } from './drawPenalty.ts';
import { makeFrame, setWords } from './frame.ts';

const SCALING = { 'scale-down': 'down, in prediction', inverted: 'up, in training (Keras)' };

/** Puts a linear unit under sliders into a place of the page. It is computed here: eight masks need no worker. */
export function showUnit(host: HTMLElement, initial: UnitPlaygroundSettings): void {
  let settings = initial;
  const draw = () => {
    const numbers = computeUnit(settings);
    drawMasks(left, numbers);
    drawPenalty(right, numbers);
    return numbers;
  };
  const update = (changes: Partial<UnitPlaygroundSettings>): void => {
    settings = { ...settings, ...changes };
    const { expected, ensemble, penalty, predicted, unscaled } = draw();
    const [mean, loss, added] = [expected, ensemble, penalty].map(inWords);
    setWords(
      result,
      'Mean loss over all masks: ',
      mean!,
      `. Loss of the unit that predicts: ${loss}; penalty: `,
      added!,
      '.',
    );
    const forgotten =
      predicted === unscaled ? '' : ` With the scaling forgotten it would be ${inWords(unscaled)}.`;
    left.ariaLabel = `Outputs under the eight masks; their mean, and what the unit predicts, is ${inWords(predicted)}.${forgotten}`;
    right.ariaLabel = `Losses over the rate; at rate ${settings.rate.toFixed(2)} the mean over the masks is ${mean}, of prediction ${loss}.`;
  };
  const { controls, left, right, result } = makeFrame(
    host,
    'Settings of the unit',
    [240, 240],
    () => void draw(),
  );
  const { rate, target } = unitPlaygroundTable;
  const rateSlider = {
    label: 'Rate of dropout',
    min: rate.min,
    max: rate.max,
    step: 0.05,
    value: initial.rate,
  };
  addSlider(controls, { ...rateSlider, format: value => value.toFixed(2) }, value => update({ rate: value }));
  for (const [i, value] of initial.weights.entries()) {
    const slider = { label: `Weight of input ${i + 1}`, ...WEIGHT_RANGE, step: 0.5, value };
    addSlider(controls, slider, weight => update({ weights: settings.weights.with(i, weight) }));
  }
  const { min, max } = target;
  addSlider(controls, { label: 'Target', min, max, step: 1, value: initial.target }, value =>
    update({ target: value }),
  );
  addChoice(controls, 'Scaling', SCALING, initial.scaling, value =>
    update({ scaling: value as UnitPlaygroundSettings['scaling'] }),
  );
  update({});
}

/** Two decimals: what a reader compares by eye. */
function inWords(value: number): string {
  return (Math.round(100 * value) / 100 + 0).toFixed(2);
}
