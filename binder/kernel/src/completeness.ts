/** Whether code may be run, as a console asks after each line: `incomplete` code goes on in the next line. */
export type Completeness = 'complete' | 'incomplete' | 'invalid';

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}', '${': '}' };

/** What a line may not end with when the code is to be complete. */
const awaitsMore =
  /(?:[=,.?:&|^%<~!]|=>|[^+]\+|[^-]-|\*|\b(?:else|extends|implements|new|typeof|await|of|in|instanceof|const|let|var|function|class|import|from|return\s+await))$/;

/** Heads of statements: after their `( … )` a statement is still to come. */
const head = /(?:^|[^.\w$])(?:if|for|for\s+await|while|switch|catch|function(?:\s*\*)?(?:\s+[\w$]+)?)\s*$/;

/** A `/` after these begins a regular expression; after a value it divides. */
const beforeRegex =
  /(?:^|[({[,;:=!&|?+\-*%<>~^]|=>|\b(?:return|typeof|case|in|of|await|throw|void|delete))\s*$/;

/** Characters that those two expressions look back at most: a search of all the code for each token would be slow. */
const longestWord = 20;
const longestHead = 200;

interface Open {
  closer: string;
  /** The code before a parenthesis opened. */
  before: string;
}

/**
 * Tells the completeness of `code` by its brackets, quotes and last token: without the compiler, which takes longer to
 * load than a console waits for this answer.
 */
export function completeness(code: string): Completeness {
  const open: Open[] = [];
  let bare = ''; // the code so far without comments, and with empty strings
  let closed: Open | undefined; // what the last token closed
  for (let at = 0; at < code.length;) {
    const rest = code.slice(at);
    const top = open.at(-1);
    if (top?.closer === '`') {
      const [text] = /^(?:[^`\\$]|\\[^]|\$(?!\{))*/.exec(rest)!;
      at += text.length;
      if (at >= code.length) return 'incomplete';
      if (code[at] === '`') {
        open.pop();
        bare += '``';
        at += 1;
      } else {
        open.push({ closer: '}', before: '' });
        at += 2;
      }
      continue;
    }
    const token = next(rest, bare.slice(-longestWord));
    if (token === undefined) return rest.startsWith('/*') ? 'incomplete' : 'invalid';
    at += token.length;
    if (/^\s|^\/[/*]/.test(token)) {
      bare += /^\s/.test(token) || token.includes('\n') ? token.replace(/\S+/g, ' ') : ' ';
      continue;
    }
    closed = undefined;
    if (token === '`') open.push({ closer: '`', before: '' });
    else if (token in closers) open.push({ closer: closers[token]!, before: bare.slice(-longestHead) });
    else if (/^[)\]}]$/.test(token)) {
      closed = open.pop();
      if (closed?.closer !== token) return 'invalid';
    }
    if (token !== '`' && !(token === '}' && open.at(-1)?.closer === '`')) {
      bare += /^["']/.test(token) ? '""' : token.length > 1 && token.startsWith('/') ? '/r/' : token;
    }
  }
  if (open.length > 0) return 'incomplete';
  const end = bare.trimEnd();
  const isHead = end.endsWith(')') && closed !== undefined && head.test(closed.before);
  return isHead || awaitsMore.test(end) ? 'incomplete' : 'complete';
}

/** The next token of `rest`, or undefined where a quote or a comment does not end. */
function next(rest: string, before: string): string | undefined {
  const simple = /^(?:\s+|\/\/.*|[\w$]+|[()[\]{}`;])/.exec(rest)?.[0];
  if (simple) return simple;
  if (rest.startsWith('/*')) return /^\/\*[^]*?\*\//.exec(rest)?.[0];
  if (/^["']/.test(rest)) return /^(["'])(?:(?!\1)[^\\\n]|\\[^])*\1/.exec(rest)?.[0];
  const regex = /^\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/.exec(rest)?.[0];
  if (regex && beforeRegex.test(before)) return regex;
  return rest[0];
}

/** The white space with which a console begins the line after `code`. */
export function indentAfter(code: string): string {
  const line = /[^\n]*$/.exec(code)![0];
  const indent = /^\s*/.exec(line)![0];
  return /[([{]\s*$/.test(line) ? `${indent}  ` : indent;
}
