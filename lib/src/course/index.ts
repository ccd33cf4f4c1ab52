import '../node/host';

export { lectureExperiment, type LectureChanges } from './lectureExperiment';
export { lecture, type Lecture } from './lecture';
export { kerasRun, type KerasRun } from './kerasRun';
export { statements } from './statements';
export type { Statement, Verdict } from './statement';
export { verdictTable } from './verdictTable';
export * from './build/index';
export * from './museum/index';
export { check, type CheckOptions } from './check';
export { own } from './own';
export { guess, reveal } from './guess';
export type {
  Exercise,
  Exercises,
  Expectation,
  FunctionExercise,
  TestedExercise,
  ValueExercise,
} from './exercise';
