import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import defaults from './settings.json' with { type: 'json' };

/**
 * What a lecturer may change about the pages without touching code: see `settings.json`.
 *
 * - `course`, `term`: stand at the head of every page
 * - `logo`: path of an SVG file beside the settings; the course's own where it is empty
 * - `language`, `words`: the language of the pages' own words
 * - `license`: stands in the foot
 * - `notebooks`, `binder`: address of the folder of notebooks, address that opens it in Binder; no links where empty
 */
export type Settings = typeof defaults;

/**
 * The settings of the pages: the course's own, and over them those of a file that needs to hold only what differs.
 *
 * @throws an Error naming the file, when it cannot be read, holds an unknown name or anything but text.
 */
export function readSettings(path?: string): Settings {
  if (path === undefined) return defaults;
  try {
    const given = JSON.parse(readFileSync(path, 'utf8')) as Partial<Settings>;
    const settings = { ...defaults, ...given, words: { ...defaults.words, ...given.words } };
    const texts = { ...settings, ...settings.words, words: '' };
    for (const [name, value] of Object.entries(texts)) {
      if (!(name in defaults || name in defaults.words)) throw new Error(`there is no setting '${name}'`);
      if (typeof value !== 'string') throw new Error(`${name} must be a text. Got ${JSON.stringify(value)}.`);
    }
    const logo = settings.logo && readFileSync(resolve(dirname(path), settings.logo), 'utf8');
    return { ...settings, logo };
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
