import type { SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { coursePackages, showCoursePackages } from './coursePackages';
import { createLeanBuilder } from './createLeanBuilder';
import { libraryFiles } from './libraryFiles';

/** In its folder `cells` is declared what the kernel adds to Node's globals. */
const types = join(__dirname, '../types');

const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/**
 * Fits the compiler to the kernel before anything of tslab is loaded. It keeps the source maps of both its steps,
 * TypeScript to modules and modules to CommonJS; reads no declarations that nobody imports, save Node's; does not check
 * what no one asks to have checked; and does not watch packages, which a running kernel could not load anew. It reads the
 * library's declarations with Node's: the first import of the library in a cell then finds them there.
 *
 * @returns Gives the maps of what was compiled last, from the JavaScript that runs back to the source.
 */
export function tuneTypeScript(): () => SourceMapPayload[] {
  let maps: SourceMapPayload[] = [];
  const path = require.resolve('@tslab/typescript-for-tslab');
  const typescript: typeof TypeScript = require(path);
  const declarations = libraryFiles().map(file => file.replace(/\.js$/, '.d.ts'));
  watchNoPackages(typescript.sys);
  const patched: Partial<typeof TypeScript> = {
    createWatchCompilerHost: ((...[files, options, system, , ...reporters]: HostArguments) => {
      const typeRoots = [...(options.typeRoots ?? []), join(coursePackages, '@types'), types];
      showCoursePackages(system);
      return typescript.createWatchCompilerHost(
        [...files, ...declarations],
        { ...options, inlineSourceMap: true, types: ['node', 'cells'], typeRoots },
        system,
        createLeanBuilder(typescript),
        ...reporters,
      );
    }) as unknown as typeof typescript.createWatchCompilerHost,
    transpileModule(modules, options) {
      const [comment, first] = inline.exec(modules) ?? ['', ''];
      const output = typescript.transpileModule(modules.slice(0, modules.length - comment.length), {
        ...options,
        compilerOptions: { ...options.compilerOptions, sourceMap: true },
      });
      maps = [output.sourceMapText ?? '', Buffer.from(first ?? '', 'base64').toString()]
        .filter(map => map !== '')
        .map(map => JSON.parse(map) as SourceMapPayload);
      return { ...output, outputText: output.outputText.replace(/\/\/# sourceMappingURL=\S+\s*$/, '') };
    },
  };
  require.cache[path]!.exports = { ...typescript, ...patched };
  return () => maps;
}

type HostArguments = [
  files: string[],
  options: TypeScript.CompilerOptions,
  system: TypeScript.System,
  createProgram: unknown,
  reportDiagnostic?: TypeScript.DiagnosticReporter,
  reportWatchStatus?: TypeScript.WatchStatusReporter,
];

function watchNoPackages(system: TypeScript.System): void {
  for (const name of ['watchFile', 'watchDirectory'] as const) {
    const watch = system[name] as (path: string, ...rest: unknown[]) => TypeScript.FileWatcher;
    system[name] = (path: string, ...rest: unknown[]) =>
      /\/node_modules|\.d\.ts$/.test(path) ? { close() {} } : watch(path, ...rest);
  }
}
