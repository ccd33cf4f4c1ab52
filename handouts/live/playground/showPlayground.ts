/// <reference lib="dom" />
import { playgroundTable, type PlaygroundSettings } from '../../../lib/src/notebook/playground.ts';
import { drawCurves } from './drawCurves.ts';
import { drawSurface } from './drawSurface.ts';
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

const CSS = `
.dropout-playground{display:grid;grid-template-columns:minmax(12rem,1fr) minmax(0,2fr);gap:1rem 1.5rem;font:13px/1.4 system-ui,sans-serif;color:inherit;max-width:56rem}
.dropout-playground-sliders{display:grid;gap:.5rem;align-content:start}
.dropout-playground label{display:grid;grid-template-columns:1fr auto;gap:0 .5rem}
.dropout-playground input{grid-column:1/3;width:100%;min-height:24px;margin:0;accent-color:#0072b2}
.dropout-playground output{font-variant-numeric:tabular-nums}
.dropout-playground-pictures{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
.dropout-playground canvas{width:100%;border-radius:4px;background:var(--jp-layout-color0,var(--paper,Canvas))}
.dropout-playground-result{grid-column:1/3;margin:0;font-size:15px}
@media (max-width:40rem){.dropout-playground,.dropout-playground-pictures{grid-template-columns:minmax(0,1fr)}.dropout-playground-result{grid-column:1}}`;

/**
 * Puts a playground into a place of the page.
 *
 * @param openPort gives the port of a worker that trains
 */
export function showPlayground(
  host: HTMLElement,
  initial: PlaygroundSettings,
  openPort: () => Promise<MessagePort>,
): void {
  const settings: Record<Name, number> = { ...initial };
  const box = element('div', 'dropout-playground');
  const sliders = element('div', 'dropout-playground-sliders');
  sliders.setAttribute('role', 'group');
  sliders.setAttribute('aria-label', 'Settings of the network');
  const pictures = element('div', 'dropout-playground-pictures');
  const [surface, curves] = [canvas(320, 320), canvas(320, 240)];
  const result = element('p', 'dropout-playground-result');
  result.setAttribute('role', 'status');
  result.textContent = 'Training …';
  pictures.append(surface, curves, result);
  box.append(sliders, pictures);
  const style = document.createElement('style');
  style.textContent = CSS;
  host.replaceChildren(style, box);

  let latest: Trained | undefined;
  const draw = () => {
    if (!latest) return;
    drawSurface(surface, latest);
    drawCurves(curves, latest);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
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
    result.replaceChildren(
      'Right on fresh points: ',
      Object.assign(document.createElement('strong'), { textContent: percent }),
      `. Loss: ${losses}.`,
    );
    surface.setAttribute(
      'aria-label',
      `Decision surface over the training points; ${percent} of fresh points are right.`,
    );
    curves.setAttribute('aria-label', `Losses over ${trainLoss.length} epochs; at the end ${losses}.`);
  };
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const name of Object.keys(SLIDERS) as Name[]) {
    const { label: words, step, format = String } = SLIDERS[name];
    const { min, max } = playgroundTable[name];
    const label = element('label', '');
    const value = document.createElement('output');
    const input = document.createElement('input');
    Object.assign(input, { type: 'range', min, max, step, value: settings[name] });
    input.setAttribute('aria-label', words);
    // JupyterLab takes arrow keys for itself, unless the focused element says no.
    input.dataset.lmSuppressShortcuts = 'true';
    const take = () => {
      settings[name] = input.valueAsNumber;
      value.textContent = format(settings[name]);
      input.setAttribute('aria-valuetext', value.textContent);
    };
    take();
    input.addEventListener('input', take);
    input.addEventListener(
      isCalm ? 'change' : 'input',
      () => void trainer.train({ ...settings } as PlaygroundSettings),
    );
    label.append(words, value, input);
    sliders.append(label);
  }
  void trainer.train({ ...settings } as PlaygroundSettings);
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** A canvas for sharp screens. */
function canvas(width: number, height: number): HTMLCanvasElement {
  const made = document.createElement('canvas');
  Object.assign(made, { width: 2 * width, height: 2 * height });
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', 'not trained yet');
  return made;
}
