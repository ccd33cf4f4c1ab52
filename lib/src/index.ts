export * from './numpy/index';
export * from './engine/index';
export * from './experiment/index';
export * from './data/index';
export * from './theory/index';
export * from './stats/index';
export * from './plot/index';
export { lecture, type Lecture } from './course/lecture';
export { lectureExperiment, type LectureChanges } from './course/lectureExperiment';
