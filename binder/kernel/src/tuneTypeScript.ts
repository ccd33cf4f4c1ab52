import { Module, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { coursePackages, showCoursePackages } from './coursePackages';
import { createLeanBuilder } from './createLeanBuilder';
import { libraryFiles } from './libraryFiles';
import { allOfNode, everyday } from './nodeDeclarations';

/** In its folder `cells` is declared what the kernel adds to Node's globals. */
const types = join(__dirname, '../types');

const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** The compiler, fitted to the kernel. */
export interface TunedTypeScript {
  /** The maps of what was compiled last, from the JavaScript that runs back to the source. */
  lastMaps(): SourceMapPayload[];
  /** Has the compiler know all of Node from now on; false if it did before. */
  readAllOfNode(): boolean;
}

/**
 * Fits the compiler to the kernel before anything of tslab is loaded. It is the minified one that the build writes. It
 * keeps the source maps of both its steps, TypeScript to modules and modules to CommonJS; reads no declarations that
 * nobody imports, and all of Node's only when told to; does not check what no one asks to have checked; and does not
 * watch packages, which a running kernel could not load anew. It reads the library's declarations ahead: the first
 * import of the library in a cell finds them there.
 */
export function tuneTypeScript(): TunedTypeScript {
  let maps: SourceMapPayload[] = [];
  let knowsNode = false;
  /** Has each program look for new files. */
  const refresh = new Set<() => void>();
  const typescript: typeof TypeScript = require(join(__dirname, 'typescript.js'));
  const declarations = libraryFiles().map(file => file.replace(/\.js$/, '.d.ts'));
  const withDeclarations = (files: readonly string[]): string[] => [
    ...new Set([...files, ...declarations, ...everyday, ...(knowsNode ? [allOfNode] : [])]),
  ];
  watchNoPackages(typescript.sys);
  const patched: Partial<typeof TypeScript> = {
    createWatchCompilerHost: ((...[files, options, system, , ...reporters]: HostArguments) => {
      const typeRoots = [...(options.typeRoots ?? []), join(coursePackages, '@types'), types];
      showCoursePackages(system);
      return typescript.createWatchCompilerHost(
        withDeclarations(files),
        { ...options, inlineSourceMap: true, types: ['cells'], typeRoots },
        system,
        createLeanBuilder(typescript),
        ...reporters,
      );
    }) as unknown as typeof typescript.createWatchCompilerHost,
    createWatchProgram: ((host: Host): Program => {
      const program = typescript.createWatchProgram(host);
      let files = host.rootFiles;
      const update = (): void => program.updateRootFileNames(withDeclarations(files));
      refresh.add(update);
      const close = (): void => {
        refresh.delete(update);
        program.close();
      };
      return { ...program, updateRootFileNames: names => ((files = names), update()), close };
    }) as typeof typescript.createWatchProgram,
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
  const path = require.resolve('@tslab/typescript-for-tslab');
  const module = new Module(path);
  module.exports = { ...typescript, ...patched };
  module.loaded = true;
  require.cache[path] = module;
  return {
    lastMaps: () => maps,
    readAllOfNode() {
      if (knowsNode) return false;
      knowsNode = true;
      refresh.forEach(update => update());
      return true;
    },
  };
}

type Host = TypeScript.WatchCompilerHostOfFilesAndCompilerOptions<TypeScript.BuilderProgram>;

type Program = TypeScript.WatchOfFilesAndCompilerOptions<TypeScript.BuilderProgram>;

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
