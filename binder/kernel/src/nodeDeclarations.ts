import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { coursePackages } from './coursePackages';

const folder = join(coursePackages, '@types/node');

/** Declares `console` and timers: what most cells need of Node, a fifth of the memory that all of Node's declarations take. */
export const everyday = [
  'compatibility/index',
  'globals',
  'web-globals/abortcontroller',
  'web-globals/events',
  'web-globals/domexception',
  'console',
  'timers',
].map(name => join(folder, `${name}.d.ts`));

/** Declares all of Node. */
export const allOfNode = join(folder, 'index.d.ts');

/** The global names that JavaScript has wherever it runs. */
const standard = new Set<string>(runInNewContext('Object.getOwnPropertyNames(globalThis)'));

const declared =
  /^(console|(clear|set)(Timeout|Interval|Immediate)|queueMicrotask|AbortController|AbortSignal|CustomEvent|Event|EventTarget|DOMException)$/;

/** What only types or modules know. */
const beside =
  'gc NodeJS BufferConstructor NonSharedBuffer AllowSharedBuffer BufferEncoding EventSource EventSourceInit ' +
  'MessageEventInit RequestInit ResponseInit WebSocket WebSocketInit QueuingStrategy Global ' +
  '__dirname __filename exports module require NodeModule NodeRequire RequireResolve';

const names = new Set([
  ...Object.getOwnPropertyNames(globalThis).filter(name => !standard.has(name) && !declared.test(name)),
  ...beside.split(' '),
]);

const modules = new Set(builtinModules);

/**
 * Whether `code` may name what only all of Node's declarations know: a global name, a built-in module or, at `cursor`,
 * the beginning of a global name.
 */
export function namesNode(code: string, cursor?: number): boolean {
  const words = code.match(/[\w$]+/g) ?? [];
  if (words.some(word => names.has(word))) return true;
  const quoted = [...code.matchAll(/(['"`])(.*?)\1/g)].map(([, , text]) => text!);
  if (quoted.some(text => text.startsWith('node:') || modules.has(text))) return true;
  const [, begun] = /(?:^|[^\w$.])([\w$]+)$/.exec(code.slice(0, cursor ?? 0)) ?? [];
  return begun !== undefined && [...names].some(name => name.startsWith(begun));
}
