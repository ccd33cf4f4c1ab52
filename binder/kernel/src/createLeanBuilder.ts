import type * as TypeScript from '@tslab/typescript-for-tslab';
import { expandShorthand } from './expandShorthand';

/** What TypeScript has and does not declare. */
interface Internals {
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
}

type SourceFile = TypeScript.SourceFile & {
  resolvedModules?: Map<string, { resolvedModule?: { resolvedFileName: string } }>;
};

/**
 * A builder that does no more than tslab needs. TypeScript's own follows the imports of every declaration file each time a
 * character changes, which needs a type checker; tslab makes two programs for a cell and asks one of them. What it emits has its shorthand properties written out.
 */
export function createLeanBuilder(
  typescript: typeof TypeScript,
): TypeScript.CreateProgram<TypeScript.BuilderProgram> {
  const { bindSourceFile } = typescript as unknown as Internals;
  return (...args: Parameters<TypeScript.CreateProgram<TypeScript.BuilderProgram>>) => {
    const builder = typescript.createAbstractBuilder(...args);
    const program = builder.getProgram();
    for (const name of program.getRootFileNames()) {
      const file = program.getSourceFile(name);
      if (file) bindSourceFile(file, program.getCompilerOptions());
    }
    builder.getAllDependencies = file => sourcesBehind(program, file);
    const emit = builder.emit.bind(builder);
    builder.emit = (file, write, cancellation, declarationsOnly, transformers = {}) => {
      const before = [expandShorthand(typescript, program), ...(transformers.before ?? [])];
      return emit(file, write, cancellation, declarationsOnly, { ...transformers, before });
    };
    return builder;
  };
}

/** `file` and all it imports, directly or not, through files that are not declarations. */
function sourcesBehind(program: TypeScript.Program, file: TypeScript.SourceFile): string[] {
  const found = new Set<string>();
  const visit = (next: SourceFile | undefined): void => {
    if (!next || next.isDeclarationFile || found.has(next.fileName)) return;
    found.add(next.fileName);
    next.resolvedModules?.forEach(({ resolvedModule }) => {
      if (resolvedModule) visit(program.getSourceFile(resolvedModule.resolvedFileName));
    });
  };
  visit(file);
  return [...found];
}
