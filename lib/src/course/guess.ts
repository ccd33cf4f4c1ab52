import { checkFinite } from '../check';
import { formatNumber } from '../formatNumber';
import { answerBox } from './answerBox';

const guesses = new Map<string, number>();

/**
 * Collects a prediction before a cell shows the answer; `reveal` holds it against what was measured.
 *
 * @param about what is predicted, in a few words; `reveal` takes the same words
 * @param value `undefined` while there is no prediction
 * @example
 * guess('best rate', 0.5);
 */
export function guess(about: string, value: number | undefined): void {
  if (value === undefined) {
    guesses.delete(about);
    return answerBox('guess', about, 'type a number before you go on.');
  }
  checkFinite({ fn: 'guess', name: 'value' }, value);
  guesses.set(about, value);
  answerBox('guess', about, `${formatNumber(value)}.`);
}

/**
 * Shows what was measured beside the prediction that `guess` collected.
 *
 * @param about the words given to `guess`
 * @example
 * reveal('best rate', 0.6);
 */
export function reveal(about: string, measured: number): void {
  const value = guesses.get(about);
  const given = value === undefined ? 'you made none.' : `${formatNumber(value)}.`;
  const off = value === undefined ? '' : ` You were off by ${formatNumber(Math.abs(measured - value))}.`;
  answerBox('guess', about, `${given} Measured: ${formatNumber(measured)}.${off}`);
}
