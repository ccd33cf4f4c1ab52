/**
 * Asks the reader of the notebook, and waits for the answer.
 *
 * @throws Error where nobody can answer, as in a notebook that is run by a program.
 * @example
 * const name = prompt('Your name?');
 */
declare function prompt(question?: string, initial?: string): string;
