import { readFileSync } from 'node:fs';
import ts from '@tslab/typescript-for-tslab';
import { root } from '../../binder/jupyter.mjs';

/** What an editor says of a name: its declaration, and the first sentence of its comment. */
export interface ExportedName {
  readonly declaration: string;
  readonly sentence: string;
  /** Whether it is nothing but a type: there is no value to import. */
  readonly isType?: true;
  /** What a function's options are, by name. */
  readonly options?: Readonly<Record<string, ExportedName>>;
}

/** What the modules of the library export: each name of a module, and which of the declarations it is. */
export interface ExportedNames {
  readonly modules: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly declared: readonly ExportedName[];
}

/** Longer declarations are cut: of values, and of types and options. */
const LONGEST = { value: 240, type: 80 };

/** Reads them from the declarations that the compiler made. */
export function exportedNames(): ExportedNames {
  const { exports } = JSON.parse(readFileSync(`${root}lib/package.json`, 'utf8')) as {
    exports: Record<string, { types?: string }>;
  };
  const files = Object.entries(exports).flatMap(([path, { types }]) =>
    types ? [[`dropout-lab${path.slice(1)}`, `${root}lib/${types.slice(2)}`] as const] : [],
  );
  const program = ts.createProgram(
    files.map(([, file]) => file),
    { lib: ['lib.es2022.d.ts'], types: [] },
  );
  const checker = program.getTypeChecker();
  const known = new Map<ts.Symbol, number>();
  const declared: ExportedName[] = [];
  const numberOf = (symbol: ts.Symbol): number => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (!known.has(target)) known.set(target, declared.push(describe(target, checker)) - 1);
    return known.get(target)!;
  };
  const modules = files.map(([module, file]) => {
    const symbols = checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!)
      .filter(({ name }) => !name.endsWith('Options')); // A function names its options itself.
    return [module, Object.fromEntries(symbols.map(symbol => [symbol.name, numberOf(symbol)]))];
  });
  return { modules: Object.fromEntries(modules), declared };
}

function describe(symbol: ts.Symbol, checker: ts.TypeChecker): ExportedName {
  const options = optionsOf(symbol, checker);
  const longest = symbol.flags & ts.SymbolFlags.Value ? LONGEST.value : LONGEST.type;
  return {
    declaration: shortened(declarationOf(symbol.declarations![0]!), longest),
    sentence: firstSentence(commentOf(symbol, checker)),
    ...(!(symbol.flags & ts.SymbolFlags.Value) && { isType: true }),
    ...(options.length > 0 && { options: Object.fromEntries(options) }),
  };
}

/** The properties of the parameter whose type is called options, or recipe. */
function optionsOf(symbol: ts.Symbol, checker: ts.TypeChecker): [name: string, ExportedName][] {
  if (!(symbol.flags & ts.SymbolFlags.Function)) return [];
  const typeOf = (one: ts.Symbol) => checker.getTypeOfSymbolAtLocation(one, symbol.valueDeclaration!);
  const parameters = typeOf(symbol)
    .getCallSignatures()
    .flatMap(signature => signature.getParameters())
    .map(parameter => checker.getNonNullableType(typeOf(parameter)));
  const options = parameters.find(type =>
    /(Options|Recipe)$/.test((type.aliasSymbol ?? type.symbol)?.name ?? ''),
  );
  return (options?.getProperties() ?? []).map(option => [
    option.name,
    {
      declaration: shortened(`${option.name}: ${checker.typeToString(typeOf(option))}`, LONGEST.type),
      sentence: firstSentence(commentOf(option, checker)),
    },
  ]);
}

function commentOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

/** Of the first paragraph; what would introduce a formula ends with a period instead. */
function firstSentence(comment: string): string {
  const paragraph = comment
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, ' ')
    .trim();
  return (/^.*?\.(?= |$)/.exec(paragraph)?.[0] ?? paragraph).replace(/:$/, '.');
}

/** In one line, without comments. */
function declarationOf(node: ts.Declaration): string {
  const whole = ts.isVariableDeclaration(node) ? `const ${node.getText()}` : node.getText();
  return whole
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/^(export |default |declare )+/, '')
    .trim();
}

function shortened(line: string, longest: number): string {
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
