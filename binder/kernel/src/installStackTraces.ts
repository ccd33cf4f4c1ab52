import type { CompiledCells } from './CompiledCells';

/** Frames of tslab and of Node that lie between the launcher and a cell: they tell nothing about the cell. */
const machinery = /[\\/]tslab[\\/]dist[\\/]|^node:(vm|async_hooks|internal\/.*)$/;

/** Makes `error.stack` name a cell's own lines, and leaves out what lies below the cell. */
export function installStackTraces(cells: CompiledCells, own: (work: () => string) => string): void {
  const stack = (error: Error, sites: NodeJS.CallSite[]): string => {
    const frames = sites.map(site => frame(site, cells)).filter(text => text !== undefined);
    return [heading(error), ...once(frames).map(text => `    at ${text}`)].join('\n');
  };
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, sites) => own(() => stack(error, sites));
}

function heading(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

/** The frames with those of a recursion shown once. */
function once(frames: string[]): string[] {
  const times = new Map<string, number>();
  for (const text of frames) times.set(text, (times.get(text) ?? 0) + 1);
  const isRecursive = (text: string): boolean => times.get(text)! > 2;
  return frames
    .filter((text, at) => !isRecursive(text) || frames.indexOf(text) === at)
    .map(text => (isRecursive(text) ? `${text}, again and again` : text));
}

function frame(site: NodeJS.CallSite, cells: CompiledCells): string | undefined {
  const url = site.getScriptNameOrSourceURL() ?? '';
  if (!cells.owns(url)) {
    return url.startsWith(__dirname) || machinery.test(url) ? undefined : String(site);
  }
  const position = cells.locate(url, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
  if (!position) return undefined;
  const place = `cell ${position.count}, line ${position.line}, column ${position.column}`;
  return String(site)
    .replace(/cell:\d+:\d+:\d+/, place)
    .replace(/^Proxy\./, '');
}
