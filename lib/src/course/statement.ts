/** How a statement stands after the check: a judgment, from best to worst, and the sign it has in the table. */
export const verdictSigns = {
  exact: '●',
  'holds statistically': '◕',
  'holds with a condition': '◑',
  loose: '◔',
  'wrong as written': '○',
  'one draw': '◌',
  disputed: '≷',
  'not examined': '–',
} as const;

export type Verdict = keyof typeof verdictSigns;

/** A statement of the lecture. The id is the number of the notebook and a running number: '3.2'. */
export interface Statement {
  readonly id: string;
  /** Who says it: the lecture itself, or the text that it quotes. */
  readonly source: 'lecture' | 'lecture, implied' | 'paper' | 'Keras' | 'Baldi and Sadowski';
  readonly text: string;
  readonly verdict: Verdict;
  /** Why the verdict is as it is; where the statement is loose or wrong, what it should say. */
  readonly because: string;
}

/** A test that asserts what a verdict rests on: the notebook and the cell that show it, and the title of the test. */
export interface Evidence {
  readonly statement: string;
  readonly notebook: string;
  readonly cell: string;
  readonly test: string;
}
