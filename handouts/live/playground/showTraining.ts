/// <reference lib="dom" />
import { playgroundTable, type PlaygroundSettings } from '../../../lib/src/notebook/playground.ts';
import { addSlider } from './controls.ts';
import { drawCurves } from './drawCurves.ts';
import { drawSurface } from './drawSurface.ts';
import { makeFrame, setWords } from './frame.ts';
import { Trainer } from './Trainer.ts';
import type { Trained } from './trainPlayground.ts';

type Name = keyof PlaygroundSettings;

const SLIDERS: Readonly<Record<Name, { label: string; step: number; format?: (value: number) => string }>> = {
  rate: { label: 'Rate of dropout', step: 0.05, format: value => value.toFixed(2) },
  labelNoise: { label: 'Wrong labels', step: 0.05, format: value => `${Math.round(100 * value)} %` },
  width: { label: 'Units a layer', step: 1 },
  depth: { label: 'Hidden layers', step: 1 },
  epochs: { label: 'Epochs', step: 1 },
  seed: { label: 'Seed', step: 1 },
};

/**
 * Puts the lecture's network under sliders into a place of the page.
 *
 * @param openPort gives the port of a worker that trains
 */
export function showTraining(
  host: HTMLElement,
  initial: PlaygroundSettings,
  openPort: () => Promise<MessagePort>,
): void {
  const settings: Record<Name, number> = { ...initial };
  let latest: Trained | undefined;
  const draw = () => {
    if (!latest) return;
    drawSurface(left, latest);
    drawCurves(right, latest);
  };
  const { controls, left, right, result } = makeFrame(host, 'Settings of the network', [320, 240], draw);
  result.textContent = 'Training …';
  const trainer = new Trainer(
    openPort,
    (trained, isLatest) => {
      latest = trained;
      draw();
      if (isLatest) describe(trained);
    },
    message => void (result.textContent = message),
  );
  const describe = ({ trueAccuracy, trainLoss, valLoss }: Trained): void => {
    const percent = `${(100 * trueAccuracy).toFixed(1)} %`;
    const losses = `training ${trainLoss.at(-1)!.toFixed(2)}, validation ${valLoss.at(-1)!.toFixed(2)}`;
    setWords(result, 'Right on fresh points: ', percent, `. Loss: ${losses}.`);
    left.ariaLabel = `Decision surface over the training points; ${percent} of fresh points are right.`;
    right.ariaLabel = `Losses over ${trainLoss.length} epochs; at the end ${losses}.`;
  };
  const train = () => void trainer.train({ ...settings } as PlaygroundSettings);
  for (const name of Object.keys(SLIDERS) as Name[]) {
    const { min, max } = playgroundTable[name];
    addSlider(controls, { ...SLIDERS[name], min, max, value: settings[name] }, value => {
      settings[name] = value;
      train();
    });
  }
  train();
}
