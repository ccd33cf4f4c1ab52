import type { CompiledCells } from './CompiledCells';

/** Frames of tslab and of Node that lie between the launcher and a cell: they tell nothing about the cell. */
const machinery = /\/tslab\/dist\/|^node:(vm|async_hooks|internal\/.*)$/;

/** Makes `error.stack` name a cell's own lines, and leaves out what lies below the cell. */
export function installStackTraces(cells: CompiledCells): void {
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, sites) => {
    const inCell = sites.some(site => cells.owns(site.getScriptNameOrSourceURL() ?? ''));
    const frames = sites.map(site => frame(site, cells, inCell)).filter(text => text !== undefined);
    return [heading(error), ...frames.map(text => `    at ${text}`)].join('\n');
  };
}

function heading(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function frame(site: NodeJS.CallSite, cells: CompiledCells, inCell: boolean): string | undefined {
  const url = site.getScriptNameOrSourceURL() ?? '';
  if (!cells.owns(url)) {
    return inCell && (url.startsWith(__dirname) || machinery.test(url)) ? undefined : String(site);
  }
  const position = cells.locate(url, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
  if (!position) return undefined;
  const place = `cell ${position.count}, line ${position.line}, column ${position.column}`;
  return String(site)
    .replace(/cell:\d+:\d+:\d+/, place)
    .replace(/^Proxy\./, '');
}
