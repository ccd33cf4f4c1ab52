import { expect, test } from 'vitest';
import { citation } from '../../handouts/citation.ts';
import { version } from '../../package.json' with { type: 'json' };

test('the course is cited as CITATION.cff says, with the version of the package', () => {
  expect(citation()).toBe(
    `@software{dropout-lab,
  author = {{The Dropout Lab maintainers}},
  title = {Dropout Lab: a course on dropout that runs},
  version = {${version}},
  year = {2026}
}`,
  );
  expect(() => citation('title: A\n')).toThrow('CITATION.cff has no name');
});
