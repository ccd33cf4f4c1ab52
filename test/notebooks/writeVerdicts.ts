import { writeFileSync } from 'node:fs';
import { root } from '../../binder/jupyter.mjs';
import { verdictsFile } from './collectVerdicts.ts';

writeFileSync(`${root}lib/src/course/verdicts.ts`, await verdictsFile());
