import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from '../binder/jupyter.mjs';

/** What takes minutes, the longest first; files that are not named take seconds. */
const LONG = [
  /^test\/handouts\//,
  /^test\/notebooks\//,
  /^test\/kernel\//,
  /^test\/(lab|gallery|setup|house)\//,
];

/** Begins with what takes long, so that no core waits for one last file. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex(pattern => pattern.test(relative(root, moduleId).replaceAll('\\', '/')));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
