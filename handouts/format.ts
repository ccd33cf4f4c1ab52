import { readFileSync, writeFileSync } from 'node:fs';
import { courseNotebooks } from './course.ts';
import { canonical, readNotebook, stripped } from './notebook.ts';

for (const path of courseNotebooks()) {
  const formatted = canonical(stripped(readNotebook(path)));
  if (formatted === readFileSync(path, 'utf8')) continue;
  writeFileSync(path, formatted);
  console.log(`${path} formatted`);
}
