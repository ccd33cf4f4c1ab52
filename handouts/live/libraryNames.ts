import { unpack } from './content.ts';
import type { ExportedNames } from './exportedNames.ts';

let names: Promise<ExportedNames> | undefined;

/** What the library exports; unpacked when it is first asked for. */
export function libraryNames(): Promise<ExportedNames> {
  names ??= unpack('names').then(text => JSON.parse(text) as ExportedNames);
  return names;
}
