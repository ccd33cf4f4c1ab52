import { type Bundle, type DisplayOptions, host } from '../host';

export type { Bundle, DisplayOptions };

/**
 * Shows one output below the running cell; outside a notebook it prints the text.
 *
 * @example
 * display({ 'text/html': '<b>half</b>', 'text/plain': 'half' });
 */
export function display(bundle: Bundle, options: DisplayOptions = {}): void {
  host.display(bundle, options);
}
