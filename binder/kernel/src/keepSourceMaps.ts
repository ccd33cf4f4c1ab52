import type { SourceMapPayload } from 'node:module';
import type * as TypeScript from '@tslab/typescript-for-tslab';

const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/**
 * Lets tslab's compiler keep the source maps of both its steps, TypeScript to modules and modules to CommonJS.
 * To be called before anything of tslab is loaded.
 *
 * @returns Gives the maps of what was compiled last, from the JavaScript that runs back to the source.
 */
export function keepSourceMaps(): () => SourceMapPayload[] {
  let maps: SourceMapPayload[] = [];
  const path = require.resolve('@tslab/typescript-for-tslab');
  const typescript: typeof TypeScript = require(path);
  const patched: Partial<typeof TypeScript> = {
    createWatchCompilerHost: ((
      files: string[],
      options: TypeScript.CompilerOptions,
      ...rest: [TypeScript.System]
    ) =>
      typescript.createWatchCompilerHost(
        files,
        { ...options, inlineSourceMap: true, types: ['node'] },
        ...rest,
      )) as unknown as typeof typescript.createWatchCompilerHost,
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
