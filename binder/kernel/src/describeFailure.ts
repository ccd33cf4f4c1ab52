import { inspect } from 'node:util';
import { CompilerFailure } from './CompilerFailure';
import { excerpt } from './excerpt';
import type { Diagnostic } from 'tslab/dist/converter';
import { foreignWord, type ForeignWord } from './foreignWord';
import { Interrupted } from './Interrupted';
import { TypeScriptError } from './TypeScriptError';
import { UnhandledRejection } from './UnhandledRejection';

/** The content of an `error` message. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What Node puts in front of the stack of an error that left a script: file, line of code and a mark below it. */
const arrow = /^\S+:\d+\n.*\n\s*\^+\n+/;

/** How Node writes an error whose stack has no frames. */
const brackets = /^\[((?=\S+:\d+\n|\w*Error\b)[^]*)\](?= \{|$)/;

/** What a front end shows of something that was thrown. */
export function describeFailure(thrown: unknown): Failure {
  if (thrown instanceof TypeScriptError) {
    const foreign = foreignWord(thrown.source, thrown.diagnostics);
    if (foreign) return inTypeScript(foreign, thrown);
    return {
      ename: thrown.name,
      evalue: thrown.message,
      traceback: thrown.diagnostics.flatMap(diagnostic => lines(diagnostic, thrown.source)),
    };
  }
  if (thrown instanceof Interrupted || thrown instanceof CompilerFailure) {
    return { ename: thrown.name, evalue: thrown.message, traceback: [String(thrown)] };
  }
  if (thrown instanceof UnhandledRejection) {
    const { ename, evalue, traceback } = describeFailure(thrown.reason);
    const title = 'A promise was rejected and nobody caught it:';
    return { ename: thrown.name, evalue: `${ename}: ${evalue}`, traceback: [title, ...traceback] };
  }
  const text = inspect(thrown).replace(brackets, '$1').replace(arrow, '');
  if (!isError(thrown)) return { ename: 'Thrown', evalue: text, traceback: [`Thrown: ${text}`] };
  return { ename: String(thrown.name), evalue: String(thrown.message), traceback: text.split('\n') };
}

function inTypeScript({ line, column, advice }: ForeignWord, { name, source }: TypeScriptError): Failure {
  const traceback = [`${name} in line ${line}: ${advice}`, excerpt(source, line, column, Infinity)];
  return { ename: name, evalue: `line ${line}: ${advice}`, traceback };
}

function lines({ fileName, start, end, code, messageText }: Diagnostic, source: string): string[] {
  const line = start.line + 1;
  const column = start.character + 1;
  if (fileName !== undefined)
    return [`TypeScriptError TS${code} in ${fileName}:${line}:${column}: ${messageText}`];
  const length = end.line === start.line ? end.character - start.character : Infinity;
  const mark = excerpt(source, line, column, length);
  return [`TypeScriptError TS${code} in line ${line}, column ${column}: ${messageText}`, mark];
}

function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
