/** How a statement of the lecture stands after the check, from best to worst. */
export const verdictNames = [
  'exact',
  'holds statistically',
  'holds with a condition',
  'loose',
  'wrong as written',
] as const;

/** One of `verdictNames`. */
export type Verdict = (typeof verdictNames)[number];

/** What the tests say about one statement: the verdict, and for each test the cell that shows it and its title. */
export interface Settled {
  readonly statement: string;
  readonly verdict: Verdict;
  readonly evidence: readonly { readonly notebook: string; readonly cell: string; readonly test: string }[];
}
