/** Has a console end. */
export const farewell = { source: 'ask_exit', keepkernel: false };

/** Whether a cell only says `exit` or `quit`, as in a console, and no cell has given the word a meaning. */
export function isFarewell(code: string, variables: object): boolean {
  const word = /^\s*(exit|quit)\s*(\(\s*\))?;?\s*$/.exec(code)?.[1];
  return word !== undefined && !(word in variables);
}
