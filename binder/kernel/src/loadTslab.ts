import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Executor } from 'tslab/dist/executor';
import type { Converter, Diagnostic } from 'tslab/dist/converter';
import type { Content } from './message';
import { Cell } from './Cell';
import { CompiledCells } from './CompiledCells';
import { requireCoursePackages } from './coursePackages';
import { createRenewableConverter } from './createRenewableConverter';
import { installStackTraces } from './installStackTraces';
import { tuneTypeScript } from './tuneTypeScript';
import { TypeScriptError } from './TypeScriptError';
import { withNodeOnDemand } from './withNodeOnDemand';
import { withoutExports } from './withoutExports';

/** What cells need of the kernel while they run. */
export interface CellHooks {
  /** Sends a display or the update of one. */
  show: (type: string, content: Content) => void;
  /** Called when a cell is compiled and its own code is about to run. */
  enter: () => void;
  /** Does the kernel's own work in the middle of a cell. */
  own: <T>(work: () => T) => T;
}

/**
 * Loads tslab, its compiler and the declarations of Node, which takes about a second: not needed to say that the kernel
 * is there. The cells of its executor throw on failure instead of only printing to stderr.
 */
export function loadTslab({ show, enter, own }: CellHooks): Executor {
  requireCoursePackages();
  const { lastMaps, readAllOfNode } = tuneTypeScript();
  const typescript: typeof TypeScript = require('@tslab/typescript-for-tslab');
  const { createConverter }: typeof import('tslab/dist/converter') = require('tslab/dist/converter');
  const { createExecutor }: typeof import('tslab/dist/executor') = require('tslab/dist/executor');
  const display: Display = require('tslab/dist/jupyter');
  display.lastWriteDisplayData = (data, update) =>
    show(update ? 'update_display_data' : 'display_data', { ...data });
  const cells = new CompiledCells();
  installStackTraces(cells, own);

  const converter = (isBrowser: boolean): Converter => {
    const inner = createRenewableConverter(() =>
      withNodeOnDemand(createConverter({ isBrowser }), readAllOfNode),
    );
    return {
      ...inner,
      convert(declarations, source) {
        const result = inner.convert(declarations, withoutExports(typescript, source));
        refuse(result.diagnostics, source);
        const count = Cell.current()?.count ?? 0;
        const output = cells.add(result.output ?? '', count, source, lastMaps());
        enter();
        // tslab overlooks this one of the ways to await.
        const hasToplevelAwait = result.hasToplevelAwait || /\bfor\s+await\b/.test(source);
        return { ...result, output, hasToplevelAwait };
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
  const executor = createExecutor(process.cwd(), converters, {
    log: value => Cell.current()?.return(value),
    error: thrown => own(() => Cell.current()?.fail(thrown)),
  });
  // Through this global every cell gets its variables; no cell may take it away.
  Object.defineProperty(globalThis, '__tslab__', { writable: false, configurable: false });
  return executor;
}

/** Where tslab's public `display` looks for the way to the front ends. */
interface Display {
  lastWriteDisplayData: typeof import('tslab/dist/jupyter').lastWriteDisplayData;
}

function refuse(diagnostics: Diagnostic[], source: string): void {
  if (diagnostics.length > 0) throw new TypeScriptError(diagnostics, source);
}
