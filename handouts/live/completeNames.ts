/// <reference lib="dom" />
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-javascript';
import { syntaxTree } from '@codemirror/language';
import { calleeOfOptions } from './calleeOfOptions.ts';
import { describeName } from './describeName.ts';
import type { ExportedName } from './exportedNames.ts';
import { knownNames, nameAt, namesOf, type KnownName } from './knownNames.ts';
import { libraryNames } from './libraryNames.ts';

const SILENT = /String|Comment|TemplateString$/;

/**
 * Completes modules and names within imports, members after the name of a module, options in a call of a function of
 * the library, and elsewhere the names that code imports and declares.
 *
 * @param above gives the code that runs before
 */
export function completeNames(above: () => readonly string[]): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const library = await libraryNames();
    const text = context.state.doc.toString();
    const [before, after] = [text.slice(0, context.pos), text.slice(context.pos)];
    const from = context.pos - /[\w$]*$/.exec(before)![0].length;
    const result = (names: readonly Completion[]): CompletionResult => ({
      from,
      options: names,
      validFor: /^[\w$]*$/,
    });

    const path = /\bfrom\s*['"]([^'"\n]*)$/.exec(before)?.[1];
    if (path !== undefined) {
      const options = Object.keys(library.modules).map(label => ({ label, type: 'namespace' }));
      return { from: context.pos - path.length, options, validFor: /^[^'"]*$/ };
    }
    if (/\bimport\s+(?:type\s+)?\{[^}]*$/.test(before)) {
      const module = /^[^}]*\}\s*from\s*['"]([^'"]+)/.exec(after)?.[1];
      return result(namesOf(library, module).map(completion));
    }
    const known = knownNames(library, [...above(), text]);
    const owner = /([\w$]+)\s*\.\s*[\w$]*$/.exec(before)?.[1];
    if (owner !== undefined) {
      const module = known.find(({ label }) => label === owner)?.namespace;
      return module === undefined ? null : result(namesOf(library, module).map(completion));
    }
    const callee = calleeOfOptions(context.state, context.pos);
    const wanted = callee && nameAt(callee, library, known)?.exported?.options;
    if (wanted) return result(Object.entries(wanted).map(([label, option]) => property(label, option)));
    if (from === context.pos && !context.explicit) return null;
    if (SILENT.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const word = text.slice(from, context.pos);
    const options = known.filter(({ label }) => label !== word).map(completion);
    const labels = new Set(options.map(({ label }) => label));
    const local = localCompletionSource(context)?.options ?? [];
    return result([...options, ...local.filter(({ label }) => !labels.has(label) && label !== word)]);
  };
}

function property(label: string, option: ExportedName): Completion {
  return { label, type: 'property', info: () => describeName(option) };
}

function completion({ label, exported, namespace }: KnownName): Completion {
  const kind = exported ? /^\w+/.exec(exported.declaration)![0] : namespace ? 'namespace' : 'variable';
  return { label, type: kind, ...(exported && { info: () => describeName(exported) }) };
}
