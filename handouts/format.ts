import { readFileSync, writeFileSync } from 'node:fs';
import { courseNotebooks } from './course.ts';
import { readNotebook } from './readNotebook.ts';
import { stored } from './stored.ts';

for (const path of courseNotebooks()) {
  const formatted = stored(readNotebook(path));
  if (formatted === readFileSync(path, 'utf8')) continue;
  writeFileSync(path, formatted);
  console.log(`${path} formatted`);
}
