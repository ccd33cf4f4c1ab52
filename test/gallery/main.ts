import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { galleryFigures } from './figures.ts';
import { figuresPage } from './page.ts';

const folder = fileURLToPath(new URL('build/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}index.html`, await figuresPage(await galleryFigures()));
console.log(`${folder}index.html (add ?theme=dark for the dark page)`);
