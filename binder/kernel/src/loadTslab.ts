import type { Executor } from 'tslab/dist/executor';
import type { Converter, Diagnostic } from 'tslab/dist/converter';
import type { Content } from './message';
import { Cell } from './Cell';
import { CompiledCells } from './CompiledCells';
import { installStackTraces } from './installStackTraces';
import { tuneTypeScript } from './tuneTypeScript';
import { TypeScriptError } from './TypeScriptError';

/**
 * Loads tslab, its compiler and the declarations of Node, which takes about a second: not needed to say that the kernel
 * is there. The cells of its executor fail by an exception, never by a word on stderr alone.
 *
 * @param show Sends a display or the update of one.
 */
export function loadTslab(show: (type: string, content: Content) => void): Executor {
  const lastMaps = tuneTypeScript();
  const { createConverter }: typeof import('tslab/dist/converter') = require('tslab/dist/converter');
  const { createExecutor }: typeof import('tslab/dist/executor') = require('tslab/dist/executor');
  const display: Display = require('tslab/dist/jupyter');
  display.lastWriteDisplayData = (data, update) =>
    show(update ? 'update_display_data' : 'display_data', { ...data });
  const cells = new CompiledCells();
  installStackTraces(cells);

  const converter = (isBrowser: boolean): Converter => {
    const inner = createConverter({ isBrowser });
    return {
      ...inner,
      convert(declarations, source) {
        const result = inner.convert(declarations, source);
        refuse(result.diagnostics, source);
        const count = Cell.current()?.count ?? 0;
        return { ...result, output: cells.add(result.output ?? '', count, source, lastMaps()) };
      },
      addModule(name, source, meta) {
        refuse(inner.addModule(name, source, meta), source);
        return [];
      },
    };
  };
  const node = converter(false);
  let browser: Converter | undefined;
  const converters = {
    node,
    get browser() {
      return (browser ??= converter(true));
    },
    close() {
      node.close();
      browser?.close();
    },
  };
  return createExecutor(process.cwd(), converters, {
    log: console.log,
    error: thrown => Cell.current()?.fail(thrown),
  });
}

/** Where tslab's public `display` looks for the way to the front ends. */
interface Display {
  lastWriteDisplayData: typeof import('tslab/dist/jupyter').lastWriteDisplayData;
}

function refuse(diagnostics: Diagnostic[], source: string): void {
  if (diagnostics.length > 0) throw new TypeScriptError(diagnostics, source);
}
