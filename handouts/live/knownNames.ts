import { typescriptLanguage } from '@codemirror/lang-javascript';
import type { ExportedName, ExportedNames } from './exportedNames.ts';

/** A name as code knows it: what was imported under it, or nothing where the code itself declares it. */
export interface KnownName {
  readonly label: string;
  readonly exported?: ExportedName;
  /** The module whose members follow the name and a dot. */
  readonly namespace?: string;
}

const IMPORT = /import\s+(?:type\s+)?(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})\s*from\s*['"]([^'"]+)['"]/g;
/** What has names of its own. */
const INNER = /^(Block|ParamList|ArrowFunction|FunctionExpression|ClassBody|ObjectType|TypeParamList)$/;
const DECLARATION = /^(Variable|Function|Class|Interface|TypeAlias)Declaration$/;

/** The names that pieces of code import or declare at their top; later ones win. */
export function knownNames({ modules, declared }: ExportedNames, sources: readonly string[]): KnownName[] {
  const known = new Map<string, KnownName>();
  const add = (name: KnownName) => void known.set(name.label, name);
  for (const source of sources) {
    for (const label of declaredIn(source)) add({ label });
    for (const [, namespace, list, module] of source.matchAll(IMPORT)) {
      if (namespace) add({ label: namespace, namespace: module });
      for (const part of list?.split(',') ?? []) {
        const [, name, local = name] = /^\s*(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part) ?? [];
        if (name) add({ label: local!, exported: declared[modules[module!]?.[name] ?? -1] });
      }
    }
  }
  return [...known.values()];
}

/** The names that code declares at its top. */
function declaredIn(source: string): string[] {
  const labels: string[] = [];
  typescriptLanguage.parser.parse(source).iterate({
    enter({ name, from, to, node }) {
      if (node.parent?.name === 'Script') return DECLARATION.test(name);
      if (name === 'VariableDefinition' || name === 'TypeDefinition') labels.push(source.slice(from, to));
      return !INNER.test(name);
    },
  });
  return labels;
}

/** Everything that a module exports; without a module, what the library exports. */
export function namesOf({ modules, declared }: ExportedNames, module = 'dropout-lab'): KnownName[] {
  return Object.entries(modules[module] ?? {}).map(([label, k]) => ({ label, exported: declared[k] }));
}

/** What a name, or a module's member as in `engine.dense`, is. */
export function nameAt(
  path: string,
  library: ExportedNames,
  known: readonly KnownName[],
): KnownName | undefined {
  const [label, owner] = path.split('.').toReversed();
  const module = known.find(name => name.label === owner)?.namespace;
  const names = owner === undefined ? known : module === undefined ? [] : namesOf(library, module);
  return names.find(name => name.label === label);
}
