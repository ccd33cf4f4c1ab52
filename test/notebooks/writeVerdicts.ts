import { writeFileSync } from 'node:fs';
import { root } from '../../binder/jupyter.mjs';
import { evidenceFile } from './collectEvidence.ts';

writeFileSync(`${root}lib/src/course/evidence.json`, await evidenceFile());
