import { type Bundle } from './display';
import { escapeHtml } from './html';
import { type Playground } from './playground';
import { type UnitPlayground } from './unitPlayground';

/** What a front end that has the playgrounds looks for. */
export const PLAYGROUND_MIME = 'application/vnd.dropout-lab.playground+json';

/** The settings of a playground, under the name of its kind. */
export type PlaygroundData = (Playground | UnitPlayground)['playground'];

/** A playground as an output: data for a front end that has it, words for the others. */
export function playgroundBundle({ playground: data }: { readonly playground: PlaygroundData }): Bundle {
  const text = `${words(data)} It runs in JupyterLab, in Notebook 7 and in the handout. It begins with ${beginning(data)}.`;
  return {
    [PLAYGROUND_MIME]: data,
    'text/html': `<p class="dropout-playground">${escapeHtml(text)}</p>`,
    'text/plain': text,
  };
}

function words(data: PlaygroundData): string {
  return 'training' in data
    ? 'A playground: sliders train the lecture’s network again while they are dragged, and show its decision surface, its ' +
        'losses and its true accuracy.'
    : 'A playground: sliders change the rate, the weights and the target of a linear unit with three inputs, and show its ' +
        'output under all eight masks, and the mean loss over them beside the loss of prediction plus the penalty.';
}

function beginning(data: PlaygroundData): string {
  const settings = 'training' in data ? data.training : data.unit;
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? `(${value.join(', ')})` : value}`)
    .join(', ');
}
