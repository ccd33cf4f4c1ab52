/** A value that the answer must equal, or a function that says whether the answer fits. */
export type Expectation = Leaf | readonly Expectation[] | ((answer: never) => boolean);

type Leaf = number | boolean | string | { readonly data: ArrayLike<number> } | Float32Array | Float64Array;

interface Asked {
  /** What is asked for, in a few words. */
  readonly question: string;
  /** How far a number may be off: whole numbers absolutely, others relatively; 1e-6 by default. */
  readonly tolerance?: number;
  /** Why a correct answer is correct. */
  readonly because?: string;
}

/** An exercise whose answer is a value: a number, a word, a matrix, a recipe. */
export interface ValueExercise extends Asked {
  readonly expected: Expectation;
  /** What to say to typical wrong answers; the first that fits is shown. */
  readonly hints?: readonly (readonly [Expectation, string])[];
}

/** An exercise whose answer is a function. It is compared with others by what they return for the same arguments. */
export interface FunctionExercise<Call extends readonly unknown[] = never[]> extends Asked {
  /** The arguments of each call. */
  readonly calls: readonly Call[];
  /** The faulty function to repair, where that is the exercise: an answer that returns the same is still open. */
  readonly faulty?: (...args: Call) => unknown;
  /** A function that returns what the answer must return. */
  readonly expected: (...args: Call) => unknown;
  /** Typical wrong functions and what to say to them; the first that returns the same is shown. */
  readonly hints?: readonly (readonly [(...args: Call) => unknown, string])[];
}

/** An exercise whose answer is a function that is judged by its properties: random, or one of many correct ones. */
export interface TestedExercise<Answer = never> extends Asked {
  /** Whether the function is still the stub. */
  readonly isStub: (answer: Answer) => boolean;
  /** True where the stub is a faulty function to repair, not an empty one. */
  readonly faulty?: true;
  readonly passes: (answer: Answer) => boolean;
  /** What to say where the answer does not pass; the first whose test is true is shown. */
  readonly hints: readonly (readonly [(answer: Answer) => boolean, string | ((answer: Answer) => string)])[];
  /** A correct function, for the cells that use the answer: they run before there is one. */
  readonly standIn?: Answer;
}

export type Exercise = ValueExercise | FunctionExercise | TestedExercise;

/** The exercises of one notebook, by the id of the cell to fill in. */
export type Exercises = Readonly<Record<string, Exercise>>;

/** Types the functions of an exercise by the arguments they are called with. */
export function functionExercise<Call extends readonly unknown[]>(
  exercise: FunctionExercise<Call>,
): FunctionExercise {
  return exercise as unknown as FunctionExercise;
}

/** Types the tests of an exercise by the function they are given. */
export function testedExercise<Answer>(exercise: TestedExercise<Answer>): TestedExercise {
  return exercise as unknown as TestedExercise;
}
