/// <reference lib="dom" />
import { element } from './frame.ts';

/** A number that a slider sets. */
export interface SliderOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value as it is shown and announced. */
  readonly format?: (value: number) => string;
}

/** A slider with its name and value. Where motion is to be reduced, `change` waits until it is let go. */
export function addSlider(
  parent: HTMLElement,
  { label, format = String, ...range }: SliderOptions,
  change: (value: number) => void,
): void {
  const input = Object.assign(document.createElement('input'), { type: 'range' });
  Object.assign(input, range);
  const shown = document.createElement('output');
  const say = () => {
    shown.textContent = format(input.valueAsNumber);
    input.setAttribute('aria-valuetext', shown.textContent);
  };
  say();
  input.addEventListener('input', say);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  input.addEventListener(isCalm ? 'change' : 'input', () => change(input.valueAsNumber));
  add(parent, label, input, shown);
}

/** A choice among a few names, each with the words that are shown for it. */
export function addChoice(
  parent: HTMLElement,
  label: string,
  words: Readonly<Record<string, string>>,
  value: string,
  change: (value: string) => void,
): void {
  const select = document.createElement('select');
  for (const [name, text] of Object.entries(words)) select.append(new Option(text, name));
  select.value = value;
  select.addEventListener('change', () => change(select.value));
  add(parent, label, select);
}

function add(parent: HTMLElement, words: string, control: HTMLElement, ...shown: HTMLElement[]): void {
  const label = element('label', '');
  control.setAttribute('aria-label', words);
  // JupyterLab takes arrow keys for itself, unless the focused element says no.
  control.dataset.lmSuppressShortcuts = 'true';
  label.append(words, ...shown, control);
  parent.append(label);
}
